import { roomTalk } from "../db/discussion-rows.ts"
import { documentMoves } from "../db/live-rows.ts"
import { type Actor, readDocument } from "../db/pass.ts"
import { roomFlags, roomUnits } from "../db/reading-rows.ts"
import { claimsTouched, roomMark, roomSight, roomSize, unitsSince } from "../db/room-news.ts"
import { offers } from "../domain/access.ts"
import { fail, ok } from "../domain/failure.ts"
import { roomSeen } from "../schema/live-input.ts"
import { parse } from "../schema/parse.ts"

/**
 * What became of a document since a reading of it, whose mark and revision are given: the units that may have changed,
 * as the actor may see them now, in so far as they still stand, and all open flags. `units` is null when the reading is
 * too old to be told apart, and the whole has to be read.
 */
export const roomSince = (actor: Actor, documentId: string, seen: Readonly<Record<string, string>>) =>
  readDocument(actor, documentId, "project.read", async pass => {
    const parsed = parse(roomSeen, seen)
    if (!parsed.ok) return fail(parsed.failure)
    const { mark, revision, sight } = parsed.value
    const named = sight === (await roomSight(pass)) ? await unitsSince(pass, mark, revision) : null
    return ok({
      revision: pass.revision,
      /** The version of the text that is current. */
      number: pass.number,
      moves: pass.projectRevision + (await documentMoves(pass)),
      mark: await roomMark(pass),
      offers: offers(pass.role),
      named,
      units: named && (await roomUnits(pass, named)),
      size: await roomSize(pass),
      flags: await roomFlags(pass),
      talk: await roomTalk(pass),
      touched: await claimsTouched(pass, revision),
    })
  })
roomSince.input = roomSeen

type Answer = Awaited<ReturnType<typeof roomSince>>
export type RoomSince = Extract<Answer, { ok: true }>["value"]
