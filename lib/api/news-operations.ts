import { readAllNotices, readNotices } from "../commands/read-notices.ts"
import { readThreads } from "../commands/read-threads.ts"
import { tellPresence } from "../commands/tell-presence.ts"
import { inbox, unreadNotices } from "../queries/inbox.ts"
import { liveRevisions } from "../queries/live-revisions.ts"
import { operation } from "./operation.ts"

export const newsOperations = {
  readAllNotices: operation(
    readAllNotices,
    "Mark everything as read that came until a moment",
    "What blindness still hides goes on waiting.",
  ),
  readNotices: operation(readNotices, "Mark notices of one's own as read"),
  inbox: operation(inbox, "What concerns the reader over all their projects, 50 at once, the newest first"),
  unreadNotices: operation(unreadNotices, "How many notices wait for the reader"),
  liveRevisions: operation(
    liveRevisions,
    "Hear what changes, as it happens",
    "A stream of server-sent events for up to twenty projects (`projects`, ids parted by commas): first where they stand, then every new revision and who is here. It carries no content. It ends by itself after about ten minutes, and is to be opened again then.",
    { media: ["text/event-stream"] },
  ),
  tellPresence: operation(
    tellPresence,
    "Say to others in the project where one is",
    "In which document, on which claim, and whether one writes. Stored nowhere.",
  ),
  readThreads: operation(
    readThreads,
    "Note that one has read discussions until a moment",
    "What told of them in the inbox is read too.",
  ),
}
