import type { Chunk } from "./clause-chunk.ts"
import type { Chunks } from "./clause-chunks.ts"
import type { ClauseRuleId } from "./clause-rules.ts"
import { isReporting } from "./reporting-verbs.ts"

/** The clause that is being read. */
export interface State {
  /** Whether it has its finite verb. */
  done: boolean
  /** What encloses it still lacks its verb: "Orlov, who was ill, …". */
  pending: boolean
  /** A main clause has to follow: "When he came, …". */
  awaits: boolean
  /** It is what somebody is reported to have said, or what somebody knew or saw; a comma may end the latter. */
  inside: "" | "said" | "known"
  kind: "main" | "relative" | "adverbial"
  /** The chunk that holds the verb last read; -1 before the first. */
  verb: number
  /** The chunk that holds the subject of a pending clause. */
  subject: number
}

export const fresh = (): State => ({
  done: false,
  pending: false,
  awaits: false,
  inside: "",
  kind: "main",
  verb: -1,
  subject: 0,
})

/** What reads the stretches of a unit one by one and notes where clauses begin. */
export interface Reader {
  state: State
  /** Whether a stretch that could be a subject was read. */
  readonly nominal: boolean
  readonly view: Chunks
  /** Notes that a clause begins with a stretch; `subjectOf` is the stretch that holds its subject. */
  cut(index: number, rule: ClauseRuleId, subjectOf?: number): void
}

/** What a verb opens in the middle of a stretch: "he said the mill was closed". */
export function opened(reader: Reader, verbs: Chunk["verbs"]): State["inside"] {
  if (!verbs.opens) return ""
  return isReporting(reader.view.words[verbs.first] as string) ? "said" : "known"
}
