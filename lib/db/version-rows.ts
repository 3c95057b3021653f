import { createHash } from "node:crypto"
import type { FlagState, UnitState, VersionState } from "../domain/effect.ts"
import { inVersion } from "../domain/effect.ts"
import type { NewVersion as Added } from "../domain/new-version.ts"
import type { OriginalFile } from "../domain/original-file.ts"
import type { TextAnchor } from "../domain/text-anchor.ts"
import { flagState } from "./claim-rows.ts"
import { Prisma } from "./generated/client.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"
import { shownName } from "./sight.ts"

export interface NewVersion {
  readonly documentId: string
  readonly text: string
  readonly words: number
  readonly sha256: Uint8Array<ArrayBuffer>
  /** Version of the splitter that proposed its units. */
  readonly splitterVersion: number
  /** What the file that it was read from says beside the words: pages, notes, what stands around the text. */
  readonly anchors: readonly TextAnchor[]
  readonly original: OriginalFile | null
}

const hashOf = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest())

/** Store a version of a document's text. */
export async function insertVersion(pass: ProjectPass, number: number, version: NewVersion): Promise<void> {
  const { documentId, text, words, sha256, splitterVersion, anchors, original } = version
  const about = { documentId, number, projectId: pass.projectId, createdAt: pass.at }
  const { bytes, ...file } = original ?? {}
  await pass.tx.version.create({
    data: {
      ...about,
      text,
      length: text.length,
      words,
      sha256,
      splitterVersion,
      ...(anchors.length > 0 && { anchors: anchors as unknown as Prisma.InputJsonValue }),
      ...(bytes && { original: bytes, originalSha256: hashOf(bytes), ...file }),
    },
  })
}

/** The number that the document's next version gets; one that was taken back keeps its own. */
export async function nextNumber({ tx, projectId, documentId }: DocumentPass): Promise<number> {
  const { _max } = await tx.version.aggregate({ where: { projectId, documentId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/** SHA-256 of the current text. */
export async function currentHash(pass: DocumentPass): Promise<Uint8Array> {
  const where = { documentId_number: { documentId: pass.documentId, number: pass.number } }
  return (await pass.tx.version.findUniqueOrThrow({ where, select: { sha256: true } })).sha256
}

/** The text of one of the document's versions, or null when there is none of that number. */
export async function textOfVersion(
  { tx, projectId, documentId }: DocumentPass,
  number: number,
): Promise<string | null> {
  return (
    (await tx.version.findFirst({ where: { projectId, documentId, number }, select: { text: true } }))?.text ?? null
  )
}

/**
 * The units of the current text, or of those in `among`, on which somebody worked: labelled, cited, decided, discussed or
 * compared, also when it was taken back. All claims of a norming round that is not over are among them, so that nothing
 * of what was said in it can be told.
 */
export async function workedUnits(pass: DocumentPass, among: readonly string[] | null = null): Promise<Set<string>> {
  const rows = await pass.tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "Unit" u
    WHERE u."projectId" = ${pass.projectId}::uuid AND u."documentId" = ${pass.documentId}::uuid AND u.number = ${pass.number}
      AND (${among}::uuid[] IS NULL OR u.id = ANY(${among}::uuid[]))
      AND (EXISTS (SELECT 1 FROM "Annotation" a WHERE a."unitId" = u.id)
        OR EXISTS (SELECT 1 FROM "Citation" c WHERE c."unitId" = u.id)
        OR EXISTS (SELECT 1 FROM "Adjudication" d WHERE d."unitId" = u.id)
        OR EXISTS (SELECT 1 FROM "Thread" t WHERE t."unitId" = u.id)
        OR EXISTS (SELECT 1 FROM "ClaimLink" l WHERE (l."unitAId" = u.id OR l."unitBId" = u.id) AND l."withdrawnAt" IS NULL)
        OR EXISTS (
          SELECT 1 FROM "NormingClaim" n JOIN "NormingRound" r ON r.id = n."roundId"
          WHERE n."unitId" = u.id AND r."endedAt" IS NULL))`
  return new Set(rows.map(({ id }) => id))
}

/** Every flag of people on the current text, answered and withdrawn ones too. Those of rules go with their claims. */
export async function flagsOfText({ tx, projectId, documentId, number }: DocumentPass): Promise<FlagState[]> {
  const rows = await tx.flag.findMany({
    where: { projectId, documentId, number, raisedBy: { not: null } },
    orderBy: [{ start: "asc" }, { id: "asc" }],
  })
  return rows.map(flagState)
}

/** Take the flags of rules along to where their claims stand now, with the words that these say there. */
export async function carryRuleFlags(pass: DocumentPass): Promise<void> {
  await pass.tx.$executeRaw`
    UPDATE "Flag" f SET number = u.number, length = u.length, start = u.start, "end" = u."end",
      quote = coalesce(w.quote, f.quote)
    FROM "Unit" u LEFT JOIN "Wording" w ON w."unitId" = u.id
    WHERE f."documentId" = ${pass.documentId}::uuid AND f."projectId" = ${pass.projectId}::uuid AND f."raisedBy" IS NULL
      AND u.id = f."unitId" AND u.number <> f.number`
}

export interface Original {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly fileName: string
}

/** The uploaded file that a version's text was read from, or null when there was none. */
export async function originalOf(
  { tx, projectId, documentId }: DocumentPass,
  number: number,
): Promise<Original | null> {
  const where = { projectId, documentId, number }
  const row = await tx.version.findFirst({ where, select: { original: true, fileName: true } })
  return row?.original ? { bytes: row.original, fileName: row.fileName ?? "" } : null
}

export interface VersionLine {
  readonly number: number
  readonly sha256: string
  readonly length: number
  readonly words: number
  readonly fileName: string | null
  /** SHA-256 of the uploaded file, when there was one. */
  readonly fileSha256: string | null
  readonly createdAt: Date
}

/** The document's versions, the newest first. */
export const versionLines = (pass: DocumentPass): Promise<VersionLine[]> =>
  pass.tx.$queryRaw<VersionLine[]>`
    SELECT number, encode(sha256, 'hex') AS sha256, length, words, "fileName",
      encode("originalSha256", 'hex') AS "fileSha256", "createdAt" FROM "Version"
    WHERE "projectId" = ${pass.projectId}::uuid AND "documentId" = ${pass.documentId}::uuid ORDER BY number DESC`

export interface VersionStep {
  readonly added: Added
  readonly from: VersionState["number"]
  readonly revision: number
  readonly by: string
  readonly at: Date
}

/** The changes that added versions, in their order, with the version that each came after. */
export const versionSteps = (pass: DocumentPass): Promise<VersionStep[]> =>
  pass.tx.$queryRaw<VersionStep[]>`
    SELECT c.body::jsonb->'added' AS added, (c.body::jsonb#>>'{effect,versions,0,before,number}')::int AS "from",
      c.revision, ${shownName(pass, Prisma.sql`p`)} AS by, c.at
    FROM "Change" c JOIN "User" p ON p.id = c."actorId"
    WHERE c."streamId" = ${pass.documentId}::uuid AND c."projectId" = ${pass.projectId}::uuid AND c.kind = 'version-added'
    ORDER BY c.revision`

/** The body of the change that put another version in the place of this one, the newest when there were several. */
export async function changeAfterVersion(pass: DocumentPass, number: number): Promise<string | null> {
  const step = (await versionSteps(pass)).findLast(({ from }) => from === number)
  if (!step) return null
  const where = { streamId_revision: { streamId: pass.documentId, revision: step.revision } }
  return (await pass.tx.change.findUniqueOrThrow({ where, select: { body: true } })).body
}

/** Who made the version that is current now, when somebody did. */
export async function lastToRenew(pass: DocumentPass): Promise<string | null> {
  const steps = await versionSteps(pass)
  return steps.findLast(({ added }) => added.number === pass.number)?.by ?? null
}

/** Who added the document. */
export async function firstVersionBy(pass: DocumentPass): Promise<string | null> {
  const [row] = await pass.tx.$queryRaw<{ by: string }[]>`
    SELECT ${shownName(pass, Prisma.sql`p`)} AS by FROM "Change" c JOIN "User" p ON p.id = c."actorId"
    WHERE c."streamId" = ${pass.projectId}::uuid AND c."projectId" = ${pass.projectId}::uuid AND c.kind = 'document-added'
      AND c.body::jsonb->>'documentId' = ${pass.documentId}`
  return row?.by ?? null
}

/** The units whose rows stand in a version of the text, lost and given up ones among them, the live ones first. */
export async function unitsAtVersion(
  { tx, projectId, documentId }: DocumentPass,
  number: number,
): Promise<UnitState[]> {
  const rows = await tx.unit.findMany({
    where: { projectId, documentId, number },
    select: { id: true, start: true, end: true, kind: true, rules: true, cues: true, origin: true, retired: true },
    orderBy: [{ retired: "asc" }, { start: "asc" }, { id: "asc" }],
  })
  return rows.map(row => inVersion(row as unknown as UnitState, number))
}

/** What became of units: those that live in the current text, and those that an older version still has. */
export async function unitsNow(
  pass: DocumentPass,
  ids: readonly string[],
): Promise<ReadonlyMap<string, "current" | "lost">> {
  const rows = await pass.tx.$queryRaw<{ id: string; lost: boolean }[]>`
    SELECT id, number < ${pass.number} AS lost FROM "Unit"
    WHERE "projectId" = ${pass.projectId}::uuid AND "documentId" = ${pass.documentId}::uuid AND id = ANY(${ids}::uuid[])
      AND NOT retired AND number <= ${pass.number}`
  return new Map(rows.map(({ id, lost }) => [id, lost ? "lost" : "current"]))
}
