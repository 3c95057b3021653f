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
    recording resumes, recording paused, the recorder, transcriber's note, translator's note, editor's note,
    spelling has been, names have been changed, translated from the, before we start recording, are we recording,
    for the record, for the tape, see the talk page, talk page, needs additional citations, needs citations,
    in our next issue, in our last issue, in our next number, our readers will find, the foregoing was, the above was, the following was,
    this next bit, side a ends, side b begins, side a begins, side b ends, the recording was, this is not an answer, not an answer but, your title, edited hope, the last words are,
    too long for a comment, у меня опечатка, моя опечатка, тут опечатка, там опечатка, привожу, в другой теме, в соседней теме,
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

/** A remark in brackets on the recording or the rendering; a noise by itself is a fragment. */
const remark =
  /^[[(*][^\])]{0,80}(?:tape (?:stops|ends|runs|is|was)|recording (?:stops|ends|resumes|paused|is|was)|recorder|\bsic\b|crossed out|continued|\bcont\b|translat|transcri|edited|omitted|пропуск|запись (?:прер|обор|возоб)|продолж|прод\.|окончание|перевод|\bред\.)[^\])]{0,80}[\])*]\.?$/i
const label = /^(?:edit|upd|update|p\.?s|note|nb|апд|правка|upd\.)(?: ?\d)?: ?/i

/** Whether a word may begin talk about the thread. */
export const opensTalk = (word: string): boolean => talk.opens(word)

/** Whether a unit speaks about the thread, the recording or the text itself rather than its subject. */
export function isTalk(quote: string, unit: UnitWords): boolean {
  if (unit.opening & TALK && talk.in(unit.words)) return true
  const first = quote.charCodeAt(0)
  if ((first === 0x28 || first === 0x5b || first === 0x2a) && quote.length < 130) return remark.test(quote)
  if (label.test(quote)) return /^(?:edit|upd|апд|правка)/i.test(quote)
  return unit.words.length <= 2 && /^(?:cont|continued|продолжение|прод|окончание)\.?$/i.test(quote)
}
