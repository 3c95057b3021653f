import { combinations, lines, phraseTable } from "./phrases.ts"

const accounts =
  "словам|мнению|свидетельству|свидетельствам|воспоминаниям|воспоминанию|утверждению|утверждениям|версии|сообщению|сообщениям|рассказам|рассказу|показаниям|данным|сведениям|подсчетам|подсчету|оценке|оценкам|признанию|заявлению|записям|дневнику|отчету|донесению|рапорту|письму|письмам|мемуарам|материалам|документам|протоколу|убеждению|замечанию|выражению|расчетам|предположению|определению|ведомости|описи|уверению|уверениям|наблюдениям|заключению|заключениям|выводу|выводам|показанию|сообщению|заверению|заверениям|признаниям|догадке|прикидкам|прикидке|гипотезе|предположениям|подозрению|впечатлению|впечатлениям|логике|статистике|справке|справкам|сводке|сводкам|реестру|справочнику|каталогу|отзыву|отзывам|разъяснению|пояснению|объяснению|объяснениям|описанию|описаниям|переписи|протоколам|наблюдению|уверенью|слову"
const views =
  "view|opinion|words|account|judgment|judgement|estimation|telling|recollection|memory|version|phrase|belief|eyes|reading|report|testimony|reckoning"

/** Words that introduce a source, which follows them: "according to Lee", "по словам Лисина". */
export const introductions = phraseTable<"according-to">([
  ...lines(
    `according to, if you believe, if you believed, if one believes, if we are to believe,
    if one is to believe, if you trust, if you listen to, in the phrase of, in the estimate of,
    in the estimation of, in the reckoning of, in the telling of, in the retelling of, in the testimony of,
    in the assessment of, in the interpretation of, in the narrative of, in the verdict of, in the belief of,
    in the opinions of, in the recollections of, in the judgments of, in the analysis of, in the theory of,
    on the showing of, on the account of, on the admission of, by the reckoning of, by the testimony of,
    by the admission of, by the estimate of, by the calculation of, by the report of, by the calculations of,
    from the reports of, to the mind of, a report by, reports by, the report by,
    an account by, the account by, an estimate by, the estimate by, estimates by, an assertion by, an allegation by,
    allegations by, assertions by, testimony by, it is asserted by, it was asserted by,
    it is stated by, it is suggested by, it is believed by, it is said by, it is noted by, it is thought by,
    it was thought by, it is alleged by, it was maintained by, it is maintained by, it was held by, it is held by,
    it was observed by, it was recorded by, it is recorded by, it is remembered by, it was remembered by,
    it was announced by, it was affirmed by, it was declared by, it was testified by, it was proved by,
    со ссылкой на, если послушать, если доверять, ежели верить, в версии, в трактовке, в передаче,
    в толковании, в интерпретации, в представлении, в понимании, в описании, по рассказу, по выкладкам,
    как известно из, как узнаем из, как отмечено в, как написано в,
    как значится в, как указывается в, как отмечается в, как утверждается в, как сообщается в, как сказано у,
    как написано у, как сказано на, как написано на, согласно, со слов, на взгляд, с точки зрения, в глазах, в пересказе, в изложении, как следует из,
    как явствует из, как видно из, как указано в, как сказано в, как говорится в, как записано в, if we believe,
    если верить, quoted by, cited by, as told by, as reported by, as described by, as recorded by,
    as recounted by, as related by, as remembered by, in the words of, in the opinion of, in the view of,
    in the eyes of, in the judgment of, in the judgement of, in the account of, in the version of,
    in the recollection of, on the testimony of, on the evidence of, on the authority of, on the word of,
    by the account of, from the account of, from the testimony of, to judge from, to quote, a claim by, the claim by,
    a statement by, the statement by, a suggestion by, the suggestion by, claims by, i heard from, i had it from,
    i have it from, i learned from, i learnt from, we heard from, we learned from, heard it from, i know from,
    it was reported by, it is reported by, it was claimed by, it is claimed by, it was alleged by, it was stated by,
    it was said by, it was suggested by, it was believed by, it was noted by, было отмечено в`,
    "according-to" as const,
  ),
  ...combinations("по", accounts).map(phrase => [phrase, "according-to"] as const),
  ...combinations(
    "из|в|во",
    "рассказа|рассказов|воспоминаний|писем|письма|показаний|дневника|дневников|донесения|отчета|записок|воспоминаниях|мемуарах|записках|дневнике|дневниках|показаниях|письме|отчете|донесении|рапорте|справке|заметке",
  ).map(phrase => [phrase, "according-to"] as const),
])

/** Russian introductions that name nobody but with a verb of their own: "из рассказа Лисина следует, что". */
export const needsVerb = /^(?:из|в|во)$/
export const introductionVerbs = new Set(
  `следует явствует известно видно узнаем говорится сказано утверждается упоминается отмечено сообщается указано указывается отмечается
   записано написано узнал узнали узнала значится читаем рассказывается названа назван названо
   высечено выбито выведено начертано нацарапано помечено приписано напечатано обозначено упомянуто упомянут упомянута
   упомянуты приводится приведено цитируется описано фигурирует прочитал прочитала прочел прочла вычитал вычитала`.split(
    /\s+/,
  ),
)

/** Whose view stands before these nouns: "in Lee's view", "by the clerk's account", "on his own showing". */
export const viewNouns = new Set(
  `${views}|showing|admission|estimate|calculation|mind|diary|memoirs|letters|notes|evidence|recollections|reminiscences|sermon|assessment|interpretation|analysis|narrative|figures`.split(
    "|",
  ),
)
export const viewPrepositions = new Set("in by on from to".split(" "))

/** Nouns whose content a "that" gives: "Lee's claim that", "expressed the view that", "there is a claim by Lee that". */
export const contentNouns = new Set(
  `view opinion claim belief contention argument theory conclusion testimony recollection impression version statement idea
   assertion suggestion complaint fear hope admission confession conviction report allegation insistence remark hypothesis
   suspicion feeling notion story rumour evidence explanation assurance declaration announcement note word warning estimate
   prediction accusation guess memory position verdict findings finding`.split(/\s+/),
)

/** "of the opinion that", "convinced that": what makes a third person's conviction, after a form of "be". */
export const convictions = new Set(
  "convinced certain sure adamant positive persuaded confident satisfied inclined insistent clear aware afraid emphatic unanimous fearful hopeful doubtful sceptical skeptical".split(
    " ",
  ),
)

/** Verbs that report only with a preposition: "put it to the firm that", "let it be known that", "had it that". */
export const idioms = phraseTable<true>([
  ...lines(
    `put it, puts it, was of opinion, were of opinion, is of opinion, are of opinion, was of the opinion, were of the opinion,
    is of the opinion, are of the opinion, was of the view, were of the view, is of the view, are of the view,
    was of the belief, were of one mind, gave evidence, gives evidence, gave testimony, bore witness, bears witness,
    gave out, gives out, took the view, takes the view, takes the line, took the line, stuck to it, was at pains to say,
    laid it down, lays it down, would make out, has it, had it, tells it, told it, saw it, sees it, would have it, remembers it, remembered it,
    has put it, let it be known, made it known, made the point, makes the point, made it clear, makes it clear,
    made the claim, makes the claim, pointed out, points out, point out, put forward, gave it as, left word,
    set down, sets down, noted down, jotted down, went on record, is on record, was on record, is quoted as, was quoted as, are quoted as, were quoted as, is cited as, blurted out,
    called out, cried out, wrote back, writes back, wrote home, swore blind, swears blind, is quoted, was quoted,
    are quoted, is reported by, are said by, is said by, was said by`,
    true as const,
  ),
])
