import { database } from "../../lib/db/client.ts"

/**
 * Makes a document's units what an older splitter could have proposed: the first two were one, the third was a
 * fragment, and of the rest the cues were not seen.
 */
export async function olderSplitter(documentId: string): Promise<void> {
  const units = await database().unit.findMany({ where: { documentId }, orderBy: { start: "asc" } })
  const [first, second, third] = units
  await database().unit.delete({ where: { id: second!.id } })
  const end = second!.end
  await database().unit.update({ where: { id: first!.id }, data: { end, bornEnd: end } })
  const none = { rules: [], cues: [], bornCues: [] }
  await database().unit.updateMany({ where: { documentId }, data: none })
  const kind = "fragment"
  await database().unit.update({ where: { id: third!.id }, data: { kind, bornKind: kind } })
  await database().version.updateMany({ where: { documentId }, data: { splitterVersion: 1 } })
}
