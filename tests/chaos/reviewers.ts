import { encode } from "next-auth/jwt"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { addSource } from "../../lib/commands/add-source.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { database } from "../../lib/db/client.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { startSession } from "../../lib/server/session.ts"
import { type Answer, ask } from "./answer.ts"
import { sleep } from "./server-process.ts"

/** What a reviewer asked for, and what came of it: an answer, or none until it was asked again with the same id. */
export interface Asked {
  readonly requestId: string
  readonly documentId: string
  readonly path: string
  /** How often it was sent, and how often it came to no answer. */
  tries: number
  unknown: number
  /** The status of the answer; null while there is none. */
  status: number | null
  /** The revision that the answer names, when it is a success. */
  revision: number | null
  /** Whether the answer says that an earlier try had been carried out. */
  repeated: boolean
}

export interface Ground {
  readonly projectId: string
  readonly documents: ReadonlyArray<{ readonly id: string; readonly units: readonly string[] }>
  readonly sourceId: string
  readonly reviewers: ReadonlyArray<{ readonly id: string; readonly cookie: string }>
}

const logs = ["The log of the north", "The log of the south"]

/** A project with texts of claims, a source, and reviewers who are signed in. */
export async function groundFor(people: number, claims: number, titles: readonly string[] = logs): Promise<Ground> {
  const owner = { id: newUserId() }
  await insertUser({ id: owner.id, email: "chaos-owner@example.org", name: "Chaos", passwordHash: null })
  const projectId = uuidv7()
  await created(createProject(owner, { id: projectId, name: "Chaos", description: "", requestId: uuidv7() }))
  const documents = await Promise.all(
    titles.map(async title => {
      const id = uuidv7()
      const text = Array.from({ length: claims }, (_, n) => `The ship number ${n} of ${title} sank in 1912.`).join(" ")
      const words = { title, author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: true }
      await created(addDocument(() => 5_000_000)(owner, { projectId, id, ...words, text, requestId: uuidv7() }))
      const room = await readingRoom(owner, id)
      if (!room.ok) throw new Error("The document was not added.")
      return { id, units: room.value.units.filter(({ kind }) => kind === "claim").map(unit => unit.id) }
    }),
  )
  const sourceId = uuidv7()
  const record = { kind: "memoir", csl: { type: "book", title: "Recollections" }, archive: null }
  await created(addSource(owner, { projectId, id: sourceId, requestId: uuidv7(), ...record }))
  const visit = { userAgent: "chaos", address: "127.0.0.1" } as Parameters<typeof startSession>[1]
  const reviewers = []
  for (let n = 0; n < people; n++) {
    const id = newUserId()
    await insertUser({ id, email: `chaos-${n}@example.org`, name: `Reviewer ${n}`, passwordHash: null })
    await database().membership.create({ data: { projectId, userId: id, role: "reviewer" } })
    const token = await encode({ token: await startSession(id, visit), secret: process.env["AUTH_SECRET"]! })
    // By either name, since behind TLS it is the second.
    reviewers.push({ id, cookie: `apparatus.session=${token}; __Host-apparatus.session=${token}` })
  }
  return { projectId, documents, sourceId, reviewers }
}

async function created(result: Promise<{ readonly ok: boolean }>): Promise<void> {
  if (!(await result).ok) throw new Error("The ground could not be made.")
}

interface Work {
  readonly ground: Ground
  /** Where requests go; it may be another place the next time. */
  readonly origin: () => string
  /** A number from 0 to 1, the next of a series that a seed fixes. */
  readonly random: () => number
  /** Milliseconds between two things that one reviewer does, on average. */
  readonly pause: number
  /** Hears of everything that was asked, when it has its answer or will get none. */
  readonly told: (asked: Asked) => void
  /** Hears of every single answer, and of none. */
  readonly heard?: (answer: Answer) => void
  /** Milliseconds until it is asked again for what got no answer, or one that leaves it open. */
  readonly again?: number
  /** Milliseconds that an answer may take. */
  readonly patience?: number
  readonly stop: AbortSignal
}

/** Longer than any answer takes that still comes; a browser is as patient. */
const usualPatience = 10_000

/** Reviewers who label, change their minds, cite and flag, each in their own order, until they are told to stop. */
export async function review(work: Work): Promise<void> {
  const { ground, origin, random, pause, told, stop } = work
  const { heard = () => {}, again = 100, patience = usualPatience } = work
  await Promise.all(
    ground.reviewers.map(async reviewer => {
      const mine = new Map<string, string>()
      while (!stop.aborted) {
        await sleep(pause * (0.2 + 1.6 * random()))
        if (stop.aborted) return
        const document = pick(ground.documents, random)
        const unitId = pick(document.units, random)
        const seen = mine.get(unitId) ?? null
        const id = uuidv7()
        const { path, body, done } = choose({ chance: random(), id, unitId, seen, sourceId: ground.sourceId })
        const way = { reviewer, origin, heard, again, patience, stop }
        const asked = await insist({ ...way, document: document.id, path, body })
        told(asked)
        if (asked.status !== 200) mine.delete(unitId)
        else if (done === "labelled") mine.set(unitId, id)
        else if (done === "withdrawn") mine.delete(unitId)
      }
    }),
  )
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!

function choose(on: { chance: number; id: string; unitId: string; seen: string | null; sourceId: string }) {
  const { chance, id, unitId, seen, sourceId } = on
  if (chance < 0.1)
    return {
      path: "citations",
      body: {
        unitId,
        id,
        sourceId,
        stance: "supports",
        locatorLabel: "page",
        locator: "7",
        quotation: "",
        note: "",
        rank: null,
        directness: null,
      },
    }
  if (chance < 0.2 && seen) return { path: "annotation/withdraw", body: { unitId, seen }, done: "withdrawn" as const }
  const label = ["documented", "disputed", "speculative"][Math.floor(chance * 3) % 3]
  const rationale = plainRationale("The register has it.")
  return {
    path: "annotation",
    body: { unitId, id, label, confidence: "high", rationale, seen },
    done: "labelled" as const,
  }
}

interface Insistence {
  readonly reviewer: { readonly cookie: string }
  readonly document: string
  readonly path: string
  readonly body: object
  readonly origin: () => string
  readonly heard: (answer: Answer) => void
  readonly again: number
  readonly patience: number
  readonly stop: AbortSignal
}

/**
 * Ask until there is an answer, always with the same id, as a browser does for whoever wrote something: no answer at all,
 * and one that says the database was away, leave open whether it was carried out.
 */
async function insist(insistence: Insistence): Promise<Asked> {
  const { reviewer, document, path, body, origin, heard, again, patience, stop } = insistence
  const requestId = uuidv7()
  const asked: Asked = {
    requestId,
    documentId: document,
    path,
    tries: 0,
    unknown: 0,
    status: null,
    revision: null,
    repeated: false,
  }
  for (;;) {
    asked.tries++
    const at = origin()
    const answer = await ask(`${at}/api/v1/documents/${document}/${path}`, patience, {
      method: "POST",
      headers: { cookie: reviewer.cookie, origin: at, "content-type": "application/json" },
      body: JSON.stringify({ ...body, requestId }),
    })
    heard(answer)
    if (answer.status > 0 && answer.status < 500 && answer.status !== 429) {
      const said = JSON.parse(answer.text) as { revision?: number; repeated?: boolean }
      asked.status = answer.status
      asked.revision = said.revision ?? null
      asked.repeated = said.repeated === true
      return asked
    }
    // Whether it was carried out is found out by the next try.
    asked.unknown++
    if (stop.aborted && asked.unknown > 200) return asked
    await sleep(again)
  }
}
