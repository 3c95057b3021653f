import type { OwnTable } from "./own-data.ts"

const mine = "whose it is stands above"
const others = "somebody else"
const text = "words of a text of the project; the positions find them"
const inner = "for the program alone"
const outside = "done by somebody else, or told where they did it"

const place = ["projectId", "documentId", "unitId"] as const

/**
 * What one person did in projects. It stays when they delete their account, under their pseudonym, and they are handed it
 * also of projects that they left. It is what they said themselves, so that blindness hides none of it.
 */
export const ownRecordTables = {
  memberships: {
    table: "Membership",
    by: "userId",
    key: ["projectId"],
    columns: ["projectId", "role", "joinedAt", "leftAt"],
    without: { userId: mine, version: inner },
  },
  projectsMade: {
    table: "Project",
    by: "createdBy",
    key: ["id"],
    columns: ["id", "createdAt"],
    without: {
      createdBy: mine,
      ...Object.fromEntries(
        [
          ..."name description revision headHash policyVersion citationStyle citationLocale archiveForm blind".split(
            " ",
          ),
          ..."pseudonyms pseudonymSalt exportNames queueOrder version".split(" "),
        ].map(name => [name, "the project's, whoever made it"] as const),
      ),
      broughtInBy: "stands under projectsBroughtIn",
      broughtInAt: "stands under projectsBroughtIn",
      broughtInRevisions: inner,
    },
  },
  projectsBroughtIn: { table: "Project", by: "broughtInBy", key: ["id"], columns: ["id", "broughtInAt"] },
  invitationsMade: {
    table: "Invitation",
    by: "createdBy",
    key: ["id"],
    columns: ["id", "projectId", "role", "note", "createdAt", "expiresAt", "acceptedAt", "revokedAt"],
    without: { createdBy: mine, acceptedBy: others, secretHash: "a secret" },
  },
  invitationsAccepted: {
    table: "Invitation",
    by: "acceptedBy",
    key: ["id"],
    columns: ["id", "projectId", "role", "acceptedAt"],
  },
  policies: {
    table: "Policy",
    by: "createdBy",
    key: ["projectId", "version"],
    columns: ["projectId", "version", "body", "createdAt"],
    without: { createdBy: mine },
  },
  annotations: {
    table: "Annotation",
    by: "reviewerId",
    key: ["id"],
    columns: [
      ...["id", ...place, "label", "confidence", "rationale", "rationaleText", "said"],
      ...["start", "end", "number", "current", "blind", "revision", "createdAt"],
    ],
    without: { reviewerId: mine },
  },
  citations: {
    table: "Citation",
    by: "authorId",
    key: ["id"],
    columns: [
      ...["id", ...place, "sourceId", "stance", "locatorLabel", "locator", "quotation", "note", "rank", "directness"],
      ...["credibility", "bearsOn", "throughId", "snapshotId", "createdAt", "withdrawnAt"],
    ],
    without: { authorId: mine, version: inner },
  },
  flagsRaised: {
    table: "Flag",
    by: "raisedBy",
    key: ["id"],
    columns: ["id", "projectId", "documentId", "number", "start", "end", "reason", "note", "blocking", "raisedAt"],
    without: {
      raisedBy: mine,
      status: outside,
      assigneeId: others,
      dueOn: outside,
      length: inner,
      version: inner,
      quote: text,
      prefix: text,
      suffix: text,
      unitId: "a rule's flag has it, which is nobody's",
      detail: "a rule's flag has it, which is nobody's",
    },
  },
  flagsAnswered: {
    table: "Flag",
    by: "answeredBy",
    key: ["id"],
    columns: ["id", "projectId", "documentId", "answer", "answeredAt"],
  },
  flagsToDo: {
    table: "Flag",
    by: "assigneeId",
    key: ["id"],
    // That a rule found something is not told of a claim that is judged blind.
    only: { raisedBy: { not: null } },
    columns: ["id", "projectId", "documentId", "dueOn"],
  },
  adjudications: {
    table: "Adjudication",
    by: "editorId",
    key: ["id"],
    columns: ["id", ...place, "label", "reason", "how", "current", "revision", "createdAt"],
    without: { editorId: mine, follows: others, endedBy: others, endedAt: outside },
  },
  adjudicationsEnded: { table: "Adjudication", by: "endedBy", key: ["id"], columns: ["id", ...place, "endedAt"] },
  threads: {
    table: "Thread",
    by: "createdBy",
    key: ["id"],
    columns: ["id", ...place, "flagId", "sourceId", "createdAt"],
    without: { createdBy: mine, asks: others, resolvedBy: others, resolvedAt: outside, version: inner },
  },
  threadsResolved: { table: "Thread", by: "resolvedBy", key: ["id"], columns: ["id", "projectId", "resolvedAt"] },
  comments: {
    table: "Comment",
    by: "authorId",
    key: ["id"],
    columns: ["id", "projectId", "threadId", "text", "createdAt", "editedAt", "deletedAt"],
    without: { authorId: mine, version: inner },
  },
  sourcesAdded: {
    table: "Source",
    by: "createdBy",
    key: ["id"],
    columns: ["id", "projectId", "kind", "csl", "archive", "created", "tells", "createdAt", "updatedAt"],
    without: { createdBy: mine, line: inner, reliability: outside, mergedIntoId: outside, version: inner },
  },
  gradings: {
    table: "Grading",
    by: "gradedBy",
    key: ["id"],
    columns: ["id", "projectId", "sourceId", "reliability", "reason", "createdAt"],
    without: { gradedBy: mine },
  },
  derivations: {
    table: "Derivation",
    by: "statedBy",
    key: ["id"],
    columns: ["id", "projectId", "derivedId", "originId", "how", "note", "createdAt", "withdrawnAt"],
    without: { statedBy: mine },
  },
  snapshots: {
    table: "Snapshot",
    by: "addedBy",
    key: ["id"],
    columns: ["id", "projectId", "sourceId", "takenOn", "fileName", "mediaType", "createdAt"],
    without: { addedBy: mine, bytes: "what a source said; the project has the file", sha256: inner },
  },
  citationStyles: {
    table: "CitationStyle",
    by: "createdBy",
    key: ["id"],
    columns: ["id", "projectId", "title", "createdAt"],
    without: { createdBy: mine, csl: "somebody else's work", retiredAt: outside },
  },
  claimLinks: {
    table: "ClaimLink",
    by: "statedBy",
    key: ["id"],
    columns: [
      ...["id", "projectId", "kind", "documentAId", "unitAId", "documentBId", "unitBId"],
      ...["reason", "createdAt", "withdrawnAt"],
    ],
    without: { statedBy: mine },
  },
  suggestionsBroughtIn: {
    table: "PreAnnotation",
    by: "importedBy",
    key: ["id"],
    columns: ["id", ...place, "label", "file", "importedAt"],
    without: {
      importedBy: mine,
      text: "words of whom the file names",
      author: others,
      fileLabel: "words of the file",
      status: outside,
      ...Object.fromEntries(["number", "length", "start", "end"].map(name => [name, "a passage of the file"] as const)),
    },
  },
  suggestionsDismissed: { table: "PreAnnotation", by: "dismissedBy", key: ["id"], columns: ["id", ...place] },
  assignments: {
    table: "Assignment",
    by: "userId",
    key: ["id"],
    columns: ["id", ...place, "createdAt", "endedAt"],
    without: { userId: mine, batchId: inner },
  },
  assignmentsMade: { table: "Assignment", by: "assignedBy", key: ["id"], columns: ["id", ...place, "createdAt"] },
  skips: {
    table: "ClaimSkip",
    by: "userId",
    key: ["unitId"],
    columns: [...place, "reason", "note", "at"],
    without: { userId: mine },
  },
  normingRounds: {
    table: "NormingRound",
    by: "createdBy",
    key: ["id"],
    columns: ["id", "projectId", "name", "createdAt"],
    without: { createdBy: mine, stage: outside, revealedAt: outside, endedAt: outside },
  },
  normingLabels: {
    table: "NormingLabel",
    by: "userId",
    key: ["roundId", "phase", "unitId"],
    columns: ["roundId", "phase", "unitId", "projectId", "label"],
    without: { userId: mine },
  },
  webhooks: {
    table: "Webhook",
    by: "createdBy",
    key: ["id"],
    columns: ["id", "projectId", "events", "createdAt", "removedAt"],
    without: {
      createdBy: mine,
      address: "with many receivers a secret of the project's",
      secret: "a secret",
      earlierSecret: "a secret",
      ...Object.fromEntries(
        ["earlierUntil", "pausedAt", "pausedWhy", "givenUp", "triedAt", "version"].map(name => [name, inner] as const),
      ),
    },
  },
  changes: {
    table: "Change",
    by: "actorId",
    key: ["streamId", "revision"],
    columns: ["streamId", "revision", "projectId", "documentId", "unitId", "at", "kind", "undoes"],
    without: {
      actorId: mine,
      body: "says what stood before, which may be somebody else's; what it came to stands above",
      requestId: inner,
      inputHash: inner,
      hash: inner,
    },
  },
} as const satisfies Readonly<Record<string, OwnTable>>
