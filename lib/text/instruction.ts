import { isUpperAt } from "./characters.ts"
import type { UnitWords } from "./unit-words.ts"

const imperatives = new Set(
  `please see note consider read look click compare remember notice imagine suppose assume think check visit try take give
   know learn find explore discover discuss browse cite add provide use ask contact send let don't do never keep make stop
   avoid follow choose select enter download subscribe share join register watch listen explain tell say show show post edit
   quote ignore forget recall observe cf write call go get turn put bring help wait
   смотрите смотри см прочтите читайте прочитайте посмотрите вспомните вспомним заметьте представьте сравните сравни ср
   укажите пожалуйста приведите подумайте обратите напишите пишите скажите объясните расскажите добавьте проверьте учтите
   не`.split(/\s+/),
)
/** Imperatives that are as often nouns or other parts of speech: they need a hint after them. */
const doubtfulImperatives = new Set(
  `note notice look use let do make take give think know show post edit quote call go get turn put help watch share wait say
   find visit contact stop never don't try keep tell read see write send ask check add bring follow join learn`.split(
    /\s+/,
  ),
)
const afterImperative = new Set(
  `the a an this that these those it them him her me us your my his its their our out at for to about if how what why who
   all any some more also not be sure no on in into up here there that's and yourself each every with
   from`.split(/\s+/),
)

/** Whether a unit begins with an imperative to the reader or to another poster. */
export function isInstruction(text: string, unit: UnitWords): boolean {
  let index = 0
  if (/^(?:so|and|but|also|now|then|just|first|again|well|ok|also|instead|и|а|но|also)$/.test(unit.words[0] as string))
    index = 1
  const word = unit.words[index]
  if (word === undefined || !imperatives.has(word)) return false
  if (word === "do" || word === "don't" || word === "never" || word === "не") {
    return word !== "не" && word !== "never"
      ? imperatives.has(unit.words[index + (unit.words[index + 1] === "not" ? 2 : 1)] ?? "")
      : false
  }
  const next = unit.words[index + 1]
  if (next === undefined) return unit.words.length === 1 && word !== "note"
  if (word === "let") return next !== "me" && next !== "us"
  if (doubtfulImperatives.has(word))
    return afterImperative.has(next) || isUpperAt(text, unit.starts[index + 1] as number)
  return true
}
