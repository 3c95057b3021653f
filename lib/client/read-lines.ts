/** The lines of a stream of UTF-8 as they arrive, without their ends; the last one too when nothing ends it. */
export async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  let rest = ""
  try {
    for (;;) {
      const { done, value } = await reader.read()
      const lines = (rest + decoder.decode(value, { stream: !done })).split("\n")
      rest = lines.pop() ?? ""
      yield* lines
      if (done) break
    }
    if (rest !== "") yield rest
  } finally {
    reader.releaseLock()
  }
}
