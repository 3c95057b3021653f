import { versionDifference } from "../../../../../../../../lib/queries/version-text.ts"
import { read } from "../../../../../../../../lib/server/handler.ts"

export const GET = read((actor, { documentId, number }) => versionDifference(actor, documentId!, Number(number)))
