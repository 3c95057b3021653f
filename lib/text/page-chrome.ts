import { isUpperAt } from "./characters.ts"
import { lines, phraseTable } from "./phrases.ts"
import type { UnitWords } from "./unit-words.ts"

/** Wordings of page furniture, wherever they stand in a unit. */
const chrome = phraseTable<true>(
  lines(
    `rss feed
    rss reader
    copy and paste this url
    site design
    user contributions licensed
    all rights reserved
    privacy policy
    cookie policy
    cookie settings
    terms of service
    terms of use
    accept cookies
    we use cookies
    create a free account
    subscribe to our
    subscribe now
    our newsletter
    quick overview of the site
    browse other questions
    detailed answers to any
    stack exchange network
    q a communities
    back them up with references
    making statements based on opinion
    asking for help clarification
    thanks for contributing an answer
    not the answer you're looking for
    know someone who can answer
    share a link to this
    skip to content
    jump to navigation
    skip to main content
    hot network questions
    articles from britannica
    britannica encyclopedias
    post your answer
    все права защищены
    подпишитесь на
    перейти к содержанию
    политика конфиденциальности
    пользовательское соглашение
    войти на сайт`,
    true as const,
  ),
)

/** Wordings of page furniture that sentences also use: they count in a short unit, or at its start. */
const shortChrome = phraseTable<true>(
  lines(
    `sign up
    sign in
    log in
    create an account
    improve this answer
    improve this question
    add a comment
    click here
    read more
    learn more
    show more
    load more
    by clicking
    your privacy
    advertisement
    sponsored
    related articles
    related questions
    newsletter
    view all
    see all
    back to top
    follow us
    share this
    share on
    highest score
    sorted by
    читать далее
    читать также
    читайте также
    подписаться
    поделиться
    материал из википедии
    править код
    показать еще
    на главную
    зарегистрироваться
    реклама
    об авторе`,
    true as const,
  ),
)

/** Words of a unit in which a short wording of page furniture counts wherever it stands. */
const fewWords = 5

/** Whether the unit `[start, end)` is page furniture: by its wording, or as a run of links. */
export function isPageChrome(text: string, start: number, end: number, unit: UnitWords): boolean {
  const { words } = unit
  if (chrome.in(words) || (words.length <= fewWords ? shortChrome.in(words) : shortChrome.at(words, 0) !== null)) {
    return true
  }
  return isLinkList(text, start, end, unit)
}

/** Whether a unit without a stop, or with several titles set off by commas or bars, is a run of links. */
function isLinkList(text: string, start: number, end: number, unit: UnitWords): boolean {
  if (unit.words.length < 6) return false
  const body = text.slice(start, Math.min(end, start + 600))
  const bars = body.split(/ [|·•»›] /).length - 1
  if (bars >= 2) return true
  const titles = body.split(/,+ /)
  const capitals = unit.starts.filter(at => isUpperAt(text, at)).length
  if (titles.length >= 3 && / [-–—] [^,]+,+ .* [-–—] /.test(body)) return capitals >= unit.words.length * 0.4
  const headlines = titles.filter(title =>
    /^(?:How|Why|What|The|Who|Where|When|Start|Detailed|Discuss|Browse)\b/.test(title),
  )
  return titles.length >= 3 && headlines.length >= 2
}
