import { reviewedBlind } from "../db/blindness-rows.ts"
import { roomTalk } from "../db/discussion-rows.ts"
import { documentMoves } from "../db/live-rows.ts"
import { type Actor, readDocument } from "../db/pass.ts"
import { roomDocument, roomFlags, roomUnits } from "../db/reading-rows.ts"
import { roomMark, roomSight } from "../db/room-news.ts"
import { offers } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"

/** A document's text with its live units and open flags, at one revision. */
export const readingRoom = (actor: Actor, documentId: string) =>
  readDocument(actor, documentId, "project.read", async pass =>
    ok({
      document: await roomDocument(pass),
      revision: pass.revision,
      moves: pass.projectRevision + (await documentMoves(pass)),
      mark: await roomMark(pass),
      sight: await roomSight(pass),
      me: actor.id,
      offers: offers(pass.role),
      /** Whether it is reviewed blind, and whether that binds the actor. */
      blind: await reviewedBlind(pass),
      bound: pass.sight.bound,
      units: await roomUnits(pass),
      flags: await roomFlags(pass),
      talk: await roomTalk(pass),
    }),
  )

type Answer = Awaited<ReturnType<typeof readingRoom>>
export type Room = Extract<Answer, { ok: true }>["value"]
