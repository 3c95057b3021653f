import { unzipSync } from "fflate"
import { type Actor, readProject } from "../../lib/db/pass.ts"
import { fail, ok, type Result } from "../../lib/domain/failure.ts"
import type { LeftOutClaim, OutgoingClaim, OutgoingDocument, OutgoingSource } from "../../lib/domain/outgoing-claims.ts"
import { exportFile } from "../../lib/queries/export-file.ts"
import { exportParts } from "../../lib/queries/export-parts.ts"
import { exportPlan } from "../../lib/queries/export-plan.ts"

interface WholeExport {
  readonly documents: readonly OutgoingDocument[]
  readonly sources: readonly OutgoingSource[]
}

/** Everything that a project, or one document of it, exports, in one piece. */
export const vettedClaims = (
  actor: Actor,
  projectId: string,
  choice: { readonly documentId?: string } = {},
): Promise<Result<WholeExport>> =>
  readProject(actor, projectId, "claims.export", async pass => {
    const all = { ...choice, quotes: true }
    const plan = await exportPlan(pass, all)
    if (choice.documentId && plan.documents.length === 0) return fail({ code: "not-found" })
    const documents = new Map<string, OutgoingDocument & { claims: OutgoingClaim[]; leftOut: LeftOutClaim[] }>()
    for await (const { document, claims, leftOut } of exportParts(pass, all, plan)) {
      const known = documents.get(document.documentId) ?? { ...document, claims: [], leftOut: [] }
      known.claims.push(...claims)
      known.leftOut.push(...leftOut)
      documents.set(document.documentId, known)
    }
    return ok({ documents: [...documents.values()], sources: plan.sources })
  })

/** A file of an export as text, unpacked, with its name and what it is. */
export async function exportText(
  actor: Actor,
  input: unknown,
): Promise<Result<{ name: string; mediaType: string; text: string }>> {
  let pieces: Uint8Array[] = []
  const made = await exportFile(actor, input, "https://apparatus.example", {
    begin: async () => {
      pieces = []
    },
    write: async piece => {
      pieces.push(typeof piece === "string" ? Buffer.from(piece) : piece)
    },
  })
  return made.ok ? ok({ ...made.value, text: unpacked(Buffer.concat(pieces)) }) : made
}

/** What a file says, also one that is a ZIP of others. */
const unpacked = (bytes: Buffer): string =>
  bytes.subarray(0, 2).toString() === "PK"
    ? Object.entries(unzipSync(bytes))
        .map(([name, inside]) => `${name}\n${Buffer.from(inside).toString()}`)
        .join("\n")
    : bytes.toString()
