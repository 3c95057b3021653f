import type { Likeness, Reading } from "../domain/likeness.ts"
import { dateCues } from "./dates.ts"
import type { Said, SaidWord } from "./said.ts"
import { spelled } from "./spelling.ts"

/** What somebody or something undergoes, by the words that say so; `once` when it happens to one only once. */
const kinds: readonly { readonly name: string; readonly once: boolean; readonly words: string }[] = [
  { name: "birth", once: true, words: "born родился родилась родились" },
  {
    name: "death",
    once: true,
    words: `died dies executed assassinated murdered hanged beheaded умер умерла умерли скончался скончалась погиб погибла погибли
      расстрелян расстреляна расстреляли казнен казнена убит убита`,
  },
  { name: "arrest", once: false, words: "arrested detained арестован арестована арестованы арестовали арестовал" },
  {
    name: "exile",
    once: false,
    words:
      "exiled banished expelled deported выслан выслана высланы выслали сослан сослана сосланы сослали изгнан изгнана депортирован",
  },
  { name: "marriage", once: false, words: "married wed женился вышла обвенчались поженились" },
  { name: "founding", once: true, words: "founded established основан основана основано учрежден учреждена" },
  { name: "appointment", once: false, words: "appointed назначен назначена назначили" },
  { name: "election", once: false, words: "elected избран избрана избрали" },
  {
    name: "dismissal",
    once: false,
    words: "dismissed sacked ousted снят снята отстранен отстранена уволен уволена отстранил уволили",
  },
  { name: "sentence", once: false, words: "sentenced convicted приговорен приговорена приговорили осужден осуждена" },
  { name: "release", once: false, words: "released freed освобожден освобождена освободили" },
  { name: "arrival", once: false, words: "arrived landed прибыл прибыла прибыли" },
  { name: "opening", once: false, words: "opened inaugurated открыт открыта открыто открыли открылся открылась" },
  { name: "closing", once: false, words: "closed закрыт закрыта закрыто закрыли закрылся закрылась" },
  { name: "building", once: true, words: "built erected построен построена построено возведен возведена" },
  { name: "sinking", once: true, words: "sank sunk capsized затонул затонула затонуло потоплен" },
  { name: "burning", once: false, words: "burned burnt сгорел сгорела сгорело сгорели" },
  { name: "signing", once: true, words: "signed подписан подписана подписано подписали" },
  { name: "surrender", once: true, words: "surrendered capitulated капитулировал капитулировала сдался сдалась" },
  { name: "rehabilitation", once: true, words: "rehabilitated реабилитирован реабилитирована реабилитировали" },
]

const kindOf = new Map(kinds.flatMap(kind => kind.words.split(/\s+/).map(word => [spelled(word), kind] as const)))

/** A dated event that a unit tells of. */
export interface DatedEvent {
  readonly name: string
  readonly once: boolean
  /** The names before the verb, as {@link nameKey} writes them: the first, the nearest. */
  readonly subjects: readonly string[]
  readonly date: { readonly start: number; readonly end: number; readonly reading: string }
}

/** A name without its endings, so that "Trotsky", "Trotskys" and "Троцкого" with "Троцкий" meet. */
export function nameKey(form: string): string {
  if (/[а-я]/.test(form))
    return form.length < 5
      ? form
      : form.replace(/(?:ого|его|ому|ему|ыми?|ими?|ой|ий|ый|ая|ом|ем|ою|ею|[аяуюеыиьй])$/, "")
  return form.length > 5 ? form.replace(/s$/, "") : form
}

const none: readonly DatedEvent[] = []
const eventsOf = new WeakMap<Said, readonly DatedEvent[]>()

/** The dated events of a unit: each verb with the date that follows it before the next one, or else precedes it. */
export function datedEvents(said: Said): readonly DatedEvent[] {
  if (!said.words.some(word => word.role === "date")) return none
  const known = eventsOf.get(said)
  if (known) return known
  const events = readEvents(said)
  eventsOf.set(said, events)
  return events
}

function readEvents({ quote, words }: Said): DatedEvent[] {
  const verbs: { at: number; kind: (typeof kinds)[number] }[] = []
  words.forEach((word, at) => {
    const kind = word.role === "word" ? kindOf.get(word.form) : undefined
    if (kind) verbs.push({ at, kind })
  })
  if (verbs.length === 0 || verbs.length > 6) return []
  const dates = dateCues(quote, 0, quote.length).flatMap(({ kind, start, end, reading }) =>
    kind === "date" && reading && /^\d{4}(?:-\d\d){0,2}$/.test(reading) ? [{ start, end, reading }] : [],
  )
  if (dates.length === 0) return []
  return verbs.flatMap(({ at, kind }, index) => {
    const verb = words[at] as SaidWord
    const next = verbs[index + 1]
    const until = next ? (words[next.at] as SaidWord).start : quote.length
    const previous = verbs[index - 1]
    const since = previous ? (words[previous.at] as SaidWord).end : 0
    const date =
      dates.find(one => one.start > verb.end && one.end <= until) ??
      (index === 0 ? dates.findLast(one => one.end < verb.start && one.start >= since) : undefined)
    if (!date) return []
    if (words.slice(Math.max(0, at - 4), at).some(word => word.role === "negation")) return []
    const names = namesBefore(words, at)
    return names.length === 0 ? [] : [{ name: kind.name, once: kind.once, subjects: names, date }]
  })
}

/** The first name of the unit and the nearest before a verb, by their last words. */
function namesBefore(words: readonly SaidWord[], verb: number): string[] {
  const endsName = (word: SaidWord, at: number) => word.role === "name" && words[at + 1]?.role !== "name"
  const first = words.findIndex(endsName)
  if (first === -1 || first >= verb) return []
  const nearest = words.findLastIndex((word, at) => at < verb && endsName(word, at))
  return [...new Set([first, nearest].map(at => nameKey((words[at] as SaidWord).form)))]
}

const namesOf = (said: Said) => new Set(said.words.filter(word => word.role === "name").map(word => nameKey(word.form)))

/**
 * Whether two units date one event of one subject differently: two years for what happens once, two months of a year
 * or two days of a month for what looks like the same occasion.
 */
export function sameEvent(left: Said, right: Said): Extract<Likeness, { kind: "variant" }> | null {
  for (const ours of datedEvents(left))
    for (const theirs of datedEvents(right)) {
      if (ours.name !== theirs.name) continue
      const shared = ours.subjects.filter(name => theirs.subjects.includes(name))
      if (shared.length === 0 || haveOtherForenames(left, right, shared)) continue
      const apart = partsApart(ours.date.reading, theirs.date.reading)
      if (apart === null) continue
      const names = namesOf(right)
      const common = [...namesOf(left)].filter(name => names.has(name)).length
      const sure = ours.subjects[0] === theirs.subjects[0] && ours.subjects.length + theirs.subjects.length === 2
      if (apart === "year" ? !(ours.once && sure) : !(sure || common >= 2)) continue
      const reading: Reading = {
        kind: "date",
        left: { start: ours.date.start, end: ours.date.end },
        right: { start: theirs.date.start, end: theirs.date.end },
      }
      return { kind: "variant", readings: [reading], contradiction: ours.once ? "once" : "same-event" }
    }
  return null
}

/** What two EDTF dates differ in when they can't be the same day, the largest first, or null when they can. */
function partsApart(left: string, right: string): "year" | "month" | "day" | null {
  const [ours, theirs] = [left.split("-"), right.split("-")]
  if (ours[0] !== theirs[0]) return "year"
  if (ours[1] === undefined || theirs[1] === undefined) return null
  if (ours[1] !== theirs[1]) return "month"
  return ours[2] !== undefined && theirs[2] !== undefined && ours[2] !== theirs[2] ? "day" : null
}

/** Whether a shared name stands behind different forenames, so that it is two people's. */
function haveOtherForenames(left: Said, right: Said, shared: readonly string[]): boolean {
  const before = (said: Said, name: string) => {
    const at = said.words.findIndex(word => word.role === "name" && nameKey(word.form) === name)
    const word = said.words[at - 1]
    return word?.role === "name" ? nameKey(word.form) : null
  }
  return shared.some(name => {
    const [ours, theirs] = [before(left, name), before(right, name)]
    return ours !== null && theirs !== null && ours[0] !== theirs[0]
  })
}
