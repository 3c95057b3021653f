import type { DocumentChange, DocumentChangeKind } from "./change.ts"
import type { Names, SentencesOf } from "./change-names.ts"
import type { Stance } from "./citation.ts"
import { wayWords } from "./decision-way.ts"
import {
  type AdjudicationState,
  type AnnotationState,
  type CitationState,
  type FlagState,
  reversed,
  type Step,
  type ThreadState,
  type UnitState,
  versionOf,
} from "./effect.ts"
import { flagReasonWords } from "./flag-words.ts"
import { counted, differences, listed, quoted, withWords } from "./sentence-words.ts"
import { canonical } from "./undo.ts"

/** What each change of a document did, in words that follow the name of who did it. */
export const documentChangeSentences: SentencesOf<DocumentChangeKind> = {
  "annotation-given": ({ effect }) => {
    const { before, after } = first(effect.annotations)
    if (!after) return "labelled a claim."
    if (!before) return `labelled a claim ${after.label}, with ${after.confidence} confidence${saidApart(after)}.`
    const different = differences([
      ["label", after.label, before.label],
      ["confidence", after.confidence, before.confidence],
      ["“was it said”", after.said ?? "not judged", before.said ?? "not judged"],
    ])
    const rewritten = canonical(after.rationale) !== canonical(before.rationale) && "a new rationale"
    const list = [different, rewritten].filter(Boolean).join(", ")
    return list
      ? `changed their label of a claim: ${list}.`
      : `saved their label of a claim again: ${after.label}, with ${after.confidence} confidence.`
  },
  "annotation-withdrawn": ({ effect }) => {
    const { before } = first(effect.annotations)
    return before ? `withdrew their label of a claim, which was ${before.label}.` : "withdrew their label of a claim."
  },
  "citation-given": ({ effect }, names) => {
    const { after } = first(effect.citations)
    if (!after) return "cited a source."
    const place = placeOf(after)
    return `cited ${quoted(names.source(after.sourceId))}${place && `, ${place},`} ${bearing[after.stance]}.`
  },
  "citation-changed": ({ effect }, names) => {
    const { before, after } = first(effect.citations)
    if (!before || !after) return "changed a citation."
    return `changed a citation of ${quoted(names.source(before.sourceId))}: ${citationDifferences(before, after, names)}.`
  },
  "citation-withdrawn": ({ effect }, names) => {
    const { before } = first(effect.citations)
    if (!before) return "withdrew a citation."
    return `withdrew a citation of ${quoted(names.source(before.sourceId))} ${bearing[before.stance]}.`
  },
  "citation-restored": ({ effect }, names) => {
    const { after } = first(effect.citations)
    if (!after) return "brought a withdrawn citation back."
    return `brought a withdrawn citation of ${quoted(names.source(after.sourceId))} ${bearing[after.stance]} back.`
  },
  "unit-split": ({ effect }) => `split a passage into ${counted(made(effect.units).length, "passage")}.`,
  "units-merged": ({ effect }) => `merged ${counted(gone(effect.units).length, "passage")} into one.`,
  "boundary-moved": ({ effect }) => {
    const [left] = [...(effect.units ?? [])].sort((a, b) => (a.before?.start ?? 0) - (b.before?.start ?? 0))
    const by = (left?.after?.end ?? 0) - (left?.before?.end ?? 0)
    const how = by === 0 ? "" : ` ${counted(Math.abs(by), "character")} ${by > 0 ? "forward" : "back"}`
    return `moved the boundary between two passages${how}.`
  },
  "kind-changed": ({ effect }) => {
    const { before, after } = first(effect.units)
    if (!before || !after) return "changed the kind of a passage."
    return `changed the kind of a passage from ${before.kind} to ${after.kind}.`
  },
  "units-restored": ({ effect }) => {
    const now = (effect.units ?? []).filter(({ after }) => after && !after.retired).length
    const before = (effect.units ?? []).filter(step => step.before && !step.before.retired).length
    return now === before
      ? `restored ${counted(now, "passage")} as the splitter had proposed.`
      : `restored what the splitter had proposed: ${counted(now, "passage")} instead of ${before}.`
  },
  "document-resplit": ({ resplit }) => {
    if (!resplit) return "split the text again."
    const { from, to, retired, made, rekinded } = resplit
    const how = from === to ? `by version ${to} of the splitter` : `by version ${to} of the splitter instead of ${from}`
    const what = [
      retired + made > 0 && `${counted(made, "passage")} instead of ${retired}`,
      rekinded > 0 && `another kind for ${counted(rekinded, "passage")}`,
    ].filter(Boolean)
    return `split the text again ${how}: ${what.join(", ") || "only its hints changed"}.`
  },
  "version-added": ({ added }) => {
    if (!added) return "added a new version of the text."
    const { number, sha256, kept, lost, gone, made, flagsLost } = added
    const what = [
      `${counted(kept, "passage")} came along`,
      // How many of them have work on them would tell who is still to judge blindly that somebody judged.
      lost + gone > 0 && `${(lost + gone).toLocaleString("en")} not found as they stood`,
      flagsLost > 0 && `${counted(flagsLost, "open flag")} not found`,
      `${made} new`,
    ].filter(Boolean)
    return `added version ${number} of the text (SHA-256 ${sha256.slice(0, 12)}…): ${what.join(", ")}.`
  },
  "claim-placed": ({ effect }) => {
    const taken = (effect.units ?? []).some(({ before, after }) => before && versionOf(before) !== versionOf(after!))
    return taken ? "placed a lost claim in the current text." : "placed a lost claim."
  },
  "claim-given-up": ({ reason = "" }) => withWords("gave up a claim that a new version of the text lost", reason),
  "flag-placed": ({ effect }) => {
    const { after } = first(effect.flags)
    return after ? `placed a lost flag ${reasonOf(after)} in the current text.` : "placed a lost flag."
  },
  "preannotations-added": ({ effect }) => {
    const { preAnnotations = [], flags = [] } = effect
    const what = [
      preAnnotations.length > 0 && counted(preAnnotations.length, "suggestion"),
      flags.length > 0 && counted(flags.length, "flag"),
    ].filter(Boolean)
    const file = first(preAnnotations).after?.file
    return `brought in ${what.join(" and ")} from ${file ? quoted(file) : "a file"}.`
  },
  "preannotation-dismissed": ({ effect }) => {
    const { after } = first(effect.preAnnotations)
    return after ? `dismissed a suggestion from ${quoted(after.file)}.` : "dismissed a suggestion."
  },
  "flag-raised": ({ effect }) => {
    const { after } = first(effect.flags)
    if (!after) return "flagged a passage."
    return withWords(
      `flagged a passage ${reasonOf(after)}${after.blocking ? ", which blocks its verdict" : ""}`,
      after.note,
    )
  },
  "flag-answered": ({ effect }) => {
    const { after } = first(effect.flags)
    return after ? withWords(`answered a flag ${reasonOf(after)}`, after.answer) : "answered a flag."
  },
  "flag-withdrawn": ({ effect }) => {
    const { before } = first(effect.flags)
    return before ? withWords(`withdrew a flag ${reasonOf(before)}`, before.note) : "withdrew a flag."
  },
  "flags-answered": ({ effect }) =>
    withWords(`answered ${flagsIn(effect.flags)}`, first(effect.flags).after?.answer ?? ""),
  "flags-assigned": ({ effect }, names) => {
    const to = first(effect.flags).after?.assigneeId
    return to
      ? `assigned ${flagsIn(effect.flags)} to ${names.person(to)}.`
      : `took ${flagsIn(effect.flags)} from whoever had to deal with them.`
  },
  "flags-dated": ({ effect }) => {
    const day = first(effect.flags).after?.dueOn
    return day ? `made ${flagsIn(effect.flags)} due on ${day}.` : `took the due date off ${flagsIn(effect.flags)}.`
  },
  "flags-withdrawn": ({ effect }) => `withdrew ${flagsIn(effect.flags)}.`,
  "flags-reopened": ({ effect }) => `opened ${flagsIn(effect.flags)} again.`,
  "flag-restored": ({ effect }) => {
    const { after } = first(effect.flags)
    return after
      ? withWords(`brought a withdrawn flag back ${reasonOf(after)}`, after.note)
      : "brought a withdrawn flag back."
  },
  "claim-adjudicated": ({ effect }, names) => {
    const { before, after } = first(effect.adjudications)
    if (!after) return "decided on a claim."
    const way = wayOf(after, names)
    return before
      ? withWords(`decided again that a claim is ${after.label}${way}, which was ${before.label} before`, after.reason)
      : withWords(`decided that a claim is ${after.label}${way}`, after.reason)
  },
  "adjudication-reopened": ({ effect }) => {
    const { before } = first(effect.adjudications)
    return before ? `reopened a claim that was decided as ${before.label}.` : "reopened a claim that was decided."
  },
  "question-asked": ({ effect }, names) => {
    const asked = first(effect.threads).after?.asks ?? []
    return `asked ${listed(asked.map(id => names.person(id))) || "the annotators"} a question about a claim.`
  },
  "comment-given": ({ effect }) => {
    const begun = first(effect.threads).after
    return begun ? `began a discussion of ${subjectOf(begun)}.` : "wrote in a discussion."
  },
  "comment-changed": () => "edited a comment of theirs.",
  "comment-deleted": () => "deleted a comment of theirs.",
  "thread-resolved": ({ effect }) => `resolved a discussion${ofSubject(first(effect.threads).after)}.`,
  "thread-reopened": ({ effect }) => `reopened a discussion${ofSubject(first(effect.threads).after)}.`,
  "change-undone": (change, names) => stepSentence("took back", { ...change, effect: reversed(change.effect) }, names),
  "change-redone": (change, names) => stepSentence("brought back", change, names),
}

// The effect of an undo, reversed, and that of a redo say what the step had done at first.
function stepSentence(verb: string, change: DocumentChange, names: Names): string {
  const kind = change.of
  if (!kind || kind === "change-undone" || kind === "change-redone") return `${verb} a step of their own.`
  return `${verb} a step of their own: ${documentChangeSentences[kind]({ ...change, kind }, names)}`
}

const first = <S>(steps: readonly Step<S>[] | undefined): Step<S> => steps?.[0] ?? { before: null, after: null }

const made = (steps: readonly Step<UnitState>[] = []) =>
  steps.filter(({ before, after }) => after && !after.retired && (!before || before.retired))
const gone = (steps: readonly Step<UnitState>[] = []) =>
  steps.filter(({ before, after }) => before && !before.retired && (!after || after.retired))

const subjectOf = ({ flagId }: ThreadState) => (flagId ? "a flag" : "a passage")
const ofSubject = (thread: ThreadState | null) => (thread ? ` of ${subjectOf(thread)}` : "")

const bearing: Record<Stance, string> = {
  supports: "in support of a claim",
  disputes: "against a claim",
  mentions: "as merely mentioning a claim",
  repeats: "as merely repeating a claim",
}

function wayOf({ how, follows = [] }: AdjudicationState, names: Names): string {
  const words = wayWords(
    how ?? null,
    follows.map(id => names.person(id)),
  )
  return words && ` (${words})`
}

const saidApart = ({ said }: AnnotationState) => (said ? `, and that it was said ${said}` : "")

const flagsIn = (steps: readonly Step<FlagState>[] | undefined) => counted((steps ?? []).length, "flag")

const reasonOf = ({ reason }: FlagState) => `(${flagReasonWords[reason]})`

const placeOf = ({ locatorLabel, locator }: CitationState) =>
  locator && (locatorLabel === "other" ? locator : `${locatorLabel.replaceAll("-", " ")} ${locator}`)

const bearingWords = { so: "on whether it is so", said: "on whether it was said" } as const

const seenIn = ({ throughId }: CitationState, names: Names) =>
  throughId ? `in ${quoted(names.source(throughId))}` : "itself"

function citationDifferences(before: CitationState, after: CitationState, names: Names): string {
  const plain = (words: string | null) => words?.replaceAll("-", " ") ?? "none"
  const list = differences([
    ["source", quoted(names.source(after.sourceId)), quoted(names.source(before.sourceId))],
    ["stance", after.stance, before.stance],
    ["place", placeOf(after) || "none", placeOf(before) || "none"],
    ["rank", plain(after.rank), plain(before.rank)],
    ["directness", plain(after.directness), plain(before.directness)],
    ["credibility", String(after.credibility ?? "none"), String(before.credibility ?? "none")],
    ["bearing", bearingWords[after.bearsOn], bearingWords[before.bearsOn]],
    ["seen", seenIn(after, names), seenIn(before, names)],
    ["snapshot", after.snapshotId ? "of its own" : "none", before.snapshotId ? "of its own" : "none"],
    ["quotation", quoted(after.quotation), quoted(before.quotation)],
    ["note", quoted(after.note), quoted(before.note)],
  ])
  return list || "nothing is different"
}
