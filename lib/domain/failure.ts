import type { LinkKind } from "./claim-link.ts"
import type { FetchTrouble } from "./fetch-trouble.ts"
import type { FileTrouble } from "./file-trouble.ts"
import type { FlagOutcome } from "./flag-act.ts"
import type { SecondWays } from "./passkey.ts"
import type { TokenScope } from "./token-scope.ts"
import type { Span } from "./unit.ts"

/** What is wrong with one field of an input, as a sentence for the person who filled it in. */
export interface Issue {
  readonly path: string
  readonly message: string
}

/**
 * Everything that can go wrong on purpose. A failure is a value, so that callers have to look at it;
 * bugs and outages are thrown. What a code means for HTTP stands in lib/server/failure-status.ts,
 * what it says to a person in failure-sentence.ts.
 */
export type Failure =
  | { readonly code: "signed-out" }
  /** The server asks everybody for a second step after the password, and they have none. */
  | { readonly code: "second-step-needed" }
  /** The page was made for one person, and another one is signed in on its browser now. */
  | { readonly code: "other-person" }
  | { readonly code: "not-found" }
  | { readonly code: "forbidden"; readonly needs: string }
  | { readonly code: "invalid"; readonly issues: readonly Issue[] }
  /** The access token is none of ours, has expired or was withdrawn; which of it is not said. */
  | { readonly code: "token-invalid" }
  /** The access token may not be used for this; `scope` is what it lacks. */
  | { readonly code: "scope-missing"; readonly scope: TokenScope }
  /** This is done signed in, never with an access token. */
  | { readonly code: "token-refused" }
  | { readonly code: "tokens-full"; readonly most: number }
  | { readonly code: "passkeys-full"; readonly most: number }
  | { readonly code: "webhooks-full"; readonly most: number }
  /** The message still waits to be sent: only one that was delivered or given up is sent again. */
  | { readonly code: "delivery-not-ended" }
  | { readonly code: "too-large"; readonly limit: number }
  /** `wanted` is the content type that there should be; JSON when nothing is said. */
  | { readonly code: "wrong-type"; readonly wanted?: string }
  | { readonly code: "foreign-origin" }
  | { readonly code: "database-away" }
  | { readonly code: "disk-full" }
  | { readonly code: "too-often"; readonly retryAfter: number }
  /** Somebody saved in between: `current` is what is stored now. */
  | { readonly code: "conflict"; readonly current: unknown; readonly by: string | null }
  /** The same request id came with another input. */
  | { readonly code: "request-reused" }
  /** `by` is who split or merged it, when that is known. */
  | { readonly code: "unit-retired"; readonly by?: string | null }
  | { readonly code: "not-a-claim" }
  | { readonly code: "split-outside" }
  | { readonly code: "merge-at-end" }
  | { readonly code: "boundary-outside" }
  | { readonly code: "nothing-to-restore" }
  | { readonly code: "nothing-to-resplit" }
  | { readonly code: "resplit-outdated" }
  /** A file came as a whole and is no text that can be read. */
  | { readonly code: "file-unreadable"; readonly why: FileTrouble }
  | { readonly code: "fetch-refused"; readonly why: FetchTrouble }
  /** The text is the current version's, letter for letter. */
  | { readonly code: "version-same" }
  /** Another version was added since this was shown; `by` is who added it, when that is known. */
  | { readonly code: "version-overtaken"; readonly by: string | null }
  /** The passage stands in an older version of the text, and the current one has it nowhere. */
  | { readonly code: "passage-lost" }
  /** It is in the current text, or was given up: nothing is lost that could be placed. */
  | { readonly code: "not-lost" }
  | { readonly code: "no-claim-under" }
  /** People worked on these stretches since they were shown; `by` are their names, when they are known. */
  | { readonly code: "resplit-overtaken"; readonly stretches: readonly Span[]; readonly by: string | null }
  /** A norming round is at another stage already. */
  | { readonly code: "round-moved-on" }
  /** Fewer claims without a label than a round is to have. */
  | { readonly code: "claims-too-few"; readonly there: number }
  | { readonly code: "nothing-to-undo" }
  /** `revision` is the step that can't be taken back; named in the next request, it is passed over. */
  | { readonly code: "undo-blocked"; readonly why: string; readonly revision: number }
  | { readonly code: "span-outside" }
  | { readonly code: "quote-differs" }
  | { readonly code: "rationale-malformed"; readonly why: string }
  | { readonly code: "annotation-missing" }
  | { readonly code: "only-your-own" }
  | { readonly code: "citation-withdrawn" }
  /** What others said of the claim, its discussion too, is hidden until one has labelled it. */
  | { readonly code: "discussion-veiled" }
  | { readonly code: "comment-deleted" }
  | { readonly code: "source-discussed" }
  | { readonly code: "flag-closed"; readonly standing: string }
  /** None of the flags could be acted on; what came of each, by its id. */
  | { readonly code: "flags-unchanged"; readonly outcomes: Readonly<Record<string, FlagOutcome>> }
  /** An act on flags of several documents ended on the way: what was changed until then, and why it went no further. */
  | {
      readonly code: "flags-halted"
      readonly changes: readonly { readonly documentId: string; readonly revision: number }[]
      readonly why: Failure
    }
  | { readonly code: "views-full"; readonly most: number }
  /** Somebody asked for more files than may wait at once. */
  | { readonly code: "exports-full"; readonly most: number }
  /** So many claims are made into a file in the background. */
  | { readonly code: "export-too-big"; readonly most: number }
  | { readonly code: "export-not-ready" }
  | { readonly code: "export-expired" }
  /** Something that the file may hold is hidden from the person since it was made. */
  | { readonly code: "export-veiled" }
  /** Claims of a norming round are being labelled, unseen by everybody, and an archive would show how. */
  | { readonly code: "archive-veiled" }
  /** A file that is no archive, or one that was changed or is not whole; `why` is the sentence of what is wrong. */
  | { readonly code: "archive-refused"; readonly why: string }
  /** The archive's project is on this instance already. */
  | { readonly code: "archive-known" }
  /** The archive holds words of these people, who have accounts here. */
  | { readonly code: "archive-people"; readonly names: readonly string[] }
  | { readonly code: "adjudication-own" }
  | { readonly code: "adjudication-missing" }
  /** A decision whose label lacks what the policy asks for it; `why` is the condition's sentence. */
  | { readonly code: "evidence-missing"; readonly why: string }
  | { readonly code: "source-cited"; readonly citations: number }
  /** There are other snapshots of the source than were named to be deleted with it. */
  | { readonly code: "source-snapshots"; readonly snapshots: number }
  /** Sources in a circle: the first derives from the second and so on, and the last is the first again. */
  | { readonly code: "lineage-circle"; readonly circle: readonly string[] }
  | { readonly code: "source-in-lineage" }
  /** The record was merged into another, or others were merged into it. */
  | { readonly code: "source-merged" }
  | { readonly code: "source-holds-merged" }
  | { readonly code: "merge-in-lineage" }
  | { readonly code: "link-known"; readonly kind: LinkKind }
  | { readonly code: "link-at-odds" }
  | { readonly code: "lineage-known"; readonly how: string }
  /** A citation style broke off, took too long or too much memory. */
  | { readonly code: "style-unusable" }
  | { readonly code: "style-in-use" }
  | { readonly code: "text-empty" }
  | { readonly code: "text-binary" }
  | { readonly code: "text-undecodable"; readonly encoding: string }
  | { readonly code: "text-known"; readonly documentId: string; readonly documentTitle: string }
  | { readonly code: "last-owner" }
  /** Nobody else owns these projects, in which others work. */
  | { readonly code: "only-owner"; readonly projects: readonly string[] }
  | { readonly code: "invitation-spent" }
  | { readonly code: "already-member" }
  | { readonly code: "password-wrong" }
  | { readonly code: "password-common" }
  | { readonly code: "password-none" }
  | { readonly code: "email-taken" }
  | { readonly code: "setup-spent" }
  | { readonly code: "setup-first" }
  /** Which half of it was wrong, or whether there is such an account, is not said. */
  | { readonly code: "sign-in-wrong" }
  | { readonly code: "sign-in-failed" }
  /** The password was right; the account asks for a code of an app, a passkey or a recovery code, too. */
  | { readonly code: "code-needed"; readonly by: SecondWays }
  | { readonly code: "code-wrong" }
  /** It is of somebody else, unknown, for another page or purpose, too late, or was used already: which, is not said. */
  | { readonly code: "passkey-wrong" }
  /** It says that it was used less often than it was. */
  | { readonly code: "passkey-copied" }
  | { readonly code: "passkey-known" }
  | { readonly code: "passkey-none" }
  /** This decides who gets into the account, and its person proved who they are too long ago. */
  | { readonly code: "proof-needed" }
  | { readonly code: "second-factor-on" }
  | { readonly code: "second-factor-none" }
  | { readonly code: "identity-email-known" }
  | { readonly code: "identity-email-missing" }
  | { readonly code: "identity-taken" }
  | { readonly code: "last-way-in" }

export type FailureCode = Failure["code"]

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({ ok: false, failure })
