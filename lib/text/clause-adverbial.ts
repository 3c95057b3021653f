import { clauseFollows } from "./clause-ahead.ts"
import { type Chunk, gap } from "./clause-chunk.ts"
import { opened, type Reader } from "./clause-state.ts"

/** A clause begins with the chunk, which was cut or opens the unit. */
export function begin(reader: Reader, index: number, chunk: Chunk) {
  const { verbs, lead } = chunk
  if (lead === "subordinator" && (verbs.first >= 0 || clauseFollows(reader.view, index))) {
    reader.state = { ...reader.state, kind: "adverbial", awaits: true, done: verbs.first >= 0, verb: index }
    return
  }
  if (lead === "embedded") {
    if (verbs.count > 1) reader.state = { ...reader.state, done: true, verb: index }
    return
  }
  if (verbs.first >= 0 && lead !== "comment") {
    reader.state = { ...reader.state, done: true, verb: index, inside: reader.state.inside || opened(reader, verbs) }
  }
  reader.state.subject = index
}

export function adverbial(reader: Reader, index: number, chunk: Chunk) {
  if (!clauseFollows(reader.view, index)) {
    if (!reader.state.done && chunk.verbs.first >= 0) reader.state = { ...reader.state, done: true, verb: index }
    return
  }
  if (index === 0) return begin(reader, index, chunk)
  if (reader.state.inside === "said" || (reader.state.inside && !(chunk.gap & gap.comma))) return
  if (
    reader.state.kind === "main" &&
    !reader.state.done &&
    reader.state.verb < 0 &&
    !(chunk.gap & gap.comma) &&
    index === 1 &&
    reader.view.chunks[0]?.lead === "coordinator"
  ) {
    return begin(reader, index, chunk)
  }
  reader.cut(index, "clause-adverbial")
  const lacking = !reader.state.done && !chunk.joined
  reader.state = {
    ...reader.state,
    kind: "adverbial",
    pending: lacking || reader.state.pending,
    awaits: chunk.joined || (lacking && !reader.nominal),
    done: chunk.verbs.first >= 0,
    verb: index,
  }
}
