import { performance } from "node:perf_hooks"
import { encode } from "next-auth/jwt"
import pg from "pg"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { database } from "../../lib/db/client.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { startSession } from "../../lib/server/session.ts"

interface Size {
  /** The servers, in turn for each person. */
  readonly origins: readonly string[]
  readonly people: number
  readonly seconds: number
  readonly claims: number
  /** Milliseconds between two labels of one person, on average. */
  readonly pause: number
}

interface Saved {
  readonly id: string
  readonly unitId: string
  readonly reviewerId: string
  readonly revision: number
}

/** What the simulated reviewers met: whether nothing is lost or doubled, and how long things took, in lines. */
export async function load(size: Size): Promise<{ lines: string[]; sound: boolean }> {
  const { origins, seconds, claims, pause } = size
  const place = await newRoom(claims)
  const reviewers = await newReviewers(place.projectId, size.people)
  const heard = new Notices()
  const stop = new AbortController()
  const streams = reviewers.map(({ cookie }, at) =>
    listen(`${origins[at % origins.length]}/api/v1/live?projects=${place.projectId}`, cookie, heard, at, stop.signal),
  )
  await Promise.all(streams)
  const until = performance.now() + seconds * 1_000
  const saves: number[] = []
  const saved: Saved[] = []
  let [refused, offline] = [0, 0]
  await Promise.all(
    reviewers.map(async ({ id: reviewerId, cookie }, at) => {
      const origin = origins[at % origins.length]!
      const mine = new Set<string>()
      while (performance.now() < until) {
        await new Promise(go => setTimeout(go, pause * (0.2 + 1.6 * Math.random())))
        const unitId = place.units[Math.floor(Math.random() * place.units.length)]!
        if (mine.has(unitId)) continue
        mine.add(unitId)
        const id = uuidv7()
        const said = { label: "documented", confidence: "high", rationale: plainRationale("The register has it.") }
        const body = JSON.stringify({ unitId, id, seen: null, requestId: uuidv7(), ...said })
        const began = performance.now()
        try {
          const answer = await fetch(`${origin}/api/v1/documents/${place.documentId}/annotation`, {
            method: "POST",
            headers: { cookie, origin, "content-type": "application/json" },
            body,
          })
          const { revision } = (await answer.json()) as { revision: number }
          if (!answer.ok) {
            refused++
            continue
          }
          saves.push(performance.now() - began)
          heard.await(revision, began, at)
          saved.push({ id, unitId, reviewerId, revision })
        } catch {
          offline++
        }
      }
    }),
  )
  await new Promise(go => setTimeout(go, 2_000))
  stop.abort()
  const stored = await database().annotation.findMany({
    where: { documentId: place.documentId },
    select: { id: true, unitId: true, reviewerId: true },
  })
  const ids = new Set(stored.map(({ id }) => id))
  const lost = saved.filter(({ id }) => !ids.has(id)).length
  const doubled = stored.length - new Set(stored.map(row => `${row.unitId} ${row.reviewerId}`)).size
  const revisions = new Set(saved.map(({ revision }) => revision)).size
  const raw = await plainInserts(saves.length, seconds * 1_000, place)
  await database().$disconnect()
  const each = (name: string, spent: readonly number[], unit = "ms") =>
    `${name.padEnd(46)} median ${at(spent, 0.5)} ${unit}, 95 % within ${at(spent, 0.95)} ${unit}, 99 % within ${at(spent, 0.99)} ${unit}`
  return {
    sound: lost === 0 && doubled === 0 && revisions === saved.length && refused === 0 && offline === 0,
    lines: [
      `${reviewers.length} reviewers on ${origins.length} servers, ${seconds} s, one document of ${place.units.length} claims, a label each ${pause / 1_000} s from everybody`,
      `${saved.length} labels saved, ${(saved.length / seconds).toFixed(1)} a second; ${lost} lost, ${doubled} doubled, ${saved.length - revisions} revisions shared, ${refused} refused, ${offline} without an answer`,
      each("a save, to its answer", saves),
      each("a save, to the notice at all other streams", heard.spent),
      `${heard.missing} notices never came`,
      each("the same row written with plain pg", raw),
      `a save takes ${(Number(at(saves, 0.95)) / Number(at(raw, 0.95))).toFixed(1)} times the plain row at 95 %`,
    ],
  }
}

const at = (spent: readonly number[], share: number): string => {
  const sorted = [...spent].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1)
}

async function newRoom(claims: number) {
  const owner = { id: newUserId() }
  await insertUser({ id: owner.id, email: "load-owner@example.org", name: "Load", passwordHash: null })
  const [projectId, documentId] = [uuidv7(), uuidv7()]
  await createProject(owner, { id: projectId, name: "Load", description: "", requestId: uuidv7() })
  const text = Array.from({ length: claims }, (_, n) => `The commander number ${n} was arrested in 1937.`).join(" ")
  const words = { title: "Load", author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: true }
  const added = await addDocument(() => 50_000_000)(owner, {
    projectId,
    id: documentId,
    ...words,
    text,
    requestId: uuidv7(),
  })
  const room = await readingRoom(owner, documentId)
  if (!added.ok || !room.ok) throw new Error("The document was not added.")
  const units = room.value.units.filter(({ kind }) => kind === "claim").map(({ id }) => id)
  return { projectId, documentId, units }
}

/** People who are members and signed in, each with the cookie of their browser. */
async function newReviewers(projectId: string, count: number) {
  const visit = { userAgent: "load", address: "127.0.0.1" } as Parameters<typeof startSession>[1]
  const reviewers: { id: string; cookie: string }[] = []
  for (let n = 0; n < count; n++) {
    const id = newUserId()
    await insertUser({ id, email: `load-${n}@example.org`, name: `Reviewer ${n}`, passwordHash: null })
    await database().membership.create({ data: { projectId, userId: id, role: "reviewer" } })
    const token = await encode({ token: await startSession(id, visit), secret: process.env["AUTH_SECRET"]! })
    reviewers.push({ id, cookie: `apparatus.session=${token}` })
  }
  return reviewers
}

/** When which stream heard of which revision of the document. */
class Notices {
  readonly spent: number[] = []
  #latest: { revision: number; at: number }[][] = []
  #waiting: { revision: number; began: number; by: number; streams: Set<number> }[] = []

  /** A stream is open. */
  open(stream: number): void {
    this.#latest[stream] ??= []
  }

  /** A stream said that the document has come to a revision. */
  hear(stream: number, revision: number): void {
    const now = performance.now()
    this.#latest[stream]?.push({ revision, at: now })
    for (const wait of this.#waiting)
      if (wait.revision <= revision && wait.streams.delete(stream)) this.spent.push(now - wait.began)
    this.#waiting = this.#waiting.filter(({ streams }) => streams.size > 0)
  }

  /** Wait for all other streams to hear of a revision; some may have before its answer came. */
  await(revision: number, began: number, by: number): void {
    const streams = new Set<number>()
    for (const [stream, heard] of this.#latest.entries()) {
      if (stream === by) continue
      const first = heard.findLast(one => one.revision < revision)
      const then = heard.find(one => one.revision >= revision && (!first || one.at >= first.at))
      if (then) this.spent.push(then.at - began)
      else streams.add(stream)
    }
    this.#waiting.push({ revision, began, by, streams })
  }

  get missing(): number {
    return this.#waiting.reduce((sum, { streams }) => sum + streams.size, 0)
  }
}

/** Opens a stream and hands on what it says; resolves when it has said where everything stands. */
async function listen(address: string, cookie: string, heard: Notices, stream: number, signal: AbortSignal) {
  const answer = await fetch(address, { headers: { cookie, accept: "text/event-stream" }, signal })
  if (!answer.ok || !answer.body) throw new Error(`A stream was refused: ${answer.status} ${await answer.text()}`)
  const reader = answer.body.getReader()
  const decoder = new TextDecoder()
  let open = () => {}
  const opened = new Promise<void>(done => {
    open = done
  })
  void (async () => {
    let text = ""
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      text += decoder.decode(value, { stream: true })
      const events = text.split("\n\n")
      text = events.pop() ?? ""
      for (const event of events) {
        heard.open(stream)
        open()
        const found = /"revision":(\d+)/.exec(event)
        if (found && event.includes("documentId")) heard.hear(stream, Number(found[1]))
      }
    }
  })().catch(() => {})
  await opened
}

/** Milliseconds of each of as many rows, written over the same time with plain pg into a table with the same columns. */
async function plainInserts(count: number, during: number, place: { projectId: string; documentId: string }) {
  const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 20 })
  const row = await pool.query('SELECT * FROM "Annotation" WHERE "documentId" = $1 LIMIT 1', [place.documentId])
  const { reviewerId, unitId } = row.rows[0]
  const spent: number[] = []
  const writing: Promise<void>[] = []
  // Shorter than the run itself: the pace is what matters.
  const quick = Math.min(during, 30_000)
  const rows = Math.round((count * quick) / during)
  for (let n = 0; n < rows; n++) {
    await new Promise(go => setTimeout(go, quick / rows))
    const began = performance.now()
    writing.push(
      pool
        .query(
          `INSERT INTO "Annotation" (id, "projectId", "documentId", "unitId", "reviewerId", label, confidence, rationale, "rationaleText", start, "end", current, revision)
           VALUES ($1, $2, $3, $4, $5, 'documented', 'high', '{}', 'The register has it.', 0, 1, false, 1)`,
          [uuidv7(), place.projectId, place.documentId, unitId, reviewerId],
        )
        .then(() => void spent.push(performance.now() - began)),
    )
  }
  await Promise.all(writing)
  await pool.end()
  return spent
}
