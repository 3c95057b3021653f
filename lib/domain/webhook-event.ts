import type { ChangeKind } from "./change.ts"

/** What a webhook can be told of, by area, each with what it means. */
export const webhookEventGroups = {
  Claims: {
    "annotation.given": "Somebody gave or changed a label.",
    "annotation.withdrawn": "Somebody took their label back.",
    "citation.given": "A source was cited for or against a claim.",
    "citation.changed": "A citation was changed or brought back.",
    "citation.withdrawn": "A citation was taken back.",
    "claim.adjudicated": "An editor decided a claim.",
    "adjudication.reopened": "A decision was opened again.",
    "verdict.fell": "A change took the verdict from one claim or several.",
    "change.undone": "A step was taken back or brought back.",
  },
  Flags: {
    "flag.raised": "A flag was raised or opened again.",
    "flag.answered": "A flag was answered, alone or with others.",
    "flag.withdrawn": "A flag was withdrawn, alone or with others.",
  },
  Texts: {
    "document.added": "A document was added.",
    "version.added": "A document got a new version.",
    "units.changed": "Passages were split, merged, moved or given another kind.",
  },
  Sources: {
    "source.added": "A source was added, or several were imported.",
    "source.changed": "A source was changed, deleted or merged, or its lineage stated.",
    "source.graded": "A source was graded.",
  },
  Project: {
    "policy.changed": "The policy has a new version, and verdicts were computed again.",
    "round.revealed": "The labels of a norming round were opened.",
    "member.joined": "Somebody joined the project.",
    "member.left": "Somebody left the project or was removed.",
  },
} as const

type Groups = typeof webhookEventGroups
export type WebhookEvent = { [G in keyof Groups]: keyof Groups[G] }[keyof Groups]

export const webhookEvents = Object.values(webhookEventGroups).flatMap(group => Object.keys(group)) as WebhookEvent[]

/** The type of a message that somebody sends to see whether it arrives. */
export const testEvent = "webhook.test"

/** What each kind of change is told as; null for what no webhook is told of. */
export const eventOfChange: Readonly<Record<ChangeKind, WebhookEvent | null>> = {
  "annotation-given": "annotation.given",
  "annotation-withdrawn": "annotation.withdrawn",
  "citation-given": "citation.given",
  "citation-changed": "citation.changed",
  "citation-withdrawn": "citation.withdrawn",
  "citation-restored": "citation.changed",
  "unit-split": "units.changed",
  "units-merged": "units.changed",
  "boundary-moved": "units.changed",
  "kind-changed": "units.changed",
  "units-restored": "units.changed",
  "document-resplit": "units.changed",
  "version-added": "version.added",
  "claim-placed": "units.changed",
  "claim-given-up": "units.changed",
  "flag-placed": null,
  "preannotations-added": null,
  "preannotation-dismissed": null,
  "flag-raised": "flag.raised",
  "flag-answered": "flag.answered",
  "flag-withdrawn": "flag.withdrawn",
  "flags-answered": "flag.answered",
  "flags-assigned": null,
  "flags-dated": null,
  "flags-withdrawn": "flag.withdrawn",
  "flags-reopened": "flag.raised",
  "flag-restored": "flag.raised",
  "claim-adjudicated": "claim.adjudicated",
  "adjudication-reopened": "adjudication.reopened",
  "question-asked": null,
  "comment-given": null,
  "comment-changed": null,
  "comment-deleted": null,
  "thread-resolved": null,
  "thread-reopened": null,
  "change-undone": "change.undone",
  "change-redone": "change.undone",
  "project-created": null,
  "project-described": null,
  "document-added": "document.added",
  "document-described": null,
  "policy-changed": "policy.changed",
  "member-invited": null,
  "invitation-withdrawn": null,
  "member-joined": "member.joined",
  "role-changed": null,
  "member-removed": "member.left",
  "source-added": "source.added",
  "source-changed": "source.changed",
  "source-deleted": "source.changed",
  "source-graded": "source.graded",
  "blindness-chosen": null,
  "document-blindness-chosen": null,
  "export-names-limited": null,
  "round-begun": null,
  "round-revealed": "round.revealed",
  "round-ended": null,
  "style-chosen": null,
  "style-uploaded": null,
  "style-retired": null,
  "sources-imported": "source.added",
  "snapshot-added": "source.changed",
  "sources-merged": "source.changed",
  "merge-withdrawn": "source.changed",
  "source-derived": "source.changed",
  "derivation-withdrawn": "source.changed",
  "claims-linked": null,
  "link-withdrawn": null,
  "queue-changed": null,
  "claims-assigned": null,
  "assignments-ended": null,
  "source-comment-given": null,
  "source-comment-changed": null,
  "source-comment-deleted": null,
  "source-thread-resolved": null,
  "source-thread-reopened": null,
  "webhook-added": null,
  "webhook-changed": null,
  "webhook-secret-renewed": null,
  "webhook-removed": null,
}

/** What a message tells of: where something happened, in ids alone. */
export interface WebhookSubject {
  readonly projectId: string
  /** The document in whose log the change is, or that was added. */
  readonly documentId: string | null
  /** Null where it is about no single claim, or must not be told which. */
  readonly claimId: string | null
  readonly flagId: string | null
  readonly sourceId: string | null
  /** The change's number in the log of its document, or of the project; null for a test. */
  readonly revision: number | null
}

/**
 * The body of a message, in the form of Standard Webhooks: type, timestamp, data. It holds ids and an address and never
 * who did it, a label or a text: whoever is told asks the API, which knows what they may see. `origin` begins that address;
 * without it there is none.
 */
export function messageBody(
  { id, type, at }: { readonly id: string; readonly type: string; readonly at: Date },
  subject: WebhookSubject,
  origin: string | null,
): string {
  const { projectId, documentId, claimId, flagId, sourceId, revision } = subject
  const data = {
    project: projectId,
    ...(documentId && { document: documentId }),
    ...(claimId && { claim: claimId }),
    ...(flagId && { flag: flagId }),
    ...(sourceId && { source: sourceId }),
    ...(revision !== null && { revision }),
    ...(origin !== null && { url: `${origin}/api/v1/${resource(subject)}` }),
  }
  return JSON.stringify({ id, type, timestamp: at.toISOString(), data })
}

/** Where the API has what a message is about, below /api/v1. */
function resource({ projectId, documentId, claimId, flagId, sourceId }: WebhookSubject): string {
  if (documentId && claimId) return `documents/${documentId}/claims/${claimId}`
  if (documentId && flagId) return `documents/${documentId}/flags/${flagId}`
  if (documentId) return `documents/${documentId}`
  return sourceId ? `projects/${projectId}/sources` : `projects/${projectId}`
}
