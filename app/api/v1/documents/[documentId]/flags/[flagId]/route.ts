import { flagPreview } from "../../../../../../../lib/queries/flag-preview.ts"
import { read } from "../../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => flagPreview(actor, input["documentId"]!, input["flagId"]!))
