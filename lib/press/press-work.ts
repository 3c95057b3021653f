import { citeAlone } from "../formats/cite-alone.ts"
import { citeShort } from "../formats/cite-short.ts"
import { readCslStyle } from "../formats/csl-style.ts"
import { formatCitations } from "../formats/format-citation.ts"

/** What the thread beside the server does, by its name. All of it runs a style's rules, so it may take long or throw. */
export const pressWork = { set: formatCitations, alone: citeAlone, short: citeShort, judge: readCslStyle }

export type PressTask = keyof typeof pressWork
export type Given<T extends PressTask> = Parameters<(typeof pressWork)[T]>[0]
export type Made<T extends PressTask> = ReturnType<(typeof pressWork)[T]>
