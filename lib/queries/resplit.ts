import { documentText } from "../db/claim-rows.ts"
import { inTurns } from "../db/in-turns.ts"
import { type Actor, readDocument } from "../db/pass.ts"
import { roomTitle } from "../db/reading-rows.ts"
import { flagSpans, splitterOf, type UnitWork, unitEditors, unitWork } from "../db/resplit-rows.ts"
import { allUnits } from "../db/unit-rows.ts"
import { ok } from "../domain/failure.ts"
import { difference, type Hunk, type HunkKind, type StandingUnit } from "../domain/resplit.ts"
import { staysWhole } from "../domain/resplit-effect.ts"
import type { Span, UnitKind } from "../domain/unit.ts"
import { ruleOf } from "../text/rules.ts"
import { splitSteps } from "../text/split-text.ts"
import { splitterVersion } from "../text/splitter-version.ts"

/** A unit as it stands, with what people did to it. Positions count from the beginning of its hunk. */
export interface NowUnit extends Span {
  readonly kind: UnitKind
  readonly byHand: StandingUnit["byHand"]
  /** Who changed it by hand last, when somebody did. */
  readonly editor: string | null
  readonly labels: number
  readonly citations: number
  readonly decided: boolean
  readonly flags: number
  /** Whether its span is proposed again, so that it stays the same unit with all that was said about it. */
  readonly stays: boolean
}

export interface ShownHunk extends Span {
  readonly kind: Exclude<HunkKind, "cues">
  readonly text: string
  readonly now: readonly NowUnit[]
  readonly proposed: readonly (Span & { readonly kind: UnitKind; readonly rules: readonly string[] })[]
  /** Whether a person cut, named, labelled, cited, decided or flagged anything in it. */
  readonly worked: boolean
}

/** What today's splitter would change in a document, as a person chooses from it. */
export async function resplit(actor: Actor, documentId: string) {
  const read = await readDocument(actor, documentId, "unit.edit", async pass =>
    ok({
      document: { id: documentId, projectId: pass.projectId, ...(await roomTitle(pass)) },
      revision: pass.revision,
      text: await documentText(pass),
      from: await splitterOf(pass),
      all: await allUnits(pass),
      work: new Map((await unitWork(pass)).map(work => [work.id, work])),
      flags: await flagSpans(pass),
      editors: await unitEditors(pass),
    }),
  )
  if (!read.ok) return read
  const { text, all, document, revision, from, ...done } = read.value
  const { hunks, settled } = difference(all, await inTurns(splitSteps(text)))
  const flagsIn = inOrder(done.flags)
  const shown = hunks.flatMap((hunk): ShownHunk[] => {
    const { kind } = hunk
    return kind === "cues" ? [] : [{ ...shownHunk(hunk, text, { ...done, flagsIn }), kind }]
  })
  return ok({
    document,
    revision,
    splitter: { from, to: splitterVersion },
    hunks: shown,
    cues: hunks.filter(({ kind }) => kind === "cues").length,
    settled,
    rules: titlesOf(shown),
  })
}

interface Work {
  readonly work: ReadonlyMap<string, UnitWork>
  readonly editors: ReadonlyMap<string, string>
  readonly flagsIn: (span: Span) => number
}

function shownHunk(hunk: Hunk, text: string, { work, editors, flagsIn }: Work): Omit<ShownHunk, "kind"> {
  const { start, end } = hunk
  const here = (span: Span) => ({ start: span.start - start, end: span.end - start })
  const stays = staysWhole(hunk)
  const now = hunk.now.map((standing): NowUnit => {
    const { state } = standing.unit
    const said = work.get(state.id)
    return {
      ...here(state),
      kind: state.kind,
      byHand: standing.byHand,
      editor: standing.byHand ? (editors.get(state.id) ?? null) : null,
      labels: said?.labels ?? 0,
      citations: said?.citations ?? 0,
      decided: said?.decided ?? false,
      flags: flagsIn(state),
      stays: stays(state),
    }
  })
  const worked = now.some(({ byHand, flags }) => byHand !== null || flags > 0)
  return {
    start,
    end,
    text: text.slice(start, end),
    now,
    proposed: hunk.proposed.map(({ kind, rules, ...span }) => ({ ...here(span), kind, rules })),
    worked: worked || hunk.now.some(({ unit }) => work.has(unit.state.id)),
  }
}

/** Counts the spans that overlap the one asked for, when asked in the order of the text; flags may overlap one another. */
function inOrder(spans: readonly Span[]): (span: Span) => number {
  let next = 0
  let open: Span[] = []
  return ({ start, end }) => {
    while (next < spans.length && spans[next]!.start < end) open.push(spans[next++]!)
    open = open.filter(span => span.end > start)
    return open.length
  }
}

function titlesOf(hunks: readonly ShownHunk[]): Readonly<Record<string, string>> {
  const ids = new Set(hunks.flatMap(hunk => hunk.proposed.flatMap(({ rules }) => rules)))
  return Object.fromEntries([...ids].map(id => [id, ruleOf(id)?.title ?? id]))
}

type Answer = Awaited<ReturnType<typeof resplit>>
export type ResplitPage = Extract<Answer, { ok: true }>["value"]
