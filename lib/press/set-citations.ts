import { createHash } from "node:crypto"
import type { StyleInUse } from "../domain/citation-setting.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { TextRun } from "../domain/text-run.ts"
import type { Cite, CitedSource, SetCitations } from "../formats/format-citation.ts"
import { setsNotes } from "../formats/sets-notes.ts"
import { KeptWork } from "./kept-work.ts"
import { PressLane } from "./press-lane.ts"
import type { Given, Made, PressTask } from "./press-work.ts"

/** Two threads, so that a card does not wait for a bibliography. */
interface Press {
  readonly short: PressLane
  readonly long: PressLane
  readonly kept: KeptWork
}
const kept = globalThis as { apparatusPress?: Press }

function press(): Press {
  kept.apparatusPress ??= { short: new PressLane(), long: new PressLane(), kept: new KeptWork() }
  return kept.apparatusPress
}

/** Sources and cites of an order that is short. */
const short = 30
/** Milliseconds that an order may take: some for making the style ready, and some for each source and cite. */
const limit = { once: 20_000, each: 40 } as const
/** Cites that are set at a time, so that no order keeps the thread for long. */
const slice = 200

/**
 * The entries of all sources in the order of the style, and the notes, set in a thread beside the server: a style takes
 * some four milliseconds for a source. What was set in the same way lately is answered at once.
 */
export function setCitations(
  style: StyleInUse,
  sources: readonly CitedSource[],
  notes: readonly (readonly Cite[])[] = [],
): Promise<Result<SetCitations>> {
  const { xml, ...form } = style
  return set("set", { style: xml, ...form, sources, notes }, sources.length + notes.length)
}

/**
 * Sets each cite for itself, any number of them: as notes in full, in slices; or, where the style cites in the text, all
 * together, so that they agree with the bibliography.
 */
export async function setAlone(
  style: StyleInUse,
  sources: readonly CitedSource[],
  cites: readonly Cite[],
): Promise<Result<readonly (readonly TextRun[])[]>> {
  const { xml, ...form } = style
  if (!setsNotes(xml)) {
    const all = await setCitations(
      style,
      sources,
      cites.map(cite => [cite]),
    )
    return all.ok ? ok(all.value.notes) : all
  }
  const made: (readonly TextRun[])[] = []
  for (let from = 0; from < cites.length; from += slice) {
    const some = cites.slice(from, from + slice)
    const cited = new Set(some.map(({ sourceId }) => sourceId))
    const needed = sources.filter(({ id }) => cited.has(id))
    const order = { style: xml, ...form, sources: needed, cites: some }
    const part = await set("alone", order, needed.length + some.length)
    if (!part.ok) return part
    made.push(...part.value)
  }
  return ok(made)
}

/** Sets each cite in its short form, as after the work was cited in full: a few of them, for a card. */
export function setShort(
  style: StyleInUse,
  sources: readonly CitedSource[],
  cites: readonly Cite[],
): Promise<Result<readonly (readonly TextRun[])[]>> {
  const { xml, ...form } = style
  return set("short", { style: xml, ...form, sources, cites }, sources.length + cites.length)
}

/** Judges an uploaded style in the thread beside the server, where it can keep nobody busy. */
export async function judgeStyle(xml: string): Promise<Result<Made<"judge">>> {
  const made = await press().long.do("judge", xml, limit.once)
  return made ? ok(made) : fail({ code: "style-unusable" })
}

async function set<T extends Exclude<PressTask, "judge">>(
  task: T,
  given: Given<T>,
  size: number,
): Promise<Result<Made<T>>> {
  const { kept, ...lanes } = press()
  const key = createHash("sha256").update(task).update(JSON.stringify(given)).digest("base64")
  const lane = size > short ? lanes.long : lanes.short
  const made = await kept.get<Made<T>>(key, size, () => lane.do(task, given, limit.once + limit.each * size))
  return made ? ok(made) : fail({ code: "style-unusable" })
}
