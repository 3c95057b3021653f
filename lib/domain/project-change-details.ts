import { type Blindness, documentBlindnessWords } from "./blindness.ts"
import type {
  AssignedCount,
  DerivationState,
  LinkState,
  ProjectChange,
  ProjectWords,
  Provenance,
  SourceTalk,
} from "./change.ts"
import type { ChangeOf } from "./change-names.ts"
import { archiveFormWords, type CitationSetting, citationLocaleWords } from "./citation-setting.ts"
import { linkWords } from "./claim-link.ts"
import {
  type ChangeDetails,
  type DetailField,
  differingFacts,
  type Fact,
  goneFacts,
  type Known,
  newFacts,
  oneGroup,
} from "./detail.ts"
import { effectDetails } from "./document-change-details.ts"
import { exportNamesWords } from "./export-names.ts"
import { type Reliability, reliabilityWords } from "./grade.ts"
import { derivationWords } from "./lineage.ts"
import { type Policy, storedPolicy } from "./policy.ts"
import { policyDifferences, policySentences } from "./policy-sentences.ts"
import { queueOrderWords } from "./queue-order.ts"
import { shortened } from "./sentence-words.ts"
import type { SourceRecord } from "./source-form.ts"
import { sourceFacts } from "./source-words.ts"
import { canonical } from "./undo.ts"
import type { WebhookState } from "./webhook-change.ts"

type TellingsOf = {
  readonly [K in ProjectChange["kind"]]: (change: ChangeOf<K>, known: Known) => ChangeDetails
}

/** Before and after of each kind of change of a project itself: a kind without them does not compile. */
export const projectChangeDetails: TellingsOf = {
  "project-created": ({ name, policy }) =>
    newFacts(["Name", name], ["Policy", policySentences(storedPolicy(policy)).join("\n"), "words"]),
  "project-described": ({ before, after }) => turned([before, after], projectFacts),
  "document-added": ({ title, sha256, units }) =>
    newFacts(["Title", title], ["Passages", String(units)], ["SHA-256 of the text", sha256]),
  "document-described": ({ before, after }) => turned([before, after], provenanceFacts),
  "policy-changed": ({ version, before, after }) =>
    oneGroup([
      ...differingFacts([["Version", String(version - 1)]], [["Version", String(version)]]),
      ...policyFields(storedPolicy(before), storedPolicy(after)),
    ]),
  "member-invited": ({ role }) => newFacts(["Invitation for the role", role]),
  "invitation-withdrawn": ({ role }) => goneFacts(["Invitation for the role", role]),
  "member-joined": ({ userId, role }, known) => newFacts(["Person", known.person(userId)], ["Role", role]),
  "role-changed": ({ userId, before, after }, known) =>
    oneGroup([{ label: `Role of ${known.person(userId)}`, before, after, look: "choice" }]),
  "member-removed": ({ userId, role }, known) => goneFacts(["Person", known.person(userId)], ["Role", role]),
  "source-added": ({ source }) => newFacts(...recordFacts(source)),
  "source-changed": ({ before, after }) => turned([before, after], recordFacts),
  "source-deleted": ({ source, snapshots = 0 }) =>
    goneFacts(...recordFacts(source), ...(snapshots > 0 ? [["Snapshots", String(snapshots)] as const] : [])),
  "source-graded": ({ sourceId, before, after, reason }, known) =>
    oneGroup([
      {
        label: `Reliability of ${known.source(sourceId)}`,
        before: graded(before),
        after: graded(after),
        look: "choice",
      },
      ...differingFacts(null, [["Reason", reason, "words"]]),
    ]),
  "blindness-chosen": ({ before, after }) => turned([before, after], blindnessFacts),
  "document-blindness-chosen": ({ title, before, after }) =>
    oneGroup(
      differingFacts(
        [[`Review of ${title}`, documentBlindnessWords(before)]],
        [[`Review of ${title}`, documentBlindnessWords(after)]],
      ),
    ),
  "export-names-limited": ({ before, after }) =>
    turned([before, after], of => [["Exports may name people", exportNamesWords[of]]]),
  "round-begun": ({ name, claims }) =>
    newFacts(["Norming round", name], ["Claims", String(claims)], ["Labels", "hidden from everybody"]),
  "round-revealed": ({ name }) => stage(`Labels of the round ${name}`, "hidden from everybody", "shown to everybody"),
  "round-ended": ({ name }) => stage(`Norming round ${name}`, "under way", "over"),
  "style-chosen": ({ before, after }, known) => turned([before, after], of => styleFacts(of, known)),
  "style-uploaded": ({ title }) => newFacts(["Citation style", title]),
  "style-retired": ({ title }) => goneFacts(["Citation style", title]),
  "sources-imported": ({ count, skipped, lines }) =>
    newFacts(
      ["Sources added", String(count)],
      ["Passed over, since they were there already", String(skipped)],
      [lines.length < count ? `The first ${lines.length} of them` : "They are", lines.join("\n"), "words"],
    ),
  "snapshot-added": ({ sourceId, takenOn, fileName, sha256, bytes }, known) =>
    newFacts(
      ["Source", known.source(sourceId)],
      ["File", fileName],
      ["As it stood on", takenOn],
      ["Size", `${bytes} bytes`],
      ["SHA-256", sha256],
    ),
  "sources-merged": ({ sourceId, intoId }, known) =>
    counted(known.source(sourceId), "for itself", `for ${known.source(intoId)}`),
  "merge-withdrawn": ({ sourceId, intoId }, known) =>
    counted(known.source(sourceId), `for ${known.source(intoId)}`, "for itself"),
  "source-derived": ({ derivation }, known) => newFacts(...derivationFacts(derivation, known)),
  "derivation-withdrawn": ({ derivation, reason }, known) =>
    withReason(differingFacts(derivationFacts(derivation, known), null), "Why it was taken back", reason),
  "claims-linked": ({ link }, known) => newFacts(...linkFacts(link, known)),
  "link-withdrawn": ({ link, why }, known) =>
    withReason(differingFacts(linkFacts(link, known), null), "Why it was taken back", why),
  "queue-changed": ({ before, after }) => turned([before, after], of => [["Order of the queue", queueOrderWords[of]]]),
  "claims-assigned": ({ claims, overlap, to }, known) =>
    newFacts(["Claims", String(claims)], ["People for each", String(overlap)], ...dealt(to, known)),
  "assignments-ended": ({ userId, count, to }, known) =>
    oneGroup([
      ...differingFacts([[`Assignments of ${known.person(userId)}`, String(count)]], null),
      ...differingFacts(null, dealt(to, known)),
    ]),
  "source-comment-given": (change, known) => talk(change, known),
  "source-comment-changed": (change, known) => talk(change, known),
  "source-comment-deleted": (change, known) => talk(change, known),
  "source-thread-resolved": (change, known) => talk(change, known),
  "source-thread-reopened": (change, known) => talk(change, known),
  "webhook-added": ({ webhook }) => newFacts(...webhookFacts(webhook)),
  "webhook-changed": ({ before, after, moved }) =>
    oneGroup([
      ...differingFacts(webhookFacts(before), webhookFacts(after)),
      ...(moved ? differingFacts([["Address", "as it was"]], [["Address", "another one"]]) : []),
    ]),
  "webhook-secret-renewed": ({ server }) =>
    oneGroup([
      { label: `Secret of the webhook to ${server}`, before: "as it was", after: "a new one", look: "choice" },
    ]),
  "webhook-removed": ({ webhook }) => goneFacts(...webhookFacts(webhook)),
}

const webhookFacts = ({ server, events, paused }: WebhookState): readonly Fact[] => [
  ["Webhook to", server],
  ["Told of", events.join(", ")],
  ["Messages", paused ? "paused" : "sent"],
]

const turned = <S>([before, after]: readonly [S, S], facts: (state: S) => readonly Fact[]): ChangeDetails =>
  oneGroup(differingFacts(facts(before), facts(after)))

/** What a project says about itself, fact by fact. */
export const projectFacts = ({ name, description }: ProjectWords): readonly Fact[] => [
  ["Name", name, "words"],
  ["Description", description, "words"],
]

/** The rules that differ between two policies. */
export const policyFields = (before: Policy, after: Policy): readonly DetailField[] =>
  policyDifferences(before, after).map(({ name, was, is }) => ({ label: name, before: was, after: is, look: "choice" }))

/** What is known of where a text comes from, fact by fact. */
export const provenanceFacts = (of: Provenance): readonly Fact[] => [
  ["Title", of.title, "words"],
  ["Author", of.author, "words"],
  ["Found at", of.foundAt, "words"],
  ["Found on", of.foundOn],
  ["Licence", of.licence, "words"],
  ["Language", of.language === "und" ? "" : of.language],
]

/** A source's record, fact by fact, as it is read on its page. */
export const recordFacts = (record: SourceRecord): readonly Fact[] => [
  ...sourceFacts(record).map(({ label, value }): Fact => [label, value, "words"]),
  ...Object.entries(record.csl).flatMap(([key, value]): Fact[] =>
    inForm.has(key) ? [] : [[`Field ${key}`, typeof value === "string" ? value : canonical(value), "words"]],
  ),
]

/** Fields of CSL that the form has, so that they are told in its words. */
const inForm: ReadonlySet<string> = new Set([
  ...["id", "type", "title", "author", "editor", "issued", "container-title", "publisher", "publisher-place"],
  ...["volume", "issue", "page", "edition", "ISBN", "DOI", "URL", "language"],
])

const graded = (grade: Reliability | null) => grade && `${grade}, ${reliabilityWords[grade]}`

const blindnessFacts = ({ blind, pseudonyms }: Blindness): readonly Fact[] => [
  ["Review", blind ? "blind" : "open"],
  ["Reviewers see each other by", pseudonyms ? "pseudonyms" : "names"],
]

const stage = (label: string, before: string, after: string) => oneGroup([{ label, before, after, look: "choice" }])

const styleFacts = ({ style, locale, archives }: CitationSetting, known: Known): readonly Fact[] => [
  ["Citation style", known.style(style)],
  ["Language of the notes", citationLocaleWords[locale]],
  ["References to archives", archiveFormWords[archives]],
]

const counted = (source: string, before: string, after: string) =>
  oneGroup([{ label: `What cites ${shortened(source)} counts`, before, after, look: "choice" }])

const derivationFacts = ({ derivedId, originId, how, note }: DerivationState, known: Known): readonly Fact[] => [
  ["Lineage", `${known.source(derivedId)} ${derivationWords[how]} ${known.source(originId)}`, "words"],
  ["Remark", note, "words"],
]

const linkFacts = ({ kind, unitAId, unitBId, reason }: LinkState, known: Known): readonly Fact[] => [
  ["Of the two claims", linkWords[kind]],
  ["The one", known.unit(unitAId), "words"],
  ["The other", known.unit(unitBId), "words"],
  ["Reason", reason, "words"],
]

const withReason = (fields: readonly DetailField[], label: string, reason: string) =>
  oneGroup([...fields, ...differingFacts(null, [[label, reason, "words"]])])

const dealt = (to: readonly AssignedCount[], known: Known): readonly Fact[] =>
  to.map(({ userId, count }): Fact => [`Claims for ${known.person(userId)}`, String(count)])

const talk = ({ threads, comments }: SourceTalk, known: Known) => effectDetails({ threads, comments }, known)
