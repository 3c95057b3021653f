"use client"
import Form from "next/form"
import type { InboxPage } from "../../../lib/queries/inbox.ts"
import { Button } from "../../_ui/button.tsx"
import { SelectField } from "../../_ui/select-field.tsx"

interface Props {
  readonly filter: InboxPage["filter"]
  readonly projects: InboxPage["projects"]
}

/** Chooses which notices are listed; the choice stands in the address. */
export function InboxFilterForm({ filter, projects }: Props) {
  const { page: _page, ...chosen } = filter
  return (
    <Form
      action="/inbox"
      key={JSON.stringify(chosen)}
      aria-label="Filter the inbox"
      className="mb-6 grid items-end gap-4 sm:grid-cols-[10rem_minmax(0,20rem)_auto]"
    >
      <SelectField
        label="Show"
        name="show"
        defaultValue={filter.show}
        options={[
          { value: "unread", label: "Unread" },
          { value: "all", label: "All" },
        ]}
      />
      <SelectField
        label="Project"
        name="project"
        defaultValue={filter.project ?? ""}
        placeholder="Every project"
        options={projects.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button type="submit" className="mb-0.5 justify-self-start">
        Filter
      </Button>
    </Form>
  )
}
