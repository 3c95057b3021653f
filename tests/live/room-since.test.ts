import fc from "fast-check"
import { expect, test } from "vitest"
import { RoomReader, withNews } from "../../app/projects/[projectId]/documents/[documentId]/_room/room-reader.ts"
import { database } from "../../lib/db/client.ts"
import type { Label } from "../../lib/domain/label.ts"
import { type Room, readingRoom } from "../../lib/queries/reading-room.ts"
import { roomSince } from "../../lib/queries/room-since.ts"
import { room } from "../commands/room.ts"
import { code, value } from "../queries/project.ts"

type Place = Awaited<ReturnType<typeof room>>

const seenOf = ({ mark, revision, sight }: Room) => ({ mark, revision: String(revision), sight })
const whole = async (who: { id: string }, { documentId }: Place) => value(await readingRoom(who, documentId))
const since = async (who: { id: string }, { documentId }: Place, seen: Room) =>
  value(await roomSince(who, documentId, seenOf(seen)))

/**
 * A reading after which there is no news until somebody writes. Transactions of other databases count as well, so that
 * one of them may let what was written shortly before be told once more.
 */
async function quietRoom(place: Place): Promise<Room> {
  for (;;) {
    const seen = await whole(place.owner, place)
    if ((await since(place.owner, place, seen)).units?.length === 0) return seen
  }
}

/** What may differ from a reading of the whole: the mark of the snapshot. */
const withoutMark = ({ mark: _, ...rest }: Room) => rest

test("what became of a document holds what moved, and little else", async () => {
  const place = await room()
  const before = await quietRoom(place)
  value(await place.kind(place.editor, place.second, "opinion"))
  const news = await since(place.owner, place, before)
  expect(news.units?.find(({ id }) => id === place.second)?.kind).toBe("opinion")
  expect(news.touched).toEqual([place.second])
  expect(withNews(before, news)).toMatchObject(withoutMark(await whole(place.owner, place)))
})

test("a claim that moved through another document, by a link or a source, is among the news", async () => {
  const place = await room()
  const sourceId = await place.source(place.ann)
  value(await place.cite(place.ann, place.first, sourceId))
  value(await place.label(place.ann, place.first, "documented"))
  const before = await whole(place.owner, place)
  // As a grade or a merge would: the row is written, and the document's own revision stays.
  await database().unit.update({
    where: { id: place.first },
    data: { state: "contested", verdict: null, verdictBy: null },
  })
  const news = await since(place.owner, place, before)
  expect(news.revision).toBe(before.revision)
  expect(news.units?.find(({ id }) => id === place.first)?.state).toBe("contested")
})

test("a transaction that was under way while one read is in the news of the next reading, however late it ends", async () => {
  const place = await room()
  let [finish, begin] = [() => {}, () => {}]
  const go = new Promise<void>(done => {
    finish = done
  })
  const begun = new Promise<void>(done => {
    begin = done
  })
  const slow = database().$transaction(
    async tx => {
      await tx.unit.update({ where: { id: place.first }, data: { state: "contested" } })
      begin()
      await go
    },
    { timeout: 20_000 },
  )
  await begun
  // Others commit meanwhile, so that the slow one is older than what was read.
  value(await place.kind(place.editor, place.second, "opinion"))
  const before = await whole(place.owner, place)
  finish()
  await slow
  const news = await since(place.owner, place, before)
  expect(news.units?.find(({ id }) => id === place.first)?.state).toBe("contested")
})

test("who sees the document in another way now, or comes with a mark of another database, has to read the whole", async () => {
  const place = await room()
  const before = await whole(place.ann, place)
  await database().document.update({ where: { id: place.documentId }, data: { blind: true } })
  expect((await since(place.ann, place, before)).units).toBeNull()
  const fresh = await whole(place.ann, place)
  expect((await since(place.ann, place, fresh)).units).toEqual([])
  expect((await since(place.ann, place, { ...fresh, mark: "999999999999" })).units).toBeNull()
  for (const wrong of [{ mark: "1; DROP" }, { revision: "-1" }, {}])
    expect(
      code(
        await roomSince(place.ann, place.documentId, {
          ...seenOf(fresh),
          ...wrong,
          ...(Object.keys(wrong).length ? {} : { mark: "" }),
        }),
      ),
    ).toBe("invalid")
})

test("who is bound by blindness is not even told that a claim moved which they have not labelled", async () => {
  const place = await room()
  await database().document.update({ where: { id: place.documentId }, data: { blind: true } })
  const before = await whole(place.ann, place)
  const sourceId = await place.source(place.ben)
  value(await place.cite(place.ben, place.first, sourceId))
  value(await place.label(place.ben, place.first, "documented"))
  value(await place.label(place.owner, place.first, "documented"))
  const news = await since(place.ann, place, before)
  expect(news).toMatchObject({ named: [], units: [], touched: null })
  expect(JSON.stringify(news)).not.toContain(place.first)
  const seen = await since(place.owner, place, { ...before, sight: (await whole(place.owner, place)).sight })
  expect(seen.touched).toContain(place.first)
  value(await place.label(place.ann, place.first, "disputed"))
  expect((await since(place.ann, place, before)).units?.map(({ id, mine }) => [id, mine])).toEqual([
    [place.first, "disputed"],
  ])
  // What an editor cuts is seen by everybody, and read as a whole.
  value(await place.kind(place.editor, place.second, "opinion"))
  expect((await since(place.ann, place, before)).units).toBeNull()
})

test("following the news leads to the same room as reading the whole, whatever people do", async () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant("label" as const),
      who: fc.constantFrom("ann", "ben", "owner"),
      at: fc.nat(5),
      label: fc.constantFrom<Label>("documented", "disputed", "speculative"),
    }),
    fc.record({ do: fc.constant("split" as const), at: fc.nat(5) }),
    fc.record({ do: fc.constant("merge" as const), at: fc.nat(5) }),
    fc.record({ do: fc.constant("flag" as const), at: fc.nat(5) }),
    fc.record({ do: fc.constant("undo" as const), who: fc.constantFrom("ann", "editor") }),
    fc.record({ do: fc.constant("read" as const) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), fc.boolean(), async (steps, blind) => {
      const place = await room()
      await database().document.update({ where: { id: place.documentId }, data: { blind } })
      const reader = new RoomReader(await whole(place.ann, place), {
        whole: () => readingRoom(place.ann, place.documentId) as never,
        since: seen => roomSince(place.ann, place.documentId, seenOf(seen)) as never,
      })
      for (const one of steps) {
        const units = await place.live()
        const unit = units["at" in one ? one.at % units.length : 0]!
        if (one.do === "label") {
          const by = place[one.who as "ann"]
          const row = await database().annotation.findFirst({
            where: { unitId: unit.id, reviewerId: by.id, current: true },
          })
          await place.label(by, unit.id, one.label, row?.id ?? null)
        } else if (one.do === "split") await place.split(place.editor, unit.id, unit.start + 4)
        else if (one.do === "merge") await place.merge(place.editor, unit.id)
        else if (one.do === "flag") await place.flag(place.ben, "It was raised")
        else if (one.do === "undo") await place.undo(place[one.who as "ann"])
        else await reader.catchUp()
      }
      await reader.catchUp()
      expect(withoutMark(reader.room)).toEqual(withoutMark(await whole(place.ann, place)))
    }),
    { numRuns: 16 },
  )
})
