import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { adjudicateClaim } from "../../lib/commands/adjudicate-claim.ts"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { chooseExportNames } from "../../lib/commands/choose-export-names.ts"
import { limitExportNames } from "../../lib/commands/limit-export-names.ts"
import { reopenAdjudication } from "../../lib/commands/reopen-adjudication.ts"
import { database } from "../../lib/db/client.ts"
import { exportFormatNames } from "../../lib/domain/export-format-name.ts"
import type { NameLimit } from "../../lib/domain/export-names.ts"
import { account } from "../../lib/queries/account.ts"
import { activity } from "../../lib/queries/activity.ts"
import { exportPreview } from "../../lib/queries/export-preview.ts"
import { policy } from "../../lib/queries/policy.ts"
import { forced } from "../commands/forced.ts"
import { room } from "../commands/room.ts"
import { code, value } from "./project.ts"
import { exportText } from "./whole-export.ts"

const orcid = "0000-0002-1825-0097"

/** A claim of which the owner decided against one of two reviewers, both of whom cite, after a decision that fell. */
async function decided() {
  const here = await room()
  const { ann, ben, owner, projectId, documentId, first: unitId } = here
  const sourceId = await here.source(ann, "The Secret History")
  for (const who of [ann, ben, owner]) value(await here.cite(who, unitId, sourceId))
  value(await here.label(ann, unitId, "documented"))
  value(await here.label(ben, unitId, "disputed"))
  const decide = async () => {
    const id = uuidv7()
    const words = { label: "documented", reason: "The register.", how: "take", follows: [ann.id], seen: null }
    value(await adjudicateClaim(owner, { documentId, unitId, id, ...words, requestId: uuidv7() }))
    return id
  }
  const fallen = await decide()
  const again = { documentId, unitId, seen: fallen, requestId: uuidv7() }
  value(await reopenAdjudication(owner, again))
  await decide()
  const people = await database().user.findMany({ where: { id: { in: [ann.id, ben.id, owner.id] } } })
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const limit = (names: NameLimit, seen: NameLimit = "name", who = owner) =>
    limitExportNames(who, { projectId, names, seen: { names: seen }, requestId: uuidv7() })
  const json = async (names?: string, who = owner) => {
    const { text } = value(await exportText(who, { projectId, format: "json", ...(names && { names }) }))
    return JSON.parse(text).documents.flatMap(({ claims }: { claims: object[] }) => claims)[0]
  }
  return { ...here, nameOf, limit, json }
}

const lets = async (who: { id: string }, names: NameLimit, given = "") =>
  value(await chooseExportNames(who, { names, orcid: given }))

test("who lets no export name them stands in no file of any format, neither by name nor by id", async () => {
  const { ann, ben, owner, projectId, nameOf } = await decided()
  const all = [ann, ben, owner]
  for (const who of all) await lets(who, "name", orcid)
  const files = async () => {
    let whole = ""
    for (const format of exportFormatNames)
      whole += value(await exportText(ben, { projectId, format, names: "orcid" })).text
    return whole
  }
  const open = await files()
  for (const { id } of all) {
    expect(open).toContain(id)
    expect(open).toContain(nameOf.get(id))
  }
  expect(open).toContain(`https://orcid.org/${orcid}`)
  for (const who of all) await lets(who, "none", orcid)
  const closed = await files()
  for (const { id } of all) {
    expect(closed).not.toContain(id)
    expect(closed).not.toContain(nameOf.get(id))
  }
  expect(closed).not.toContain(orcid)
  const preview = JSON.stringify(value(await exportPreview(ben, projectId, { names: "orcid" })))
  for (const { id } of all) {
    expect(preview).not.toContain(id)
    expect(preview).not.toContain(nameOf.get(id))
  }
})

test("ORCID iDs go out only when they are asked for, and only of those who gave one", async () => {
  const { ann, ben, owner, nameOf, json, projectId } = await decided()
  await lets(ann, "name", `https://orcid.org/${orcid}`)
  expect(value(await account(ann)).exports).toEqual({ names: "name", orcid })
  const named = { id: ann.id, name: nameOf.get(ann.id) }
  const full = { ...named, orcid: `https://orcid.org/${orcid}` }
  const plain = await json()
  expect(plain.annotations[0].reviewer).toEqual(named)
  const claim = await json("orcid")
  expect(claim.annotations.map(({ reviewer }: { reviewer: object }) => reviewer)).toEqual([
    full,
    { id: ben.id, name: nameOf.get(ben.id) },
  ])
  expect(claim.citations[0].author).toEqual(full)
  expect(claim.decisions.map(({ follows }: { follows: object[] }) => follows)).toEqual([[full], [full]])
  const file = value(await exportText(owner, { projectId, format: "web-annotation", names: "orcid" })).text
  const creators = JSON.parse(file).first.items[0].body.map((body: { creator?: { id: string } }) => body.creator?.id)
  expect(creators).toContain(`https://orcid.org/${orcid}`)
  expect(creators).toContain(`urn:uuid:${ben.id}`)
})

test("a pseudonym lasts and tells people apart; without names people are told apart in one file only", async () => {
  const { json, nameOf, projectId } = await decided()
  interface Someone {
    readonly id: string
    readonly name: string
  }
  const people = ({ annotations, citations, decisions }: Awaited<ReturnType<typeof json>>): Someone[] => [
    ...annotations.map(({ reviewer }: { reviewer: Someone }) => reviewer),
    ...citations.map(({ author }: { author: Someone }) => author),
    ...decisions.map(({ editor }: { editor: Someone }) => editor),
    ...decisions.flatMap(({ follows }: { follows: Someone[] }) => follows),
    ...decisions.flatMap(({ endedBy }: { endedBy: Someone | null }) => (endedBy ? [endedBy] : [])),
  ]
  const ids = (some: readonly Someone[]) => some.map(({ id }) => id)
  const named = people(await json("name"))
  expect(new Set(ids(named))).toEqual(new Set(nameOf.keys()))
  const [once, twice] = [people(await json("pseudonym")), people(await json("pseudonym"))]
  expect(once).toEqual(twice)
  for (const { name } of once) expect(name).toMatch(/^Reviewer [0-9A-F]{5}$/)
  const [this_, next] = [people(await json("none")), people(await json("none"))]
  for (const { name } of this_) expect(name).toBe("A reviewer")
  expect(ids(this_).filter(id => ids(next).includes(id) || ids(once).includes(id) || nameOf.has(id))).toEqual([])
  const sameAs = (all: readonly Someone[]) => all.map(({ id }) => ids(all).indexOf(id))
  expect(sameAs(once)).toEqual(sameAs(named))
  expect(sameAs(this_)).toEqual(sameAs(named))
  // Nothing but the project's own secret makes them, so that a known id leads to no pseudonym.
  await database().project.update({ where: { id: projectId }, data: { pseudonymSalt: crypto.randomUUID() } })
  const other = people(await json("pseudonym"))
  expect(ids(other).filter(id => ids(once).includes(id))).toEqual([])
  expect(other.map(({ name }) => name)).not.toEqual(once.map(({ name }) => name))
})

test("the project's choice holds for everybody, the log tells of it, and the preview counts whom it holds back", async () => {
  const { ann, ben, owner, projectId, limit, nameOf } = await decided()
  const counts = async (names: string) => {
    const { people, heldBack } = value(await exportPreview(owner, projectId, { names }))
    return { people, ...heldBack }
  }
  expect(await counts("orcid")).toEqual({ people: 3, project: 0, person: 0 })
  await lets(ann, "none")
  expect(await counts("name")).toEqual({ people: 3, project: 0, person: 1 })
  expect(await counts("none")).toEqual({ people: 3, project: 0, person: 0 })
  expect(code(await limit("pseudonym", "name", ben))).toBe("forbidden")
  value(await limit("pseudonym"))
  expect(await counts("name")).toEqual({ people: 3, project: 2, person: 1 })
  const { text } = value(await exportText(owner, { projectId, format: "markdown" }))
  for (const name of nameOf.values()) expect(text).not.toContain(name)
  expect(text).toContain("People stand under pseudonyms")
  expect(value(await policy(ben, projectId)).exportNames).toBe("pseudonym")
  const { changes } = value(await activity(owner, projectId, { kind: "export-names-limited" }))
  expect(changes.map(({ sentence }) => sentence)).toEqual([
    "changed how exports may name people at most: by pseudonym instead of by name.",
  ])
})

test("where somebody sees pseudonyms, their files name nobody more openly, themselves included", async () => {
  const { ann, owner, projectId, json, nameOf } = await decided()
  await lets(ann, "name", orcid)
  const seen = { blind: false, pseudonyms: false }
  value(await chooseBlindness(owner, { projectId, blind: false, pseudonyms: true, seen, requestId: uuidv7() }))
  const mine = await json("orcid", ann)
  for (const [id, name] of nameOf) expect(JSON.stringify(mine)).not.toMatch(new RegExp(`${id}|${name}|${orcid}`))
  expect(mine).toEqual(await json("pseudonym"))
  expect(JSON.stringify(await json("orcid"))).toContain(nameOf.get(ann.id))
})

test("of two owners who choose at once the second is told what stands", async () => {
  const { projectId, limit } = await decided()
  const hold = 'SELECT 1 FROM "Project" WHERE id = $1 FOR UPDATE'
  const results = await forced(hold, [projectId], [() => limit("pseudonym"), () => limit("none")])
  expect(results.map(result => (result.ok ? "ok" : result.failure.code)).sort()).toEqual(["conflict", "ok"])
  const lost = results.find(result => !result.ok)
  const won = await database().project.findUniqueOrThrow({ where: { id: projectId } })
  expect(lost).toMatchObject({ failure: { current: { names: won.exportNames } } })
})

test("one's own two choices at once leave one of them whole", async () => {
  const { ann } = await room()
  const choices = [
    { names: "none" as const, orcid: "" },
    { names: "name" as const, orcid },
  ]
  const hold = 'SELECT 1 FROM "User" WHERE id = $1 FOR UPDATE'
  const calls = choices.map(words => () => chooseExportNames(ann, words))
  for (const result of await forced(hold, [ann.id], calls)) value(result)
  expect(choices).toContainEqual(value(await account(ann)).exports)
})

test("an ORCID iD that is none, and a choice that is none, are refused at their fields", async () => {
  const { ann, owner, projectId } = await room()
  const refused = (path: string) => ({ failure: { code: "invalid", issues: [{ path }] } })
  const choose = (words: object) => chooseExportNames(ann, words)
  expect(await choose({ names: "name", orcid: "0000-0002-1825-0098" })).toMatchObject(refused("orcid"))
  expect(await choose({ names: "orcid", orcid })).toMatchObject(refused("names"))
  expect(await exportText(owner, { projectId, format: "json", names: "real" })).toMatchObject(refused("names"))
  const data = { exportNames: "real" }
  await expect(database().user.update({ where: { id: ann.id }, data })).rejects.toThrow("User_exportNames")
  await expect(database().project.update({ where: { id: projectId }, data })).rejects.toThrow("Project_exportNames")
  await expect(database().user.update({ where: { id: ann.id }, data: { orcid: "1" } })).rejects.toThrow("User_orcid")
})
