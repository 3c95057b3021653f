import { readingRoom } from "../../../../../lib/queries/reading-room.ts"
import { read } from "../../../../../lib/server/handler.ts"

export const GET = read((actor, { documentId }) => readingRoom(actor, documentId!))
