import { clauseFollows, finiteBefore, isWhole, leadsMain, listGoesOn, resumes, sentenceGoesOn } from "./clause-ahead.ts"
import { type Chunk, gap } from "./clause-chunk.ts"
import type { Chunks } from "./clause-chunks.ts"
import { isSecondBase } from "./clause-english.ts"
import { announces, isQuality, isRemark, isSaid, shared, solid, speaks } from "./clause-remarks.ts"
import type { ClauseRuleId } from "./clause-rules.ts"
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
export function cutsOf(view: Chunks): Cut[] {
  return new Reader(view).read()
}

class Reader {
  private state = fresh()
  private readonly cuts: Cut[] = []
  /** What stood outside of the brackets that are open. */
  private readonly outer: { state: State; whole: boolean }[] = []
  /** Whether a stretch that could be a subject was read. */
  private nominal = false
  private readonly view: Chunks

  constructor(view: Chunks) {
    this.view = view
  }

  read(): Cut[] {
    const { chunks, words } = this.view
    for (let index = 0; index < chunks.length; index++) {
      const chunk = chunks[index] as Chunk
      let after = false
      if (chunk.gap & gap.close) {
        const back = this.outer.pop()
        if (back) {
          after = back.whole
          this.state = back.state
        }
      }
      if (chunk.gap & gap.open && this.enters(index)) continue
      this.step(index, chunk, after)
      this.nominal ||= chunk.lead === "none" && !prepositions.has(words[chunk.from] as string)
    }
    return this.cuts
  }

  /** Enters a bracket; whether it holds a whole clause. */
  private enters(index: number): boolean {
    const whole = isWhole(this.view, index)
    const { inside } = this.state
    this.outer.push({ state: this.state, whole })
    if (whole && !inside) this.cut(index, "clause-in-brackets")
    this.state = { ...fresh(), inside: whole ? inside : "said", done: true, verb: index }
    return whole
  }

  private cut(index: number, rule: ClauseRuleId, subjectOf = -1) {
    if (index > 0) this.cuts.push({ chunk: index, rule, subjectOf })
  }

  private step(index: number, chunk: Chunk, after: boolean) {
    const { verbs, lead } = chunk
    const finite = verbs.first >= 0
    const { gap: sign } = chunk
    const isComma = (sign & gap.comma) !== 0
    if (index > 0 && sign & gap.semicolon) {
      const found = finiteBefore(this.view, index, gap.semicolon)
      this.state = fresh()
      if (found) this.cut(index, "clause-after-sign")
      return this.begin(index, chunk)
    }
    if (index > 0 && sign & gap.colon) {
      const before = this.view.chunks[this.state.verb]
      const frames =
        !this.state.done ||
        (before !== undefined && speaks(this.view, before)) ||
        announces(this.view.words[chunk.from - 1] as string)
      if (frames) {
        this.state = fresh()
        return this.begin(index, chunk)
      }
      if ((finite && !verbs.bare) || (lead === "subordinator" && clauseFollows(this.view, index))) {
        this.cut(index, "clause-after-sign")
        this.state = fresh()
        return this.begin(index, chunk)
      }
      return
    }
    if (after && this.state.done === false && finite && verbs.bare) {
      this.cut(index, "clause-in-brackets", this.state.subject)
      this.state.done = true
      this.state.verb = index
      return
    }
    if (after && this.state.done && lead === "none" && !isComma && !finite && index > 0) {
      this.cut(index, "clause-in-brackets")
      return
    }
    if (lead === "comment") return
    if (lead === "complement") {
      if (chunk.joined && this.state.inside) return
      if (this.state.done || index > 0) {
        this.state.inside = isSaid(this.view, chunk) ? "said" : "known"
        if (!this.state.done) this.state.done = true
      }
      this.state.verb = finite ? index : this.state.verb
      return
    }
    if (lead === "embedded") {
      const needed = chunk.joined ? 0 : 1
      if (!this.state.done && verbs.count > needed) {
        this.state.done = true
        this.state.verb = index
      } else if (this.state.done && finite && !this.state.inside) this.state.verb = index
      if (!this.state.done && this.state.verb < 0) this.state.subject = index
      return
    }
    if (lead === "subordinator") return this.adverbial(index, chunk)
    if (lead === "relative") {
      if (!clauseFollows(this.view, index)) return
      if (this.state.inside === "said") return
      this.cut(index, "clause-relative", index - 1)
      this.state = {
        ...this.state,
        pending: !this.state.done || this.state.pending,
        done: finite,
        kind: "relative",
        verb: index,
        subject: this.state.done ? this.state.subject : index - 1,
      }
      return
    }
    if (lead === "coordinator") return this.coordinated(index, chunk)
    this.plain(index, chunk)
  }

  /** A clause begins with the chunk, which was cut or opens the unit. */
  private begin(index: number, chunk: Chunk) {
    const { verbs, lead } = chunk
    if (lead === "subordinator" && (verbs.first >= 0 || clauseFollows(this.view, index))) {
      this.state = { ...this.state, kind: "adverbial", awaits: true, done: verbs.first >= 0, verb: index }
      return
    }
    if (lead === "embedded") {
      if (verbs.count > 1) this.state = { ...this.state, done: true, verb: index }
      return
    }
    if (verbs.first >= 0 && lead !== "comment") {
      this.state = { ...this.state, done: true, verb: index, inside: this.state.inside || this.opened(verbs) }
    }
    this.state.subject = index
  }

  private adverbial(index: number, chunk: Chunk) {
    if (!clauseFollows(this.view, index)) {
      if (!this.state.done && chunk.verbs.first >= 0) this.state = { ...this.state, done: true, verb: index }
      return
    }
    if (index === 0) return this.begin(index, chunk)
    if (this.state.inside === "said" || (this.state.inside && !(chunk.gap & gap.comma))) return
    if (
      this.state.kind === "main" &&
      !this.state.done &&
      this.state.verb < 0 &&
      !(chunk.gap & gap.comma) &&
      index === 1 &&
      this.view.chunks[0]?.lead === "coordinator"
    ) {
      return this.begin(index, chunk)
    }
    this.cut(index, "clause-adverbial")
    const lacking = !this.state.done && !chunk.joined
    this.state = {
      ...this.state,
      kind: "adverbial",
      pending: lacking || this.state.pending,
      awaits: chunk.joined || (lacking && !this.nominal),
      done: chunk.verbs.first >= 0,
      verb: index,
    }
  }

  private coordinated(index: number, chunk: Chunk) {
    const { verbs } = chunk
    // ", observers at Lick and Cordoba reported,"
    const closes =
      verbs.first === chunk.to - 1 &&
      verbs.reports &&
      !(chunk.gap & gap.comma) &&
      this.view.chunks[index - 1]?.verbs.first === -1
    if (closes && (this.view.chunks[index + 1]?.gap ?? 0) & gap.comma && this.state.done) return
    const isComma = (chunk.gap & gap.comma) !== 0
    if (index === 0) return this.begin(index, chunk)
    if (
      chunk.from + 1 < this.view.words.length &&
      /^(?:so)$/.test(this.view.words[chunk.body] as string) &&
      /^(?:the|it|i|they|he|she)$/.test(this.view.words[chunk.body + 1] ?? "") &&
      this.view.words[chunk.from] === "or"
    )
      return
    if (verbs.first < 0) {
      // "but, in 1905, he left": the verb comes after what is set in.
      if (this.state.done && !this.state.inside && chunk.to - chunk.body <= 6 && resumes(this.view, index, isComma)) {
        this.cut(index, "clause-coordinated")
        this.state = { ...fresh(), done: false, subject: index }
      }
      return
    }
    if (this.state.pending && !this.state.done) {
      this.state.done = true
      this.state.verb = index
      return
    }
    if (!this.state.done) {
      // "With the town taken and the bridge destroyed" has no verb of its own.
      if (!(verbs.weak && this.view.words[0] === "with"))
        this.state = { ...this.state, done: true, verb: index, inside: this.state.inside || this.opened(verbs) }
      return
    }
    const before = this.view.chunks[index - 1] as Chunk
    if (
      verbs.bare &&
      verbs.weak &&
      !this.view.russian &&
      before.verbs.bare &&
      before.verbs.weak &&
      before.lead === "none"
    )
      return
    // "bread, butter and salted fish"
    const listed =
      verbs.bare && verbs.weak && !this.view.russian && before.verbs.first < 0 && (before.gap & gap.comma) !== 0
    if (
      listed &&
      before.to - before.from <= 3 &&
      isQuality(this.view.words[verbs.first + 1], verbs.first + 1 < chunk.to)
    )
      return
    const from = this.view.chunks[this.state.verb] as Chunk | undefined
    if (verbs.bare) {
      if (from && shared(this.view, from, chunk)) return
      if (from && !this.view.russian && !isSecondBase(this.view.words, from.verbs.first, verbs.first)) return
      if (verbs.weak && !this.view.russian && this.state.inside) return
      if (this.state.inside && !(verbs.reports && !this.view.russian)) return
      this.cut(index, "clause-shared-subject", this.state.verb)
      this.state = { ...this.state, verb: index, inside: this.opened(verbs) }
      return
    }
    if (this.state.inside && !(isComma && this.escapes(chunk))) {
      return
    }
    if ((verbs.weak && !isComma && !solid(this.view, chunk)) || verbs.contact) return
    if (this.state.kind === "relative" && this.state.pending && isComma) {
      this.cut(index, "clause-main", -1)
      this.state = { ...fresh(), done: true, verb: index, inside: this.opened(verbs), subject: index }
      return
    }
    this.cut(index, "clause-coordinated")
    this.state = {
      ...this.state,
      done: true,
      verb: index,
      inside: this.opened(verbs),
      subject: index,
      kind: this.state.awaits ? this.state.kind : "main",
    }
  }

  private plain(index: number, chunk: Chunk) {
    const { verbs } = chunk
    if (index === 0) return this.begin(index, chunk)
    const finite = verbs.first >= 0
    if (isRemark(this.view, index)) return
    if (!this.state.done) {
      if (finite)
        this.state = { ...this.state, done: true, verb: index, inside: this.state.inside || this.opened(verbs) }
      else if (chunk.gap & gap.comma && !this.nominal) this.state.subject = index
      return
    }
    if (this.state.pending && !(this.state.awaits && !verbs.bare)) {
      if (finite && verbs.bare) {
        this.cut(index, "clause-main", this.state.subject)
        this.state = {
          ...fresh(),
          awaits: this.state.awaits,
          done: true,
          verb: index,
          inside: this.opened(verbs),
          subject: this.state.subject,
        }
      } else if (finite && !verbs.weak && (chunk.gap & (gap.comma | gap.dash)) !== 0 && !verbs.pronoun) {
        this.cut(index, "clause-main", -1)
        this.state = { ...fresh(), done: true, verb: index, inside: this.opened(verbs), subject: index }
      }
      return
    }
    if (this.state.awaits) {
      if (finite && !verbs.bare ? true : !finite && leadsMain(this.view, index)) {
        this.cut(index, "clause-main")
        this.state = { ...fresh(), done: finite, verb: finite ? index : -1, inside: this.opened(verbs), subject: index }
      }
      return
    }
    if (!finite || this.state.inside) return
    if (verbs.bare) {
      const from = this.view.chunks[this.state.verb] as Chunk | undefined
      if (from && shared(this.view, from, chunk)) return
      if (!verbs.weak || listGoesOn(this.view, index)) {
        if (!this.view.russian && !listGoesOn(this.view, index)) return
        this.cut(index, "clause-shared-subject", this.state.verb)
        this.state = { ...this.state, verb: index, inside: this.opened(verbs) }
      }
      return
    }
    if ((verbs.weak && !verbs.pronoun && !sentenceGoesOn(this.view, index)) || verbs.contact) return
    this.cut(index, "clause-after-sign")
    this.state = { ...this.state, kind: "main", verb: index, inside: this.opened(verbs), subject: index }
  }

  /** What a verb opens in the middle of a stretch: "he said the mill was closed". */
  private opened(verbs: Chunk["verbs"]): State["inside"] {
    if (!verbs.opens) return ""
    return reportingVerbs.has(this.view.words[verbs.first] as string) ? "said" : "known"
  }

  /** Whether a clause with a subject leaves what somebody said: ", but he never came". */
  private escapes(chunk: Chunk): boolean {
    if (/^(?:but|yet|so|но|однако|зато|а)$/.test(this.view.words[chunk.from] as string)) return true
    return this.state.inside === "known" && !chunk.verbs.weak
  }
}
