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
      const line = (json: string) => {
        if (!gone) controller.enqueue(encoder.encode(`${json}\n`))
      }
      let told = 0
      const answer = await work(share => {
        if (share - told < 0.01) return
        told = share
        line(JSON.stringify({ share }))
      })
      // The body is JSON in one line already; reading it and writing it again would hold up others.
      line(`{"status":${answer.status},"body":${await answer.text()}}`)
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
