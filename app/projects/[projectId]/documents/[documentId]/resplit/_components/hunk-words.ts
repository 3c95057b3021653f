import type { NowUnit, ShownHunk } from "../../../../../../../lib/queries/resplit.ts"

const counted = (count: number, noun: string) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`

const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`

/** What a person did to a unit, in a few words; empty when nobody did anything. */
export function workWords({ byHand, editor, labels, citations, decided, flags }: NowUnit): string {
  const by = editor ? ` by ${editor}` : " by hand"
  return [
    byHand === "cut" && `cut${by}`,
    byHand === "kind" && `kind set${by}`,
    labels > 0 && counted(labels, "label"),
    citations > 0 && counted(citations, "citation"),
    decided && "a decision",
    flags > 0 && counted(flags, "flag"),
  ]
    .filter(Boolean)
    .join(" · ")
}

/** What a hunk does, as the label of its choice. */
export function hunkTitle({ kind, now, proposed }: ShownHunk): string {
  if (kind === "boundaries")
    return `${counted(now.length, "passage")} ${now.length === 1 ? "becomes" : "become"} ${proposed.length.toLocaleString("en")}`
  const kinds = now.flatMap((unit, at) => (unit.kind === proposed[at]?.kind ? [] : [[unit.kind, proposed[at]?.kind]]))
  return kinds.map(([before, after]) => `${before} becomes ${after}`).join(", ")
}

/** What would happen to people's work if the hunk were taken; null when nobody did anything there. */
export function consequence({ worked, kind, now, proposed }: ShownHunk): string | null {
  if (!worked) return null
  const retired = now.filter(({ stays }) => !stays)
  const said = (units: readonly NowUnit[]) => {
    const sum = (of: (unit: NowUnit) => number) => units.reduce((all, unit) => all + of(unit), 0)
    const decisions = sum(({ decided }) => (decided ? 1 : 0))
    return [
      [sum(({ labels }) => labels), "label"],
      [sum(({ citations }) => citations), "citation"],
      [decisions, "decision"],
    ].flatMap(([count, noun]) => (count ? [counted(Number(count), String(noun))] : []))
  }
  if (kind === "kind") {
    const kept = said(now)
    const lost = now.some((unit, at) => unit.kind === "claim" && proposed[at]?.kind !== "claim")
    const count = lost && kept.length > 0 ? " They count again when it is a claim again." : ""
    const stay = kept.length > 0 ? ` What was said of it stays with it: ${listed(kept)}.` : ""
    const hand = now.some(({ byHand }) => byHand === "kind") ? "The kind that a person chose gives way." : ""
    return `${hand || "The passage stays the same one."}${stay}${count}`
  }
  const what = said(retired)
  const stay =
    what.length > 0
      ? ` What was said of ${retired.length === 1 ? "it" : "them"} is kept (${listed(what)}) and shown on the new passages and in the history; it counts for a new passage once it is given again there.`
      : ""
  const flags = now.some(unit => unit.flags > 0) ? " Flags stay where they are in the text." : ""
  return `${sentence(counted(retired.length, "passage"))} ${retired.length === 1 ? "is" : "are"} retired.${stay}${flags}`
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
