export const toldOnTheWay = "application/x-ndjson"

/**
 * An answer in lines of JSON: `{"share":0.4}` while the work goes on, each time a hundredth more is done, and last
 * `{"status":200,"body":{…}}`, which is what the answer would have been. A visitor who leaves does not stop the work.
 */
export function onTheWay(work: (report: (share: number) => void) => Promise<Response>): Response {
  const encoder = new TextEncoder()
  let gone = false
  const lines = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (piece: Uint8Array | string) => {
        if (!gone) controller.enqueue(typeof piece === "string" ? encoder.encode(piece) : piece)
      }
      let told = 0
      const answer = await work(share => {
        if (share - told < 0.01) return
        told = share
        tell(`${JSON.stringify({ share })}\n`)
      })
      // The body is JSON in one line already; reading it and writing it again would hold up others.
      tell(`{"status":${answer.status},"body":`)
      for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) tell(piece)
      tell("}\n")
      if (!gone) controller.close()
    },
    cancel() {
      gone = true
    },
  })
  return new Response(lines, {
    headers: { "Content-Type": toldOnTheWay, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
  })
}
