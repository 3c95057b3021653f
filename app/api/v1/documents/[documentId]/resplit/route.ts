import { resplitDocument } from "../../../../../../lib/commands/resplit-document.ts"
import { resplit } from "../../../../../../lib/queries/resplit.ts"
import { longWrite, read } from "../../../../../../lib/server/handler.ts"
import { limits } from "../../../../../../lib/server/limits.ts"

export const GET = read((actor, { documentId }) => resplit(actor, documentId!))
export const POST = longWrite(resplitDocument, limits.body)
