import { begin } from "./clause-adverbial.ts"
import { leadsMain, listGoesOn, sentenceGoesOn } from "./clause-ahead.ts"
import { type Chunk, gap } from "./clause-chunk.ts"
import { isRemark, shared } from "./clause-remarks.ts"
import { fresh, opened, type Reader } from "./clause-state.ts"

export function plain(reader: Reader, index: number, chunk: Chunk) {
  const { verbs } = chunk
  if (index === 0) return begin(reader, index, chunk)
  const finite = verbs.first >= 0
  if (isRemark(reader.view, index) && !(reader.state.awaits && !goesOn(reader, index + 1))) return
  if (!reader.state.done) {
    if (finite)
      reader.state = { ...reader.state, done: true, verb: index, inside: reader.state.inside || opened(reader, verbs) }
    else if (chunk.gap & gap.comma && !reader.nominal) reader.state.subject = index
    return
  }
  if (reader.state.pending && !(reader.state.awaits && !verbs.bare)) {
    if (finite && verbs.bare) {
      reader.cut(index, "clause-main", reader.state.subject)
      reader.state = {
        ...fresh(),
        awaits: reader.state.awaits,
        done: true,
        verb: index,
        inside: opened(reader, verbs),
        subject: reader.state.subject,
      }
    } else if (finite && !verbs.weak && (chunk.gap & (gap.comma | gap.dash)) !== 0 && !verbs.pronoun) {
      reader.cut(index, "clause-main", -1)
      reader.state = { ...fresh(), done: true, verb: index, inside: opened(reader, verbs), subject: index }
    }
    return
  }
  if (reader.state.awaits) {
    if (finite && !verbs.bare ? true : !finite && leadsMain(reader.view, index)) {
      reader.cut(index, "clause-main")
      reader.state = {
        ...fresh(),
        done: finite,
        verb: finite ? index : -1,
        inside: opened(reader, verbs),
        subject: index,
      }
    }
    return
  }
  if (!finite || reader.state.inside) return
  if (verbs.bare) {
    const from = reader.view.chunks[reader.state.verb] as Chunk | undefined
    if (from && shared(reader.view, from, chunk)) return
    if (!verbs.weak || listGoesOn(reader.view, index)) {
      if (!reader.view.russian && !listGoesOn(reader.view, index)) return
      reader.cut(index, "clause-shared-subject", reader.state.verb)
      reader.state = { ...reader.state, verb: index, inside: opened(reader, verbs) }
    }
    return
  }
  if ((verbs.weak && !verbs.pronoun && !sentenceGoesOn(reader.view, index)) || verbs.contact) return
  reader.cut(index, "clause-after-sign")
  reader.state = { ...reader.state, kind: "main", verb: index, inside: opened(reader, verbs), subject: index }
}

/** Whether the stretch at `index` has a subject and a verb, so that what stands before it was set in. */
function goesOn({ view }: Reader, index: number): boolean {
  const next = view.chunks[index]
  return next !== undefined && next.lead === "none" && next.verbs.first >= 0 && (next.gap & gap.comma) !== 0
}
