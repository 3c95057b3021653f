import { adverbial, begin } from "./clause-adverbial.ts"
import { clauseFollows, finiteBefore, isWhole } from "./clause-ahead.ts"
import { type Chunk, gap } from "./clause-chunk.ts"
import type { Chunks } from "./clause-chunks.ts"
import { coordinated } from "./clause-coordinated.ts"
import { plain } from "./clause-plain.ts"
import { announces, isSaid, speaks } from "./clause-remarks.ts"
import type { ClauseRuleId } from "./clause-rules.ts"
import { fresh, type Reader, type State } from "./clause-state.ts"

/** A place where a clause begins. */
export interface Cut {
  /** Index of the chunk that begins there. */
  readonly chunk: number
  readonly rule: ClauseRuleId
  /** The chunk whose subject the clause takes; -1 when it has its own. */
  readonly subjectOf: number
}

const prepositions = new Set("in on at by during after before from for with в на по при с из к у за от".split(" "))

/** Decides, chunk by chunk and with a look at the next few, where clauses begin. The first chunk is never among them. */
export function cutsOf(view: Chunks): Cut[] {
  return new ClauseReader(view).read()
}

class ClauseReader implements Reader {
  state = fresh()
  private readonly cuts: Cut[] = []
  /** What stood outside of the brackets that are open. */
  private readonly outer: { state: State; whole: boolean }[] = []
  /** Whether a stretch that could be a subject was read. */
  nominal = false
  readonly view: Chunks

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

  cut(index: number, rule: ClauseRuleId, subjectOf = -1) {
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
      return begin(this, index, chunk)
    }
    if (index > 0 && sign & gap.colon) {
      const before = this.view.chunks[this.state.verb]
      const frames =
        !this.state.done ||
        (before !== undefined && speaks(this.view, before)) ||
        announces(this.view.words[chunk.from - 1] as string)
      if (frames) {
        this.state = fresh()
        return begin(this, index, chunk)
      }
      if ((finite && !verbs.bare) || (lead === "subordinator" && clauseFollows(this.view, index))) {
        this.cut(index, "clause-after-sign")
        this.state = fresh()
        return begin(this, index, chunk)
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
    if (lead === "subordinator") return adverbial(this, index, chunk)
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
    if (lead === "coordinator") return coordinated(this, index, chunk)
    plain(this, index, chunk)
  }
}
