import { TALK } from "./openings.ts"
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
  ...combinations(
    "the|our",
    "transcript|transcription|recording|tape",
    "has been|begins|ends|breaks off|runs out|ran out|cuts off|resumes",
  ).map(phrase => [phrase, true] as const),
  ...combinations("the reel|this reel|the cassette", "is nearly|is almost|ends|ran out|runs out").map(
    phrase => [phrase, true] as const,
  ),
  ...combinations(
    "minutes|part|parts|side|end|rest|beginning|start|half|quality|portion|stretch",
    "of",
    "the|this|our",
    "tape|recording|transcript|transcription|reel|cassette|interview",
  ).map(phrase => [phrase, true] as const),
  ...combinations("our|this paper's", "present|last|next|previous", "issue|number").map(
    phrase => [phrase, true] as const,
  ),
  ...combinations(
    "in",
    "last week's|yesterday's|to-day's|today's|tuesday's|saturday's|this week's",
    "issue|paper|number",
  ).map(phrase => [phrase, true] as const),
  ...combinations(
    "figures|names|items|news|letters|notices|in",
    "in this column|of this column|in these columns|in our columns|of our columns",
  ).map(phrase => [phrase, true] as const),
  ...combinations(
    "voting|voted|vote|flagging|flagged",
    "to close as|to reopen as|to delete as|as a duplicate|as off-topic",
  ).map(phrase => [phrase, true] as const),
  ...combinations(
    "i've|i have|we've|we have|i",
    "said|told you|mentioned|explained",
    "that already|this already|so already|already",
  ).map(phrase => [phrase, true] as const),
  ...combinations(
    "we|i|we'd|i'd|let's|let us|shall we",
    "had better|better|can|could|should|must|have to|will|",
    "stop there|stop here|leave it there|pause there|stop the tape|break here|end there",
  ).map(phrase => [phrase, true] as const),
  ...combinations(
    "огромное спасибо|большое спасибо|спасибо|благодарю",
    "за",
    "тетрадь|скан|сканы|ссылку|ссылки|ответ|ответы|помощь|подсказку|информацию|тему|фото|снимок|документ|документы|отрывок|перевод|пост|наводку|разъяснение|уточнение",
  ).map(phrase => [phrase, true] as const),
  ...combinations("конец|начало", "отрывка|цитаты|фрагмента|выписки|текста|страницы|листа|пленки").map(
    phrase => [phrase, true] as const,
  ),
  ...combinations(
    "continuation|remainder|conclusion|rest",
    "of this|of the",
    "report|article|story|letter|column",
    "will|is|appears|follows|on",
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
    end of tape, end of side, end of recording,
    end of interview, end of transcript, tape ends, tape stops, tape is turned, recording ends, recording stops,
    recording resumes, recording paused, the recorder, transcriber's note, translator's note, editor's note, thread locked, topic locked, thread closed, topic closed, threads merged, merged the threads, merged the two threads,
    decline to print, decline to publish, decline to insert, тему можно закрывать, тему можно закрыть, закройте тему, прошу закрыть тему,
    spelling has been, names have been changed, translated from the, before we start recording, are we recording,
    for the record, for the tape, see the talk page, talk page, needs additional citations, needs citations,
    in our next issue, in our last issue, in our next number, our readers will find, the foregoing was, the above was, the following was,
    this next bit, side a ends, side b begins, side a begins, side b ends, the recording was, this is not an answer, not an answer but, your title, edited hope, the last words are,
    crowded out of, crowded out by, unavoidably held over, held over until, stand over until, stands over until, until our next,
    pressure on our space, do not hold ourselves responsible, not responsible for the opinions, opinions of our correspondents,
    opinions expressed by our correspondents, we regret the error, regrets the error, regret to have misspelled, by a printer's error, have read the other question, see the other question, moved to chat, read the faq,
    редакция не несет, редакция не отвечает, мнение редакции, в прошлом номере, в следующем номере, в предыдущем номере, в нашем номере,
    в вашем номере, приносим извинения, письма в редакцию, по вине типографии, too long for a comment, у меня опечатка, моя опечатка, тут опечатка, там опечатка, привожу, в другой теме, в соседней теме,
    тему почистил, почистил тему, флуд, флуда, прошу прощения за, quoting from memory, typing this, on my phone, автор темы, топикстартер, тс спрашивает, тс спрашивал, оффтоп, офтоп, оффтопик, не по теме,
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

/** Verbs of a poster's own doings and what they are done to. */
const postingVerb =
  /^(?:открываю|открыл|открыла|закрываю|закрыл|закрыла|переношу|перенес|перенесла|создаю|создал|создала|поднимаю|подниму|прикрепил|прикрепила|прикрепляю|прикреплю|приложил|приложила|прилагаю|выложил|выложила|выкладываю|выложу|загрузил|загрузила|залил|залила|скинул|скинула|удалил|удалила|исправил|исправила|поправил|поправила|отредактировал|отредактировала|чищу|почистил|attach|attached|attaching|uploaded|uploading|pasted|pasting|reposting)$/
const posted =
  /^(?:тем[уыа]|ветк[уи]|топик|скан|сканы|фото|фотографи[юи]|файл|файлы|ссылк[уи]|пост|сообщени[еяю]|картинк[уи]|снимок|снимки|отрывок|scans?|photos?|files?|links?|thread|post|screenshots?|pictures?|images?)$/

/** Whether a short unit says that its writer opens, closes, attaches or corrects something of the thread. */
function tellsOfPosting({ words }: UnitWords): boolean {
  const verb = words.findIndex(word => postingVerb.test(word))
  if (verb < 0 || verb > 5 || !words.slice(0, verb).every(word => posted.test(word) || beforePosting.has(word)))
    return false
  return words.slice(Math.max(0, verb - 4), verb + 5).some(word => posted.test(word))
}

/** What may stand before such a verb when the writer is its subject. */
const beforePosting = new Set(
  `я мы i we i've we've i'm i'll have am will just here на время пока ниже выше тут здесь уже еще вот сейчас временно и а но ну
   сам сама эту новую отдельную старую свой свои первый`.split(/\s+/),
)

/** What somebody does in a remark in brackets: "[laughs]", "[Clock strikes.]". */
const doing =
  /^[[(*](?:[\p{L}'’.-]{1,20} ){0,4}(?:(?<=(?:both|all|they|two|three|men|women|people|others|everyone|[a-z]{3}s) )(?:laugh|chuckle|giggle|sigh|cough|weep|pause|smile|nod|shrug|sing|whisper)|laughs|chuckles|giggles|sighs|coughs|weeps|cries|pauses|smiles|nods|shrugs|sings|whispers|points|gestures|strikes|rings|barks|knocks|enters|leaves|rises|hesitates|стучит|смеется|смеются|вздыхает|плачет|кашляет|молчит|улыбается|кивает|поет|звонит|входит|выходит|показывает)(?:[ .;,][^\])]{0,40})?[\])*]\.?$/iu

/** A remark in brackets on the recording or the rendering; a noise that no verb tells of is a fragment. */
const remark =
  /^[[(*][^\])]{0,80}(?:tape (?:stop|end|run|is|was|paus|turn|chang|resum|damag|break|cut)|recording (?:stop|end|resum|paus|is|was|break|cut)|inaudible|illegible|unintelligible|indistinct|undecipherable|unreadable|torn|missing|blank|crosstalk|неразборч|нрзб|не разобрать|утрачен|вырван|стерт|recorder|\bsic\b|crossed out|continued|\bcont\b|translat|transcri|edited|omitted|пропуск|запись (?:прер|обор|возоб)|продолж|прод\.|окончание|перевод|\bред\.)[^\])]{0,80}[\])*]\.?$/i
const label = /^(?:edit|upd|update|p\.?s|note|nb|апд|правка|upd\.)(?: ?\d)?: ?/i

/** Whether a word may begin talk about the thread. */
export const opensTalk = (word: string): boolean => talk.opens(word)

/** Whether a unit speaks about the thread, the recording or the text itself rather than its subject. */
export function isTalk(quote: string, unit: UnitWords): boolean {
  if (unit.opening & TALK && talk.in(unit.words)) return true
  if (unit.words.length <= 20 && tellsOfPosting(unit)) return true
  const first = quote.charCodeAt(0)
  if ((first === 0x28 || first === 0x5b || first === 0x2a) && quote.length < 130)
    return remark.test(quote) || doing.test(quote)
  if (label.test(quote)) return /^(?:edit|upd|апд|правка)/i.test(quote)
  return unit.words.length <= 2 && /^(?:cont|continued|продолжение|прод|окончание)\.?$/i.test(quote)
}
