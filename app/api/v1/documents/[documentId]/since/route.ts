import { roomSince } from "../../../../../../lib/queries/room-since.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => roomSince(actor, input["documentId"]!, input))
