import { words } from "./abbreviations.ts"
import { classAt, isSpaceAt, LOWER } from "./characters.ts"
import { WordSet } from "./word-set.ts"

/** Capitalised words that open a sentence and stand nowhere else in running prose, but in titles. */
const openers = new WordSet(
  words(`
  He She It They We This That These Those There His Her Its Their Our However But When After If Because Although While
  Since So Then What Why How Where Who Is Are Was Were Do Does Did Can Could Will Would Should Have Has Now Also Here
  Great Good Best Very Highly
  Their My You Your Please Thanks Not No Nobody Everyone Some Many Most All Once As
  Он Она Оно Они Это Этот Эта Эти Его Её Ее Их Мы Но А И Однако Потом Затем Тогда Там Тут Здесь Когда После Если Потому
  Поэтому Хотя Также Так Как Что Кто Где Почему Зачем В На С По Из За От До Для При У Об О К Не Все Всё Уже Ещё Еще Только Мой
  Моя Наш Наша Даже Именно Вот Тоже Теперь Сейчас Позже Впоследствии Кроме Среди Согласно
`),
)

/** Words before a title or name that a sentence does not end with. */
const leaning = new WordSet(
  words(`
  a an the of and or but to in on at by for from with as that than is was were are be been said says called titled named song film book
  novel play album band magazine newspaper poem show series title word words like about into and/or
  и а но или в во на с со к ко по из за от до для при у о об что как не ни роман книга книге фильм фильме песня песне газета газете журнал журнале
  книгу песню статья статье статью повесть поэма пьеса слово слова группа группе группы фильма романа
`),
)

/**
 * Whether a sentence begins at `next` although the stop before it was lost: "they never met He was". The word before
 * `end` is small, the next one is a word that opens sentences, with a capital, and the one after is small.
 */
export function lostStop(text: string, unitStart: number, end: number, next: number): boolean {
  if (!(classAt(text, end - 1) & LOWER)) return false
  let after = next + 1
  while (classAt(text, after) & LOWER) after++
  if (text.charCodeAt(after) !== 0x20 || !(classAt(text, after + 1) & LOWER)) return false
  if (!openers.holds(text, next, after)) return false
  let start = end
  const floor = Math.max(unitStart, end - 28)
  while (start > floor && !isSpaceAt(text, start - 1)) start--
  if (start === unitStart || !(classAt(text, start) & LOWER)) return false
  return !leaning.holds(text, start, end)
}
