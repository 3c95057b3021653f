import { uuidv7 } from "uuidv7"
import { beforeAll, expect, test, vi } from "vitest"
import { createOwner } from "../../lib/commands/create-owner.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { inviteMember } from "../../lib/commands/invite-member.ts"
import { registerByInvitation } from "../../lib/commands/register-by-invitation.ts"
import { makeSetupLink } from "../../lib/db/setup-rows.ts"
import { permissions } from "../../lib/domain/access.ts"
import type { FailureCode } from "../../lib/domain/failure.ts"
import { exportLineSchema, exportSchema } from "../../lib/queries/export-schema.ts"
import { invitation } from "../../lib/queries/invitation.ts"
import { isFreshServer } from "../../lib/queries/is-fresh-server.ts"
import { isSetupLinkOpen } from "../../lib/queries/is-setup-link-open.ts"
import { projects } from "../../lib/queries/projects.ts"
import { splitterRules } from "../../lib/queries/splitter-rules.ts"
import { failureStatus } from "../../lib/server/failure-status.ts"
import { code, value } from "../queries/project.ts"
import { requestTo, routes } from "../server/caller.ts"
import { goodPassword, person } from "../server/person.ts"
import { endedVisitorOf, visitorOf } from "../server/signed-in.ts"
import { Visitor } from "../server/visitor.ts"
import type { Row } from "./access-row.ts"
import { accessTable } from "./access-table.ts"
import { everybody, type Room, room } from "./everybody.ts"

const current = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock("next/headers", () => ({ headers: async () => current.headers }))

type Module = Record<string, unknown>
const functions = (modules: Record<string, Module>) =>
  Object.values(modules)
    .flatMap(module => Object.entries(module))
    .filter(([, value]) => typeof value === "function")
const commands = functions(import.meta.glob<Module>("../../lib/commands/*.ts", { eager: true }))
const queries = functions(import.meta.glob<Module>("../../lib/queries/*.ts", { eager: true }))
const pages = import.meta.glob<{ default: (props: object) => Promise<unknown> }>("../../app/**/page.tsx")

/** What commands and queries are made of; no person calls them. */
const parts = [
  "actOnDocumentFlags",
  "checkArchive",
  "openArchive",
  "rowsOf",
  "undoDocumentFlags",
  "derivedRequest",
  "ruleSentences",
  "accountCommand",
  "appSecretWords",
  "newAppSecret",
  "newRecoveryCodes",
  "provenCommand",
  "stepOf",
  "takeSecondStep",
  "cardIn",
  "contestedWish",
  "waysOf",
  "changeWords",
  "claimLacks",
  "peopleNamed",
  "newComment",
  "ownComment",
  "seenThread",
  "shownDiscussion",
  "withMembers",
  "claimRuns",
  "fittingClaims",
  "leftOutOf",
  "without",
  "citedSources",
  "decidesOwn",
  "documentCommand",
  "documentRestorations",
  "fitsPassword",
  "hashPassword",
  "isCommonPassword",
  "isOutdated",
  "exportCrate",
  "exportNaming",
  "exportParts",
  "exportPlan",
  "gradePreview",
  "happeningsOf",
  "happeningsPage",
  "judgePassword",
  "keepingCommand",
  "knownWords",
  "signingSecret",
  "liveClaim",
  "lostUnit",
  "movedClaims",
  "onlyWhoLabel",
  "ownOpenFlag",
  "projectCommand",
  "projectRestorations",
  "readFilter",
  "rulesBehind",
  "seenPair",
  "placeKey",
  "setNotes",
  "setSources",
  "sourceRecord",
  "styleOf",
  "told",
  "seenUnit",
  "askToMake",
  "askToUse",
  "checkMade",
  "checkUsed",
  "credentialIdOf",
  "firstRecoveryCodes",
  "newChallenge",
  "saysWhose",
  "takePasskey",
]

/** What is for people without an account: a link is the permission, or there is nothing in it. Tested below. */
const open = [
  "beginPasskeySignIn",
  "createOwner",
  "exportLineSchema",
  "exportSchema",
  "invitation",
  "isFreshServer",
  "isSetupLinkOpen",
  "registerByInvitation",
  "splitterRules",
  "unsubscribe",
  "unsubscription",
]

const nameOf = ({ name }: Row) => name.split(",")[0]!

// Before anybody has an account, as on a fresh server.
let setup: { fresh: boolean; wrong: string; open: boolean; right: string; again: string; freshAfter: boolean }
beforeAll(async () => {
  const secret = (await makeSetupLink(new Date()))!
  const words = { name: "First", email: "first@example.org", password: goodPassword }
  setup = {
    fresh: await isFreshServer(),
    wrong: code(await createOwner({ ...words, secret: "x".repeat(43) })),
    open: await isSetupLinkOpen(secret),
    right: code(await createOwner({ ...words, secret })),
    again: code(await createOwner({ ...words, email: "second@example.org", secret })),
    freshAfter: await isFreshServer(),
  }
})

test("every command and query has a row, and every row is one of them", () => {
  const there = [...commands, ...queries].map(([name]) => name).sort()
  expect(there.length).toBeGreaterThan(50)
  expect([...new Set([...accessTable.map(nameOf), ...parts, ...open])].sort()).toEqual(there)
})

test("every command says what it needs", () => {
  const known = [...permissions, "account", "link"]
  for (const { name, at, call } of accessTable)
    if (!at.startsWith("GET ") && at.includes(" ")) expect(known, name).toContain((call as { needs?: string }).needs)
})

// The refused ones try with the very input that is then accepted, so that no refusal comes from a broken set-up.
test.each(accessTable.map(row => [row.name, row] as const))("%s", async (_, row) => {
  const place = await room()
  const call = async (who: (typeof everybody)[number] | "author", input: unknown) =>
    code(await row.call(place[who], input as never))
  expect(row.good.length).toBeGreaterThan(0)
  for (const [at, by] of row.good.entries()) {
    const input = await row.make(place, place[by])
    const refused = at === 0 ? everybody.filter(who => row.outcomes[who] !== "ok") : []
    for (const who of refused) expect(await call(who, input), who).toBe(row.outcomes[who])
    if (at === 0) {
      expect(await signedOut(row, input), "signed out").toBe(row.outcomes.nobody)
      await overTheWire(row, place, input)
    }
    expect(await call(by, input), by).toBe("ok")
  }
})

/**
 * The same refusals by the route, with the cookies that a browser would send: to everybody in turn, to the owner of another
 * project, who is a stranger here, and to an owner whose session was ended elsewhere.
 */
async function overTheWire(
  { at, outcomes }: Row,
  place: Room,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (!at.includes(" ")) return
  const ask = async (visitor: Visitor) => {
    const { request, context } = requestTo(visitor, { at, input })
    current.headers = request.headers
    const response = await routes.get(at)!(request, context)
    const { code } = (await response.json()) as { code: FailureCode }
    expect(response.status, code).toBe(failureStatus[code])
    return code
  }
  for (const who of everybody)
    if (outcomes[who] !== "ok")
      expect(await ask(await visitorOf(place[who])), `${who}, by the route`).toBe(outcomes[who])
  expect(await ask(await endedVisitorOf(place.owner)), "an ended session").toBe("signed-out")
  if (outcomes.stranger === "ok") return
  const elsewhere = await person()
  const project = { id: uuidv7(), name: "Elsewhere", description: "", requestId: uuidv7() }
  value(await createProject(elsewhere, project))
  expect(await ask(await visitorOf(elsewhere)), "the owner of another project").toBe(outcomes.stranger)
}

/** What somebody signed out gets of a row's route or page. */
async function signedOut({ at }: Row, input: Readonly<Record<string, unknown>>): Promise<string> {
  const nobody = new Visitor()
  current.headers = nobody.headers({ "x-apparatus-path": `/${at}` })
  if (!at.includes(" ")) return pageOf(at, input)
  const { request, context } = requestTo(nobody, { at, input })
  const response = await routes.get(at)!(request, context)
  expect(response.headers.get("cache-control")).toBe("no-store")
  return ((await response.json()) as { code: string }).code
}

async function pageOf(at: string, input: Readonly<Record<string, unknown>>): Promise<string> {
  const { default: page } = await pages[`../../app/${at}/page.tsx`]!()
  const props = { params: Promise.resolve(input), searchParams: Promise.resolve({}) }
  const thrown = await page(props).then(
    () => null,
    (error: { digest?: string }) => error.digest ?? "",
  )
  return thrown?.split(";")[2] === `/sign-in?next=${encodeURIComponent(at === "account" ? "/account" : `/${at}`)}`
    ? "sign-in"
    : `shown (${thrown})`
}

test("a stranger and a removed member find the project in no list of theirs", async () => {
  const { reader, removed, stranger, projectId } = await room()
  const listed = async (who: typeof reader) => JSON.stringify(value(await projects(who))).includes(projectId)
  expect([await listed(reader), await listed(removed), await listed(stranger)]).toEqual([true, false, false])
})

test("the setup link makes the first account, once", () => {
  expect(setup).toEqual({
    fresh: true,
    wrong: "setup-spent",
    open: true,
    right: "ok",
    again: "setup-spent",
    freshAfter: false,
  })
})

test("an invitation's link lets a new person in, once, and another link nobody", async () => {
  const { owner, projectId } = await room()
  const offer = { projectId, id: uuidv7(), role: "reader", note: "", requestId: uuidv7() }
  const secret = value(await inviteMember(owner, offer))
    .path!.split("/")
    .at(-1)!
  const words = { name: "New", email: `new-${uuidv7()}@example.org`, password: goodPassword }
  const register = async (secret: string, email = words.email) =>
    code(await registerByInvitation({ ...words, email, secret, requestId: uuidv7() }))
  expect((await invitation("x".repeat(43), null)).state).toBe("over")
  expect((await invitation(secret, null)).state).toBe("open")
  expect(await register("x".repeat(43))).toBe("invitation-spent")
  expect(await register(secret)).toBe("ok")
  expect(await register(secret, `late-${uuidv7()}@example.org`)).toBe("invitation-spent")
  expect((await invitation(secret, null)).state).toBe("over")
})

test("the splitter's rules are for everybody and hold nothing of a project", () => {
  const [first] = splitterRules()
  expect(first?.rules[0]?.shown?.units.length).toBe(1)
})

test("the schema of the export is for everybody and holds nothing of a project", () => {
  for (const schema of [exportSchema(), exportLineSchema()])
    expect(JSON.parse(schema)).toMatchObject({ $schema: expect.stringContaining("json-schema.org") })
})
