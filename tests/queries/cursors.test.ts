import { uuidv7 } from "uuidv7"
import { expect, test, vi } from "vitest"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import type { Actor } from "../../lib/db/pass.ts"
import { contestedOrders } from "../../lib/domain/contested.ts"
import type { Result } from "../../lib/domain/failure.ts"
import { emptyRationale } from "../../lib/domain/rationale.ts"
import { agreementClaims } from "../../lib/queries/agreement-claims.ts"
import { claims } from "../../lib/queries/claims.ts"
import { contested } from "../../lib/queries/contested.ts"
import { inbox } from "../../lib/queries/inbox.ts"
import { overview } from "../../lib/queries/overview.ts"
import { projectOverview } from "../../lib/queries/project-overview.ts"
import { reopened } from "../../lib/queries/reopened.ts"
import { workload } from "../../lib/queries/workload.ts"
import { claimSorts } from "../../lib/schema/claims-input.ts"
import { Program, tokenOf } from "../server/bearer.ts"
import { document, member, project, value } from "./project.ts"

vi.mock("next/headers", () => ({ headers: async () => new Headers() }))

const years = Array.from({ length: 130 }, (_, at) => 1800 + at)
const text = years.map(year => `The commander of fort ${year} was arrested in ${year}.`).join(" ")

/** Many claims, some of them labelled by one or two people, and more documents than one part of a list has. */
async function crowd() {
  const { owner, projectId } = await project()
  const people = [await member(owner, projectId, "reviewer", "Ann"), await member(owner, projectId, "reviewer", "Ben")]
  const { id: documentId, units } = await document(owner, projectId, "Forts", text)
  const claimsOf = units.filter(({ kind }) => kind === "claim")
  const give = (who: Actor, unitId: string, label: string) =>
    giveAnnotation(who, {
      ...{ documentId, unitId, id: uuidv7(), requestId: uuidv7(), seen: null },
      ...{ label, confidence: "high", rationale: emptyRationale },
    })
  for (const [at, { id }] of claimsOf.slice(0, 60).entries()) {
    value(await give(people[0]!, id, "disputed"))
    if (at % 10 !== 0) value(await give(people[1]!, id, at % 3 === 0 ? "disputed" : "speculative"))
  }
  for (let at = 0; at < 12; at++) await document(owner, projectId, `Small ${at % 3}`, `The ship ${at} sank in 1912.`)
  return { owner, projectId, count: claimsOf.length }
}

type Part = { readonly after: string | null }

/** All rows of a list, read part by part until there is no cursor, and how many parts it took. */
async function all<P extends Part, R>(ask: (after: object) => Promise<Result<P>>, rows: (part: P) => readonly R[]) {
  const found: R[] = []
  let parts = 0
  for (let after: string | null = ""; after !== null && parts < 100; parts++) {
    const part: P = value(await ask(after ? { after } : {}))
    found.push(...rows(part))
    after = part.after
  }
  return { found, parts }
}

test("a list read from cursor to cursor is the list that pages count, each row once", async () => {
  const { owner, projectId, count } = await crowd()
  for (const sort of claimSorts) {
    const ask = (more: object) => claims(owner, projectId, { sort, ...more })
    const { found, parts } = await all(ask, part => part.claims.map(({ id }) => id))
    const counted: string[] = []
    for (let page = 1; page <= parts; page++) counted.push(...value(await ask({ page })).claims.map(({ id }) => id))
    expect(found, sort).toEqual(counted)
    expect(new Set(found).size, sort).toBe(found.length)
    expect([found.length > count, parts], sort).toEqual([true, 3])
  }
  for (const order of contestedOrders) {
    const ask = (more: object) => contested(owner, projectId, { order, show: "all", ...more })
    const { found, parts } = await all(ask, part => part.claims.map(({ unitId }) => unitId))
    const first = value(await ask({})).claims.map(({ unitId }) => unitId)
    expect(found.slice(0, first.length), order).toEqual(first)
    expect(new Set(found).size, order).toBe(value(await ask({})).total)
    expect(parts, order).toBe(1)
  }
  const strips = await all(
    more => overview(owner, projectId, more),
    part => part.strips.map(({ documentId }) => documentId),
  )
  const listed = value(await projectOverview(owner, projectId)).documents.map(({ id }) => id)
  expect([strips.found, strips.parts]).toEqual([listed, 2])
  const behind = await all(
    more => agreementClaims(owner, projectId, more),
    part => part.claims.map(({ unitId }) => unitId),
  )
  expect(new Set(behind.found).size).toBe(value(await agreementClaims(owner, projectId, {})).total)
  expect(behind.parts).toBe(2)
})

test("what is behind a row stays behind it, whatever comes before it meanwhile", async () => {
  const { owner, projectId } = await crowd()
  const ask = (more: object) => claims(owner, projectId, { sort: "newest", ...more })
  const first = value(await ask({}))
  const [second] = [value(await ask({ after: first.after! }))]
  const late = await member(owner, projectId, "reviewer", "Late")
  const { documentId, id: unitId } = second.claims.at(-1)!
  const words = { documentId, unitId, id: uuidv7(), requestId: uuidv7(), seen: null }
  value(await giveAnnotation(late, { ...words, label: "disputed", confidence: "low", rationale: emptyRationale }))
  const again = value(await ask({ after: first.after! })).claims.map(({ id }) => id)
  expect(again.slice(0, -1)).toEqual(second.claims.slice(0, -1).map(({ id }) => id))
})

test("a cursor that fits no such list is refused, and so is a number", async () => {
  const { owner, projectId } = await project()
  await document(owner, projectId)
  const program = new Program((await tokenOf(owner)).token)
  const wrong = [
    "x",
    Buffer.from('["2026-13-01 00:00:00+00","x",1]').toString("base64url"),
    Buffer.from('["2026-11-01 00:00:00+00"]').toString("base64url"),
    Buffer.from('["2026-13-01 00:00:00+00","5a3b1c00-0000-4000-8000-000000000001","1"]').toString("base64url"),
  ]
  for (const after of wrong) {
    const asks: readonly Promise<Result<unknown>>[] = [
      claims(owner, projectId, { after }),
      contested(owner, projectId, { after }),
      projectOverview(owner, projectId, { after }),
      overview(owner, projectId, { after }),
      reopened(owner, projectId, { after }),
      inbox(owner, { after }),
      workload(owner, projectId, { after }),
      workload(owner, projectId, { documentsAfter: after }),
      workload(owner, projectId, { skipsAfter: after }),
      agreementClaims(owner, projectId, { after }),
    ]
    for (const answer of await Promise.all(asks))
      expect(answer).toMatchObject({ ok: false, failure: { code: "invalid", issues: [{ path: "after" }] } })
  }
  for (const name of ["page", "documents", "skips"]) {
    const { status, body } = await program.ask("GET projects/[projectId]/work", { projectId, [name]: "1" })
    expect([status, body["issues"]]).toEqual([422, [expect.objectContaining({ path: name })]])
  }
})
