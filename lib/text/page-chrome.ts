import { isUpperAt } from "./characters.ts"
import { CHROME, SHORT_CHROME } from "./openings.ts"
import { lines, phraseTable } from "./phrases.ts"
import type { UnitWords } from "./unit-words.ts"

/** Wordings of page furniture, wherever they stand in a unit. */
const chrome = phraseTable<true>(
  lines(
    `digitized by, digitised by, scanned by, scanned from, microfilmed by, fact-checked by, fact checked by, ocr by, rss feed, rss reader, copy and paste this url, site design, user contributions licensed, all rights reserved, continued on page, continued from page, continued overleaf, continued on p, apply box, reply box, write box,
    privacy policy, cookie policy, cookie settings, cookie preferences, terms of service, terms of use,
    terms and conditions, accept cookies, accept all cookies, we use cookies, uses cookies, this site uses,
    create a free account, subscribe to our, subscribe now, our newsletter, get unlimited access, free trial,
    free delivery, free shipping, limited offer, add to cart, add to basket, buy now, shop now, order now,
    download the app, download our app, enable javascript, quick overview of the site, browse other questions,
    detailed answers to any, stack exchange network, q a communities, back them up with references,
    making statements based on opinion, asking for help clarification, thanks for contributing an answer,
    not the answer you're looking for, know someone who can answer, share a link to this, skip to content,
    skip to main content, jump to navigation, jump to search, jump to content, hot network questions,
    articles from britannica, britannica encyclopedias, post your answer, forgot your password,
    you must be logged in, users browsing this, members online, powered by, from wikipedia the free encyclopedia,
    creative commons attribution, text is available under, available under the creative commons, terms may apply,
    last edited by, last edited on, last modified on, last updated, page was last, printed and published,
    price one penny, price twopence, все права защищены, подпишитесь на, подписывайтесь на, перейти к содержанию,
    перейти к навигации, перейти к поиску, перейти на страницу, материал из википедии, политика конфиденциальности,
    политикой конфиденциальности, пользовательское соглашение, пользовательского соглашения, использует cookie,
    используем cookie, файлы cookie, файлов cookie, войти на сайт, войдите или зарегистрируйтесь,
    зарегистрируйтесь или войдите, авторизуйтесь, текст доступен по лицензии, creative commons,
    последнее редактирование, последний раз редактировалось, последний раз редактировал, сообщение отредактировал,
    сообщение отредактировано, отредактировано модератором, последняя правка, эта страница в последний раз,
    при использовании материалов, перепечатка материалов, копирование материалов, кто сейчас на форуме,
    сейчас на форуме, сейчас эту тему просматривают, эту тему просматривают, зарегистрированных пользователей,
    нет зарегистрированных, бесплатная доставка, добавить в корзину, в корзину, скачать приложение, читайте нас,
    версия для печати, показать все комментарии, ваш браузер`,
    true as const,
  ),
)

/** Wordings of page furniture that sentences also use: they count in a short unit, or at its start. */
const shortChrome = phraseTable<true>(
  lines(
    `sign up, sign in, log in, create an account, improve this answer, improve this question, add a comment,
    click here, read more, learn more, show more, show less, load more, see more, see also related, by clicking,
    your privacy, advertisement, sponsored, promoted, related articles, related questions, related posts,
    related stories, you may also like, more from, most read, most popular, trending now, recommended for you,
    newsletter, view all, see all, back to top, back to index, follow us, share this, share on, highest score,
    sorted by, sort by, table of contents, print this page, email this, leave a comment, leave a reply,
    post a comment, previous post, next post, previous page, next page, mark as read, filed under, posted in,
    posted on, posted by, tagged with, member since, joined in, active members, situations vacant, to let, for sale,
    читать далее, читать дальше, читать также, читать полностью, читайте также, подписаться, поделиться, править код,
    показать еще, на главную, зарегистрироваться, реклама, об авторе, вернуться к началу, вернуться наверх, наверх,
    к началу страницы, ответить с цитированием, начать новую тему, создать тему, личное сообщение, похожие темы,
    похожие статьи, по теме, еще по теме, оставить комментарий, добавить комментарий, комментарии закрыты,
    все записи, все темы, следующая тема, предыдущая тема, список форумов, текущее время, часовой пояс, рейтинг темы,
    опции темы, поиск по, на правах рекламы`,
    true as const,
  ),
)

/** Single words of menus, buttons and member panels. */
const buttons = new Set(
  `reply quote report share like likes login logout register home search forum forums forumindex next previous prev page pages
   edit delete print email flag follow subscribe save menu contact faq help about archive archives news sitemap account profile
   members memberlist calendar top bottom index contents tweet facebook twitter instagram youtube pinterest telegram rss comments
   comment cookies privacy terms advertisement ad ads close cancel submit ok view views bookmark settings permalink upvote downvote
   tags unanswered questions badges companies teams collectives beta tools unread watchlist history talk read donate store shop cart checkout photos video videos gallery joined posts location offline online guest
   moderator administrator admin member newbie veteran user users thanks thanked reputation karma
   ответить цитировать цитата пожаловаться поделиться нравится войти вход выйти выход регистрация поиск форум форумы главная
   назад вперед далее страница страницы стр наверх вверх вниз изменить удалить печать распечатать подписаться отписаться
   сохранить меню контакты помощь правила архив новости карта сайта кабинет профиль участники пользователи календарь содержание
   вконтакте одноклассники телеграм комментарии комментировать реклама закрыть отмена отправить просмотр просмотров просмотры
   история обсуждение читать править магазин корзина фото видео галерея сообщений сообщения откуда офлайн онлайн оффлайн гость
   модератор администратор участник новичок ветеран старожил спасибо репутация карма рейтинг темы тема ответов ответы лайк
   благодарности поблагодарили активный зарегистрирован пользователь группа возраст пол город баллов раздел разделы скрыть
   показать вложения спойлер`.split(/\s+/),
)

/** A heading of a panel before its value: "Joined: 12.03.2008", "Сообщений: 312", "Tags: mill, fire". */
const panel =
  /^(?:заголовок(?: сообщения)?|прикрепленные файлы|прикреплённые файлы|вложени[ея]|вложенные файлы|attached files?|attachments?|interviewer|interviewee|interviewed|narrator|transcriber|transcript|recorded|date of interview|place|length|tape|side|asked|answered|modified|viewed|интервьюер|респондент|дата записи|отредактировано|posts|joined|location|likes|views|replies|reputation|registered|member since|tags?|filed under|categor(?:y|ies)|topics?|related|share|from|subject|date|to|message|published|updated|last updated|posted|source url|isbn|issn|doi|print|сообщени[йея]|спасибо|репутация|регистрация|зарегистрирован[а]?|откуда|просмотр(?:ов|ы)|ответ(?:ов|ы)|баллов|карма|теги?|метки|рубрик[аи]|категори[яи]|раздел|дата|опубликовано|обновлено|добавлено|тема|статус|пол|город|группа|имя|прочитано|комментари(?:ев|и)|поблагодарили|благодарностей|рейтинг|возраст|подпись|адрес|на форуме с|в теме|страниц[аы]?)(?: \(?\p{L}{1,12}\)?)?: ?\S/iu
const weekdays =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:^|[\s,])(?:понедельник|вторник|сред[аы]|четверг|пятниц[аы]|суббот[аы]|воскресенье|воскресенья)(?=[\s,.])/iu
const papers =
  /(?:^|[\s"«])(?:times|herald|gazette|mercury|post|news|journal|chronicle|courier|mail|standard|observer|tribune|sun|star|telegraph|examiner|advertiser|argus|echo|press|register|sentinel|bulletin|dispatch|despatch|globe|guardian|record|daily|weekly|evening|morning|intelligencer|leader|вестник|ведомости|известия|газета|листок|новости|курьер|голос|правда|труд|заря|знамя|звезда|край|слово|день)(?=$|[\s,.:;"»—–-])/iu
const issue =
  /(?:^|[\s,.;(—–-])(?:vol\.? ?[\divxlc]+|no\.? ?\d+|№ ?\d+|p(?:age|\.) ?\d+|стр\.? ?\d+|price|цена|год издания|page [a-z]+)(?=$|[\s,.;:)—–-])/iu
const dated = /\b1[5-9]\d\d\b|\b20\d\d\b/

/** A price in old money or new, as advertisements give it. */
const price = /\d ?[½¼¾]?d\.(?=$|[\s,;.])|\d+s\. ?\d+[½¼¾]?d|[$€£]\d+\.\d\d|\d ?(?:руб|коп)\.(?: [^\p{L}]|$)/u

/** The number of a page or picture that closes a header: "Old Mill Project — page 4", "Image 4 of 8". */
const numbered =
  /(?:[—–|·] ?(?:page|p\.|стр(?:аница|\.)) ?\d{1,4}|(?:^|\s)(?:image|frame|page|scan|sheet|slide|кадр|лист|страница) \d{1,4} (?:of|из) \d{1,4})$/i
/** A table of contents that ran into one line. */
const contents =
  /^(?:table of )?(?:contents|содержание|оглавление)(?: ?\[?(?:hide|show|скрыть|показать)\]?)?\s+1[.)]?\s[^\n]{1,120}?\s2[.)]?\s/i

/** Words of a unit in which a short wording of page furniture counts wherever it stands. */
const fewWords = 5

/** Which wording of page furniture a word may begin, as bits of `openings.ts`. */
export const chromeBits = (word: string): number =>
  (chrome.opens(word) ? CHROME : 0) | (shortChrome.opens(word) ? SHORT_CHROME : 0)

/** Whether the unit `[start, end)` is page furniture: by its wording, as a menu, a panel, a running header or links. */
export function isPageChrome(text: string, start: number, end: number, unit: UnitWords): boolean {
  const { words } = unit
  const short = (unit.opening & SHORT_CHROME) !== 0
  if (unit.opening & CHROME && chrome.in(words)) return true
  if (short && (words.length <= fewWords ? shortChrome.in(words) : shortChrome.at(words, 0) !== null)) return true
  const quote = text.slice(start, Math.min(end, start + 600))
  if (words.length <= 60 && short && !/[.!?;]$/.test(quote) && shortChrome.in(words) && menuWords(words) >= 2)
    return true
  if (unit.digits && unit.firstFinite < 0 && words.length <= 16 && numbered.test(quote)) return true
  if (unit.digits && contents.test(quote)) return true
  if (words.length <= 24 && isMenu(quote, words)) return true
  if (words.length <= 16 && panel.test(quote) && unit.firstFinite <= 0) return true
  if (words.length <= 18 && unit.firstFinite < 0 && isRunningHeader(text, quote, unit)) return true
  if (words.length <= 14 && unit.firstFinite < 0 && price.test(quote)) return true
  return isLinkList(quote, text, unit)
}

function menuWords(words: readonly string[]): number {
  let count = 0
  for (const word of words) if (buttons.has(word)) count++
  return count
}

/** Whether the last three words or more are buttons', after the name of a site. */
function endsInButtons(words: readonly string[]): boolean {
  return words.length > 3 && words.slice(-3).every(word => buttons.has(word)) && new Set(words.slice(-3)).size === 3
}

/** Whether most words of a unit without a stop are words of buttons. */
function isMenu(quote: string, words: readonly string[]): boolean {
  if (/[!?,;]$|[а-яa-z] ?\.$/.test(quote)) return false
  if (endsInButtons(words)) return true
  let buttonWords = 0
  let others = 0
  for (const word of words) {
    if (buttons.has(word)) buttonWords++
    else if (!/^\d/.test(word)) others++
  }
  return words.length === 1
    ? buttonWords === 1 &&
        !/:$/.test(quote) &&
        !/^(?:history|works|contents|news|help|index|история|новости|содержание)$/.test(words[0] as string)
    : buttonWords >= 2 && others <= buttonWords / 2
}

/** Whether the unit is the head of a page: a paper's name or its number with a day, or a page with a title. */
function isRunningHeader(text: string, quote: string, unit: UnitWords): boolean {
  const capitals = unit.starts.filter(at => isUpperAt(text, at) || /\d/.test(text[at] as string)).length
  if (capitals < unit.words.length * 0.6) return false
  const paper = papers.test(quote)
  if (issue.test(quote) && (paper || dated.test(quote) || weekdays.test(quote) || unit.words.length <= 8)) return true
  if (weekdays.test(quote) && dated.test(quote)) return true
  const shouted = quote === quote.toUpperCase()
  return paper && dated.test(quote) && (shouted || /^the /i.test(quote) || /\d{1,2}/.test(quote.replace(dated, "")))
}

/** Whether a unit without a stop, or with several titles set off by commas or bars, is a run of links. */
function isLinkList(body: string, text: string, unit: UnitWords): boolean {
  if (unit.words.length < 3 || !/[,|·•»›>→]/.test(body)) return false
  if (/[|·•»›>→]| \/ /.test(body) && body.split(/ [|·•»›>→/] | ?\| ?/).length > 2) return true
  if (unit.words.length < 6) return false
  if (body.indexOf(", ", body.indexOf(", ") + 1) <= body.indexOf(", ")) return false
  const titles = body.split(/,+ /)
  const capitals = unit.starts.filter(at => isUpperAt(text, at)).length
  if (titles.length >= 3 && / [-–—] [^,]+,+ .* [-–—] /.test(body)) return capitals >= unit.words.length * 0.4
  const headlines = titles.filter(title =>
    /^(?:How|Why|What|The|Who|Where|When|Start|Detailed|Discuss|Browse|Как|Почему|Кто|Где|Что)(?![\p{L}])/u.test(title),
  )
  return titles.length >= 3 && headlines.length >= 2
}
