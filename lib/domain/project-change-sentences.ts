import { type Blindness, documentBlindnessWords } from "./blindness.ts"
import type { AssignedCount, DerivationState, ProjectChange, Provenance, SourceState } from "./change.ts"
import type { Names, SentencesOf } from "./change-names.ts"
import { type CitationSetting, citationLocaleWords, citationStyleWords, isStyleId } from "./citation-setting.ts"
import { linkWords } from "./claim-link.ts"
import { exportNamesWords } from "./export-names.ts"
import { derivationWords } from "./lineage.ts"
import { storedPolicy } from "./policy.ts"
import { policyChanges } from "./policy-sentences.ts"
import { queueOrderWords } from "./queue-order.ts"
import { counted, differences, ended, quoted, withWords } from "./sentence-words.ts"
import { archiveLine, sourceLine } from "./source.ts"
import { canonical } from "./undo.ts"

/** What each change of a project itself did, in words that follow the name of who did it. */
export const projectChangeSentences: SentencesOf<ProjectChange["kind"]> = {
  "project-created": ({ name }) => `created the project ${quoted(name)}.`,
  "project-described": ({ before, after }) => {
    const list = differences([
      ["name", quoted(after.name), quoted(before.name)],
      ["description", quoted(after.description), quoted(before.description)],
    ])
    return `changed what the project says about itself: ${list || "nothing is different"}.`
  },
  "document-added": ({ title, units }) =>
    `added the document ${quoted(title)}, split into ${counted(units, "passage")}.`,
  "document-described": ({ before, after }) => {
    const list = differences(provenanceNames.map(([key, name]) => [name, quoted(after[key]), quoted(before[key])]))
    return `changed the provenance of ${quoted(before.title)}: ${list || "nothing is different"}.`
  },
  "policy-changed": ({ version, before, after }) => {
    const list = policyChanges(storedPolicy(before), storedPolicy(after)).join(" ")
    return list ? `made version ${version} of the policy. ${list}` : `made version ${version} of the policy.`
  },
  "member-invited": ({ role }) => `made an invitation for ${articled(role)}.`,
  "invitation-withdrawn": ({ role }) => `withdrew an invitation for ${articled(role)}.`,
  "member-joined": ({ role }) => `joined the project as ${articled(role)}.`,
  "role-changed": ({ userId, before, after }, names) =>
    `made ${names.person(userId)} ${articled(after)} instead of ${articled(before)}.`,
  "member-removed": ({ userId, role, accountDeleted }, names) =>
    accountDeleted
      ? `left the project, in which they were ${articled(role)}, since their account was deleted.`
      : `removed ${names.person(userId)}, ${articled(role)}, from the project.`,
  "source-added": ({ source }) => `added the source ${quoted(lineOf(source))}.`,
  "source-changed": ({ before, after }) =>
    ended(
      `changed the source ${quoted(lineOf(before))}: ${sourceDifferences(before, after) || "nothing is different"}`,
    ),
  "source-deleted": ({ source, snapshots = 0 }) =>
    `deleted the source ${quoted(lineOf(source))}${snapshots > 0 ? ` with ${counted(snapshots, "snapshot")} of it` : ""}.`,
  "source-graded": ({ sourceId, before, after, reason }, names) =>
    withWords(
      `graded the source ${quoted(names.source(sourceId))} ${after}, ${before ? `which was ${before} before` : "which had no grade"}`,
      reason,
    ),
  "blindness-chosen": ({ before, after }) => {
    const review = ({ blind }: Blindness) => (blind ? "blind" : "open")
    const people = ({ pseudonyms }: Blindness) => (pseudonyms ? "pseudonyms" : "names")
    const list = differences([
      ["review", review(after), review(before)],
      ["people", people(after), people(before)],
    ])
    return `changed what reviewers see of each other: ${list || "nothing is different"}.`
  },
  "document-blindness-chosen": ({ title, before, after }) =>
    `made the review of ${quoted(title)} ${documentBlindnessWords(after)} instead of ${documentBlindnessWords(before)}.`,
  "export-names-limited": ({ before, after }) =>
    `changed how exports may name people at most: ${lower(exportNamesWords[after])} instead of ${lower(exportNamesWords[before])}.`,
  "round-begun": ({ name, claims }) => `began the norming round ${quoted(name)} with ${counted(claims, "claim")}.`,
  "round-revealed": ({ name }) => `revealed the labels of the norming round ${quoted(name)}.`,
  "round-ended": ({ name }) => `ended the norming round ${quoted(name)}.`,
  "style-chosen": ({ before, after }) => {
    const named = ({ style }: CitationSetting) => (isStyleId(style) ? citationStyleWords[style] : "a style of its own")
    const list = differences([
      ["style", named(after), named(before)],
      ["language", citationLocaleWords[after.locale], citationLocaleWords[before.locale]],
      ["references to archives", after.archives, before.archives],
    ])
    return `changed how sources are set: ${list || "nothing is different"}.`
  },
  "style-uploaded": ({ title }) => `uploaded the citation style ${quoted(title)}.`,
  "style-retired": ({ title }) => `took the citation style ${quoted(title)} off the list.`,
  "sources-imported": ({ count, skipped, lines }) => {
    const named = lines.slice(0, 3).map(quoted).join(", ")
    if (count === 0) return `imported nothing: ${counted(skipped, "source")} ${wasThere(skipped)} already.`
    const known = skipped === 0 ? "" : `; ${counted(skipped, "other")} ${wasThere(skipped)} already`
    return `imported ${counted(count, "source")}${named && `: ${named}`}${count > 3 ? " and more" : ""}${known}.`
  },
  "snapshot-added": ({ sourceId, takenOn, fileName, sha256 }, names) =>
    `added a snapshot of ${quoted(names.source(sourceId))}, ${quoted(fileName)}, as it stood on ${takenOn} (SHA-256 ${sha256.slice(0, 12)}…).`,
  "sources-merged": ({ sourceId, intoId }, names) =>
    `merged the source ${quoted(names.source(sourceId))} into ${quoted(names.source(intoId))}.`,
  "merge-withdrawn": ({ sourceId, intoId }, names) =>
    `took the source ${quoted(names.source(sourceId))} out of ${quoted(names.source(intoId))} again.`,
  "source-derived": ({ derivation }, names) =>
    withWords(`stated that ${derivationLine(derivation, names)}`, derivation.note),
  "claims-linked": ({ link }) => withWords(`said of two claims that ${linkWords[link.kind]}`, link.reason),
  "link-withdrawn": ({ link, why }) => withWords(`took back of two claims that ${linkWords[link.kind]}`, why),
  "derivation-withdrawn": ({ derivation, reason }, names) =>
    withWords(`took back that ${derivationLine(derivation, names)}`, reason),
  "queue-changed": ({ before, after }) =>
    `changed the order of the queue: ${quoted(queueOrderWords[after])} instead of ${quoted(queueOrderWords[before])}.`,
  "claims-assigned": ({ claims, overlap, to }, names) =>
    `assigned ${counted(claims, "claim")}, each to ${overlap === 1 ? "one person" : `${overlap} people`}: ${dealtOut(to, names)}.`,
  "assignments-ended": ({ userId, count, to }, names) =>
    to.length === 0
      ? `ended ${counted(count, "assignment")} of ${names.person(userId)}.`
      : `took ${counted(count, "assignment")} from ${names.person(userId)} and gave them to others: ${dealtOut(to, names)}.`,
  "source-comment-given": ({ sourceId, threads }, names) =>
    `${threads.length > 0 ? "began a discussion" : "wrote in the discussion"} of ${quoted(names.source(sourceId))}.`,
  "source-comment-changed": ({ sourceId }, names) => `edited a comment of theirs on ${quoted(names.source(sourceId))}.`,
  "source-comment-deleted": ({ sourceId }, names) =>
    `deleted a comment of theirs on ${quoted(names.source(sourceId))}.`,
  "source-thread-resolved": ({ sourceId }, names) => `resolved a discussion of ${quoted(names.source(sourceId))}.`,
  "source-thread-reopened": ({ sourceId }, names) => `reopened a discussion of ${quoted(names.source(sourceId))}.`,
  "webhook-added": ({ webhook }) => `added a webhook to ${webhook.server}, told of ${webhook.events.join(", ")}.`,
  "webhook-changed": ({ before, after, moved }) => {
    const list = differences([
      ["events", quoted(after.events.join(", ")), quoted(before.events.join(", "))],
      ["messages", after.paused ? "paused" : "sent", before.paused ? "paused" : "sent"],
      ["server", after.server, before.server],
    ])
    const path = moved && before.server === after.server ? "another address there" : ""
    return `changed the webhook to ${before.server}: ${[list, path].filter(Boolean).join(", ") || "nothing is different"}.`
  },
  "webhook-secret-renewed": ({ server }) => `renewed the secret of the webhook to ${server}.`,
  "webhook-removed": ({ webhook }) => `removed the webhook to ${webhook.server}.`,
}

const dealtOut = (to: readonly AssignedCount[], names: Names) =>
  to.length === 0
    ? "nobody got one that they did not have"
    : to.map(({ userId, count }) => `${count} to ${names.person(userId)}`).join(", ")

const derivationLine = ({ derivedId, originId, how }: DerivationState, names: Names) =>
  `${quoted(names.source(derivedId))} ${derivationWords[how]} ${quoted(names.source(originId))}`

const provenanceNames: readonly (readonly [keyof Provenance, string])[] = [
  ["title", "title"],
  ["author", "author"],
  ["foundAt", "where it was found"],
  ["foundOn", "when it was found"],
  ["licence", "licence"],
  ["language", "language"],
]

const articled = (role: string) => (/^[eo]/.test(role) ? `an ${role}` : `a ${role}`)

const lineOf = ({ csl, archive }: SourceState) => sourceLine(csl, archive)

function sourceDifferences(before: SourceState, after: SourceState): string {
  const shown = (value: unknown) =>
    value === undefined ? "nothing" : quoted(typeof value === "string" ? value : canonical(value))
  const archive = ({ archive }: SourceState) => (archive ? quoted(archiveLine(archive)) : "nothing")
  const keys = [...new Set([...Object.keys(before.csl), ...Object.keys(after.csl)])] as (keyof SourceState["csl"])[]
  const names = (list: SourceState["csl"]["author"]) =>
    list?.map(name => name.literal ?? [name.given, name.family].filter(Boolean).join(" ")).join("; ")
  const words = (csl: SourceState["csl"], key: keyof SourceState["csl"]) =>
    shown(key === "author" || key === "editor" ? names(csl[key]) : key === "issued" ? issued(csl.issued) : csl[key])
  return differences([
    ["kind", after.kind.replaceAll("-", " "), before.kind.replaceAll("-", " ")],
    ...keys.map(key => [key.replaceAll("-", " "), words(after.csl, key), words(before.csl, key)] as const),
    ["archive", archive(after), archive(before)],
    ["the time of its making", quoted(after.created), quoted(before.created)],
    ["the time that it tells of", quoted(after.tells), quoted(before.tells)],
  ])
}

const issued = (date: SourceState["csl"]["issued"]) =>
  date?.literal ?? date?.["date-parts"]?.map(parts => parts.join("-")).join(" to ")

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

const wasThere = (many: number) => (many === 1 ? "was there" : "were there")
