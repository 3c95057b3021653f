import { combinations, lines, phraseTable } from "./phrases.ts"
import type { UnitWords } from "./unit-words.ts"

/** Talk about the thread, the recording or the text itself. */
const talk = phraseTable<true>([
  ...combinations(
    "this|your|my|the above|the previous|the first|the accepted|other|another|his last|her last",
    "answer|answers|post|posts|comment|comments|thread|reply|topic|message|follow-up|subreddit|forum|edit|link|upload|scan",
  ).map(phrase => [phrase, true] as const),
  ...combinations(
    "this|the present",
    "article|page|site|entry|section|list|chapter|text|recording|tape|transcript|interview|transcription|translation|essay|paper|document|book|glossary|index|edition",
    "is|was|has|needs|describes|discusses|covers|deals|concerns|may|contains|does|should|gives|will|begins|ends|continues|relies|lacks|includes|looks|examines|sets|uses|presents|summarises|summarizes|traces",
  ).map(phrase => [phrase, true] as const),
  ...combinations("this question", "is|was|has|needs|belongs|appears|seems|should").map(
    phrase => [phrase, true] as const,
  ),
  ...combinations(
    "i|i'll|i will|i'd|i would|i've|i have|let me|i just|i can",
    "post|posted|upload|uploaded|edit|edited|deleted|delete|upvoted|downvoted|add|scan|scanned|transcribed|rephrase|clarify|repeat|quote",
  ).map(phrase => [phrase, true] as const),
  ...combinations(
    "эта|этой|эту|данная|данной|вашей|моей",
    "тема|теме|тему|темы|статья|статье|статью|статьи|ветка|ветке|страница|странице|страницы|запись|записи|глава|главе|расшифровка",
  ).map(phrase => [phrase, true] as const),
  ...combinations(
    "этот|этом|этого|ваш|вашем|вашего|мой|моем|моего|данный|данном|прошлом|предыдущем",
    "ответ|ответе|ответа|вопрос|вопросе|вопроса|комментарий|комментарии|пост|посте|поста|форум|форуме|форума|топик|топике|тред|треде|текст|тексте|раздел|разделе|сайт|сайте",
  ).map(phrase => [phrase, true] as const),
  ...combinations("это|этом|ваше|вашем|мое|моем|предыдущее|предыдущем|последнее", "сообщение|сообщении|интервью").map(
    phrase => [phrase, true] as const,
  ),
  ...lines(
    `the op, op here, op is, op says, op asks, thread starter, previous poster, poster above, posts above,
    comment above, answer above, answers above, answers here, answer below, your question, my question,
    the title of the question, downvote, downvoted, upvote, upvoted, upvotes, off topic, off-topic, offtopic,
    cross-posted, crossposted, reposted, closed as a duplicate, closed as duplicate, as i said above,
    as i wrote above, as noted above, as mentioned above, as i mentioned, see above, see below, edited to add,
    edited for, many people here, people on here, people in here, the moderators, mods, to be continued,
    continued on page, continued from page, continued overleaf, end of tape, end of side, end of recording,
    end of interview, end of transcript, tape ends, tape stops, tape is turned, recording ends, recording stops,
    recording resumes, recording paused, the recorder, transcriber's note, translator's note, editor's note,
    spelling has been, names have been changed, translated from the, before we start recording, are we recording,
    for the record, for the tape, see the talk page, talk page, needs additional citations, needs citations,
    citation needed, автор темы, топикстартер, тс спрашивает, тс спрашивал, оффтоп, офтоп, оффтопик, не по теме,
    по теме, в теме, тему закрываю, тема закрыта, тема перенесена, тему перенес, модератор, модераторы, модераторам,
    на форуме, как сказано выше, как я писал выше, как писал выше, писал выше, писали выше, выше писали, выше уже,
    см выше, см ниже, постом выше, постом ниже, в первом посте, ваше сообщение, продолжение следует,
    окончание следует, продолжение на, конец записи, запись прерывается, запись обрывается, запись возобновляется,
    пленка кончилась, на пленке, в записи, интервью записано, запись сделана, расшифровка, перевод мой,
    примечание переводчика, примечание редактора, статья нуждается, в статье не хватает, отвечу позже, выложу,
    выкладываю, дополню, поправил, отредактировал`,
    true as const,
  ),
])

const remark =
  /^[[(*][^\])]{0,60}(?:laugh|inaudible|unintelligible|pause|crosstalk|applause|silence|cough|sigh|cries|crying|tape|recording|recorder|interrupt|phone rings|telephone|break|sic|illegible|crossed out|continued|cont|translat|transcri|edit|omitted|overlapping|смеется|смех|смеётся|пауза|неразборчиво|плачет|вздыхает|запись|нрзб|аплодисменты|молчит|кашляет|перебивает|продолж|прод\.|окончание|перевод|ред\.)[^\])]{0,60}[\])*]\.?$/i
const label = /^(?:edit|upd|update|p\.?s|note|nb|апд|правка|upd\.)(?: ?\d)?: ?/i

/** Whether a unit speaks about the thread, the recording or the text itself rather than its subject. */
export function isTalk(quote: string, unit: UnitWords): boolean {
  if (talk.in(unit.words)) return true
  const first = quote.charCodeAt(0)
  if ((first === 0x28 || first === 0x5b || first === 0x2a) && quote.length < 130) return remark.test(quote)
  if (label.test(quote)) return /^(?:edit|upd|апд|правка)/i.test(quote)
  return unit.words.length <= 2 && /^(?:cont|continued|продолжение|прод|окончание)\.?$/i.test(quote)
}
