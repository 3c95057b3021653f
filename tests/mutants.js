import { spawn } from "node:child_process"
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { generate, linkPostgresLibraries, root } from "../lib/boot/prepare.js"

// Breaks load-bearing lines on purpose, one at a time and in a copy, and sees whether the tests that should notice do.
// `npm run mutants` runs all, `npm run mutants -- lock` those with the word in their name.

/**
 * An edit to one place of a file, and what has to notice it: test files, or the type checker. `by` names the test in
 * them, for files that take long.
 * @typedef {{ name: string, file: string, from: string, to: string, noticed: readonly string[], by?: string }} Mutant
 */

const access = "tests/commands/access.test.ts"
const decisions = "tests/commands/adjudicate-claim.test.ts"
const door = "tests/commands/door.test.ts"
const label = "tests/commands/give-annotation.test.ts"
const routes = "tests/server/routes.test.ts"
const sessions = "tests/server/session.test.ts"
const secondStep = "tests/server/second-factor.test.ts"
const passkeys = "tests/server/passkeys.test.ts"
const events = "tests/server/account-events.test.ts"
const shape = "tests/shape.test.ts"
const vetting = "tests/commands/vetting.test.ts"
const constraints = "tests/db/constraints.test.ts"

const queue = "tests/commands/next-claim.test.ts"
const assigning = "tests/commands/assign-claims.test.ts"
const resplit = "tests/domain/resplit.test.ts"
const streams = "tests/live/live-stream.test.ts"
const people = "tests/live/presence.test.ts"
const news = "tests/live/room-since.test.ts"
const reader = "tests/app/room-reader.test.ts"

const sending = "tests/jobs/webhooks.test.ts"
const telling = "tests/jobs/webhooks-blind.test.ts"
const blind = "tests/queries/blind-review.test.ts"
const norming = "tests/commands/norming.test.ts"
const archive = "tests/queries/project-archive.test.ts"
const together = "tests/commands/together.test.ts"

const merging = "tests/ui/merge.test.ts"
const drafts = "tests/ui/drafts.test.ts"
const cuts = "tests/app/cut-here.test.ts"
const discussing = "tests/commands/discuss.test.ts"
const noticing = "tests/queries/inbox.test.ts"
const mailing = "tests/mail/send-digests.test.ts"

const agreeing = "tests/queries/agreement.test.ts"
const measured = "tests/domain/agreement.test.ts"

const desking = "tests/commands/act-on-flags.test.ts"
const ruled = "tests/commands/rule-flags.test.ts"
const deciding = "tests/commands/contested.test.ts"
const anchoring = "tests/domain/re-anchor.test.ts"
const renewing = "tests/commands/add-version.test.ts"

/** @type {readonly Mutant[]} */
const mutants = [
  {
    name: "desk: what rules found on veiled claims is listed",
    file: "lib/db/flag-desk-filter.ts",
    from: `AND (f."unitId" IS NULL OR`,
    to: `AND (true OR`,
    noticed: [desking],
  },
  {
    name: "desk: an act writes over what somebody changed meanwhile",
    file: "lib/commands/flags-in-document.ts",
    from: `stepOf(flag, version, meant, by)`,
    to: `stepOf(flag, flag.version, meant, by)`,
    noticed: [desking],
  },
  {
    name: "webhooks: what is said in a blind round is told",
    file: "lib/db/webhook-work-rows.ts",
    from: `type && change.seen && events`,
    to: `type && events`,
    noticed: [telling],
  },
  {
    name: "webhooks: a blind document's claim is named",
    file: "lib/db/webhook-work-rows.ts",
    from: `...(open && {`,
    to: `...(open !== null && {`,
    noticed: [telling],
  },
  {
    name: "webhooks: a message is sent by two workers at once",
    file: "lib/db/delivery-work-rows.ts",
    from: `(d."leaseId" IS NULL OR d."heldUntil" < clock_timestamp())`,
    to: `true`,
    noticed: [sending],
  },
  {
    name: "webhooks: a worker that lost its message says what became of it",
    file: "lib/db/delivery-work-rows.ts",
    from: `WHERE id = \${id}::uuid AND "leaseId" = \${leaseId}::uuid\`
    if (count === 0) return false`,
    to: `WHERE id = \${id}::uuid AND \${leaseId}::uuid IS NOT NULL\`
    if (count === 0) return false`,
    noticed: [sending],
  },
  {
    name: "webhooks: one secret too few signs after a renewal",
    file: "lib/db/delivery-work-rows.ts",
    from: `...(earlier ? [earlier] : [])`,
    to: `...[]`,
    noticed: [sending],
  },
  {
    name: "webhooks: what happened before it was made is told",
    file: "lib/db/webhook-rows.ts",
    from: `  if (count > 0) await skipToNow(pass, id)`,
    to: ``,
    noticed: [sending],
  },
  {
    name: "rules: an answer holds for whatever is found later",
    file: "lib/db/rule-flag-rows.ts",
    from: `canonical(before.detail) === canonical(detail)`,
    to: `detail !== null`,
    noticed: [ruled],
  },
  {
    name: "rules: a flag stays on a claim that was merged away",
    file: "lib/db/stored-verdicts.ts",
    from: `  await settleRuleFlags(`,
    to: `  void (`,
    noticed: [ruled],
  },
  {
    name: "rules: a source that is graded better counts as downgraded",
    file: "lib/db/claim-facts.ts",
    from: `g.now > g.was`,
    to: `g.now <> g.was`,
    noticed: [ruled],
  },
  {
    name: "deciding: a label is taken that was changed meanwhile",
    file: "lib/domain/decision-way.ts",
    from: `how === "take" && followed[0]!.label !== label`,
    to: `how === "take" && followed[0]!.label === null`,
    noticed: [deciding],
  },
  {
    name: "deciding: a question waits for nobody",
    file: "lib/db/question-rows.ts",
    from: `bool_or(\${waits})`,
    to: `bool_and(NOT \${waits})`,
    noticed: [deciding],
  },
  {
    name: "versions: of two places where the words stand the first is taken",
    file: "lib/domain/re-anchor.ts",
    from: `      if (found !== null) return null`,
    to: `      if (found !== null) return found`,
    noticed: [anchoring],
  },
  {
    name: "versions: what is equal beside a deletion is settled",
    file: "lib/domain/text-alignment.ts",
    from: `const both = Math.max(0, ahead + back - room)`,
    to: `const both = 0`,
    noticed: [anchoring],
  },
  {
    name: "versions: what is lost is flagged nowhere",
    file: "lib/db/stored-verdicts.ts",
    from: `if (effect.versions || changesVersion(effect)) await saveLostFlags(pass)`,
    to: `void saveLostFlags`,
    noticed: [renewing],
  },
  {
    name: "versions: two editors at once make two next versions",
    file: "lib/commands/add-version.ts",
    from: `if (onto !== pass.number)`,
    to: `if (onto > pass.number)`,
    noticed: [renewing],
  },
  {
    name: "history: what is brought back is written over what somebody made of it",
    file: "lib/commands/restore-citation.ts",
    from: `citation.version !== version || !before.withdrawn`,
    to: `!before.withdrawn`,
    noticed: ["tests/commands/restore.test.ts"],
  },
  {
    name: "agreement: what one person alone labelled counts for alpha",
    file: "lib/domain/krippendorff-alpha.ts",
    from: "if (size <= 1) continue",
    to: "if (size < 1) continue",
    noticed: [measured],
  },
  {
    name: "agreement: an order is no order where something lies between",
    file: "lib/domain/krippendorff-alpha.ts",
    from: "const ranks = between + ",
    to: "const ranks = ",
    noticed: [measured],
  },
  {
    name: "agreement: figures are made of labels that are hidden",
    file: "lib/db/labelled-claims.ts",
    from: "WHERE a.current AND ${inSight}",
    to: "WHERE a.current",
    noticed: [agreeing],
    by: "bound reviewer",
  },
  {
    name: "agreement: one person is given the figures kept for another",
    file: "lib/db/labelled-claims.ts",
    from: "veils(pass) ? [actor.id,",
    to: "veils(pass) ? [",
    noticed: [agreeing],
    by: "bound reviewer",
  },
  {
    name: "agreement: everybody sees how reliable everybody is",
    file: "lib/queries/second-opinion.ts",
    from: "filter(matrix => seesAll || matrix.mine)",
    to: "filter(() => true)",
    noticed: [agreeing],
    by: "how reliable one is at what",
  },
  {
    name: "what one person typed is sent under another's name",
    file: "lib/server/handler.ts",
    from: "meant !== actor.value.id ? fail",
    to: "meant === actor.value.id ? fail",
    noticed: [routes],
    by: "POST documents/[documentId]/annotation",
  },
  {
    name: "a merge drops what one side put at the place of a clash",
    file: "app/_ui/merge-tokens.ts",
    from: "glue(last, first) : []), ...b)",
    to: "glue(last, first) : []))",
    noticed: [merging],
  },
  {
    name: "what only they changed is taken from mine",
    file: "app/_ui/record-merge.ts",
    from: 'sameWords(was, their) ? "mine"',
    to: 'sameWords(was, their) ? "theirs"',
    noticed: [merging],
  },
  {
    name: "drafts are found by whoever is there",
    file: "app/_ui/drafts.ts",
    from: "`${prefix}${personId}:${place}`",
    to: "`${prefix}:${place}`",
    noticed: [drafts],
  },
  {
    name: "a cut is done beside what holds its point",
    file: "app/projects/[projectId]/documents/[documentId]/_room/cut-here.ts",
    from: "one.start < at && at < one.end",
    to: "one.start < at",
    noticed: [cuts],
  },
  {
    name: "the discussion of a veiled claim is read",
    file: "lib/db/thread-sight.ts",
    from: `if (!veils(pass))`,
    to: `if (veils(pass))`,
    noticed: [blind],
  },
  {
    name: "a notice of a veiled discussion is counted",
    file: "lib/db/inbox-rows.ts",
    from: `AND (n."threadId" IS NULL OR EXISTS (`,
    to: `AND (true OR EXISTS (`,
    noticed: [blind],
  },
  {
    name: "a discussion is begun on a veiled claim",
    file: "lib/commands/begin-thread.ts",
    from: `if (!(await mayDiscuss(pass, place.value)))`,
    to: `if (false)`,
    noticed: [discussing],
  },
  {
    name: "the open verdicts of a document tell those of veiled claims",
    file: "lib/db/work-rows.ts",
    from: `(count(*) FILTER (WHERE \${shownState(pass)} IN`,
    to: `(count(*) FILTER (WHERE u.state IN`,
    noticed: [blind],
  },
  {
    name: "a round's disagreements are listed before it is revealed",
    file: "lib/db/queue-progress.ts",
    from: `AND \${shownState(pass)} = 'contested'`,
    to: `AND u.state = 'contested'`,
    noticed: [norming],
  },
  {
    name: "a stale withdrawal tells who raised a flag",
    file: "lib/commands/own-open-flag.ts",
    from: `if (flag.state.raisedBy !== pass.actor.id)`,
    to: `if (flag.state.raisedBy === "")`,
    noticed: [blind],
    by: "refusal",
  },
  {
    name: "the citations on a card are not veiled",
    file: "lib/db/card-rows.ts",
    from: `AND \${onCard(pass, Prisma.sql\`c."authorId"\`, unitId)}`,
    to: ``,
    noticed: [together],
    by: "random people",
  },
  {
    name: "the activity tells of veiled claims",
    file: "lib/db/history-scope.ts",
    from: `OR c.kind <> ALL(\${[...tellingKinds]})`,
    to: `OR true`,
    noticed: [together],
    by: "random people",
  },
  {
    name: "states of veiled claims are shown in the reading room",
    file: "lib/db/sight.ts",
    from: `ifUnveiled(pass, Prisma.sql\`u.state\`, Prisma.sql\`'open'\`)`,
    to: `Prisma.sql\`u.state\``,
    noticed: [together],
    by: "random people",
  },
  {
    name: "who comments is named under pseudonyms",
    file: "lib/db/discussion-rows.ts",
    from: `\${shownName(pass, Prisma.sql\`p\`)} AS author,`,
    to: `p.name AS author,`,
    noticed: [together],
    by: "random people",
  },
  {
    name: "a mention stores the id that the person is shown under",
    file: "lib/commands/comment-said.ts",
    from: `withMentions(text, id => stored.get(id)!)`,
    to: `text`,
    noticed: [discussing, blind],
    by: "pseudonyms",
  },
  {
    name: "somebody else edits a comment in a discussion",
    file: "lib/commands/comment-said.ts",
    from: `if (comment.state.authorId !== pass.actor.id)`,
    to: `if (false)`,
    noticed: [discussing],
  },
  {
    name: "an edit of a comment in a discussion overwrites another one",
    file: "lib/commands/comment-said.ts",
    from: `if (comment.version === version) return ok(comment)`,
    to: `return ok(comment)`,
    noticed: [discussing],
  },
  {
    name: "undo takes a comment of a discussion back",
    file: "lib/domain/undo.ts",
    from: `if (talk.has(kind)) return "not"
    if (kind === "change-redone")`,
    to: `if (kind === "change-redone")`,
    noticed: [discussing],
  },
  {
    name: "a source is deleted with its discussion",
    file: "lib/commands/delete-source.ts",
    from: `if ((await threadsAbout(pass, sourceId)) > 0)`,
    to: `if (false)`,
    noticed: [discussing],
  },
  {
    name: "a notice tells in a norming round that a claim is contested",
    file: "lib/db/inbox-rows.ts",
    from: `n.kind NOT IN ('contested', 'verdict-reopened')`,
    to: `true`,
    noticed: [noticing],
  },
  {
    name: "two servers send the same e-mail",
    file: "lib/db/mail-rows.ts",
    from: `AND coalesce(m."heldUntil" <= \${at}, true)
        AND EXISTS`,
    to: `AND EXISTS`,
    noticed: [mailing],
  },
  {
    name: "an e-mail is stopped by a forged link",
    file: "lib/db/mail-link.ts",
    from: `return timingSafeEqual(given, right) ? userId : null`,
    to: `return timingSafeEqual(given, given) ? userId : null`,
    noticed: [mailing],
  },
  {
    name: "an e-mail tells again what another told",
    file: "lib/mail/send-digests.ts",
    from: `await saveMailed(pass, found.at, await ownProjects(pass))`,
    to: ``,
    noticed: [mailing],
  },
  {
    name: "blindness binds nobody",
    file: "lib/db/pass.ts",
    from: `bound: bindsBlindness(role)`,
    to: `bound: false`,
    noticed: [blind],
  },
  {
    name: "a claim that is veiled shows what its verdict rests on",
    file: "lib/db/claim-facts.ts",
    from: `of === "all" ? standing : seen(pass)`,
    to: `standing`,
    noticed: [blind],
  },
  {
    name: "the activity tells of labels on veiled claims",
    file: "lib/db/history-scope.ts",
    from: `::uuid\`],
  told: told(pass),`,
    to: `::uuid\`],
  told: Prisma.empty,`,
    noticed: [blind],
  },
  {
    name: "a document's own rule of blindness is passed over",
    file: "lib/db/sight.ts",
    from: `coalesce(veil.blind, \${pass.sight.blind})`,
    to: `coalesce(\${pass.sight.blind}, veil.blind)`,
    noticed: [blind],
  },
  {
    name: "a norming round hides nothing from editors",
    file: "lib/db/sight.ts",
    from: `=> sight.bound || sight.norming`,
    to: `=> sight.bound`,
    noticed: [norming],
  },
  {
    name: "labels come in while a round is revealed",
    file: "lib/commands/reveal-round.ts",
    from: `await holdSome(pass, await roundDocuments(pass, roundId))`,
    to: `void [holdSome, roundDocuments]`,
    noticed: [norming],
  },
  {
    name: "a stream goes on after its member was removed",
    file: "lib/live/live-stream.ts",
    from: `        if (documentId === null) this.#recheckSoon(projectId)`,
    to: ``,
    noticed: [streams],
    by: "removal",
  },
  {
    name: "what was missed while the line was dead stays missed",
    file: "lib/live/switchboard.ts",
    from: `for (const listener of this.#listeners) listener.joined()`,
    to: ``,
    noticed: [streams],
    by: "missed",
  },
  {
    name: "a stream reads where things stand and listens afterwards",
    file: "lib/live/live-stream.ts",
    from: `        this.#put({ kind: "moved", projectId, documentId, revision })`,
    to: `        if (this.#opened) this.#put({ kind: "moved", projectId, documentId, revision })`,
    noticed: [streams],
    by: "between",
  },
  {
    name: "a stream does not ask whether its session goes on",
    file: "lib/live/live-stream.ts",
    from: `if (signedIn !== true)`,
    to: `if (signedIn === null)`,
    noticed: [streams],
    by: "session",
  },
  {
    name: "a reader that takes nothing is written to without end",
    file: "lib/live/live-stream.ts",
    from: `(this.#controller?.desiredSize ?? 0) <= 0`,
    to: `this.#controller === null`,
    noticed: [streams],
    by: "takes nothing",
  },
  {
    name: "a stream shows names under pseudonyms",
    file: "lib/live/live-stream.ts",
    from: `standing.masked ? mask :`,
    to: `!standing ? mask :`,
    noticed: [people],
    by: "pseudonyms",
  },
  {
    name: "who left goes on being here",
    file: "lib/live/switchboard.ts",
    from: `      this.#say({ gone: listener.streamId })`,
    to: ``,
    noticed: [people],
    by: "gone",
  },
  {
    name: "somebody is told on a claim of another document",
    file: "lib/db/presence-rows.ts",
    from: `where: { id: unitId, documentId, projectId }`,
    to: `where: { id: unitId, projectId }`,
    noticed: [people],
    by: "has to be",
  },
  {
    name: "the news leaves out what a slow transaction wrote",
    file: "lib/db/room-news.ts",
    from: `pg_snapshot_xmin(pg_current_snapshot())::text AS mark`,
    to: `pg_snapshot_xmax(pg_current_snapshot())::text AS mark`,
    noticed: [news],
    by: "under way",
  },
  {
    name: "the news tells that others said something of a veiled claim",
    file: "lib/db/room-news.ts",
    from: ` AND \${unveiled(pass, Prisma.sql\`u.id\`, Prisma.sql\`u."documentId"\`)}`,
    to: ``,
    noticed: [news],
    by: "blindness",
  },
  {
    name: "a label on its way is overwritten by what was read before it",
    file: "app/projects/[projectId]/documents/[documentId]/_room/room-reader.ts",
    from: `    this.#room = painted(this.#base, this.#painted)`,
    to: `    this.#room = this.#base`,
    noticed: [reader],
  },
  {
    name: "an old card takes back what was read after it",
    file: "app/projects/[projectId]/documents/[documentId]/_room/room-reader.ts",
    from: `if (asked < this.#takenAt) return`,
    to: ``,
    noticed: [reader],
  },
  {
    name: "the queue gives one claim to all who ask at once",
    file: "lib/commands/next-claim.ts",
    from: `if (seen) return seen`,
    to: `return seen ?? held`,
    noticed: [queue],
  },
  {
    name: "the queue gives what everybody has labelled enough",
    file: "lib/db/queue-rows.ts",
    from: `AND NOT \${within.full}`,
    to: ``,
    noticed: [queue],
  },
  {
    name: "a lease that ran out still keeps the claim",
    file: "lib/db/queue-rows.ts",
    from: ` AND "expiresAt" > now()),`,
    to: `),`,
    noticed: [queue],
  },
  {
    name: "the order of a blind document tells who labelled what",
    file: "lib/db/queue-rows.ts",
    from: `CASE WHEN d.veiled THEN 0 ELSE \${labelled(pass)} END`,
    to: `\${labelled(pass)}`,
    noticed: [queue],
  },
  {
    name: "who left keeps their claims from everybody",
    file: "lib/db/queue-rows.ts",
    from: ` AND w."leftAt" IS NULL`,
    to: ``,
    noticed: [assigning],
  },
  {
    name: "what is uneven is not passed on",
    file: "lib/domain/assignment.ts",
    from: `  even(dealt, loads)`,
    to: ``,
    noticed: ["tests/domain/assignment.test.ts"],
  },
  {
    name: "assignments are made otherwise than they were shown",
    file: "lib/commands/assign-claims.ts",
    from: `told.get(userId) !== count`,
    to: `false`,
    noticed: [assigning],
  },
  {
    name: "a reviewer sees the work of others",
    file: "lib/queries/workload.ts",
    from: `all ? null : actor.id`,
    to: `null`,
    noticed: [assigning],
  },
  {
    name: "a re-splitting takes what somebody worked on since",
    file: "lib/domain/chosen-hunks.ts",
    from: `hunk?.end === end && open.length === 0 &&`,
    to: `hunk?.end === end &&`,
    noticed: [resplit],
  },
  {
    name: "a re-splitting leaves two proposals for one passage",
    file: "lib/domain/resplit-effect.ts",
    from: `(born !== null || !state.retired)`,
    to: `!state.retired`,
    noticed: [resplit],
  },
  {
    name: "a re-splitting overrules a kind that a person chose",
    file: "lib/domain/resplit-effect.ts",
    from: `here?.byHand != null`,
    to: `here === null`,
    noticed: [resplit],
  },
  {
    name: "the matrix counts withdrawn citations",
    file: "lib/db/matrix-rows.ts",
    from: ` AND c."withdrawnAt" IS NULL`,
    to: ``,
    noticed: ["tests/queries/evidence-matrix.test.ts"],
  },
  {
    name: "the matrix takes retold words for witnesses",
    file: "lib/domain/matrix-order.ts",
    from: `({ sourceId: id, rootIds })`,
    to: `({ sourceId: id, rootIds: rootIds.slice(0, 0) })`,
    noticed: ["tests/domain/matrix-order.test.ts"],
  },
  {
    name: "words become markup in the matrix's picture",
    file: "lib/formats/xml-text.ts",
    from: `/[&<>"']/g`,
    to: `/[&>"']/g`,
    noticed: ["tests/formats/matrix-svg.test.ts"],
  },
  {
    name: "no lock of the document's row",
    file: "lib/db/pass.ts",
    from: `FROM "Document" WHERE id = \${documentId}::uuid FOR NO KEY UPDATE`,
    to: `FROM "Document" WHERE id = \${documentId}::uuid`,
    noticed: [door],
  },
  {
    name: "membership not checked",
    file: "lib/db/pass.ts",
    from: `where: { projectId, userId: actor.id, leftAt: null }`,
    to: `where: { projectId, leftAt: null }`,
    noticed: [access],
    by: "^giveAnnotation$",
  },
  {
    name: "a removed member stays",
    file: "lib/db/pass.ts",
    from: `where: { projectId, userId: actor.id, leftAt: null }`,
    to: `where: { projectId, userId: actor.id }`,
    noticed: [access],
    by: "^giveAnnotation$",
  },
  {
    name: "role not checked",
    file: "lib/db/pass.ts",
    from: `return may(member.role, needs) ? null : { code: "forbidden", needs }`,
    to: `return needs && null`,
    noticed: [access],
    by: "^giveAnnotation$",
  },
  {
    name: "a permission widened",
    file: "lib/domain/access.ts",
    from: `"unit.edit": ["editor", "owner"]`,
    to: `"unit.edit": ["reviewer", "editor", "owner"]`,
    noticed: [access],
    by: "^splitUnit$",
  },
  {
    name: "another permission named",
    file: "lib/commands/raise-flag.ts",
    from: `"flag.raise"`,
    to: `"project.read"`,
    noticed: [access],
    by: "^raiseFlag$",
  },
  {
    name: "units read over documents",
    file: "lib/db/unit-rows.ts",
    from: `findFirst({ where: { id, ...inside(pass) } })`,
    to: `findFirst({ where: { id } })`,
    noticed: [door],
  },
  {
    name: "sources cited over projects",
    file: "lib/db/claim-rows.ts",
    from: `AND "projectId" = \${pass.projectId}::uuid FOR KEY SHARE`,
    to: `FOR KEY SHARE`,
    noticed: [door],
  },
  {
    name: "no bell",
    file: "lib/db/append-change.ts",
    from: `SELECT pg_notify('apparatus', \${JSON.stringify({ projectId, documentId, revision })})`,
    to: `SELECT \${JSON.stringify({ projectId, documentId, revision })}`,
    noticed: [door],
  },
  {
    name: "evidence not required",
    file: "lib/domain/support-conditions.ts",
    from: `return condition("support-cited", met, sentence, cite)`,
    to: `return condition("support-cited", true, sentence, cite)`,
    noticed: [vetting],
  },
  {
    name: "a decision without evidence",
    file: "lib/domain/verdict.ts",
    from: `if (decided && !decisionLacks(decided, facts.citations, policy))`,
    to: `if (decided)`,
    noticed: [decisions],
    by: "withdrawn",
  },
  {
    name: "a decision taken without evidence",
    file: "lib/commands/adjudicate-claim.ts",
    from: `if (lacks) return`,
    to: `if (lacks === "") return`,
    noticed: [decisions],
    by: "needs the evidence",
  },
  {
    name: "withdrawn citations count",
    file: "lib/db/claim-facts.ts",
    from: `WHERE \${counts} AND c."withdrawnAt" IS NULL`,
    to: `WHERE \${counts}`,
    noticed: [vetting],
  },
  {
    name: "blocking flag ignored",
    file: "lib/domain/verdict.ts",
    from: `state: facts.blockingFlags > 0 ? "blocked" : "vetted"`,
    to: `state: facts.blockingFlags > 99 ? "blocked" : "vetted"`,
    noticed: [vetting],
  },
  {
    name: "verdicts not computed again",
    file: "lib/commands/command.ts",
    from: `await refreshVerdicts(pass, change.effect)`,
    to: `void refreshVerdicts`,
    noticed: [vetting],
  },
  {
    name: "a refusal commits",
    file: "lib/db/transaction.ts",
    from: `if (!result.ok) throw new Refusal(result.failure)`,
    to: `void Refusal`,
    noticed: [door],
  },
  {
    name: "the same request twice is two changes",
    file: "lib/db/pass.ts",
    from: `const known = await repeated(tx, documentId, actor.id, request)`,
    to: `const known = await repeated(tx, place.projectId, actor.id, request)`,
    noticed: [label],
  },
  {
    name: "another input under a request's id passes",
    file: "lib/db/append-change.ts",
    from: `const same = change.actorId === actorId && request.inputHash.equals(change.inputHash)`,
    to: `const same = change.actorId === actorId`,
    noticed: [label],
  },
  {
    name: "conflict not noticed",
    file: "lib/commands/give-annotation.ts",
    from: `if ((before?.id ?? null) !== input.seen)`,
    to: `if (input.seen === "")`,
    noticed: [label],
  },
  {
    name: "the hash leaves out the one before",
    file: "lib/db/append-change.ts",
    from: `createHash("sha256").update(link.previous)`,
    to: `createHash("sha256")`,
    noticed: [door],
  },
  {
    name: "the chain starts again with each change",
    file: "lib/db/append-change.ts",
    from: `previous: head.headHash`,
    to: `previous: new Uint8Array(32)`,
    noticed: [door],
  },
  {
    name: "ids kept as they were written",
    file: "lib/schema/place.ts",
    from: `z.uuid(message).toLowerCase()`,
    to: `z.uuid(message)`,
    noticed: [door],
  },
  {
    name: "somebody else's citation changed",
    file: "lib/commands/change-citation.ts",
    from: `if (before.authorId !== pass.actor.id)`,
    to: `if (before.authorId === "")`,
    noticed: [access],
    by: "^changeCitation",
  },
  {
    name: "somebody else's session ended",
    file: "lib/db/session-rows.ts",
    from: `const where = { id, userId: pass.actor.id, endedAt: null }`,
    to: `const where = { id, endedAt: null }`,
    noticed: [access],
    by: "^endSession",
  },
  {
    name: "entry: a code of the app counts twice",
    file: "lib/db/second-factor-rows.ts",
    from: `lastStep: { lt: step }`,
    to: `lastStep: { gte: 0 }`,
    noticed: [secondStep],
    by: "^a code works once",
  },
  {
    name: "entry: a recovery code counts twice",
    file: "lib/db/second-factor-rows.ts",
    from: `const where = { userId: actor.id, codeHash, usedAt: null }`,
    to: `const where = { userId: actor.id, codeHash }`,
    noticed: [secondStep],
    by: "^a recovery code gets somebody in once",
  },
  {
    name: "entry: a second step that was only begun is asked for",
    file: "lib/commands/second-step.ts",
    from: `if (!factor?.confirmed) return ok("none")`,
    to: `if (!factor) return ok("none")`,
    noticed: [secondStep],
    by: "^two-step sign-in is asked for only once",
  },
  {
    name: "entry: a passkey's answer counts twice",
    file: "lib/db/passkey-challenge-rows.ts",
    from: `DELETE FROM "PasskeyChallenge" WHERE "flowHash" = \${hashOf(flow)} AND purpose = \${purpose}
    RETURNING challenge`,
    to: `UPDATE "PasskeyChallenge" SET purpose = purpose WHERE "flowHash" = \${hashOf(flow)} AND purpose = \${purpose}
    RETURNING challenge`,
    noticed: [passkeys],
    by: "^an answer lets somebody in once",
  },
  {
    name: "entry: a passkey is answered for at any time",
    file: "lib/db/passkey-challenge-rows.ts",
    from: `row && row.expiresAt > at ?`,
    to: `row ?`,
    noticed: [passkeys],
    by: "^an answer (adds|lets)",
  },
  {
    name: "entry: what one browser was asked counts in another",
    file: "lib/db/passkey-challenge-rows.ts",
    from: `WHERE "flowHash" = \${hashOf(flow)} AND purpose`,
    to: `WHERE length(\${hashOf(flow)}::bytea) > 0 AND purpose`,
    noticed: [passkeys],
    by: "^an answer counts in the browser",
  },
  {
    name: "entry: a passkey needs no finger, face or PIN",
    file: "lib/commands/passkey-protocol.ts",
    from: `requireUserVerification: true`,
    to: `requireUserVerification: false`,
    noticed: [passkeys],
    by: "nobody having been asked",
  },
  {
    name: "entry: a passkey's count may go back",
    file: "lib/db/passkey-rows.ts",
    from: `counter === 0 ? { equals: 0 } : { lt: counter }`,
    to: `{ gte: 0 }`,
    noticed: [passkeys],
    by: "^a count that goes back",
  },
  {
    name: "entry: anybody's passkey is the second step",
    file: "lib/db/passkey-rows.ts",
    from: `where: { userId: actor.id, credentialId }`,
    to: `where: { credentialId }`,
    noticed: [passkeys],
    by: "^after the password",
  },
  {
    name: "entry: a passkey is not asked for after the password",
    file: "lib/db/second-factor-rows.ts",
    from: `const passkey = (await tx.passkey.count({ where: { userId: actor.id } })) > 0`,
    to: `const passkey = (await tx.passkey.count({ where: { userId: actor.id } })) < 0`,
    noticed: [passkeys],
    by: "^after the password",
  },
  {
    name: "entry: a passkey is added without a proof",
    file: "lib/commands/add-passkey.ts",
    from: `(await isProven(pass, sessionId)) ? ok(pass.at) : fail({ code: "proof-needed" }),`,
    to: `ok(pass.at),`,
    noticed: [passkeys],
    by: "^adding, renaming and removing",
  },
  {
    name: "entry: the proof of another session counts",
    file: "lib/db/session-rows.ts",
    from: `where: { id, userId: pass.actor.id, endedAt: null, provenAt: { gt: since } }`,
    to: `where: { userId: pass.actor.id, endedAt: null, provenAt: { gt: since } }`,
    noticed: [secondStep],
    by: "^what decides who gets in asks",
  },
  {
    name: "entry: a code is guessed without end",
    file: "lib/server/sign-in.ts",
    from: `const guessable = typedCode(code).kind === "app"`,
    to: `const guessable = false`,
    noticed: [secondStep],
    by: "^of a thousand guessed codes",
  },
  {
    name: "entry: what was not done is written down",
    file: "lib/db/account-event-rows.ts",
    from: `await insert(pass.tx, {`,
    to: `await insert(database(), {`,
    noticed: [events],
    by: "^what is refused for another reason",
  },
  {
    name: "entry: one sees what happened to others",
    file: "lib/db/account-event-rows.ts",
    from: `WHERE "userId" = \${actor.id}::uuid AND`,
    to: `WHERE \${actor.id}::uuid IS NOT NULL AND`,
    noticed: [events],
    by: "^everybody sees their own alone",
  },
  {
    name: "the last owner leaves",
    file: "lib/commands/remove-member.ts",
    from: `.length === 1)`,
    to: `.length === 0)`,
    noticed: [door],
  },
  {
    name: "other origins let in",
    file: "lib/server/same-origin.ts",
    from: `if (site) return site === "same-origin" || site === "none"`,
    to: `if (site) return true`,
    noticed: [routes],
    by: "^POST account/name$",
  },
  {
    name: "origin not asked on writes",
    file: "lib/server/handler.ts",
    from: `if (!sameOrigin(request)) return fail({ code: "foreign-origin" })`,
    to: ``,
    noticed: [routes],
    by: "^POST account/name$",
  },
  {
    name: "forms let in",
    file: "lib/server/body.ts",
    from: `if (type !== "application/json")`,
    to: `if (!type)`,
    noticed: [routes],
    by: "^POST account/name$",
  },
  {
    name: "no limit to a body",
    file: "lib/server/body.ts",
    from: `if (size > limit) return`,
    to: `if (size < 0) return`,
    noticed: [routes],
    by: "^POST account/name$",
  },
  {
    name: "the body wins over the address",
    file: "lib/server/handler.ts",
    from: `{ ...body.value, ...params }`,
    to: `{ ...params, ...body.value }`,
    noticed: [routes],
    by: "parts of an address",
  },
  {
    name: "an ended session goes on",
    file: "lib/server/session.ts",
    from: `|| !sessionLives(row, now)`,
    to: ``,
    noticed: [sessions],
    by: "ended session is refused",
  },
  {
    name: "a session's secret not compared",
    file: "lib/server/session.ts",
    from: `if (!timingSafeEqual(row.secretHash, secretHash(secret))) return null`,
    to: `void timingSafeEqual`,
    noticed: [sessions],
    by: "token whose secret",
  },
  {
    name: "a formula in a cell",
    file: "lib/formats/csv.ts",
    from: `(formula.test(cell) ? \`'\${cell}\` : cell)`,
    to: `cell`,
    noticed: ["tests/formats/csv.test.ts"],
  },
  {
    name: "the log can be rewritten",
    file: "prisma/migrations/20261124000000_first/migration.sql",
    from: `BEFORE UPDATE OR DELETE OR TRUNCATE ON "Change"`,
    to: `BEFORE TRUNCATE ON "Change"`,
    noticed: [constraints],
  },
  {
    name: "two current labels of one person",
    file: "prisma/migrations/20261124000000_first/migration.sql",
    from: `CREATE UNIQUE INDEX "Annotation_current" ON "Annotation" ("unitId", "reviewerId") WHERE current;`,
    to: ``,
    noticed: [constraints],
  },
  {
    name: "an index gone",
    file: "prisma/migrations/20261124000000_first/migration.sql",
    from: `CREATE INDEX "Citation_unitId_idx" ON "Citation"("unitId");`,
    to: ``,
    noticed: ["tests/db/indexes.test.ts"],
    by: "a claim's card",
  },
  {
    name: "passes for everybody to make",
    file: "lib/db/pass.ts",
    from: `export type { AccountPass, DocumentPass, ProjectPass }`,
    to: `export { AccountPass, DocumentPass, ProjectPass }`,
    noticed: ["types", shape],
  },
  {
    name: "archive: who brought a project in stands in its record",
    file: "lib/db/archive-rows.ts",
    from: "NOT: { userId: keeper }",
    to: "projectId: pass.projectId",
    noticed: [archive],
    by: "something in every table",
  },
  {
    name: "archive: what somebody saved for themselves goes out",
    file: "lib/db/archive-rows.ts",
    from: "...inProject(pass), shared: true }",
    to: "...inProject(pass) }",
    noticed: [archive],
    by: "no view of one's own",
  },
  {
    name: "archive: a file that was changed is taken",
    file: "lib/commands/archive-file.ts",
    from: 'sum.digest("hex") !== as.sha256',
    to: "as.sha256 === null",
    noticed: [archive],
    by: "anything was changed",
  },
  {
    name: "archive: a change with another hash is taken",
    file: "lib/commands/archive-check.ts",
    from: '!hash.equals(row["hash"] as Uint8Array) || ',
    to: "",
    noticed: [archive],
    by: "anything was changed",
  },
  {
    name: "archive: words under the name of somebody with an account are brought in",
    file: "lib/commands/import-project.ts",
    from: "!broughtIn && id !== pass.actor.id",
    to: "broughtIn && id === pass.actor.id",
    noticed: [archive],
    by: "nobody brings in words",
  },
  {
    name: "archive: a round that is being labelled goes out",
    file: "lib/queries/project-archive.ts",
    from: "if (pass.sight.norming) ",
    to: "if (pass.sight.norming && pass.sight.bound) ",
    noticed: [archive],
    by: "norming round",
  },
]

/** A copy of the tree to break, with the packages of the original. */
function copy() {
  const folder = mkdtempSync(join(tmpdir(), "apparatus-mutant-"))
  const own = [
    "app",
    "lib",
    "prisma",
    "tests",
    "next.config.js",
    "package-lock.json",
    "package.json",
    "proxy.ts",
    "tsconfig.json",
  ]
  for (const name of own) cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"))
  return folder
}

/**
 * Whether a check is content with a tree. Tests are judged by their report, since the embedded PostgreSQL ends the
 * process with a status of its own.
 * @param {string} folder
 * @param {string} check
 * @param {string} [by]
 * @returns {Promise<boolean>}
 */
function content(folder, check, by) {
  const types = check === "types"
  const told = join(folder, "report.json")
  rmSync(told, { force: true })
  const only = by ? ["--testNamePattern", by] : []
  const report = ["--reporter=json", `--outputFile=${told}`]
  const args = types ? ["-p", "."] : ["run", "--config", "tests/vitest.config.ts", ...report, ...only, check]
  const bin = join(root, "node_modules/.bin", types ? "tsc" : "vitest")
  const shell = process.platform === "win32"
  return new Promise(done => {
    const run = spawn(bin, args, { cwd: folder, stdio: "ignore", timeout: 300_000, shell })
    run.on("exit", status => {
      if (types || !existsSync(told)) return done(types && status === 0)
      const { success, numPassedTests } = JSON.parse(readFileSync(told, "utf8"))
      done(success && numPassedTests > 0)
    })
  })
}

/** @param {string} folder @param {Mutant} mutant @returns {Promise<string>} what became of it */
async function tried(folder, { file, from, to, noticed, by }) {
  const path = join(folder, file)
  const text = readFileSync(path, "utf8")
  const places = text.split(from).length - 1
  if (places !== 1) return `the edit fits ${places} places instead of one`
  writeFileSync(
    path,
    text.replace(from, () => to),
  )
  try {
    for (const check of noticed) if (await content(folder, check, by)) return `not noticed by ${check}`
    return ""
  } finally {
    writeFileSync(path, text)
  }
}

linkPostgresLibraries()
generate()
const [word = ""] = process.argv.slice(2)
const chosen = mutants.filter(({ name }) => name.includes(word))
let survivors = 0

/** @param {string} name @param {string} trouble */
function report(name, trouble) {
  if (trouble) survivors++
  console.log(`${trouble ? "NOT caught" : "caught    "}  ${name}${trouble && `: ${trouble}`}`)
}

const folders = [copy(), copy()]
try {
  const [first] = /** @type {[string]} */ (/** @type {unknown} */ (folders))
  for (const check of new Set(chosen.flatMap(({ noticed }) => noticed)))
    if (!(await content(first, check))) throw new Error(`${check} fails before anything is broken. Mend that first.`)
  const waiting = [...chosen]
  const work = async (/** @type {string} */ folder) => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift())
      report(mutant.name, await tried(folder, mutant))
  }
  await Promise.all(folders.map(work))
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}
console.log(`\n${chosen.length - survivors} of ${chosen.length} caught`)
process.exit(survivors > 0 || chosen.length === 0 ? 1 : 0)
