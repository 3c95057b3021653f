import { inTurns } from "../db/in-turns.ts"
import type { ProjectPass } from "../db/pass.ts"
import { sourceLines } from "../db/project-lists.ts"
import { insertSources } from "../db/project-rows.ts"
import type { SourceState } from "../domain/change.ts"
import { fail, type Issue, ok, type Result } from "../domain/failure.ts"
import { SourceIndex } from "../domain/same-source.ts"
import { sourceLine } from "../domain/source.ts"
import { importedSource, importInput } from "../schema/import-input.ts"
import { parse } from "../schema/parse.ts"
import { projectCommand, type Report } from "./command.ts"
import { sourceRecord } from "./source-record.ts"

interface Prepared {
  readonly sources: readonly (SourceState & { readonly again: boolean })[]
}

/**
 * Add many sources at once. What the bibliography has by now already is passed over and told, unless it is added again
 * on purpose.
 */
export const importSources = projectCommand<typeof importInput, { added: number; skipped: number }, Prepared>(
  "source.add",
  importInput,
  async (pass, _input, { sources }, report) => {
    const wanted = await inTurns(newOnes(sources, await sourceLines(pass)))
    const done = await insertInBatches(pass, wanted, report)
    if (!done) return fail({ code: "request-reused" })
    const skipped = sources.length - wanted.length
    const lines = wanted.slice(0, linesKept).map(({ csl, archive }) => sourceLine(csl, archive))
    return ok({
      change: { kind: "sources-imported", count: wanted.length, skipped, lines },
      answer: { added: wanted.length, skipped },
    })
  },
  async ({ entries }, report) => inTurns(checked(entries), done => report((checkShare * done) / entries.length)),
)

/** How many of the added sources the history names. */
const linesKept = 20
/** How much of the work is done when all entries are checked. */
const checkShare = 0.4
/** Entries that are wrong and are told at once. */
const mostTold = 20
const batch = 500

function* checked(entries: readonly unknown[]): Generator<number, Result<Prepared>> {
  const sources: (SourceState & { again: boolean })[] = []
  const issues: Issue[] = []
  for (const [at, entry] of entries.entries()) {
    const read = parse(importedSource, entry)
    const record = read.ok ? sourceRecord(read.value) : read
    if (record.ok && read.ok) sources.push({ id: read.value.id, again: read.value.again, ...record.value })
    else if (!record.ok && record.failure.code === "invalid")
      issues.push(
        ...record.failure.issues.map(({ path, message }) => ({
          path: `entries.${at}.${path}`,
          message: `Entry ${at + 1}: ${message}`,
        })),
      )
    if (issues.length >= mostTold) break
    yield at + 1
  }
  return issues.length > 0 ? fail({ code: "invalid", issues: issues.slice(0, mostTold) }) : ok({ sources })
}

function* newOnes(
  sources: Prepared["sources"],
  known: readonly Pick<SourceState, "csl" | "archive">[],
): Generator<null, readonly SourceState[]> {
  const index = new SourceIndex<true>()
  for (const of of known) {
    index.add(true, of)
    yield null
  }
  const wanted: SourceState[] = []
  for (const { again, ...source } of sources) {
    if (again || !index.find(source)) wanted.push(source)
    index.add(true, source)
    yield null
  }
  return wanted
}

async function insertInBatches(pass: ProjectPass, sources: readonly SourceState[], report: Report): Promise<boolean> {
  for (let from = 0; from < sources.length; from += batch) {
    if (!(await insertSources(pass, sources.slice(from, from + batch)))) return false
    report(checkShare + ((1 - checkShare) * Math.min(from + batch, sources.length)) / sources.length)
  }
  return true
}
