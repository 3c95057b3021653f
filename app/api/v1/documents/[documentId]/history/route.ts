import { documentHistory } from "../../../../../../lib/queries/document-history.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => documentHistory(actor, input["documentId"]!, input))
