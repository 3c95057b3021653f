"use client"
import {
  contestedOrders,
  contestedOrderWords,
  contestedWays,
  contestedWayWords,
} from "../../../../../lib/domain/contested.ts"
import type { ContestedPage } from "../../../../../lib/queries/contested.ts"
import { Button } from "../../../../_ui/button.tsx"
import { Checkbox } from "../../../../_ui/checkbox.tsx"
import { FilterForm } from "../../../../_ui/filter-form.tsx"
import { SelectField } from "../../../../_ui/select-field.tsx"
import { DocumentField } from "../../_components/document-field.tsx"

const ways = contestedWays.map(way => ({ value: way, label: contestedWayWords[way] }))
const orders = contestedOrders.map(order => ({ value: order, label: contestedOrderWords[order] }))
const shows = [
  { value: "ready", label: "Ready to decide" },
  { value: "waiting", label: "Waiting for answers" },
  { value: "all", label: "All" },
]

interface Props {
  readonly path: string
  readonly filter: ContestedPage["filter"]
  readonly documents: ContestedPage["documents"]
  readonly ownForbidden: boolean
}

/** Chooses which contested claims are listed and in which order; the choice stands in the address. */
export function ContestedFilterForm({ path, filter, documents, ownForbidden }: Props) {
  const { page: _page, ...chosen } = filter
  return (
    <FilterForm
      path={path}
      label="Filter the contested claims"
      chosen={chosen}
      className="mb-6 grid items-end gap-4 sm:grid-cols-2 md:grid-cols-4"
    >
      <SelectField label="Order" name="order" defaultValue={filter.order} options={orders} />
      <SelectField label="Show" name="show" defaultValue={filter.show} options={shows} />
      <SelectField
        label="Contested by"
        name="how"
        defaultValue={filter.how ?? ""}
        placeholder="Whatever it is"
        options={ways}
      />
      <DocumentField documents={documents} value={filter.document} />
      <div className="flex flex-wrap items-center gap-4 sm:col-span-2 md:col-span-4">
        <Button type="submit">Show these</Button>
        {ownForbidden && (
          <Checkbox label="Also those that I labelled" name="own" value="1" defaultChecked={filter.own === "1"} />
        )}
      </div>
    </FilterForm>
  )
}
