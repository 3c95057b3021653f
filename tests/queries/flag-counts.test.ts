import fc from "fast-check"
import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { database } from "../../lib/db/client.ts"
import { flagReasons, flagStatuses, isFlagRule } from "../../lib/domain/flag.ts"
import {
  type DeskFilter,
  dueTimes,
  flagAges,
  flagCauses,
  flagGroups,
  flagSorts,
  raisers,
} from "../../lib/domain/flag-desk.ts"
import { flags, flagsChosen, moreFlags } from "../../lib/queries/flags.ts"
import { document, member, type Person, project, value } from "./project.ts"

const text = Array.from({ length: 60 }, (_, at) => `The commander number ${at} was arrested in 1937.`).join(" ")
const day = 24 * 60 * 60_000

interface Flag {
  readonly id: string
  readonly document: string
  readonly reason: string
  readonly status: string
  readonly by: "me" | "others" | "rules"
  readonly assignee: string | null
  readonly due: string
  readonly age: string
  readonly blocking: boolean
}

const dueIn = { overdue: -2, week: 3, later: 30, none: null }
const ageOf = { day: 0.5, week: 3, month: 20, older: 60 }

/** A project with 120 flags of all sorts, the same mixture each time. */
async function mixed() {
  const { owner, projectId } = await project()
  const ann = await member(owner, projectId, "reviewer", "Ann")
  const documents = []
  for (const title of ["One", "Two"]) documents.push(await document(owner, projectId, title, text))
  const detail = { votes: {}, people: 1, lacks: "", sources: 1, decided: false, claims: 1, version: 1 }
  const made: Flag[] = []
  for (let n = 0; n < 120; n++) {
    const place = documents[n % 2]!
    const unit = place.units.filter(({ kind }) => kind === "claim")[(n * 7) % 60]!
    const ruled = n % 3 === 0
    const pool = flagCauses.filter(cause => isFlagRule(cause) === ruled)
    const reason = pool[n % pool.length]!
    const status = flagStatuses[n % (ruled ? 4 : 3)]!
    const due = dueTimes[(n * 5) % 4]!
    const age = flagAges[(n * 3) % 4]!
    const assignee = [null, owner.id, ann.id][n % 5] ?? null
    const id = uuidv7()
    const by = ruled ? "rules" : n % 2 === 0 ? "me" : "others"
    const blocking = !ruled && n % 4 === 1
    if (ruled && (await database().flag.count({ where: { unitId: unit.id, reason } })) > 0) continue
    const days = dueIn[due]
    await database().flag.create({
      data: {
        ...{ id, projectId, documentId: place.id, number: 1, length: unit.length, start: unit.start, end: unit.end },
        ...{ quote: "The commander", reason, blocking, status },
        raisedBy: ruled ? null : by === "me" ? owner.id : ann.id,
        ...(ruled && { unitId: unit.id, detail: { ...detail, sources: reason === "source-downgraded" ? [] : 1 } }),
        raisedAt: new Date(Date.now() - ageOf[age] * day),
        assigneeId: assignee,
        dueOn: days === null ? null : new Date(Date.now() + days * day),
        ...(status === "answered" && { answer: "Done.", answeredBy: owner.id, answeredAt: new Date() }),
      },
    })
    made.push({ id, document: place.id, reason, status, by, assignee, due, age, blocking })
  }
  return { owner, ann, projectId, documents: documents.map(({ id }) => id), made }
}

type Place = Awaited<ReturnType<typeof mixed>>
type Part = "status" | "by" | "reason" | "document" | "assignee" | "due" | "age" | "blocking"

/** What each part of a filter asks of a flag, said a second time and as plainly as can be. */
const asks = (filter: DeskFilter, me: Person): Record<Part, (flag: Flag) => boolean> => ({
  status: flag => filter.status === "all" || flag.status === filter.status,
  by: flag => !filter.by || (filter.by === "people" ? flag.by !== "rules" : flag.by === filter.by),
  reason: flag => filter.reason.length === 0 || (filter.reason as readonly string[]).includes(flag.reason),
  document: flag => filter.document.length === 0 || filter.document.includes(flag.document),
  assignee: flag =>
    !filter.assignee ||
    (filter.assignee === "nobody"
      ? !flag.assignee
      : flag.assignee === (filter.assignee === "me" ? me.id : filter.assignee)),
  due: flag => !filter.due || flag.due === filter.due,
  age: flag => !filter.age || flag.age === filter.age,
  blocking: flag => !filter.blocking || flag.blocking,
})

const wordOf: Record<Part, (flag: Flag) => string> = {
  status: flag => flag.status,
  by: flag => flag.by,
  reason: flag => flag.reason,
  document: flag => flag.document,
  assignee: flag => flag.assignee ?? "",
  due: flag => flag.due,
  age: flag => flag.age,
  blocking: flag => String(flag.blocking),
}

function counted(list: readonly Flag[], of: (flag: Flag) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const flag of list) counts[of(flag)] = (counts[of(flag)] ?? 0) + 1
  return counts
}

const maybe = <T>(words: readonly T[]) => fc.constantFrom(...words, undefined, undefined)
const filters = ({ documents, ann }: Place) =>
  fc.record({
    status: fc.constantFrom(...flagStatuses, "all" as const, "all" as const),
    by: maybe(raisers),
    reason: fc.subarray([...flagCauses], { maxLength: 6 }),
    document: fc.subarray(documents, { maxLength: 1 }),
    assignee: maybe(["me", "nobody", ann.id]),
    due: maybe(dueTimes),
    age: maybe(flagAges),
    blocking: maybe(["1"] as const),
    q: fc.constant(""),
    sort: fc.constantFrom(...flagSorts),
    group: maybe(flagGroups),
  })

test("every count is the length of the list that it stands for, whatever the filter", async () => {
  const place = await mixed()
  const { owner, projectId, made } = place
  await fc.assert(
    fc.asyncProperty(filters(place), async (filter: DeskFilter) => {
      const words = { ...filter, reason: filter.reason.join(","), document: filter.document.join(",") }
      const page = value(await flags(owner, projectId, words))
      const parts = asks(filter, owner)
      const held = (but?: Part) =>
        made.filter(flag => (Object.keys(parts) as Part[]).every(part => part === but || parts[part](flag)))
      const listed = [...page.flags]
      for (let { after } = page; after; ) {
        const more = value(await moreFlags(owner, projectId, { ...words, after }))
        listed.push(...more.flags)
        after = more.after
      }
      expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(held().map(({ id }) => id)))
      expect(listed.length).toBe(page.total)
      expect(value(await flagsChosen(owner, projectId, words)).flags.length).toBe(page.total)
      for (const part of Object.keys(parts) as Part[])
        expect(page.counts[part], part).toEqual(counted(held(part), wordOf[part]))
      if (filter.group) expect(page.counts.group).toEqual(counted(held(), wordOf[filter.group]))
    }),
    { numRuns: 60 },
  )
})

test("reasons of people are counted apart from those of rules", () => {
  expect(flagCauses.filter(cause => !isFlagRule(cause))).toEqual([...flagReasons])
})
