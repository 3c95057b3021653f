import { labels } from "../../../../../../lib/domain/label.ts"
import { type ConfusionRow, fewestLabels } from "../../../../../../lib/domain/second-opinion.ts"
import type { SecondOpinionPage } from "../../../../../../lib/queries/second-opinion.ts"
import { type Column, DataTable } from "../../../../../_ui/data-table.tsx"
import { percent } from "../../_components/figure-words.ts"

const columns: readonly Column<ConfusionRow>[] = [
  { key: "of", heading: "Claims that the model calls", namesRow: true, cell: ({ of }) => of },
  ...labels.map((label, at) => ({
    key: label,
    heading: `Labelled ${label}`,
    align: "end" as const,
    cell: ({ chances }: ConfusionRow) => (chances ? `${percent(chances[at]!)} %` : "too few"),
  })),
  { key: "rests", heading: "Rests on labels", align: "end", cell: ({ rests }) => rests.toFixed(1) },
]

/** How one person labels claims of each kind, as the model sees it, and how many labels each row rests on. */
export function MatrixOf({ matrix }: { matrix: SecondOpinionPage["matrices"][number] }) {
  const few = matrix.rows.some(({ chances }) => chances === null)
  const name = matrix.mine ? `${matrix.name} (you)` : matrix.name
  return (
    <section aria-label={name}>
      <h3 className="mb-2 text-lg font-semibold">
        {name} <span className="figures font-normal text-soft">{matrix.given} labels</span>
      </h3>
      <DataTable caption={`How ${matrix.name} labels`} columns={columns} rows={matrix.rows} rowKey={({ of }) => of} />
      {few && (
        <p className="mt-1.5 text-sm text-soft">
          A row says nothing while it rests on fewer than {fewestLabels} labels.
        </p>
      )}
    </section>
  )
}
