import type { Agreement } from "../../../../../../lib/domain/agreement.ts"
import { undefinedWords } from "../../../../../../lib/domain/figure.ts"
import type { Revealed } from "../../../../../../lib/queries/round.ts"
import { DataTable } from "../../../../../_ui/data-table.tsx"

interface Row extends Agreement {
  readonly when: string
}

/** How far the labels agreed before the discussion and after it, each figure with what it rests on. */
export function AgreementLines({ revealed, ended }: { revealed: Revealed; ended: boolean }) {
  const rows: readonly Row[] = [
    { when: "Before, given blind", ...revealed.before },
    { when: ended ? "After" : "Now", ...revealed.after },
  ]
  return (
    <section className="mb-10">
      <DataTable
        caption="Agreement"
        showCaption
        rows={rows}
        rowKey={({ when }) => when}
        columns={[
          { key: "when", heading: "When", namesRow: true, cell: ({ when }) => when },
          { key: "alpha", heading: "Krippendorff’s alpha", align: "end", cell: alphaWords },
          {
            key: "raw",
            heading: "Pairs of labels that agree",
            align: "end",
            cell: ({ raw }) => (raw.value === null ? "no pairs" : `${Math.round(raw.value * 100)} %`),
          },
          {
            key: "claims",
            heading: "Claims used",
            align: "end",
            cell: ({ used, of }) => `${used} of ${of}`,
          },
        ]}
      />
      <p className="mt-2 text-sm text-soft">
        Alpha is 1 when all agree and 0 when they agree as chance would; below 0.667 labels are a poor ground for
        conclusions. Few claims make it uncertain. A claim is used when two people or more labelled it.
      </p>
    </section>
  )
}

const alphaWords = ({ alpha }: Row) => (alpha.value === null ? undefinedWords[alpha.why] : alpha.value.toFixed(3))
