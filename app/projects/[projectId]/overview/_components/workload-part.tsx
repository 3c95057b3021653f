"use client"
import type { OverviewPage } from "../../../../../lib/queries/overview.ts"
import { counted } from "../../../../_ui/counted.ts"
import { DataTable } from "../../../../_ui/data-table.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { listAddress } from "../../_components/list-address.ts"

interface Props {
  readonly projectId: string
  readonly people: OverviewPage["people"]
}

/** What people did and have to do; each number leads to the claims. */
export function WorkloadTable({ projectId, people }: Props) {
  const claims = (filter: Record<string, string>) => listAddress(`/projects/${projectId}/claims`, filter)
  const number = (count: number, href: string) =>
    count === 0 ? "0" : <TextLink href={href}>{counted(count)}</TextLink>
  return (
    <DataTable
      caption="What people did and have to do"
      rows={people}
      rowKey={({ userId }) => userId}
      columns={[
        {
          key: "name",
          heading: "Person",
          namesRow: true,
          cell: ({ name, role }) => (
            <>
              {name} <span className="font-frame text-sm text-soft">{role}</span>
            </>
          ),
        },
        {
          key: "labelled",
          heading: "Labelled",
          align: "end",
          cell: ({ labelled, userId }) => number(labelled, claims({ by: userId })),
        },
        {
          key: "left",
          heading: "Assigned and left",
          align: "end",
          cell: ({ left, userId }) => number(left, claims({ assigned: userId })),
        },
        {
          key: "skipped",
          heading: "Skipped",
          align: "end",
          cell: ({ skipped }) => number(skipped, `/projects/${projectId}/work`),
        },
      ]}
    />
  )
}
