import type { Agreement } from "../../../../../lib/domain/agreement.ts"
import { DataTable } from "../../../../_ui/data-table.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { basisWords, coefficientWords, shareWords, shortWords } from "./figure-words.ts"

/** A part of the claims with its agreement, and where the claims behind it are listed. */
export interface Group extends Agreement {
  readonly key: string
  readonly name: string
  readonly claims: string
}

interface Props {
  readonly caption: string
  /** What a row is: "Document". */
  readonly heading: string
  readonly rows: readonly Group[]
}

/** The agreement of parts of the claims, a row each. */
export function GroupTable({ caption, heading, rows }: Props) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "name", heading, namesRow: true, cell: ({ name }) => name },
        { key: "alpha", heading: "Alpha", align: "end", cell: ({ alpha }) => coefficientWords(alpha) },
        { key: "raw", heading: "Equal pairs", align: "end", cell: ({ raw }) => shareWords(raw) },
        { key: "fleiss", heading: "Fleiss’ kappa", align: "end", cell: ({ fleiss }) => shortWords(fleiss) },
        { key: "ac1", heading: "AC1", align: "end", cell: ({ ac1 }) => shortWords(ac1) },
        {
          key: "basis",
          heading: "Claims with two labels",
          align: "end",
          cell: ({ claims, name, ...group }) =>
            group.used > 0 ? (
              <TextLink href={claims} aria-label={`${basisWords(group)} claims, ${name}`}>
                {basisWords(group)}
              </TextLink>
            ) : (
              basisWords(group)
            ),
        },
      ]}
    />
  )
}
