import type { WorkPage } from "../../../../../lib/queries/workload.ts"
import { type Column, DataTable } from "../../../../_ui/data-table.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { listAddress } from "../../_components/list-address.ts"

type Line = WorkPage["documents"][number]

interface Props {
  readonly projectId: string
  readonly documents: readonly Line[]
  readonly assigns: boolean
}

/** How far the assignments in each document are. */
export function DocumentTable({ projectId, documents, assigns }: Props) {
  const path = `/projects/${projectId}/queue`
  const name: Column<Line> = {
    key: "title",
    heading: "Document",
    namesRow: true,
    cell: ({ documentId, title }) => (
      <TextLink kind="quiet" href={listAddress(path, { document: documentId })}>
        {title}
      </TextLink>
    ),
  }
  const number = (key: keyof Line, heading: string): Column<Line> => ({
    key,
    heading,
    align: "end",
    cell: line => line[key],
  })
  const remaining: Column<Line> = {
    key: "remaining",
    heading: "Remaining",
    align: "end",
    cell: ({ assigned, done }) => assigned - done,
  }
  const columns = assigns
    ? [
        name,
        number("claims", "Claims"),
        number("given", "Claims assigned"),
        number("free", "Unfinished, nobody’s"),
        number("assigned", "Assignments"),
        number("done", "Done"),
        remaining,
      ]
    : [name, number("claims", "Claims"), number("assigned", "Assigned to you"), number("done", "Done"), remaining]
  return (
    <DataTable
      caption="How far each document is"
      rows={documents}
      rowKey={({ documentId }) => documentId}
      columns={columns}
    />
  )
}
