import type { Actor } from "../db/pass.ts"
import { ok, type Result } from "../domain/failure.ts"
import { agreementCsv } from "../formats/agreement-csv.ts"
import { agreement } from "./agreement.ts"
import type { TextFile } from "./text-file.ts"

/** The figures of agreement as they are chosen in the address, as a CSV file. */
export async function agreementFile(actor: Actor, projectId: string, input: unknown): Promise<Result<TextFile>> {
  const found = await agreement(actor, projectId, input)
  if (!found.ok) return found
  const { project, filter, at } = found.value
  const labels = filter.labels === "blind" ? "agreement of blind labels" : "agreement"
  const name = `${project.slice(0, 60)}, ${labels} ${at.toISOString().slice(0, 10)}.csv`
  return ok({ name, mediaType: "text/csv; charset=utf-8; header=present", text: agreementCsv(found.value) })
}
agreementFile.input = agreement.input
