import type { FlagReason, FlagRule } from "../domain/flag.ts"
import { flagsOnSpans } from "../domain/flags-on-spans.ts"
import { type LeftOutChoice, type ProtectiveFlag, protectiveReasons } from "../domain/left-out-passages.ts"
import type { Span } from "../domain/unit.ts"
import type { ExportUnit } from "./export-rows.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { shownId } from "./sight.ts"

export interface ExportFlag extends Span {
  readonly id: string
  readonly documentId: string
  /** The claim in which a rule found it; null for what a person flagged, which may cross claims. */
  readonly unitId: string | null
  readonly reason: FlagReason | FlagRule
  readonly note: string
  /** What a rule found. */
  readonly detail: unknown
  readonly status: "open" | "answered"
  /** Null for what a rule found. */
  readonly raisedBy: string | null
  readonly raisedAt: Date
  readonly answer: string
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
}

/**
 * The flags of a document's current text that somebody answered, and people's open ones, in the order in which they were
 * raised. Only those of claims that the actor may see may be told.
 */
export const exportFlags = (pass: ProjectPass, documentId: string): Promise<ExportFlag[]> =>
  pass.tx.$queryRaw<ExportFlag[]>`
    SELECT f.id, f."documentId", CASE WHEN f."raisedBy" IS NULL THEN f."unitId" END AS "unitId", f.start, f."end", f.reason,
      f.note, f.detail, f.status, ${shownId(pass, Prisma.sql`f."raisedBy"`)} AS "raisedBy", f."raisedAt",
      f.answer, ${shownId(pass, Prisma.sql`f."answeredBy"`)} AS "answeredBy", f."answeredAt"
    FROM "Flag" f JOIN "Document" d ON d.id = f."documentId" AND f.number = d."currentVersion"
    WHERE f."projectId" = ${pass.projectId}::uuid AND f."documentId" = ${documentId}::uuid
      AND (f.status = 'answered' OR f.status = 'open' AND f."raisedBy" IS NOT NULL)
    ORDER BY f."raisedAt", f.id`

/**
 * People's flags of a document that ask for care, as an export may heed them: open ones, or answered ones too. One whose
 * place was lost in a new version comes with its words.
 */
export const protectiveFlags = (
  pass: ProjectPass,
  documentId: string,
  which: LeftOutChoice,
): Promise<ProtectiveFlag[]> =>
  pass.tx.$queryRaw<ProtectiveFlag[]>`
    SELECT f.start, f."end", CASE WHEN f.number <> d."currentVersion" THEN f.quote END AS lost
    FROM "Flag" f JOIN "Document" d ON d.id = f."documentId"
    WHERE f."projectId" = ${pass.projectId}::uuid AND f."documentId" = ${documentId}::uuid AND f."raisedBy" IS NOT NULL
      AND f.reason = ANY(${[...protectiveReasons]}) AND f.status = ANY(${which === "any" ? ["open", "answered"] : ["open"]})
    ORDER BY f.start, f.id`

/** The flags that touch each of a document's claims, by the claims' ids, in the order in which they were raised. */
export function flagsOf(
  flags: readonly ExportFlag[],
  claims: readonly ExportUnit[],
): ReadonlyMap<string, readonly ExportFlag[]> {
  const touched = flagsOnSpans(claims, flags, flag => flag)
  return new Map([...touched].map(([id, on]) => [id, [...on].filter(({ unitId }) => unitId === null || unitId === id)]))
}
