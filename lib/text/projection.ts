import type { Cue } from "../domain/unit.ts"
import type { UnitWords } from "./unit-words.ts"

/** Russian verbs in a form that can only be future: "поднимет", "рухнет", "найдут". */
const russianFuture =
  /^(?:по|за|у|ис|из|ру|воз|вс|с|об|от|при|пере|под|раз|рас|до|вы|про|на).*(?:[кбхрпзсч]нет|[кбхрпзсч]нут|йдет|йдут|нимет|нимут|мрет|мрут|рнется|рнутся|анет|анут|ложит|учит|ведаем)$|^по.*еет$/

/** Russian perfective verbs of what will come out, be shown or be judged, in the third person. */
const willBeInRussian =
  /^(?:рассекрет[ия]т|откро[ею]т|вскро[ею]т|раскро[ею]т|покаж[еу]т|докаж[еу]т|подтверд[ия]т|опровергн[еу]т|опублику[ею]т|напечата[ею]т|пойм[еу]т|вспомн[ия]т|забуд[еу]т|прост[ия]т|оцен[ия]т|повер[ия]т|призна[ею]т|реш[ия]т|найд[еу]т|верн[еу]т|отдадут|скаж[еу]т|расскаж[еу]т|ответ[ия]т|объясн[ия]т|восстанов[ия]т|построят|снес[еу]т|закро[ею]т|исчезн[еу]т|останется|останутся|окажется|окажутся|выяснится|выяснятся|вскроется|подтвердится|найд[еу]тся|верн[её]тся|вернутся|откроется|откроются|развалится|закончится|кончится|забудется|изменится|разберутся|разбер[её]тся|докопаются|всплыв[её]т|всплывут)$/

/** The first finite verb outside a clause between commas; -1 if there is none. */
function mainVerb(text: string, unit: UnitWords): number {
  let at = unit.firstFinite
  if (at <= 0 || at > 24 || unit.lastFinite === at || !isRelative(text, unit, at)) return at
  at++
  while (at < unit.words.length && !(unit.finite[at] && /,/.test(text.slice(unit.ends[at - 1], unit.starts[at])))) at++
  return at < unit.words.length ? at : unit.firstFinite
}

/** Whether a relative word after a comma opens the clause of the verb at `at`. */
function isRelative(text: string, unit: UnitWords, at: number): boolean {
  for (let before = at; before > 0 && before > at - 12; before--) {
    if (!text.slice(unit.ends[before - 1], unit.starts[before]).includes(",")) continue
    return [before, before + 1].some(index =>
      /^(?:who|whom|which|whose|where|котор[а-я]+|где)$/.test(unit.words[index] ?? ""),
    )
  }
  return false
}

/** Whether a unit says in its own voice what will happen, or what would: its first verb looks ahead. */
export function isProjection(text: string, unit: UnitWords, cues: readonly Cue[]): boolean {
  if (cues.some(cue => (cue.kind === "attribution" || cue.kind === "vague-source") && cue.strength === 2)) return false
  const { words } = unit
  const first = mainVerb(text, unit)
  if (first < 0) return false
  const word = words[first] as string
  const subject = words[first - 1] ?? ""
  if (/^(?:will|won't|shall)$/.test(word) || /'ll$/.test(word)) {
    const perfect =
      words[first + 1] === "have" &&
      !/^(?:a|an|the|no|to|its|his|her|their|much|little|many|few)$/.test(words[first + 2] ?? "")
    return (
      (first > 0 || /'ll$/.test(word)) && !/^(?:i|we|you)$/.test(subject) && !/^(?:i|we|you)'ll$/.test(word) && !perfect
    )
  }
  if (/^(?:is|are)$/.test(word) && words[first + 1] === "going" && words[first + 2] === "to") return subject !== "we"
  if (/^(?:будет|будут)$/.test(word)) return words.length > first + 1
  if (willBeInRussian.test(word))
    return (
      !unit.digits && !words.some(other => /^(?:позже|позднее|потом|впоследствии|спустя|если|когда|как)$/.test(other))
    )
  if (russianFuture.test(word) && !/^(?:станет|достанет)$/.test(word)) return true
  if (
    unit.digits ||
    words.some(other => /^(?:later|often|always|usually|every|sometimes|if|used|go|become|then)$/.test(other))
  )
    return false
  if (word === "would") {
    return (
      first > 0 &&
      unit.lastFinite === first &&
      !/^(?:i|we|you|he|she|they)$/.test(subject) &&
      !/^(?:have|not|come|say|tell|sit|walk|take)$/.test(words[first + 1] ?? "")
    )
  }
  if (/^(?:could|might|may)$/.test(word))
    return (
      unit.lastFinite === first && words.some(other => /^(?:still|again|more|yet|someday|future|tomorrow)$/.test(other))
    )
  return false
}
