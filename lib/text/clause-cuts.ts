import { type Chunk, gap } from "./clause-chunk.ts"
import type { Chunks } from "./clause-chunks.ts"
import { isDoubtful, isSecondBase, sharesAuxiliary } from "./clause-english.ts"
import { readEnglish } from "./clause-english-verbs.ts"
import { reading } from "./clause-reading.ts"
import type { ClauseRuleId } from "./clause-rules.ts"
import { isShortParticiple } from "./clause-russian.ts"
import { reportingVerbs } from "./reporting-verbs.ts"

/** A place where a clause begins. */
export interface Cut {
  /** Index of the chunk that begins there. */
  readonly chunk: number
  readonly rule: ClauseRuleId
  /** The chunk whose subject the clause takes; -1 when it has its own. */
  readonly subjectOf: number
}

/** The clause that is being read. */
interface State {
  /** Whether it has its finite verb. */
  done: boolean
  /** What encloses it still lacks its verb: "Orlov, who was ill, …". */
  pending: boolean
  /** A main clause has to follow: "When he came, …". */
  awaits: boolean
  /** It is what somebody is reported to have said, or what somebody knew or saw; a comma may end the latter. */
  inside: "" | "said" | "known"
  kind: "main" | "relative" | "adverbial"
  /** The chunk that holds the verb last read; -1 before the first. */
  verb: number
  /** The chunk that holds the subject of a pending clause. */
  subject: number
}

const prepositions = new Set("in on at by during after before from for with в на по при с из к у за от".split(" "))

const fresh = (): State => ({
  done: false,
  pending: false,
  awaits: false,
  inside: "",
  kind: "main",
  verb: -1,
  subject: 0,
})

/** Decides, chunk by chunk and with a look at the next few, where clauses begin. The first chunk is never among them. */
export function cutsOf(words: readonly string[], { chunks, russian, capital }: Chunks): Cut[] {
  const cuts: Cut[] = []
  let state = fresh()
  const outer: { state: State; whole: boolean }[] = []
  /** Whether a stretch that could be a subject was read. */
  let nominal = false
  for (let index = 0; index < chunks.length; index++) {
    const chunk = chunks[index] as Chunk
    const cut = (rule: ClauseRuleId, subjectOf = -1) => {
      if (index > 0) cuts.push({ chunk: index, rule, subjectOf })
    }
    let after = false
    if (chunk.gap & gap.close && outer.length > 0) {
      const back = outer.pop() as (typeof outer)[number]
      after = back.whole
      state = back.state
    }
    if (chunk.gap & gap.open) {
      const whole = isWhole(index)
      outer.push({ state, whole })
      if (whole && !state.inside) cut("clause-in-brackets")
      state = { ...fresh(), inside: whole ? state.inside : "said", done: true, verb: index }
      if (whole) continue
    }
    step(index, chunk, cut, after)
    nominal ||= chunk.lead === "none" && !prepositions.has(words[chunk.from] as string)
  }
  return cuts

  function step(index: number, chunk: Chunk, cut: (rule: ClauseRuleId, subjectOf?: number) => void, after: boolean) {
    const { verbs, lead } = chunk
    const finite = verbs.first >= 0
    const { gap: sign } = chunk
    const isComma = (sign & gap.comma) !== 0
    if (index > 0 && sign & gap.semicolon) {
      const found = finiteBefore(index, gap.semicolon)
      state = fresh()
      if (found) cut("clause-after-sign")
      return begin(index, chunk)
    }
    if (index > 0 && sign & gap.colon) {
      const before = chunks[state.verb]
      const frames =
        !state.done || (before !== undefined && speaks(before)) || announces(words[chunk.from - 1] as string)
      if (frames) {
        state = fresh()
        return begin(index, chunk)
      }
      if ((finite && !verbs.bare) || (lead === "subordinator" && clauseFollows(index))) {
        cut("clause-after-sign")
        state = fresh()
        return begin(index, chunk)
      }
      return
    }
    if (after && state.done === false && finite && verbs.bare) {
      cut("clause-in-brackets", state.subject)
      state.done = true
      state.verb = index
      return
    }
    if (after && state.done && lead === "none" && !isComma && !finite && index > 0) {
      cut("clause-in-brackets")
      return
    }
    if (lead === "comment") {
      if (!state.done && !finite) return
      return
    }
    if (lead === "complement") {
      if (chunk.joined && state.inside) return
      if (state.done || index > 0) {
        state.inside = isSaid(chunk) ? "said" : "known"
        if (!state.done) state.done = true
      }
      state.verb = finite ? index : state.verb
      return
    }
    if (lead === "embedded") {
      const needed = chunk.joined ? 0 : 1
      if (!state.done && verbs.count > needed) {
        state.done = true
        state.verb = index
      } else if (state.done && finite && !state.inside) state.verb = index
      if (!state.done && state.verb < 0) state.subject = index
      return
    }
    if (lead === "subordinator") return adverbial(index, chunk, cut)
    if (lead === "relative") {
      if (!clauseFollows(index)) return
      if (state.inside === "said") return
      cut("clause-relative", index - 1)
      state = {
        ...state,
        pending: !state.done || state.pending,
        done: finite,
        kind: "relative",
        verb: index,
        subject: state.done ? state.subject : index - 1,
      }
      return
    }
    if (lead === "coordinator") return coordinated(index, chunk, cut)
    plain(index, chunk, cut)
  }

  /** A clause begins with the chunk, which was cut or opens the unit. */
  function begin(index: number, chunk: Chunk) {
    const { verbs, lead } = chunk
    if (lead === "subordinator" && (verbs.first >= 0 || clauseFollows(index))) {
      state = { ...state, kind: "adverbial", awaits: true, done: verbs.first >= 0, verb: index }
      return
    }
    if (lead === "embedded") {
      if (verbs.count > 1) state = { ...state, done: true, verb: index }
      return
    }
    if (verbs.first >= 0 && lead !== "comment") {
      state = { ...state, done: true, verb: index, inside: state.inside || opened(verbs) }
    }
    state.subject = index
  }

  function adverbial(index: number, chunk: Chunk, cut: (rule: ClauseRuleId) => void) {
    if (!clauseFollows(index)) {
      if (!state.done && chunk.verbs.first >= 0) state = { ...state, done: true, verb: index }
      return
    }
    if (index === 0) return begin(index, chunk)
    if (state.inside) return
    if (
      state.kind === "main" &&
      !state.done &&
      state.verb < 0 &&
      !(chunk.gap & gap.comma) &&
      index === 1 &&
      chunks[0]?.lead === "coordinator"
    ) {
      return begin(index, chunk)
    }
    cut("clause-adverbial")
    const lacking = !state.done && !chunk.joined
    state = {
      ...state,
      kind: "adverbial",
      pending: lacking || state.pending,
      awaits: chunk.joined || (lacking && !nominal),
      done: chunk.verbs.first >= 0,
      verb: index,
    }
  }

  function coordinated(index: number, chunk: Chunk, cut: (rule: ClauseRuleId, subjectOf?: number) => void) {
    const { verbs } = chunk
    // ", observers at Lick and Cordoba reported,"
    const closes =
      verbs.first === chunk.to - 1 && verbs.reports && !(chunk.gap & gap.comma) && chunks[index - 1]?.verbs.first === -1
    if (closes && (chunks[index + 1]?.gap ?? 0) & gap.comma && state.done) return
    const isComma = (chunk.gap & gap.comma) !== 0
    if (index === 0) return begin(index, chunk)
    if (
      chunk.from + 1 < words.length &&
      /^(?:so)$/.test(words[chunk.body] as string) &&
      /^(?:the|it|i|they|he|she)$/.test(words[chunk.body + 1] ?? "") &&
      words[chunk.from] === "or"
    )
      return
    if (verbs.first < 0) {
      // "but, in 1905, he left": the verb comes after what is set in.
      if (state.done && !state.inside && chunk.to - chunk.body <= 6 && resumes(index, isComma)) {
        cut("clause-coordinated")
        state = { ...fresh(), done: false, subject: index }
      }
      return
    }
    if (state.pending && !state.done) {
      state.done = true
      state.verb = index
      return
    }
    if (!state.done) {
      // "With the town taken and the bridge destroyed" has no verb of its own.
      if (!(verbs.weak && words[0] === "with"))
        state = { ...state, done: true, verb: index, inside: state.inside || opened(verbs) }
      return
    }
    const before = chunks[index - 1] as Chunk
    if (verbs.bare && verbs.weak && !russian && before.verbs.bare && before.verbs.weak && before.lead === "none") return
    // "bread, butter and salted fish"
    const listed = verbs.bare && verbs.weak && !russian && before.verbs.first < 0 && (before.gap & gap.comma) !== 0
    if (listed && before.to - before.from <= 3 && isQuality(words[verbs.first + 1], verbs.first + 1 < chunk.to)) return
    const from = chunks[state.verb] as Chunk | undefined
    if (verbs.bare) {
      if (from && shared(from, chunk)) return
      if (from && !russian && !isSecondBase(words, from.verbs.first, verbs.first)) return
      if (verbs.weak && !russian && state.inside) return
      if (state.inside && !isReportAgain(chunk)) return
      cut("clause-shared-subject", state.verb)
      state = { ...state, verb: index, inside: opened(verbs) }
      return
    }
    if (state.inside && !(isComma && escapes(chunk))) {
      return
    }
    if ((verbs.weak && !isComma && !solid(chunk)) || verbs.contact) return
    if (state.kind === "relative" && state.pending && isComma) {
      cut("clause-main", -1)
      state = { ...fresh(), done: true, verb: index, inside: opened(verbs), subject: index }
      return
    }
    cut("clause-coordinated")
    state = {
      ...state,
      done: true,
      verb: index,
      inside: opened(verbs),
      subject: index,
      kind: state.awaits ? state.kind : "main",
    }
  }

  function plain(index: number, chunk: Chunk, cut: (rule: ClauseRuleId, subjectOf?: number) => void) {
    const { verbs } = chunk
    if (index === 0) return begin(index, chunk)
    const finite = verbs.first >= 0
    if (isRemark(index)) return
    if (!state.done) {
      if (finite) state = { ...state, done: true, verb: index, inside: state.inside || opened(verbs) }
      else if (chunk.gap & gap.comma && !nominal) state.subject = index
      return
    }
    if (state.pending && !(state.awaits && !verbs.bare)) {
      if (finite && verbs.bare) {
        cut("clause-main", state.subject)
        state = {
          ...fresh(),
          awaits: state.awaits,
          done: true,
          verb: index,
          inside: opened(verbs),
          subject: state.subject,
        }
      } else if (finite && !verbs.weak && (chunk.gap & (gap.comma | gap.dash)) !== 0 && !verbs.pronoun) {
        cut("clause-main", -1)
        state = { ...fresh(), done: true, verb: index, inside: opened(verbs), subject: index }
      }
      return
    }
    if (state.awaits) {
      if (finite && !verbs.bare ? true : !finite && leadsMain(index)) {
        cut("clause-main")
        state = { ...fresh(), done: finite, verb: finite ? index : -1, inside: opened(verbs), subject: index }
      }
      return
    }
    if (!finite || state.inside) return
    if (verbs.bare) {
      const from = chunks[state.verb] as Chunk | undefined
      if (from && shared(from, chunk)) return
      if (!verbs.weak || listGoesOn(index)) {
        if (!russian && !listGoesOn(index)) return
        cut("clause-shared-subject", state.verb)
        state = { ...state, verb: index, inside: opened(verbs) }
      }
      return
    }
    if ((verbs.weak && !verbs.pronoun && !sentenceGoesOn(index)) || verbs.contact) return
    cut("clause-after-sign")
    state = { ...state, kind: "main", verb: index, inside: opened(verbs), subject: index }
  }

  /** Whether the last verb of a stretch is one of speech, so that what follows a colon is what was said. */
  function speaks({ verbs, from, to }: Chunk): boolean {
    if (!verbs.reports) return false
    for (let at = from; at < to; at++) {
      const word = words[at] as string
      if (reportingVerbs.has(word) || speech.test(word)) return true
    }
    return false
  }

  /** What a verb opens in the middle of a stretch: "he said the mill was closed". */
  function opened(verbs: Chunk["verbs"]): State["inside"] {
    if (!verbs.opens) return ""
    return reportingVerbs.has(words[verbs.first] as string) ? "said" : "known"
  }

  /** Whether a clause with "that" is what somebody is reported to have said. */
  function isSaid(chunk: Chunk): boolean {
    for (let at = chunk.from - 1; at >= 0 && chunk.from - at < 11; at--) {
      if (reportingVerbs.has(words[at] as string) || words[at] === "told")
        return !/^(?:is|was|been|be|are|were)$/.test(words[at - 1] ?? "")
    }
    return false
  }

  /** Whether a chunk without a verb after an adverbial clause is the subject of the main clause: "When war came, Lenin, who …". */
  function leadsMain(index: number): boolean {
    const chunk = chunks[index] as Chunk
    if (chunk.lead !== "none") return false
    let relative = false
    for (let at = index + 1; at < Math.min(chunks.length, index + 6); at++) {
      const next = chunks[at] as Chunk
      if (next.gap & (gap.semicolon | gap.colon)) return false
      if (next.lead === "relative" || next.lead === "embedded") {
        if (next.lead === "embedded" && next.verbs.count > 1) return true
        relative = true
        continue
      }
      if (next.verbs.first < 0) continue
      if (next.lead === "coordinator") return !next.verbs.bare && !(next.gap & gap.comma) && !relative
      return next.lead === "none" && next.verbs.bare
    }
    return false
  }

  /** Whether the clause that a conjunction or relative opens has a finite verb, here or after what is set into it. */
  function clauseFollows(index: number): boolean {
    const chunk = chunks[index] as Chunk
    const { verbs } = chunk
    if (verbs.first >= 0) {
      if (chunk.lead === "subordinator" && !russian && isDoubtful(words[chunk.body - 1] as string)) {
        if (verbs.bare || verbs.contact) return false
        return !(verbs.weak && chunk.to - chunk.body > 12)
      }
      return chunk.lead !== "subordinator" || russian || !verbs.bare
    }
    const doubtful = !russian && chunk.lead === "subordinator" && isDoubtful(words[chunk.body - 1] as string)
    // A relative set in between whose own verb is still to come.
    let owing = false
    for (let at = index + 1; at < Math.min(chunks.length, index + 6); at++) {
      const next = chunks[at] as Chunk
      if (next.gap & (gap.semicolon | gap.colon)) return false
      if (next.lead === "relative" || next.lead === "embedded") {
        owing = next.verbs.first < 0
        continue
      }
      if (next.lead === "subordinator" || next.lead === "complement") return false
      if (next.verbs.first < 0) continue
      if (owing) owing = false
      else if (next.lead === "coordinator")
        return !next.verbs.pronoun && !(next.gap & gap.comma) && chunk.to > chunk.body && !doubtful
      else return next.verbs.bare && !(doubtful && next.verbs.weak)
    }
    return false
  }

  function finiteBefore(index: number, until: number): boolean {
    for (let at = index; at < Math.min(chunks.length, index + 12); at++) {
      const next = chunks[at] as Chunk
      if (at > index && next.gap & until) return false
      if (next.verbs.first >= 0 && next.lead !== "relative" && next.lead !== "embedded") return true
    }
    return false
  }

  /** Whether a chunk without a verb after a conjunction is followed by one: "but, in the end, he left". */
  function resumes(index: number, isComma: boolean): boolean {
    const chunk = chunks[index] as Chunk
    for (let at = index + 1; at < Math.min(chunks.length, index + 4); at++) {
      const next = chunks[at] as Chunk
      if (!(next.gap & (gap.comma | gap.dash | gap.close)) || next.lead === "coordinator") return false
      if (next.lead === "relative" && isComma) continue
      if (next.lead !== "none") return false
      if (next.verbs.first >= 0) return chunk.to === chunk.body || at === index + 1 ? !next.verbs.weak : isComma
    }
    return false
  }

  /** Whether a bracket holds a whole clause. */
  function isWhole(index: number): boolean {
    const chunk = chunks[index] as Chunk
    if (chunk.lead === "relative" || chunk.lead === "subordinator" || chunk.lead === "embedded")
      return chunk.verbs.first >= 0
    return chunk.verbs.first >= 0 && !chunk.verbs.bare && !chunk.verbs.weak
  }

  /** A remark set into the sentence: ", it seems,", ", he recalled.". */
  function isRemark(index: number): boolean {
    const { verbs, from, to, gap: sign } = chunks[index] as Chunk
    if (
      /^(?:i'm|im)$/.test(words[from] as string) &&
      /^(?:sure|certain|afraid|told|positive)$/.test(words[to - 1] as string)
    )
      return true
    if (
      words[from] === "i" &&
      /^(?:suppose|think|guess|believe|reckon|fancy|imagine|dare|should|gather|hear|mean|know)$/.test(
        words[from + 1] ?? "",
      ) &&
      to - from <= 3
    )
      return true
    if (verbs.first < 0 || !verbs.reports) return false
    if (to - from > 5 && !framesAround(index)) return false
    if (!(sign & (gap.comma | gap.dash))) return false
    const next = chunks[index + 1]
    if (next && !(next.gap & (gap.comma | gap.dash | gap.colon))) return false
    return verbs.first >= to - 2 || verbs.bare || to - from <= 3 || framesAround(index)
  }

  /** Whether the stretch between two commas says who speaks: ", the engineer admitted in reply,". */
  function framesAround(index: number): boolean {
    const { verbs, from, to } = chunks[index] as Chunk
    const next = chunks[index + 1]
    if (verbs.count !== 1 || to - from > 12 || verbs.opens || verbs.pronoun) return false
    if (
      !reportingVerbs.has(words[verbs.first] as string) &&
      !/^(?:told|assured|informed|reminded|warned)$/.test(words[verbs.first] as string)
    )
      return false
    return next === undefined ? state.done : next.lead === "none" && next.verbs.first >= 0
  }

  /** Whether the verb of `chunk` hangs on the auxiliary of the one before it. */
  function shared(before: Chunk, chunk: Chunk): boolean {
    if (russian) return before.verbs.shares !== "" && isShortParticiple(words, chunk.verbs.first)
    return (
      before.verbs.shares !== "" && sharesAuxiliary(words, before.verbs.shares, chunk.verbs.first, chunk.to, capital)
    )
  }

  function isReportAgain(chunk: Chunk): boolean {
    return chunk.verbs.reports && !russian
  }

  /** Whether a clause with a subject leaves what somebody said: ", but he never came". */
  function escapes(chunk: Chunk): boolean {
    if (/^(?:but|yet|so|но|однако|зато|а)$/.test(words[chunk.from] as string)) return true
    return state.inside === "known" && !chunk.verbs.weak
  }

  /** Whether the verb that could be a participle is likely none: "and the families left". */
  function solid(chunk: Chunk): boolean {
    const at = chunk.verbs.first
    if (at === chunk.to - 1) return true
    return at - chunk.body <= 4 && !/^(?:by|from)$/.test(words[at + 1] as string)
  }

  /** Whether a list of clauses ends with "and": "the engine left, the rails gave way and the fireman fell". */
  function sentenceGoesOn(index: number): boolean {
    const next = chunks[index + 1]
    if (next?.lead !== "coordinator" || !(next.gap & gap.comma)) return false
    if (next.verbs.first < 0) return resumes(index + 1, true)
    return !next.verbs.bare && !next.verbs.contact
  }

  /** Whether a list of predicates ends with "and": "came, saw and left". */
  function listGoesOn(index: number): boolean {
    for (let at = index + 1; at < Math.min(chunks.length, index + 4); at++) {
      const next = chunks[at] as Chunk
      if (next.lead === "coordinator") return next.verbs.bare
      if (next.lead !== "none" || !next.verbs.bare) return false
    }
    return false
  }
}

const speech =
  /^(?:told|asked|reads?|goes|went|сказа|писа|пиш|говор|рассказ|сообщ|заяв|отвеч|ответ|вспомина|утвержд|отмеч|отмет|стоя|стоит|чита|значит|спрос|доклад|доложи|добав)/

/** Whether the word after a participle is a noun that it describes. */
function isQuality(next: string | undefined, within: boolean): boolean {
  return within && next !== undefined && readEnglish(next) === reading.other
}

/** Whether a word before a colon announces what was said. */
function announces(word: string): boolean {
  return /^(?:words|following|follows|such|this|thus|said|quote|reply|answer|question|message|note|letter|слова|следующее|так|словами|ответ|вопрос)$/.test(
    word,
  )
}
