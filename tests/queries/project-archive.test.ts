import fc from "fast-check"
import { uuidv7 } from "uuidv7"
import { beforeAll, expect, test } from "vitest"
import { beginRound } from "../../lib/commands/begin-round.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { importProject, inspectArchive } from "../../lib/commands/import-project.ts"
import { limitExportNames } from "../../lib/commands/limit-export-names.ts"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { database } from "../../lib/db/client.ts"
import { takeAddressee } from "../../lib/db/mail-rows.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { projects } from "../../lib/queries/projects.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { carryOut, step } from "../commands/replay-steps.ts"
import { chain, room } from "../commands/room.ts"
import { person } from "../server/person.ts"
import { archiveWith, type Files, filesIn, resealed } from "../support/empty-archive.ts"
import { archiveOf, elsewhere, furnished, rowCounts, rowsOf, sent, withRows } from "./archived.ts"
import { code, type Person, value } from "./project.ts"

/** How many projects are tried, and for how many seconds new ones are begun. */
const most = Number(process.env["ARCHIVE_RUNS"] ?? 8)
const seconds = process.env["ARCHIVE_RUNS"] ? 24 * 3_600 : 12

let here: Awaited<ReturnType<typeof furnished>>
let archive: Buffer
let files: Files
beforeAll(async () => {
  here = await furnished()
  archive = value(await archiveOf(here.owner, here.projectId))
  files = filesIn(archive)
}, 120_000)

/** Files as text, the manifest without the time of its export. */
const comparable = (files: Files) =>
  Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => {
      const text = Buffer.from(bytes).toString()
      return [name, name === "manifest.json" ? text.replace(/"exportedAt": "[^"]+"/, "") : text]
    }),
  )

/** Brings an archive in on an empty instance, looks at its log there, and exports it again. */
const roundTrip = (archive: Uint8Array, projectId: string) =>
  elsewhere(async () => {
    const keeper = await person({ name: "Keeper" })
    const brought = value(await importProject(keeper, sent(archive)))
    for (const { id } of await database().document.findMany({ select: { id: true } })) await chain(id)
    await chain(projectId)
    return { brought, again: value(await archiveOf(keeper, projectId)) }
  })

test("a project with something in every table comes back byte for byte", async () => {
  for (const [name, bytes] of Object.entries(files)) expect(bytes.length, name).toBeGreaterThan(0)
  const { brought, again } = await roundTrip(archive, here.projectId)
  expect(brought).toEqual({ projectId: here.projectId, name: "Seminar", recomputed: 0 })
  expect(comparable(filesIn(again))).toEqual(comparable(files))
})

test(
  "whatever people did in a project, it comes back byte for byte, with its history",
  async () => {
    const end = performance.now() + seconds * 1_000
    let tried = 0
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 6, maxLength: 24, size: "max" }),
      fc.constantFrom("name", "pseudonym", "none"),
      async (steps, names) => {
        // Not interrupted: a run that goes on beside the next test would be on its instance.
        if (performance.now() > end) return
        tried++
        const here = await room()
        const { owner, ann, projectId } = here
        const sourceId = await here.source(owner)
        await database().user.update({ where: { id: ann.id }, data: { exportNames: names } })
        for (const one of steps) await carryOut(here, sourceId, one)
        const archive = value(await archiveOf(owner, projectId))
        const { again, brought } = await roundTrip(archive, projectId)
        expect(brought.recomputed).toBe(0)
        expect(comparable(filesIn(again))).toEqual(comparable(filesIn(archive)))
      },
    )
    const seed = process.env["ARCHIVE_SEED"] ? { seed: Number(process.env["ARCHIVE_SEED"]) } : {}
    const told = await fc.check(property, { numRuns: most, ...seed })
    console.log(`archive: seed ${told.seed}, ${tried} projects`)
    if (told.failed) throw new Error(fc.defaultReportMessage(told), { cause: told.errorInstance })
    expect(tried).toBeGreaterThan(0)
  },
  Math.max(180_000, seconds * 1_000),
)

test("an archive in which anything was changed is refused with a sentence, and leaves nothing behind", async () => {
  await elsewhere(async url => {
    const keeper = await person()
    const before = await rowCounts(url)
    const refused = async (bytes: Uint8Array, what: string) => {
      const result = await importProject(keeper, sent(bytes))
      expect(code(result), what).toBe("archive-refused")
      expect((result as { failure: { why: string } }).failure.why, what).toMatch(/^[A-Z].*\.$/s)
    }
    const byte = fc.record({
      file: fc.constantFrom(...Object.keys(files)),
      at: fc.nat(),
      by: fc.integer({ min: 1, max: 255 }),
    })
    await fc.assert(
      fc.asyncProperty(byte, async ({ file, at, by }) => {
        const bytes = Uint8Array.from(files[file]!)
        const place = at % bytes.length
        bytes[place] = bytes[place]! ^ by
        const time = file === "manifest.json" ? Buffer.from(bytes).toString() : ""
        const changed = archiveWith({ ...files, [file]: bytes })
        // The time of the export is the one fact that nothing else of the archive depends on.
        if (
          time !== "" &&
          comparable({ "manifest.json": bytes })["manifest.json"] === comparable(files)["manifest.json"]
        )
          return
        await refused(changed, `${file}, byte ${place}`)
      }),
      { numRuns: 40 },
    )
    const one = (name: string, change: (row: Record<string, unknown>) => object) =>
      archiveWith(withRows(files, name, ([first, ...rest]) => [{ ...first, ...change(first!) }, ...rest]))
    const without = (name: string) => archiveWith(withRows(files, name, rows => rows.slice(1)))
    const uri = { type: "webpage", title: "Log", URL: "javascript:alert(1)" }
    const forged: Readonly<Record<string, Uint8Array>> = {
      "a change dropped": without("changes.jsonl"),
      "a document dropped": without("documents.jsonl"),
      "a version dropped": without("versions.jsonl"),
      "a source dropped": without("sources.jsonl"),
      "a person dropped": without("people.jsonl"),
      "a unit dropped": without("units.jsonl"),
      "a unit beyond its text": one("units.jsonl", ({ length }) => ({ end: (length as number) + 1 })),
      "a unit over its neighbour": one("units.jsonl", ({ length }) => ({ start: 0, end: length })),
      "an annotation beyond its text": one("annotations.jsonl", () => ({ end: 1_000 })),
      "another text": one("versions.jsonl", ({ text }) => ({ text: (text as string).replace(/[a-zа-я]/i, "x") })),
      "another actor": one("changes.jsonl", () => ({ actorId: here.ben.id })),
      "another time": one("changes.jsonl", () => ({ at: "2020-01-01T00:00:00.000Z" })),
      "another body": one("changes.jsonl", ({ body }) => ({ body: `${body} ` })),
      "another hash": one("changes.jsonl", () => ({ hash: Buffer.alloc(32).toString("base64") })),
      "another role": one("memberships.jsonl", () => ({ role: "king" })),
      "another project": one("threads.jsonl", () => ({ projectId: uuidv7() })),
      "a label of nobody": one("annotations.jsonl", () => ({ reviewerId: uuidv7() })),
      "a link that runs": one("sources.jsonl", () => ({ csl: uri })),
      "a reason that is no rationale": one("annotations.jsonl", () => ({ rationale: { type: "doc", content: [{}] } })),
      "a column more": one("units.jsonl", () => ({ more: 1 })),
      "a text for a number": one("units.jsonl", () => ({ start: "0" })),
      "half a character": one("threads.jsonl", () => ({ projectId: "\ud800" })),
      "rows in another order": archiveWith(withRows(files, "units.jsonl", rows => rows.toReversed())),
      "a row twice": archiveWith(withRows(files, "units.jsonl", ([row, ...rest]) => [row!, row!, ...rest])),
      "another form": archiveWith(resealed(files, { version: 99 })),
      "another head": archiveWith(resealed(files, { heads: [] })),
      "a file more": archiveWith({ ...files, "more.jsonl": new Uint8Array() }),
      "a path out of it": archiveWith({ ...files, "../units.jsonl": files["units.jsonl"]! }),
      "a file less": archiveWith(Object.fromEntries(Object.entries(files).filter(([name]) => name !== "flags.jsonl"))),
      "a bomb": archiveWith(resealed({ ...files, "flags.jsonl": new Uint8Array(40_000_000).fill(32) })),
      "half of it": archive.subarray(0, archive.length / 2),
      "its end": archive.subarray(archive.length / 2),
      "no archive": Buffer.from("PK, but no archive"),
      nothing: new Uint8Array(),
    }
    for (const [what, bytes] of Object.entries(forged)) await refused(bytes, what)
    expect(await rowCounts(url)).toBe(before)
  })
}, 120_000)

test("bytes of the ZIP itself that are changed either do not matter or are refused", async () => {
  await elsewhere(async () => {
    const keeper = await person()
    const byte = fc.record({ at: fc.nat(archive.length - 1), by: fc.integer({ min: 1, max: 255 }) })
    const known = JSON.stringify(value(await inspectArchive(keeper, sent(archive))))
    await fc.assert(
      fc.asyncProperty(byte, async ({ at, by }) => {
        const bytes = Uint8Array.from(archive)
        bytes[at] = bytes[at]! ^ by
        const told = await inspectArchive(keeper, sent(bytes))
        if (told.ok) expect(JSON.stringify({ ...told.value, exportedAt: JSON.parse(known).exportedAt })).toBe(known)
        else expect(told.failure.code).toBe("archive-refused")
      }),
      { numRuns: 40 },
    )
  })
}, 120_000)

test("a text with so many notes that its line is read in turns comes back byte for byte", async () => {
  const { owner, projectId } = await room()
  const files = filesIn(value(await archiveOf(owner, projectId)))
  const [line] = Buffer.from(files["versions.jsonl"]!).toString().split("\n")
  const notes = Array.from({ length: 20_000 }, (_, at) => ({ at: 3, end: 9, kind: "note", label: `${at}`, start: 4 }))
  const noted = line!.replace('"anchors":[]', `"anchors":${JSON.stringify(notes)}`)
  const archive = archiveWith(resealed({ ...files, "versions.jsonl": Buffer.from(`${noted}\n`) }))
  const { again } = await roundTrip(archive, projectId)
  expect(comparable(filesIn(again))).toEqual(comparable(filesIn(archive)))
})

test("a preview says what is in it and stores nothing; a project that is here is not brought in twice", async () => {
  const { projectId, owner } = here
  expect(code(await inspectArchive(owner, sent(archive)))).toBe("archive-known")
  await elsewhere(async url => {
    const keeper = await person({ name: "Keeper" })
    const before = await rowCounts(url)
    const told = value(await inspectArchive(keeper, sent(archive)))
    expect(await rowCounts(url)).toBe(before)
    expect(told).toMatchObject({ projectId, name: "Seminar", counts: { documents: 4, sources: 3 } })
    expect(told.people).toContainEqual({ id: here.editor.id, name: "Nora Beck", role: "editor" })
    expect(value(await projects(keeper)).projects).toEqual([])
    value(await importProject(keeper, sent(archive)))
    expect(value(await projects(keeper)).projects).toMatchObject([{ id: projectId, role: "owner" }])
    expect(code(await importProject(keeper, sent(archive)))).toBe("archive-known")
    expect(code(await archiveOf(here.ann, projectId))).toBe("forbidden")
  })
})

test("nobody brings in words under the name of somebody else who has an account here", async () => {
  const join = (who: Person) =>
    database().user.create({ data: { id: who.id, name: who.name, email: who.email, passwordHash: who.passwordHash } })
  await elsewhere(async url => {
    const keeper = await person()
    await join(here.ann)
    const before = await rowCounts(url)
    const told = await importProject(keeper, sent(archive))
    expect(told).toMatchObject({ ok: false, failure: { code: "archive-people", names: ["Ann Okafor"] } })
    expect(code(await importProject(here.ann, sent(archive)))).toBe("archive-refused")
    expect(await rowCounts(url)).toBe(before)
  })
  await elsewhere(async () => {
    await join(here.owner)
    value(await importProject(here.owner, sent(archive)))
    expect(comparable(filesIn(value(await archiveOf(here.owner, here.projectId))))).toEqual(comparable(files))
  })
})

test("who was brought in can't sign in, gets no e-mail and is not the last owner; who brought it in can work", async () => {
  await elsewhere(async () => {
    const { projectId, documentId, owner, first } = here
    const keeper = await person({ name: "Keeper" })
    value(await importProject(keeper, sent(archive)))
    const { email, passwordHash } = await database().user.findUniqueOrThrow({ where: { id: owner.id } })
    expect([passwordHash, email.endsWith("@brought-in.invalid")]).toEqual([null, true])
    const notice = { id: uuidv7(), projectId, userId: owner.id, kind: "mentioned", actorId: keeper.id }
    await database().notice.create({ data: { ...notice, streamId: documentId, revision: 1, at: new Date(0) } })
    expect(await takeAddressee(new Date(), 0)).toBeNull()
    const leave = { projectId, userId: keeper.id, version: 1, requestId: uuidv7() }
    expect(code(await removeMember(keeper, leave))).toBe("last-owner")
    const words = { label: "disputed", confidence: "low", rationale: plainRationale("Two logs differ."), seen: null }
    value(await giveAnnotation(keeper, { documentId, requestId: uuidv7(), unitId: first, id: uuidv7(), ...words }))
    expect(value(await readingRoom(keeper, documentId)).units.find(({ id }) => id === first)?.mine).toBe("disputed")
    const worked = filesIn(value(await archiveOf(keeper, projectId)))
    expect(rowsOf(worked, "memberships.jsonl").map(({ userId }) => userId)).toContain(keeper.id)
    expect(rowsOf(files, "memberships.jsonl").map(({ userId }) => userId)).not.toContain(keeper.id)
  })
})

test("an archive calls people as they and the project let exports name them, and tells no e-mail and no view of one's own", async () => {
  const here = await room()
  const { owner, ann, ben, projectId } = here
  await database().user.update({
    where: { id: ann.id },
    data: { exportNames: "pseudonym", orcid: "0000-0002-1825-0097" },
  })
  await database().user.update({ where: { id: ben.id }, data: { exportNames: "none" } })
  const called = async () => {
    const people = rowsOf(filesIn(value(await archiveOf(owner, projectId))), "people.jsonl")
    return new Map(people.map(({ id, name, orcid }) => [id, [name, orcid]]))
  }
  const open = await called()
  expect(open.get(owner.id)).toEqual(["Vera Lindqvist", null])
  expect(open.get(ann.id)).toEqual([expect.stringMatching(/^Reviewer [0-9A-F]{5}$/), null])
  expect(open.get(ben.id)).toEqual(["A reviewer", null])
  value(await limitExportNames(owner, { projectId, names: "none", seen: { names: "name" }, requestId: uuidv7() }))
  expect(new Set([...(await called()).values()].map(([name]) => name))).toEqual(new Set(["A reviewer"]))
  const all = Object.values(files).map(bytes => Buffer.from(bytes).toString())
  expect(all.join("\n")).not.toMatch(/example\.org|passwordHash/)
  expect(rowsOf(files, "views.jsonl")).toHaveLength(1)
})

test("while a norming round is being labelled there is no archive", async () => {
  const here = await room()
  const round = { projectId: here.projectId, id: uuidv7(), name: "First", documentId: null, claims: 1 }
  value(await beginRound(here.editor, { ...round, requestId: uuidv7() }))
  expect(code(await archiveOf(here.owner, here.projectId))).toBe("archive-veiled")
})
