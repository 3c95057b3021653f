"use client"
import type { Role } from "../../../../../lib/domain/access.ts"
import type { WorkPage } from "../../../../../lib/queries/workload.ts"
import { DataTable } from "../../../../_ui/data-table.tsx"
import { ProportionBar } from "../../../../_ui/proportion-bar.tsx"
import { Time } from "../../../../_ui/time.tsx"
import { PassOn } from "./pass-on.tsx"

export interface PersonAtWork {
  readonly userId: string
  readonly name: string
  readonly role: Role
  readonly left: boolean
  readonly assigned: number
  readonly done: number
  readonly recut: number
  readonly labelled: number
  readonly skipped: number
  readonly lastAt: string | null
}

interface Props {
  readonly projectId: string
  readonly assigns: boolean
  readonly assignable: WorkPage["assignable"]
  readonly people: readonly PersonAtWork[]
}

/** What each person has to do, and has done. */
export function PeopleTable({ projectId, assigns, assignable, people }: Props) {
  return (
    <DataTable
      caption="What people have to do"
      rows={people}
      rowKey={({ userId }) => userId}
      columns={[
        { key: "name", heading: "Person", namesRow: true, cell: person => <Name person={person} /> },
        { key: "done", heading: "Assigned", cell: person => <Done person={person} /> },
        { key: "left", heading: "Remaining", align: "end", cell: ({ assigned, done }) => assigned - done },
        { key: "labelled", heading: "Labelled in all", align: "end", cell: ({ labelled }) => labelled },
        { key: "skipped", heading: "Skipped", align: "end", cell: ({ skipped }) => skipped },
        {
          key: "last",
          heading: "Last active",
          cell: ({ lastAt }) => (lastAt ? <Time at={lastAt} precision="minute" /> : "never"),
        },
        ...(assigns
          ? [
              {
                key: "act",
                heading: "Remaining work",
                cell: (person: PersonAtWork) =>
                  person.assigned - person.done + person.recut > 0 && (
                    <PassOn projectId={projectId} person={person} people={assignable} />
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

function Name({ person: { name, role, left } }: { person: PersonAtWork }) {
  return (
    <>
      {name} <span className="font-frame text-sm text-soft">{left ? "left the project" : role}</span>
    </>
  )
}

function Done({ person: { assigned, done, recut } }: { person: PersonAtWork }) {
  const words = assigned === 0 ? "nothing" : `${done} of ${assigned} done`
  return (
    <span className="figures grid w-40 gap-1">
      {words}
      {assigned > 0 && (
        <span aria-hidden="true">
          <ProportionBar label={words} total={assigned} parts={[{ tone: "documented", count: done }]} />
        </span>
      )}
      {recut > 0 && (
        <span className="text-sm text-soft">
          {recut} {recut === 1 ? "passage is no claim" : "passages are no claims"} any more
        </span>
      )}
    </span>
  )
}
