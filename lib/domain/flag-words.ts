import type { FlagReason, FlagRule, FlagStatus } from "./flag.ts"
import { labels } from "./label.ts"
import type { RuleFinding } from "./rule-flags.ts"
import { listed } from "./sentence-words.ts"

/** The reasons of flags as people read them. */
export const flagReasonWords: Record<FlagReason | FlagRule, string> = {
  "needs-source": "needs a source",
  misquoted: "misquoted",
  mistranslated: "mistranslated",
  "out-of-context": "out of context",
  contradicts: "contradicts another passage",
  duplicate: "said twice",
  "text-damaged": "the text is damaged",
  "off-topic": "off topic",
  privacy: "privacy",
  "living-person": "living person",
  sensitive: "sensitive",
  other: "other",
  "reviewers-disagree": "reviewers disagree",
  "documented-without-evidence": "documented without evidence",
  "one-witness": "one witness only",
  "hedged-documented": "hedged, but documented",
  "source-downgraded": "source downgraded",
  "contradiction-confirmed": "contradiction confirmed",
  "anchor-lost": "lost its place",
}

/** What the reasons mean that ask for care, in a sentence; the others say it by themselves. */
export const flagReasonMeanings: Readonly<Partial<Record<FlagReason | FlagRule, string>>> = {
  privacy: "It tells what somebody may have a right to keep to themselves: an address, an illness, a number.",
  "living-person": "It says something about somebody who is alive, or may be, and whom it could harm if it is wrong.",
  sensitive:
    "It could hurt people or communities as it stands: violence, health, belief, origin, what a community keeps to itself.",
}

export const flagStatusWords: Record<FlagStatus, string> = {
  open: "Open",
  answered: "Answered",
  withdrawn: "Withdrawn",
  settled: "Settled",
}

/** Why a rule flags a claim, in a sentence. `nameOf` names a source. */
export function ruleSentence(found: RuleFinding, nameOf: (sourceId: string) => string): string {
  switch (found.rule) {
    case "reviewers-disagree": {
      const sides = labels.filter(label => found.votes[label] > 0).map(label => `${found.votes[label]} ${label}`)
      return `Reviewers disagree, and the policy does not decide: ${listed(sides)}.`
    }
    case "documented-without-evidence":
      return `${people(found.people)} documented, but the evidence for that is missing. ${found.lacks}`
    case "one-witness":
      return found.sources === 1
        ? "It stands as documented on one source alone."
        : `It stands as documented on ${found.sources} sources that are one witness: they derive from one another or share an origin.`
    case "hedged-documented":
      return found.decided
        ? "The text itself hedges this claim, and an editor decided that it is documented."
        : `The text itself hedges this claim, and ${people(found.people, "one person says", "people say")} documented.`
    case "source-downgraded":
      return `Since somebody last judged this claim, ${listed(
        found.sources.map(({ sourceId, from, to }) => `“${nameOf(sourceId)}” was downgraded from ${from} to ${to}`),
      )}.`
    case "contradiction-confirmed":
      return found.claims === 1
        ? "Another claim is confirmed to contradict this one, and no editor has decided on it."
        : `${found.claims} other claims are confirmed to contradict this one, and no editor has decided on it.`
    case "anchor-lost":
      return `Its words were not found in version ${found.version} of the text, or at several places. Place it, or retire it.`
  }
}

const people = (n: number, one = "One person says", many = "people say") => (n === 1 ? one : `${n} ${many}`)
