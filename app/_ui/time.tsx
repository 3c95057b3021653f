import { dateWords } from "./date-words.ts"

interface Props {
  /** The moment, or its ISO 8601 form with a zone. */
  readonly at: Date | string
  readonly precision?: "day" | "minute" | "time"
}

/** A moment, the same on the server and in the browser; the exact one, in UTC, shows when it is pointed at. */
export function Time({ at, precision = "day" }: Props) {
  const date = typeof at === "string" ? new Date(at) : at
  const iso = date.toISOString()
  return (
    <time dateTime={iso} title={`${iso.slice(0, 19).replace("T", " ")} UTC`} className="figures whitespace-nowrap">
      {dateWords(date, precision)}
      {precision !== "day" && " UTC"}
    </time>
  )
}
