import type { LiveEvent } from "./live.ts"

/** An event as a stream of server-sent events writes it. The id names the stream of changes and its revision. */
export function eventText(event: LiveEvent): string {
  const { kind, ...rest } = event
  const id = idOf(event)
  return `${id === null ? "" : `id: ${id}\n`}event: ${kind}\ndata: ${JSON.stringify(rest)}\n\n`
}

function idOf(event: LiveEvent): string | null {
  if (event.kind === "revisions") return `${event.projectId}:${event.project}`
  if (event.kind === "moved") return `${event.documentId ?? event.projectId}:${event.revision}`
  return null
}

/**
 * Reads a stream of server-sent events as it arrives, in whatever pieces. Each call takes the next piece and answers
 * the events that are whole with it; comments and events of unknown kinds are passed over.
 */
export function eventReader(): (piece: string) => LiveEvent[] {
  let rest = ""
  return piece => {
    const blocks = (rest + piece).split("\n\n")
    rest = blocks.pop()!
    return blocks.flatMap(block => {
      const fields = new Map(
        block.split("\n").map(line => {
          const colon = line.indexOf(":")
          return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, "")]
        }),
      )
      const kind = fields.get("event")
      const data = fields.get("data")
      return kind && data ? [{ kind, ...(JSON.parse(data) as object) } as LiveEvent] : []
    })
  }
}
