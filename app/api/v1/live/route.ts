import { liveStream } from "../../../../lib/live/live-stream.ts"
import { liveRevisions } from "../../../../lib/queries/live-revisions.ts"
import { stream } from "../../../../lib/server/handler.ts"

export const GET = stream(liveStream(liveRevisions))
