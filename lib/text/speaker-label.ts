import { classAt, isSpaceAt, isUpperAt, LOWER, UPPER } from "./characters.ts"
import { lengthAt } from "./pattern-at.ts"
import { lineEnd } from "./physical-line.ts"
import { skipSpace } from "./white-space.ts"
import { wordAt } from "./word-at.ts"

const roles =
  "(?:Interviewer|Interviewee|Moderator|Narrator|Host|Guest|Speaker|Reporter|Journalist|Question|Answer|Chair(?:man|woman|person)?|" +
  "Judge|Prosecutor|Prosecution|Defen[cs]e|Counsel|Witness|Court|Respondent|Participant|Informant|Researcher|Student|Teacher|" +
  "Audience|Caller|Presenter|Anchor|Coroner|Inspector|Translator|Interpreter|Operator|Voice|Unknown|Unidentified [Ss]peaker|" +
  "President|Secretary|Historian|Archivist|Curator|Commentator|Clerk|Magistrate|Investigator|Commissioner|Doctor|Detective|" +
  "Интервьюер|Интервьюируем(?:ый|ая)|Ведущ(?:ий|ая)|Корреспондент|Корр\\.?|Журналист(?:ка)?|Вопрос|Ответ|Председатель|" +
  "Прокурор|Судья|Свидетель(?:ница)?|Подсудим(?:ый|ая)|Адвокат|Защитник|Рассказчи(?:к|ца)|Респондент(?:ка)?|Собеседни(?:к|ца)|" +
  "Информант(?:ка)?|Исследователь|Следователь|Спикер|Голос|Зритель|Слушатель|Переводчи(?:к|ца)|Эксперт|Историк|Архивист|" +
  "Гость|Участни(?:к|ца)|Модератор|Обвиняем(?:ый|ая)|Секретарь|Инт\\.|Респ\\.|Вед\\.)"
const word = "\\p{Lu}[\\p{L}'’-]{1,20}"
const initials = "\\p{Lu}\\.(?: ?\\p{Lu}\\.){0,2}"
const titled =
  "(?:Mr|Mrs|Ms|Miss|Dr|Prof|Col|Capt|Gen|Sgt|Lt|Rev|Sir|Lady|Lord|Judge|Major|Captain|Colonel|General|Professor|Father|Sister|" +
  "Г-н|Г-жа|Тов|Проф|Полковник|Майор|Генерал|Капитан|Отец|Доктор|Профессор)\\.?"
const time = "(?: ?[([](?:\\d{1,2}:)?\\d{1,2}:\\d{2}[)\\]])?"
const aside = "(?: \\([\\p{L} ,.]{2,30}\\))?"
const after = "(?=\\s*$|\\s+(?:[\\p{L}\\d\"“«„'‘(\\[—–…¿¡-]|\\.\\.))"
const afterCapital = "(?=\\s*$|\\s+(?:[\\p{Lu}(\\[—–…]|\\.\\.\\.))"

/** Labels that are one by their form: a role, initials, a title and name, capitals. */
const formal = new RegExp(
  `(?:(?:The )?${roles}(?: ?\\d{1,2}| \\p{Lu})?|${titled} (?:${initials} ?)?${word}(?: ${word})?|${titled} ${initials}|` +
    `${word} ${initials}|${initials} ?${word}|${initials}|\\p{Lu}\\p{L}{1,8}\\.|[QAВОИР]\\d{0,2}|\\p{Lu}{1,3}\\d?)${aside}${time}:${after}`,
  "uy",
)
const capitals = new RegExp(
  `(?:(?:MR|MRS|MS|DR|PROF|THE|SIR|COL|CAPT|GEN|REV)\\.? )?(?:\\p{Lu}\\. ?){0,2}\\p{Lu}[\\p{Lu}'’-]{1,16}(?:[ .]{1,2}\\p{Lu}{1,16}){0,2}(?: \\d{1,2})?${aside}${time}:${after}`,
  "uy",
)
/** Names of up to three words: a label only before a capital; before a quotation they are its source. */
const named = new RegExp(`${word}(?: ${word}){0,2}(?: \\d{1,2})?${aside}${time}:${afterCapital}`, "uy")
const bracketed = new RegExp(
  `(?:\\[${word}(?: ${word}){0,2}(?: \\d{1,2})?\\]:|\\[${roles}(?: \\d{1,2})?\\](?=\\s)|\\*\\*[\\p{L} .\\d]{1,30}(?::\\*\\*|\\*\\*:))${after}`,
  "uy",
)
const voice = /<v(?:\.[\w.]+)? [^>\n]{1,40}>|<\/v>|<[\p{L}_][\p{L}\d_-]{1,24}>(?=\s)/uy
const lettered = /[QВ]\d{0,2}\.(?=\s+["“«(]?\p{Lu})/uy

/** First words of what looks like a label and is none: notes, bibliographic and postal headers. */
const noLabel = new Set(
  `by please note warning nb ps pps fyi re fwd cc bcc tl tldr update edit disclaimer important attention caution tip hint example
   result results conclusion summary fact answer1 source sources photo photograph image picture credit author authors title topic
   from to subject date sent received email e-mail mail phone tel fax mobile address location place category categories tags
   keywords posted updated published filed views comments replies votes likes address website web url link links isbn issn doi
   above below left right top bottom opposite here there
  fig figs ex exs tel no nos cf viz prim ed eds vol jan feb mar apr aug sept oct nov dec рис табл прим напр тел заголовок
  see also moscow london paris berlin washington part chapter section volume fig figure table appendix annex step option
   problem solution background introduction abstract pros cons rating price cost hours time day week year question1 spoiler
   quote code reason reasons definition meaning translation pronunciation etymology remember thanks questions attendees agenda participants hello hi dear however therefore
   внимание важно примечание прим источник источники фото фотография автор авторы текст тема темы дата кому от копия спасибо отправлено
   рубрика рубрики теги метки просмотров просмотры сообщений сообщения сообщение регистрация откуда адрес телефон тел факс сайт
   ссылка ссылки цитата спойлер итог итого вывод выводы пример например результат причина причины факт правда часть глава раздел
   рис таблица приложение год место город цена оценка плюсы минусы название перевод редактор издательство архив фонд опись дело
   москва ленинград киев зы пс апдейт рейтинг категория категории статус группа отредактировано добавлено изменено опубликовано`.split(
    /\s+/,
  ),
)

/** The length of the label at `at` that says who speaks, such as "INTERVIEWER:", "[Speaker 2]:" or "И.:"; 0 if none. */
export function speakerLabelLength(text: string, at: number): number {
  const first = text.charCodeAt(at)
  if (first === 0x3c) return lengthAt(voice, text, at)
  if (first === 0x5b || first === 0x2a) return lengthAt(bracketed, text, at)
  const colon = colonAfterNames(text, at)
  if (colon < 0) return first === 0x51 || first === 0x412 ? lengthAt(lettered, text, at) : 0
  const head = /^[\p{L}-]+/u.exec(text.slice(at, Math.min(colon, at + 24)))?.[0] ?? ""
  if (noLabel.has(head.toLowerCase())) return 0
  return lengthAt(formal, text, at) || lengthAt(capitals, text, at) || lengthAt(named, text, at)
}

/** Whether a label in capitals stands at `at` in the midst of a line: "left. HOLLIS: Yes". */
export function capitalLabelAt(text: string, at: number): boolean {
  const colon = colonAfterNames(text, at)
  if (colon < 0 || noLabel.has(wordAt(text, at).toLowerCase())) return false
  return lengthAt(capitals, text, at) > 0 && isSpaceAt(text, colon + 1) && isUpperAt(text, skipSpace(text, colon + 1))
}

/** Where the colon after at most five capitalised words, initials or numbers stands; -1 if there is none. */
function colonAfterNames(text: string, from: number): number {
  let at = from
  const limit = Math.min(text.length, from + 60)
  for (; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x3a) return at
    if (code === 0x0a || code === 0x2c || code === 0x3b || code === 0x21 || code === 0x3f) return -1
    // Inside the brackets of an aside small letters are fine.
    if (code === 0x28 || code === 0x5b) {
      const close = text.slice(at, at + 33).indexOf(code === 0x28 ? ")" : "]")
      if (close < 0) return -1
      at += close
      continue
    }
    if (at > from && isSpaceAt(text, at - 1) && !(classAt(text, at) & UPPER) && !/[\d s]/.test(text[at] as string))
      return -1
  }
  return -1
}

/** Who put the question that an answer follows, in reports of a court: "By the Coroner:", "Cross-examined by Mr. Reed:". */
const examiner =
  /(?:By|(?:Examined|Cross-examined|Re-examined|Questioned|Re-called)\s+by)\s+(?:(?:the|an?)\s+)?(?:(?:Mr|Mrs|Dr|Capt|Sir|Hon|Rev)\.?\s+)?(?:\p{Lu}\.\s?){0,2}\p{Lu}[\p{L}'’-]{1,20}(?:\s+\p{Lu}[\p{L}'’-]{1,20}){0,2}:(?=\s+["“«(]?\p{Lu})/uy

/** The length of the label at `at` that names who put a question in court; 0 if there is none. */
export function examinerLength(text: string, at: number): number {
  return lengthAt(examiner, text, at)
}

/** Whether the label is a field of a record's head and no turn to speak: "Interviewee: Isaac Thewlis, retired plater". */
export function isRecordLine(text: string, start: number, labelEnd: number): boolean {
  const end = lineEnd(text, labelEnd)
  if (end - labelEnd > 80 || end - labelEnd < 4 || (classAt(text, start + 1) & LOWER) === 0) return false
  const rest = text.slice(labelEnd, end).trim()
  // A stop other than an initial's would end a sentence, and whether the label stands apart must not hang on the next one.
  return !/[!?…]|(?<!\p{Lu})\.|\)\)/u.test(rest) && /^\p{Lu}[\p{L}.'’-]+ (?:\(|\p{Lu})/u.test(rest)
}
