import { Turns } from "../db/in-turns.ts"

/** Characters that are written at a stretch. */
const most = 65_536

/** The body of an answer in JSON: whole, or as a stream that lets others in between when it is a long one. */
export function jsonBody(value: unknown): string | ReadableStream<Uint8Array> {
  const pieces = jsonPieces(value)
  let begun = ""
  while (begun.length < most) {
    const next = pieces.next()
    if (next.done) return begun
    begun += next.value
  }
  const encoder = new TextEncoder()
  const turns = new Turns()
  return new ReadableStream<Uint8Array>({
    start: controller => controller.enqueue(encoder.encode(begun)),
    async pull(controller) {
      if (turns.over) await turns.next()
      const next = pieces.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
  })
}

/**
 * A value as JSON.stringify writes it, in pieces: a long list of it, or the lists of an object, some entries at a time, so
 * that others get their turn in between. An entry is written in one go.
 */
export function* jsonPieces(value: unknown): Generator<string, void> {
  if (Array.isArray(value)) yield* listPieces(value)
  else if (isPlain(value)) {
    let before = "{"
    for (const [name, part] of Object.entries(value)) {
      const head = `${before}${JSON.stringify(name)}:`
      if (Array.isArray(part)) {
        yield head
        yield* listPieces(part)
      } else {
        const json = JSON.stringify(part)
        if (json === undefined) continue
        yield head + json
      }
      before = ","
    }
    yield before === "{" ? "{}" : "}"
  } else yield JSON.stringify(value ?? null)
}

function* listPieces(list: readonly unknown[]): Generator<string, void> {
  let piece = "["
  for (const [at, entry] of list.entries()) {
    piece += `${at > 0 ? "," : ""}${JSON.stringify(entry) ?? "null"}`
    if (piece.length < most) continue
    yield piece
    piece = ""
  }
  yield `${piece}]`
}

/** Whether something is an object that says nothing of its own about how it is written. */
const isPlain = (value: unknown): value is object => typeof value === "object" && value !== null && !("toJSON" in value)
