import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { addPreAnnotations } from "../../lib/commands/add-pre-annotations.ts"
import { adjudicateClaim } from "../../lib/commands/adjudicate-claim.ts"
import { beginThread } from "../../lib/commands/begin-thread.ts"
import { changeRole } from "../../lib/commands/change-role.ts"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { chooseDocumentBlindness } from "../../lib/commands/choose-document-blindness.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { giveComment } from "../../lib/commands/give-comment.ts"
import { linkClaims } from "../../lib/commands/link-claims.ts"
import { undoChange } from "../../lib/commands/undo-change.ts"
import { withdrawAnnotation } from "../../lib/commands/withdraw-annotation.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { database } from "../../lib/db/client.ts"
import { exportFormatNames } from "../../lib/domain/export-format-name.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { activity } from "../../lib/queries/activity.ts"
import { agreement } from "../../lib/queries/agreement.ts"
import { agreementClaims } from "../../lib/queries/agreement-claims.ts"
import { agreementFile } from "../../lib/queries/agreement-file.ts"
import { beforeAfter } from "../../lib/queries/before-after.ts"
import { bibliography } from "../../lib/queries/bibliography.ts"
import { citationStyle } from "../../lib/queries/citation-style.ts"
import { claimCard } from "../../lib/queries/claim-card.ts"
import { claimHistory } from "../../lib/queries/claim-history.ts"
import { claimNotes } from "../../lib/queries/claim-notes.ts"
import { claims } from "../../lib/queries/claims.ts"
import { contested } from "../../lib/queries/contested.ts"
import { contestedClaim } from "../../lib/queries/contested-claim.ts"
import { claimDiscussion, commentTrace, flagDiscussion, mentionable } from "../../lib/queries/discussion.ts"
import { documentHistory } from "../../lib/queries/document-history.ts"
import { evidenceMatrix } from "../../lib/queries/evidence-matrix.ts"
import { exportJobs } from "../../lib/queries/export-jobs.ts"
import { exportPreview } from "../../lib/queries/export-preview.ts"
import { flagPreview } from "../../lib/queries/flag-preview.ts"
import { flags, flagsChosen, moreFlags } from "../../lib/queries/flags.ts"
import { inbox, unreadNotices } from "../../lib/queries/inbox.ts"
import { lostClaims } from "../../lib/queries/lost-claims.ts"
import { matrixFile } from "../../lib/queries/matrix-file.ts"
import { members } from "../../lib/queries/members.ts"
import { overview } from "../../lib/queries/overview.ts"
import { policy } from "../../lib/queries/policy.ts"
import { projectLog } from "../../lib/queries/project-log.ts"
import { projectOverview } from "../../lib/queries/project-overview.ts"
import { projects } from "../../lib/queries/projects.ts"
import { queue } from "../../lib/queries/queue.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { reopened } from "../../lib/queries/reopened.ts"
import { roomSince } from "../../lib/queries/room-since.ts"
import { claimOpinion, secondOpinion } from "../../lib/queries/second-opinion.ts"
import { snapshots } from "../../lib/queries/snapshots.ts"
import { source } from "../../lib/queries/source.ts"
import { sources } from "../../lib/queries/sources.ts"
import { versionText } from "../../lib/queries/version-text.ts"
import { versions } from "../../lib/queries/versions.ts"
import { whoAmI } from "../../lib/queries/who-am-i.ts"
import { workload } from "../../lib/queries/workload.ts"
import { room } from "../commands/room.ts"
import { filesIn } from "../support/empty-archive.ts"
import { archiveOf } from "./archived.ts"
import { handedOut, madeFor } from "./made-export.ts"
import { ownDataOf } from "./own-data-of.ts"
import { code, member, type Person, value } from "./project.ts"
import { exportText, vettedClaims } from "./whole-export.ts"

/** With the ids of the first comment on the first claim and of a flag on it. */
type Room = Awaited<ReturnType<typeof room>> & { readonly said: string; readonly flagged: string }

/** What others said and cited, each word of which has to stay unseen. */
const canaries = [
  "Canary-reason",
  "Canary-quotation",
  "Canary-note",
  "Canary-decision",
  "Canary-comment",
  "Canary-flag-comment",
  "Canary-suggestion",
]

const claimQueries: Readonly<Record<string, (room: Room, who: Person, unitId: string) => Promise<unknown>>> = {
  claimCard: ({ documentId }, who, unitId) => claimCard(who, documentId, unitId),
  claimDiscussion: ({ documentId }, who, unitId) => claimDiscussion(who, documentId, unitId),
  claimNotes: ({ documentId }, who, unitId) => claimNotes(who, documentId, unitId),
  claimOpinion: ({ documentId }, who, unitId) => claimOpinion(who, documentId, unitId),
  contestedClaim: ({ projectId }, who, unitId) => contestedClaim(who, projectId, unitId, { show: "all" }),
  claimHistory: ({ documentId }, who, unitId) => claimHistory(who, documentId, unitId, {}),
  readingRoom: ({ documentId }, who) => readingRoom(who, documentId),
  roomSince: async ({ documentId }, who) => {
    const { sight } = value(await readingRoom(who, documentId))
    return roomSince(who, documentId, { mark: "3", revision: "0", sight })
  },
}

/** The details of every change of the document and of the project, also looked at in the history of the first claim. */
async function everyDetail({ documentId, projectId }: Room, who: Person, unitId: string) {
  const told: unknown[] = []
  for (const streamId of [documentId, projectId])
    for (const { revision } of await database().change.findMany({ where: { streamId }, select: { revision: true } }))
      for (const claim of ["", unitId])
        told.push(await beforeAfter(who, { projectId, streamId, revision: String(revision), claim }))
  return told
}

const projectQueries = (cited: string): typeof claimQueries => ({
  activity: ({ projectId }, who) => activity(who, projectId, {}),
  agreement: ({ projectId }, who) => agreement(who, projectId, {}),
  agreementClaims: ({ projectId }, who) => agreementClaims(who, projectId, {}),
  agreementFile: ({ projectId }, who) => agreementFile(who, projectId, {}),
  documentHistory: ({ documentId }, who) => documentHistory(who, documentId, {}),
  beforeAfter: everyDetail,
  commentTrace: ({ documentId, said }, who) => commentTrace(who, documentId, said),
  flagDiscussion: ({ documentId, flagged }, who) => flagDiscussion(who, documentId, flagged),
  inbox: (_room, who) => inbox(who, { show: "all" }),
  unreadNotices: (_room, who) => unreadNotices(who),
  whoAmI: (_room, who) => whoAmI(who),
  ownData: (_room, who) => ownDataOf(who),
  bibliography: ({ projectId }, who) => bibliography(who, projectId),
  evidenceMatrix: ({ projectId }, who) => evidenceMatrix(who, projectId, { all: "1" }),
  ...Object.fromEntries(
    exportFormatNames.map((format): [string, (typeof claimQueries)[string]] => [
      `exportFile, ${format}`,
      ({ projectId }, who) => exportText(who, { projectId, format, state: "every" }),
    ]),
  ),
  exportedFile: async ({ projectId }, who) => handedOut(who, projectId, await madeFor(who, projectId, "json")),
  exportJobs: ({ projectId }, who) => exportJobs(who, projectId),
  projectArchive: async ({ projectId }, who) => {
    const made = await archiveOf(who, projectId)
    return made.ok ? Object.values(filesIn(made.value)).map(bytes => Buffer.from(bytes).toString()) : made
  },
  claims: ({ projectId }, who) => claims(who, projectId, {}),
  contested: ({ projectId }, who) => contested(who, projectId, { show: "all" }),
  flags: ({ projectId }, who) => flags(who, projectId, {}),
  moreFlags: ({ projectId }, who) =>
    moreFlags(who, projectId, { after: JSON.stringify(["9999-01-01 00:00:00+00", projectId]) }),
  flagsChosen: ({ projectId }, who) => flagsChosen(who, projectId, {}),
  flagPreview: ({ documentId, flagged }, who) => flagPreview(who, documentId, flagged),
  matrixFile: ({ projectId }, who) => matrixFile(who, projectId, { format: "csv" }),
  overview: ({ projectId }, who) => overview(who, projectId, {}),
  projectLog: ({ projectId }, who) => projectLog(who, projectId, {}),
  projectOverview: ({ projectId }, who) => projectOverview(who, projectId),
  projects: (_room, who) => projects(who),
  queue: ({ projectId }, who) => queue(who, projectId),
  workload: ({ projectId }, who) => workload(who, projectId),
  secondOpinion: ({ projectId }, who) => secondOpinion(who, projectId, { list: "all" }),
  reopened: ({ projectId }, who) => reopened(who, projectId, {}),
  snapshots: ({ projectId }, who) => snapshots(who, projectId, cited),
  source: ({ projectId }, who) => source(who, projectId, cited),
  sources: ({ projectId }, who) => sources(who, projectId),
  exportPreview: ({ projectId }, who) => exportPreview(who, projectId, { state: "every" }),
  versions: ({ documentId }, who) => versions(who, documentId),
  versionText: ({ documentId }, who) => versionText(who, documentId, 1),
  lostClaims: ({ documentId }, who) => lostClaims(who, documentId),
})

/** Queries that tell nothing that anybody said of a claim, or that a person whom blindness binds may not ask. */
const others = [
  "account",
  "accountEvents",
  "assignmentPreview",
  "cardIn",
  "changeWords",
  "documentRestorations",
  "citationSample",
  "claimLacks",
  "contestedWish",
  "citationStyle",
  // Steps of exportFile and exportPreview, which are tried.
  "exportCrate",
  "exportNaming",
  "exportParts",
  "exportPlan",
  "placeKey",
  "claimRuns",
  "fittingClaims",
  "leftOutOf",
  "without",
  "exportSchema",
  "exportLineSchema",
  "fetchedFile",
  "filePreview",
  "gradePreview",
  "happeningsOf",
  "happeningsPage",
  "invitation",
  "isFreshServer",
  "isSetupLinkOpen",
  "knownWords",
  "liveRevisions",
  "mentionable",
  "members",
  "movedClaims",
  "originalFile",
  "peopleNamed",
  "policy",
  "policyPreview",
  "projectRestorations",
  "readFilter",
  "readImport",
  "readMarkings",
  "resplit",
  "ruleSentences",
  "rulesBehind",
  "round",
  "rounds",
  "setNotes",
  "setSources",
  "shownDiscussion",
  "sourceCommentTrace",
  "sourceDiscussion",
  "snapshotFile",
  "splitterRules",
  "styleOf",
  "told",
  "unsubscription",
  "waysOf",
  "searchPlaces",
  "versionPreview",
  "versionDifference",
  "webhook",
  "webhookDelivery",
  "webhooks",
]

/** Everything that somebody is told, of the first claim and of the project, in one string by the query's name. */
async function toldTo(here: Room, who: Person, cited: string): Promise<Map<string, string>> {
  const told = new Map<string, string>()
  for (const [name, ask] of Object.entries({ ...claimQueries, ...projectQueries(cited) }))
    told.set(name, JSON.stringify(await ask(here, who, here.first)))
  return told
}

const choose = async ({ owner, projectId }: Room, words: { blind: boolean; pseudonyms: boolean }, seen = open) =>
  value(await chooseBlindness(owner, { projectId, ...words, seen, requestId: uuidv7() }))
const open = { blind: false, pseudonyms: false }

/** A blind project in which Ann and the editor worked on the first claim, and Ben did not. */
async function blindRoom(words = { blind: true, pseudonyms: false }) {
  const made = await room()
  const here = { ...made, said: uuidv7(), flagged: uuidv7() }
  const cited = await here.source(here.ann, "Canary-source")
  const more = { quotation: "Canary-quotation", note: "Canary-note" }
  await choose(here, words)
  value(await here.label(here.ann, here.first, "documented", null, "Canary-reason"))
  value(await here.cite(here.ann, here.first, cited, "supports", uuidv7(), more))
  const decision = { unitId: here.first, id: uuidv7(), label: "documented", reason: "Canary-decision", seen: null }
  value(await adjudicateClaim(here.editor, { ...here.asked(), ...decision }))
  value(await here.flag(here.ben, "The ship", false, here.flagged))
  const { people } = value(await mentionable(here.ann, here.projectId))
  const text = `Canary-comment for ${people.map(({ id }) => `@[${id}]`).join(" and ")}`
  const thread = { ...here.asked(), unitId: here.first, threadId: uuidv7(), id: here.said, text }
  value(await beginThread(here.ann, thread))
  const answer = { threadId: thread.threadId, id: uuidv7(), text: `Canary-comment, @[${here.ann.id}]` }
  value(await giveComment(here.editor, { ...here.asked(), ...answer }))
  const onFlag = { flagId: here.flagged, threadId: uuidv7(), id: uuidv7(), text: "Canary-flag-comment" }
  value(await beginThread(here.ann, { ...here.asked(), ...onFlag }))
  const suggested = { start: 0, end: 8, quote: "The ship", becomes: "disputed", text: "Canary-suggestion" }
  value(await addPreAnnotations(here.editor, { ...here.asked(), number: 1, file: "tasks.json", passages: [suggested] }))
  return { here, cited }
}

test("every query is tried for what it tells, or is known to tell nothing of what people said", () => {
  const modules = import.meta.glob<Record<string, unknown>>("../../lib/queries/*.ts", { eager: true })
  const there = Object.values(modules).flatMap(module =>
    Object.entries(module).flatMap(([name, one]) => (typeof one === "function" ? [name] : [])),
  )
  const tried = Object.keys({ ...claimQueries, ...projectQueries("") }).map(name => name.split(",")[0]!)
  expect([...new Set([...tried, ...others])].sort()).toEqual(there.sort())
})

test("a reviewer is told nothing of a claim until they label it, and everything then", async () => {
  const { here, cited } = await blindRoom()
  const { ben, owner, first, documentId, projectId } = here
  const control = await toldTo(here, owner, cited)
  for (const canary of canaries) expect([...control.values()].some(told => told.includes(canary))).toBe(true)
  for (const [query, told] of await toldTo(here, ben, cited))
    for (const canary of canaries) expect(told.includes(canary), `${query} tells “${canary}”`).toBe(false)

  const room = value(await readingRoom(ben, documentId))
  expect(room).toMatchObject({ blind: true, bound: true })
  expect(room.units.find(({ id }) => id === first)).toMatchObject({ state: "open", verdict: null })
  const card = await here.card(ben, first)
  expect(card).toMatchObject({ veiled: true, state: "open", verdict: null, verdictBy: null, others: [], earlier: [] })
  expect(card).toMatchObject({ citations: [], adjudications: [], findings: [] })
  expect(value(await projectOverview(ben, projectId)).documents[0]).toMatchObject({ documented: 0, bound: true })
  expect(value(await projects(ben)).projects[0]).toMatchObject({ vetted: 0 })
  expect(value(await sources(ben, projectId)).sources[0]).toMatchObject({ citations: 0 })
  expect(value(await source(ben, projectId, cited))).toMatchObject({ claims: [], everCited: 0 })
  expect(value(await bibliography(ben, projectId))).toMatchObject({ works: [] })
  expect(value(await vettedClaims(ben, projectId)).documents[0]!.claims).toEqual([])
  const left = value(await vettedClaims(ben, projectId)).documents[0]!.leftOut.find(({ unitId }) => unitId === first)
  expect(left).toMatchObject({ state: "open", why: expect.stringContaining("hidden from you") })
  const every = value(await exportPreview(ben, projectId, { state: "every" }))
  expect(every.claims.map(({ unitId }) => unitId)).not.toContain(first)
  expect(every.leftOut.map(({ why }) => why)).toEqual([expect.stringContaining("hidden from you")])
  const mayGive = async (who: Person) => value(await workload(who, projectId)).documents[0]!
  expect((await mayGive(ben)).free).toBe((await mayGive(ben)).claims)
  expect((await mayGive(owner)).free).toBe((await mayGive(owner)).claims - 1)
  const kinds = value(await activity(ben, projectId, {})).changes.map(({ kind }) => kind)
  expect(kinds).not.toContain("annotation-given")
  expect(kinds).not.toContain("claim-adjudicated")
  expect(kinds).not.toContain("comment-given")
  expect(value(await activity(ben, projectId, {})).total).toBe(kinds.length)
  // The notice of the mention waits, and is not even counted.
  expect(value(await unreadNotices(ben))).toEqual({ unread: 0 })
  expect(value(await flags(ben, projectId, {})).flags[0]).toMatchObject({ talk: { comments: 0, unread: 0 } })

  value(await here.label(ben, first, "disputed", null, "I doubt it."))
  const opened = [...(await toldTo(here, ben, cited)).values()].join()
  for (const canary of canaries) expect(opened.includes(canary), canary).toBe(true)
  expect(await here.card(ben, first)).toMatchObject({ veiled: false, verdict: "documented", verdictBy: "adjudication" })
  expect(value(await unreadNotices(ben)).unread).toBeGreaterThan(1)
  expect(value(await inbox(ben, {})).notices.map(({ kind }) => kind)).toContain("mentioned")
})

test("only a claim that one labelled opens, and it stays open when one takes the label back", async () => {
  const { here } = await blindRoom()
  const { ann, ben, first, second } = here
  value(await here.label(ann, second, "speculative", null, "Second-canary"))
  const mine = uuidv7()
  const said = { unitId: first, id: mine, label: "disputed", confidence: "low", rationale: plainRationale("No.") }
  value(await giveAnnotation(ben, { ...here.asked(), ...said, seen: null }))
  expect((await here.card(ben, second)).others).toEqual([])
  expect(value(await readingRoom(ben, here.documentId)).units.find(({ id }) => id === second)?.state).toBe("open")
  value(await withdrawAnnotation(ben, { ...here.asked(), unitId: first, seen: mine }))
  expect((await here.card(ben, first)).others).toHaveLength(1)
})

test("what was given blind stays on record as such when one changes one's mind, and an undo brings it back", async () => {
  const { here } = await blindRoom()
  const { ann, ben, first } = here
  value(await here.label(ben, first, "disputed"))
  const { mine } = await here.card(ben, first)
  expect(mine).toMatchObject({ label: "disputed", blind: true })
  value(await here.label(ben, first, "documented", mine!.id))
  const after = await here.card(ben, first)
  expect(after.mine).toMatchObject({ label: "documented", blind: false })
  expect(after.earlier.find(({ id }) => id === mine!.id)).toMatchObject({ label: "disputed", blind: true })
  value(await undoChange(ben, { ...here.asked(), told: [] }))
  expect((await here.card(ben, first)).mine).toMatchObject({ label: "disputed", blind: true })
  // Hers was first and blind as well; the editor's sight of it made nothing of that undone.
  expect((await here.card(ben, first)).others).toMatchObject([{ reviewerId: ann.id, blind: true }])
})

test("one's own citation is seen before one labels; an editor's label is not marked as blind", async () => {
  const { here, cited } = await blindRoom()
  const { ben, editor, second } = here
  value(await here.cite(ben, here.first, cited, "disputes"))
  expect((await here.card(ben, here.first)).citations).toMatchObject([{ authorId: ben.id, stance: "disputes" }])
  value(await here.label(editor, second, "documented"))
  expect((await here.card(editor, second)).mine).toMatchObject({ blind: false })
})

test("what was said before a split stays unseen on the parts until one labels there", async () => {
  const { here, cited } = await blindRoom()
  const { ben, editor, first } = here
  const ids = [uuidv7(), uuidv7()]
  value(await here.split(editor, first, 9, ids))
  expect(JSON.stringify(await here.card(ben, ids[0]!))).not.toContain("Canary-reason")
  expect(JSON.stringify(await here.card(editor, ids[0]!))).toContain("Canary-reason")
  for (const [query, told] of await toldTo({ ...here, first: ids[0]! }, ben, cited))
    for (const canary of canaries) expect(told.includes(canary), `${query} tells “${canary}”`).toBe(false)
  value(await here.label(ben, ids[0]!, "documented"))
  expect(JSON.stringify(await here.card(ben, ids[0]!))).toContain("Canary-reason")
})

test("a document's own rule wins over the project's, and a promoted reviewer sees everything", async () => {
  const { here } = await blindRoom()
  const { owner, ben, projectId, documentId, first } = here
  const ask = { projectId, documentId, requestId: uuidv7() }
  expect(code(await chooseDocumentBlindness(owner, { ...ask, blind: false, seen: true }))).toBe("conflict")
  value(await chooseDocumentBlindness(owner, { ...ask, requestId: uuidv7(), blind: false, seen: null }))
  expect((await here.card(ben, first)).others).toHaveLength(1)
  value(await chooseDocumentBlindness(owner, { ...ask, requestId: uuidv7(), blind: true, seen: false }))
  expect((await here.card(ben, first)).others).toHaveLength(0)
  value(await changeRole(owner, { projectId, userId: ben.id, version: 1, role: "editor", requestId: uuidv7() }))
  expect((await here.card(ben, first)).others).toHaveLength(1)
})

test("evidence that two claims share is seen from the side that one labelled", async () => {
  const { here } = await blindRoom()
  const { ben, editor, first, second, documentId, projectId } = here
  const [a, b] = [first, second].sort() as [string, string]
  const pair = { id: uuidv7(), kind: "same", unitId: a, otherId: b, reason: "" }
  const linked = await linkClaims(editor, { projectId, requestId: uuidv7(), ...pair })
  expect(code(linked), JSON.stringify(linked)).toBe("ok")
  value(await here.label(ben, second, "documented"))
  const card = value(await claimCard(ben, documentId, second))
  expect(JSON.stringify(card)).not.toContain("Canary-quotation")
  expect(card.links).toMatchObject([{ state: "open", verdict: null }])
})

test("under pseudonyms nobody but editors learns who is who, and each keeps one name", async () => {
  const { here, cited } = await blindRoom({ blind: false, pseudonyms: true })
  const { ann, ben, editor, projectId, first } = here
  value(await here.label(ben, first, "disputed"))
  const reader = await member(here.owner, projectId, "reader", "Rita Reader")
  for (const who of [ben, reader])
    for (const [query, told] of await toldTo(here, who, cited)) {
      expect(told.includes("Ann Okafor"), `${query} names Ann`).toBe(false)
      expect(told.includes(ann.id), `${query} tells Ann’s id`).toBe(false)
    }
  const seen = await here.card(ben, first)
  expect(seen.mine).toMatchObject({ reviewer: "Ben Ferrand", reviewerId: ben.id })
  const [other] = seen.others
  expect(other!.reviewer).toMatch(/^Reviewer [0-9A-F]{5}$/)
  expect(seen.citations[0]!.author).toBe(other!.reviewer)
  const talk = value(await claimDiscussion(ben, here.documentId, first))
  expect(talk.threads[0]!.comments[0]).toMatchObject({ author: other!.reviewer, authorId: other!.reviewerId })
  expect(talk.threads[0]!.comments[1]!.text).toContain(`@[${other!.reviewerId}]`)
  expect(talk.people).toContainEqual({ id: other!.reviewerId, name: other!.reviewer })
  expect(value(await inbox(ben, {})).notices.map(({ sentence }) => sentence)).toContainEqual(
    `${other!.reviewer} mentioned you in the discussion of a passage in “Log book”.`,
  )
  const { people, changes } = value(await activity(ben, projectId, { kind: "annotation-given" }))
  const alias = people.find(({ name }) => name === other!.reviewer)!
  expect(alias.id).toBe(other!.reviewerId)
  expect(changes.map(({ actor }) => actor)).toContain(other!.reviewer)
  const only = value(await activity(ben, projectId, { person: alias.id }))
  expect(new Set(only.changes.map(({ actor }) => actor))).toEqual(new Set([other!.reviewer]))
  expect((await here.card(editor, first)).others.map(({ reviewer }) => reviewer)).toContain("Ann Okafor")
})

test("under pseudonyms neither a moment nor a refusal tells whose a pseudonym is", async () => {
  const { here } = await blindRoom({ blind: false, pseudonyms: true })
  const { ann, ben, owner, projectId } = here
  const flagId = uuidv7()
  value(await here.flag(ann, "The ship", false, flagId))
  const late = { ...here.asked(), flagId, version: 9 }
  expect(code(await withdrawFlag(ben, late))).toBe("only-your-own")
  expect(code(await withdrawFlag(ann, late))).toBe("conflict")
  // That somebody joined stands in the activity, beside a pseudonym and to the millisecond.
  const joined = value(await members(ben, projectId)).members.map(({ userId, joinedAt }) => [userId, joinedAt !== null])
  expect(Object.fromEntries(joined)).toEqual({
    [owner.id]: false,
    [here.editor.id]: false,
    [ann.id]: false,
    [ben.id]: true,
  })
  expect(value(await members(owner, projectId)).members.every(({ joinedAt }) => joinedAt !== null)).toBe(true)
})

test("what nobody hides is there for members and the policy's page too", async () => {
  const { here } = await blindRoom()
  const { ben, projectId } = here
  expect(value(await policy(ben, projectId)).blindness).toEqual({ blind: true, pseudonyms: false })
  expect(value(await members(ben, projectId)).members).toHaveLength(4)
  expect(value(await citationStyle(ben, projectId))).toBeTruthy()
})
