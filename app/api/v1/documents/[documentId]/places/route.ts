import { searchPlaces } from "../../../../../../lib/queries/lost-claims.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, { documentId, words }) => searchPlaces(actor, documentId!, { words }))
