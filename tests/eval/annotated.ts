import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { splitUnits } from "../../lib/text/split-unit.ts"
import { readAnnotated } from "./annotated-text.ts"
import { f1, scoreAnnotated, type Tally } from "./score-annotated.ts"

const columns = ["text", "units", "boundaries", "kinds", "hedges", "sources", "clauses", "duplicates"]

/**
 * A table of how far the splitter agrees with the annotated texts in `folder`: F1 in per cent, for kinds the share that
 * is right, for duplicates also the false pairs. With `differences` every difference follows on a line of its own.
 */
export async function annotatedLines(folder: string, differences: boolean): Promise<string[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith(".txt")).sort()
  const rows = [columns]
  const all: string[] = []
  for (const name of names) {
    const annotated = readAnnotated(await readFile(join(folder, name), "utf8"))
    const score = scoreAnnotated(annotated, splitUnits(annotated.text))
    const share = (tally: Tally) => f1(tally).toFixed(1)
    rows.push([
      name.replace(/\.txt$/, ""),
      String(annotated.units.length),
      share(score.boundaries),
      ((100 * score.kinds.right) / score.kinds.of).toFixed(1),
      share(score.hedges),
      share(score.attributions),
      share(score.clauses),
      `${share(score.duplicates)} (${score.duplicates.extra} false)`,
    ])
    all.push(...score.differences.map(line => `${name}: ${line}`))
  }
  const widths = columns.map((_, at) => Math.max(...rows.map(row => (row[at] as string).length)))
  const lines = rows.map(row => row.map((cell, at) => cell.padEnd(widths[at] as number)).join("  "))
  return differences ? [...lines, ...all] : lines
}
