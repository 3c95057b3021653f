import { mergeLines, mergeTexts } from "./text-merge.ts"

/** How two versions of a value are made one. */
export interface Combining {
  readonly merge: (
    base: unknown,
    theirs: unknown,
    mine: unknown,
  ) => { readonly value: unknown; readonly clash: boolean }
}

/** One field of a record that two people may have changed. */
export interface MergeField<Words> {
  /** Where it stands in the record: "name", or "documented.agreement". */
  readonly path: string
  readonly label: string
  /** Its value in words; the value itself when that is text. */
  readonly say?: (words: Words) => string
  /** Text of one line, text, or a list with one entry a line can be combined; anything else is one or the other. */
  readonly kind?: "choice" | "line" | "text" | "list" | Combining
}

export type Pick = "theirs" | "mine" | "combined"

/** A field that differs between two versions. */
export interface Difference<Words> {
  readonly field: MergeField<Words>
  /** Its words as both had them in sight, as the others saved them, and as they were typed here. */
  readonly base: string
  readonly theirs: string
  readonly mine: string
  readonly changedBy: "theirs" | "mine" | "both"
  /** What to begin with; null where one has to choose. */
  readonly pick: Pick | null
  /** The value of a combined version; undefined where there can be none. */
  readonly combined: unknown
  /** Both changed the same words of it. */
  readonly clash: boolean
}

/** The fields in which two versions of a record differ, and what a combination of them would begin with. */
export function differences<Words extends object>(
  fields: readonly MergeField<Words>[],
  base: Words,
  theirs: Words,
  mine: Words,
): readonly Difference<Words>[] {
  return fields.flatMap(field => {
    const values = [base, theirs, mine].map(words => valueAt(words, field.path))
    const [was, their, my] = values
    if (sameWords(their, my)) return []
    const changedBy = sameWords(was, their) ? "mine" : sameWords(was, my) ? "theirs" : "both"
    const combined = combine(field.kind ?? "choice", was, their, my)
    const say = (words: Words, value: unknown) => field.say?.(words) ?? (value == null ? "" : String(value))
    return [
      {
        field,
        base: say(base, was),
        theirs: say(theirs, their),
        mine: say(mine, my),
        changedBy,
        pick: changedBy !== "both" ? changedBy : combined ? "combined" : null,
        combined: combined?.value,
        clash: combined?.clash ?? true,
      } as const,
    ]
  })
}

/** The record that the picks make of two versions; where nothing differs it is as the others saved it. */
export function settled<Words extends object>(
  theirs: Words,
  mine: Words,
  found: readonly Difference<Words>[],
  pickOf: (difference: Difference<Words>) => { readonly pick: Pick | null; readonly combined: unknown },
): Words {
  return found.reduce((words, difference) => {
    const { pick, combined } = pickOf(difference)
    const { path } = difference.field
    if (pick === "combined") return withValue(words, path, combined)
    return pick === "mine" ? withValue(words, path, valueAt(mine, path)) : words
  }, theirs)
}

function combine(kind: NonNullable<MergeField<object>["kind"]>, base: unknown, theirs: unknown, mine: unknown) {
  if (kind === "choice") return null
  if (typeof kind === "object") return kind.merge(base, theirs, mine)
  const merge = kind === "list" ? mergeLines : mergeTexts
  const { text, clash } = merge(String(base ?? ""), String(theirs ?? ""), String(mine ?? ""))
  return { value: text, clash }
}

function valueAt(words: unknown, path: string): unknown {
  let at = words
  for (const part of path.split(".")) at = (at as Record<string, unknown> | null | undefined)?.[part]
  return at
}

function withValue<Words>(words: Words, path: string, value: unknown): Words {
  const [part, ...rest] = path.split(".") as [string, ...string[]]
  const inner = (words as Record<string, unknown>)[part]
  return { ...words, [part]: rest.length === 0 ? value : withValue(inner ?? {}, rest.join("."), value) }
}

/** Whether two values say the same, whatever order their parts have; nothing said is like an empty text. */
export function sameWords(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

const canonical = (value: unknown): string =>
  JSON.stringify(value ?? "", (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, part]) => part !== undefined && part !== null && part !== "")
            .sort(([x], [y]) => (x < y ? -1 : 1)),
        )
      : inner,
  )
