import pg from "pg"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { emptyRationale } from "../../lib/domain/rationale.ts"
import { liveStream } from "../../lib/live/live-stream.ts"
import { Switchboard } from "../../lib/live/switchboard.ts"
import { liveRevisions } from "../../lib/queries/live-revisions.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { roomSince } from "../../lib/queries/room-since.ts"
import { line, times } from "./measure.ts"

const rounds = 60
const claims = 15_000

/**
 * How long it takes until another browser's stream says what happened, beside PostgreSQL's own NOTIFY to a client that
 * listens: a bare ring, and a label from its key press on. And what reading the news of a long text takes beside all of it.
 */
export async function measureLive(address: string, now: () => number): Promise<string[]> {
  const [speaker, listener] = [new pg.Client(address), new pg.Client(address)]
  await Promise.all([speaker.connect(), listener.connect()])
  const me = { id: newUserId() }
  await insertUser({ id: me.id, email: "live-bench@example.org", name: "Bench", passwordHash: null })
  const [projectId, documentId] = [uuidv7(), uuidv7()]
  await createProject(me, { id: projectId, name: "Live", description: "", requestId: uuidv7() })
  const text = Array.from({ length: claims }, (_, at) => `The commander number ${at} was arrested in 1937.`).join(" ")
  const words = { title: "Live", author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: true }
  await addDocument(() => 50_000_000)(me, { projectId, id: documentId, ...words, text, requestId: uuidv7() })
  const read = await readingRoom(me, documentId)
  if (!read.ok) throw new Error("The document was not added.")
  const room = read.value

  let wake = () => {}
  const heard = () =>
    new Promise<void>(done => {
      wake = done
    })
  await listener.query("LISTEN bare")
  listener.on("notification", () => wake())
  const raw = await spaced(now, async () => {
    const notice = heard()
    await speaker.query("SELECT pg_notify('bare', 'R')")
    await notice
  })
  await listener.end()

  const board = new Switchboard(process.env["DATABASE_URL"]!)
  const caller = { actor: me, input: { projects: projectId }, signal: new AbortController().signal }
  const opened = await liveStream(liveRevisions, {}, () => board)({ ...caller, isSignedIn: async () => true })
  if (!opened.ok) throw new Error("There is no stream.")
  const stream = opened.value.getReader()
  const decoder = new TextDecoder()
  void (async () => {
    for (;;) {
      const { value, done } = await stream.read()
      if (done) return
      if (decoder.decode(value).includes("event: moved")) wake()
    }
  })()
  let revision = room.revision
  const ring = await spaced(now, async () => {
    const notice = heard()
    const message = JSON.stringify({ projectId, documentId, revision: ++revision })
    await speaker.query("SELECT pg_notify('apparatus', $1)", [message])
    await notice
  })
  const label = await spaced(now, async at => {
    const notice = heard()
    const ids = { documentId, unitId: room.units[at]!.id, id: uuidv7(), requestId: uuidv7() }
    const said = { label: "documented", confidence: "high", rationale: emptyRationale, seen: null }
    await Promise.all([giveAnnotation(me, { ...ids, ...said }), notice])
  })
  await stream.cancel()
  await board.close()
  await speaker.end()
  const seen = { mark: room.mark, revision: String(room.revision), sight: room.sight }
  const whole = await times(10, now, () => readingRoom(me, documentId))
  const news = await times(10, now, () => roomSince(me, documentId, seen))
  return [
    line("NOTIFY to a client that listens", raw, raw, "NOTIFY"),
    line("a ring to a stream's notice", ring, raw, "NOTIFY"),
    line("a label to a stream's notice", label, raw, "NOTIFY"),
    line(`news of ${claims} units, ${rounds} of them new`, news, whole, "reading all"),
  ]
}

/** Milliseconds of each of so many rounds, the shortest first, with a rest between so that none waits for the one before. */
async function spaced(now: () => number, work: (at: number) => Promise<void>): Promise<number[]> {
  const spent: number[] = []
  for (let at = 0; at < rounds; at++) {
    await new Promise(go => setTimeout(go, 50))
    const start = now()
    await work(at)
    spent.push(now() - start)
  }
  return spent.sort((a, b) => a - b)
}
