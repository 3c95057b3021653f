import { linkWords } from "./claim-link.ts"
import type { Failure, FailureCode } from "./failure.ts"
import { fetchTroubleSentences } from "./fetch-trouble.ts"
import { fileTroubleSentences } from "./file-trouble.ts"
import { circleSentence } from "./lineage.ts"
import { listed, shortened } from "./sentence-words.ts"

type Sentences = { readonly [C in FailureCode]: (failure: Extract<Failure, { code: C }>) => string }

const sentences: Sentences = {
  "second-step-needed": () =>
    "This server asks for a second step after the password. Set one up on the page of your account, then try again.",
  "signed-out": () => "You are signed out. Sign in again; what you typed is kept.",
  "other-person": () =>
    "Somebody else is signed in on this browser now, so nothing was sent. Sign in again; what you typed is kept for you alone.",
  "not-found": () => "There is nothing here, or you are not a member of its project.",
  forbidden: () => "Your role in this project does not allow this. Ask an owner to change your role.",
  invalid: ({ issues }) => issues[0]?.message ?? "Something in the form is not right. Check the marked fields.",
  "token-invalid": () =>
    "This access token is not known here, has expired or was withdrawn. Make a new one on your account page.",
  "scope-missing": ({ scope }) =>
    `This access token may not be used for this: it lacks the scope “${scope}”. Make one that has it on your account page.`,
  "token-refused": () =>
    "This can't be done with an access token. Sign in with a browser and do it on your account page.",
  "tokens-full": ({ most }) => `You have ${most} access tokens. Withdraw one that you no longer use first.`,
  "webhooks-full": ({ most }) =>
    `This project has ${most} webhooks. Remove one that is no longer used, then add this one.`,
  "delivery-not-ended": () => "This message still waits to be sent. Wait until it is delivered or given up.",
  "too-large": ({ limit }) =>
    `This is larger than the limit of ${megabytes(limit)}. Split it into parts and add them one by one.`,
  "wrong-type": ({ wanted }) =>
    wanted
      ? `The file has to be the request itself. Send it with the content type ${wanted}.`
      : "The request has to be JSON. Send it with the content type application/json.",
  "foreign-origin": () => "This request came from another site and was refused. Open Apparatus directly and try again.",
  "disk-full": () =>
    "The disk of the server is full, so this can't be done now. Whoever runs the server has to make room; then try again.",
  "database-away": () => "The database does not answer right now. Wait a moment and try again.",
  "passkeys-full": ({ most }) => `You have ${most} passkeys. Remove one that you no longer use, then add this one.`,
  "too-often": ({ retryAfter }) => `Too many attempts. Wait ${durationWords(retryAfter)} and try again.`,
  conflict: ({ by }) => `${by ?? "Somebody"} saved a change in the meantime. Compare both versions and choose.`,
  "request-reused": () => "This request was sent before with another content. Reload the page and try again.",
  "unit-retired": () => "This passage was split or merged in the meantime. Choose the new passage and try again.",
  "not-a-claim": () => "This passage is not marked as a claim. Change its kind to claim first.",
  "split-outside": () => "A passage can be split only inside it, with some text on both sides. Choose another point.",
  "merge-at-end": () => "There is no passage after this one to merge with. Choose an earlier one.",
  "boundary-outside": () => "The boundary has to stay inside the two passages that it parts. Choose another point.",
  "nothing-to-restore": () => "This passage is already as the splitter proposed it.",
  "nothing-to-resplit": () => "Nothing is chosen that would change the text's passages. Choose a passage first.",
  "file-unreadable": ({ why }) => fileTroubleSentences[why],
  "fetch-refused": ({ why }) => fetchTroubleSentences[why],
  "version-same": () => "This text is the current version already, letter for letter. Choose the corrected text.",
  "version-overtaken": ({ by }) =>
    `${by ?? "Somebody"} added a new version of this text in the meantime. What you typed is kept: look at the newest version, then go on.`,
  "passage-lost": () =>
    "A new version of this text was added, and this passage was not found in it. What was said of it is kept. Open the document’s page “Versions” to see it, or ask an editor to place it.",
  "no-claim-under": () =>
    "None of these passages lies on a claim any more, so there is nothing to bring in. Look at the text as it is split now, and choose the file again.",
  "not-lost": () => "This was placed or given up in the meantime. Look at the list again.",
  "resplit-outdated": () => "The splitter or the text has changed since this was shown. Look at the difference again.",
  "resplit-overtaken": ({ stretches, by }) =>
    `${by ?? "Somebody"} worked on ${stretches.length === 1 ? "one of the chosen passages" : `${stretches.length} of the chosen passages`} in the meantime, so nothing was changed. Look at what is marked, then split again.`,
  "nothing-to-undo": () => "There is nothing of yours left to undo in this document.",
  "undo-blocked": ({ why }) => `${why} Press again to pass over this step.`,
  "span-outside": () => "The marked passage lies outside the text. Mark it again.",
  "quote-differs": () => "The marked passage does not match the text at its place. Mark it again.",
  "rationale-malformed": ({ why }) =>
    `The rationale could not be read: ${why}. Simplify its formatting and save again.`,
  "annotation-missing": () => "You have not labelled this claim yet. Choose a label first.",
  "only-your-own": () => "Only the person who wrote this can change it.",
  "citation-withdrawn": () => "This citation was withdrawn. Cite the source again.",
  "discussion-veiled": () =>
    "This document is reviewed blind. Choose your own label for the claim first; its discussion opens then.",
  "comment-deleted": () => "This comment was deleted meanwhile. Add a new one instead.",
  "source-discussed": () =>
    "People discussed this source, and deleting it would take their words away. Keep it, or merge it into another record.",
  "flag-closed": ({ standing }) => `This flag is already ${standing}. Raise a new one if the passage still needs work.`,
  "flags-unchanged": () => "None of these flags could be changed. Look at them again and choose others.",
  "flags-halted": ({ why }) => `Some of the flags were not reached. ${failureSentence(why)}`,
  "views-full": ({ most }) => `You keep ${most} views in this project. Delete one that you no longer use first.`,
  "exports-full": ({ most }) =>
    `You asked for ${most} files that are not made yet. Wait until one is done, or cancel one, then ask again.`,
  "export-too-big": ({ most }) =>
    `More than ${most} claims are made into a file in the background. Ask for it on the project’s export page.`,
  "export-not-ready": () => "This file is not made yet. Wait until it is done, then download it.",
  "export-expired": () => "This file was kept for seven days and is gone. Make it again.",
  "export-veiled": () =>
    "Something that this file may hold, or somebody’s name, is to be hidden since it was made. Make it again to get what you may see now.",
  "archive-veiled": () =>
    "A norming round is being labelled, and nobody may see yet what others said in it. Reveal the round first, then ask for the archive.",
  "archive-refused": ({ why }) =>
    `${why} Nothing was brought in. Check that it is the right file, or ask whom you have it from.`,
  "archive-known": () =>
    "This project is on this server already, so it is not brought in a second time. Look for it under “Projects”, or ask one of its owners to invite you.",
  "archive-people": ({ names }) =>
    `This archive holds what ${listed(names)} said, who ${names.length === 1 ? "has an account" : "have accounts"} here. Nobody else may bring in words under their name, so nothing was brought in. Use an instance on which they have no account.`,
  "adjudication-own": () =>
    "The policy does not let an editor decide alone on a claim that they annotated. Ask another editor.",
  "adjudication-missing": () => "There is no decision on this claim to reopen. Reload the page to see where it stands.",
  "evidence-missing": ({ why }) => `${why} A decision needs that too: cite it first, or choose another label.`,
  "source-cited": ({ citations }) =>
    `This source was cited ${citations === 1 ? "once" : `${citations} times`}, withdrawn citations included, and the history names it. Keep it, and correct its record if it is wrong.`,
  "source-snapshots": ({ snapshots }) =>
    snapshots === 0
      ? "No snapshot of this source is kept any more. Read it again before you delete it."
      : `With this source ${snapshots === 1 ? "a snapshot" : `${snapshots} snapshots`} of it would be deleted, and can’t be had back. Look at what is kept, then delete it again.`,
  "lineage-circle": ({ circle }) => circleSentence(circle.map(shortened), name => name),
  "source-in-lineage": () =>
    "This source stands in the lineage of others. Take back what it derives from, and what derives from it, before you delete it.",
  "source-merged": () => "This record was merged into another one. Open that one, or take the merge back first.",
  "source-holds-merged": () =>
    "Other records were merged into this source. Take those merges back before you delete it.",
  "merge-in-lineage": () =>
    "One of these sources derives from the other, so they can't be one. Take that link back first, or keep both.",
  "link-known": ({ kind }) => `Of these two claims it is said already that ${linkWords[kind]}. Take that back first.`,
  "link-at-odds": () =>
    "Two claims that say the same can't contradict each other, be it over a third. Take the other link back first.",
  "lineage-known": ({ how }) =>
    `It is stated already that this source ${how} that one. Take that back first if it is otherwise.`,
  "style-unusable": () =>
    "The citation style could not set this: it broke off or took too long. Choose another style for the project.",
  "style-in-use": () => "The project sets its sources in this style. Choose another one first, then remove it.",
  "text-empty": () => "The text is empty. Paste or upload a text with at least one word.",
  "text-binary": () => "This file is not a text. Upload a .txt, .md or .html file, or paste the text.",
  "text-undecodable": ({ encoding }) =>
    `The file could not be read as ${encoding}. Choose its encoding by hand, or save it as UTF-8 and upload it again.`,
  "text-known": ({ documentTitle }) =>
    `The same text is already in this project as “${documentTitle}”. Open that one, or add it again on purpose.`,
  "last-owner": () => "A project needs an owner. Make somebody else owner first.",
  "only-owner": ({ projects }) =>
    `Others work in ${listed(projects.map(name => `“${name}”`))}, of which this account is the only owner. Make somebody else owner there, on the page “Members”, then delete the account.`,
  "invitation-spent": () => "This invitation was used, withdrawn or has expired. Ask for a new link.",
  "round-moved-on": () => "Somebody took the round a step further in the meantime. Load the page again.",
  "claims-too-few": ({ there }) =>
    there === 0
      ? "Every claim there has a label or is in another round. Choose another document."
      : `Only ${there} ${there === 1 ? "claim" : "claims"} there ${there === 1 ? "has" : "have"} no label and ${there === 1 ? "is" : "are"} in no other round. Ask for that many, or choose another document.`,
  "already-member": () => "You are already a member of this project.",
  "password-wrong": () => "The current password is not right. Try again.",
  "password-common": () => "This password is on lists of common passwords. Choose another one.",
  "password-none": () => "This account signs in through a provider and has no password.",
  "email-taken": () =>
    "There is an account with this e-mail address already. Sign in with it, then open the link again.",
  "setup-spent": () => "This setup link was used or has expired. Restart the server to get a new one.",
  "setup-first": () => "This server has no owner yet. Open the setup link from its log first.",
  "sign-in-wrong": () => "The e-mail address or the password is not right. Check both and try again.",
  "sign-in-failed": () => "Signing in did not work this time. Try again in a moment, or choose another way to sign in.",
  "code-needed": ({ by }) =>
    ({
      app: "This account has two-step sign-in. Open your authenticator app and type the code that it shows, or use a recovery code.",
      passkey: "This account has two-step sign-in. Use your passkey, or a recovery code.",
      either:
        "This account has two-step sign-in. Use your passkey, the code that your authenticator app shows, or a recovery code.",
    })[by],
  "code-wrong": () =>
    "The code is not right, or was used already. Wait for the next one in your app and try again, or use a recovery code.",
  "passkey-wrong": () =>
    "The passkey was not accepted, or it took longer than five minutes. Try again, or use another way.",
  "passkey-copied": () =>
    "The passkey was not accepted: it was used more often than it says, as when there is a copy of it. Sign in another way, remove it on your account page and add a new one.",
  "passkey-known": () => "This passkey is set up already. Use it as it is, or add one from another device.",
  "passkey-none": () => "This account has no passkeys. Use your password, or add a passkey on your account page first.",
  "proof-needed": () =>
    "You signed in a while ago, and this decides who gets into your account. Confirm that it is you, then try again.",
  "second-factor-on": () =>
    "Two-step sign-in is on already. Load the page again; to use another app, switch it off first.",
  "second-factor-none": () => "Two-step sign-in is off, or was set up anew meanwhile. Load the page again.",
  "identity-email-known": () =>
    "There is an account with this e-mail address already. Sign in with its password, then connect the provider on the account page.",
  "identity-email-missing": () =>
    "The provider does not tell a confirmed e-mail address, so it can't create an account. Sign in with your password, then connect it on the account page.",
  "identity-taken": () =>
    "This provider account is connected to another account here. Sign in with it after you have signed out.",
  "last-way-in": () => "This is the only way into your account. Connect another provider first.",
}

const durationWords = (seconds: number) =>
  seconds < 90 ? `${seconds} ${seconds === 1 ? "second" : "seconds"}` : `${Math.ceil(seconds / 60)} minutes`

const megabytes = (bytes: number) => `${Math.round((bytes / 1_048_576) * 10) / 10} MB`

/** What a failure says to a person: what happened and what to do next. */
export const failureSentence = (failure: Failure): string =>
  (sentences[failure.code] as (failure: Failure) => string)(failure)

/** What a code always says; null where the sentence depends on the case. */
export const fixedSentence = (code: FailureCode): string | null => {
  const sentence = sentences[code] as (() => string) | ((failure: Failure) => string)
  return sentence.length === 0 ? (sentence as () => string)() : null
}
