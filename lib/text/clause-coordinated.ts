import { begin } from "./clause-adverbial.ts"
import { resumes } from "./clause-ahead.ts"
import { type Chunk, gap } from "./clause-chunk.ts"
import { isSecondBase } from "./clause-english.ts"
import { isQuality, shared, solid } from "./clause-remarks.ts"
import { fresh, opened, type Reader } from "./clause-state.ts"

export function coordinated(reader: Reader, index: number, chunk: Chunk) {
  const { verbs } = chunk
  // ", observers at Lick and Cordoba reported,"
  const closes =
    verbs.first === chunk.to - 1 &&
    verbs.reports &&
    !(chunk.gap & gap.comma) &&
    reader.view.chunks[index - 1]?.verbs.first === -1
  if (closes && (reader.view.chunks[index + 1]?.gap ?? 0) & gap.comma && reader.state.done) return
  const isComma = (chunk.gap & gap.comma) !== 0
  if (index === 0) return begin(reader, index, chunk)
  if (isStory(reader.view.words, chunk)) return
  if (verbs.first < 0) {
    // "but, in 1905, he left": the verb comes after what is set in.
    if (
      reader.state.done &&
      !reader.state.inside &&
      chunk.to - chunk.body <= 6 &&
      resumes(reader.view, index, isComma)
    ) {
      reader.cut(index, "clause-coordinated")
      reader.state = { ...fresh(), done: false, subject: index }
    }
    return
  }
  if (reader.state.pending && !reader.state.done) {
    reader.state.done = true
    reader.state.verb = index
    return
  }
  if (!reader.state.done) {
    // "With the town taken and the bridge destroyed" has no verb of its own.
    if (!(verbs.weak && reader.view.words[0] === "with"))
      reader.state = { ...reader.state, done: true, verb: index, inside: reader.state.inside || opened(reader, verbs) }
    return
  }
  const before = reader.view.chunks[index - 1] as Chunk
  if (
    verbs.bare &&
    verbs.weak &&
    !reader.view.russian &&
    before.verbs.bare &&
    before.verbs.weak &&
    before.lead === "none" &&
    reader.state.verb !== index - 1
  )
    return
  // "bread, butter and salted fish"
  const listed =
    verbs.bare && verbs.weak && !reader.view.russian && before.verbs.first < 0 && (before.gap & gap.comma) !== 0
  if (
    listed &&
    before.to - before.from <= 3 &&
    isQuality(reader.view.words[verbs.first + 1], verbs.first + 1 < chunk.to)
  )
    return
  const from = reader.view.chunks[reader.state.verb] as Chunk | undefined
  if (verbs.bare) {
    if (from && shared(reader.view, from, chunk)) return
    if (from && !reader.view.russian && !isSecondBase(reader.view.words, from.verbs.first, verbs.first)) return
    if (verbs.weak && !reader.view.russian && reader.state.inside) return
    if (reader.state.inside && !(verbs.reports && !reader.view.russian)) return
    reader.cut(index, "clause-shared-subject", reader.state.verb)
    reader.state = { ...reader.state, verb: index, inside: opened(reader, verbs) }
    return
  }
  if (reader.state.inside && !(isComma && escapes(reader, chunk))) {
    return
  }
  if ((verbs.weak && !isComma && !solid(reader.view, chunk)) || verbs.contact) return
  if (reader.state.kind === "relative" && reader.state.pending && isComma) {
    reader.cut(index, "clause-main", -1)
    reader.state = { ...fresh(), done: true, verb: index, inside: opened(reader, verbs), subject: index }
    return
  }
  reader.cut(index, "clause-coordinated")
  reader.state = {
    ...reader.state,
    done: true,
    verb: index,
    inside: opened(reader, verbs),
    subject: index,
    kind: reader.state.awaits ? reader.state.kind : "main",
  }
}

/** Whether a clause with a subject leaves what somebody said: ", but he never came". */
function escapes(reader: Reader, chunk: Chunk): boolean {
  if (/^(?:but|yet|so|но|однако|зато|а)$/.test(reader.view.words[chunk.from] as string)) return true
  return reader.state.inside === "known" && !chunk.verbs.weak
}

/** ", or so the story went" */
function isStory(words: readonly string[], { from, body }: Chunk): boolean {
  return words[from] === "or" && words[body] === "so" && /^(?:the|it|i|they|he|she)$/.test(words[body + 1] ?? "")
}
