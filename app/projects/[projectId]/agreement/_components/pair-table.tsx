import type { ShownPair } from "../../../../../lib/queries/agreement.ts"
import { DataTable } from "../../../../_ui/data-table.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { basisWords, coefficientWords, countWords, shareWords, shortWords } from "./figure-words.ts"

interface Props {
  readonly pairs: readonly ShownPair[]
  /** Where the claims are listed on which two people differ. */
  readonly claimsOf: (pair: ShownPair) => string
}

/** How far each two people agree on what both labelled, with the claims on which they differ. */
export function PairTable({ pairs, claimsOf }: Props) {
  return (
    <DataTable
      caption="Pairs of people"
      rows={pairs}
      rowKey={({ one, other }) => `${one.id} ${other.id}`}
      columns={[
        { key: "pair", heading: "Pair", namesRow: true, cell: pair => namesOf(pair) },
        { key: "kappa", heading: "Cohen’s kappa", align: "end", cell: ({ kappa }) => coefficientWords(kappa) },
        { key: "ac1", heading: "AC1", align: "end", cell: ({ ac1 }) => shortWords(ac1) },
        { key: "raw", heading: "Equal", align: "end", cell: ({ raw }) => shareWords(raw) },
        { key: "basis", heading: "Both labelled", align: "end", cell: basisWords },
        {
          key: "differ",
          heading: "They differ on",
          align: "end",
          cell: pair => {
            const differing = Math.round(pair.used * (1 - (pair.raw.value ?? 1)))
            const words = `${countWords(differing)} ${differing === 1 ? "claim" : "claims"}`
            if (differing === 0) return words
            return (
              <TextLink href={claimsOf(pair)} aria-label={`${namesOf(pair)} differ on ${words}`}>
                {words}
              </TextLink>
            )
          },
        },
      ]}
    />
  )
}

const namesOf = ({ one, other }: ShownPair) => `${one.name} and ${other.name}`
