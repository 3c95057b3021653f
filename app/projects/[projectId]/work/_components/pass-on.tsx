"use client"
import { useRouter } from "next/navigation"
import { useEffect } from "react"
import type * as z from "zod"
import { counted } from "../../../../../lib/domain/sentence-words.ts"
import type { WorkPage } from "../../../../../lib/queries/workload.ts"
import { assignmentsEnd } from "../../../../../lib/schema/work-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormDialog, type InDialog } from "../../../../_ui/form-dialog.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { useApiForm } from "../../../../_ui/use-api-form.ts"
import { PeopleChoice } from "./people-choice.tsx"
import type { PersonAtWork } from "./people-table.tsx"

interface Props {
  readonly projectId: string
  readonly person: PersonAtWork
  readonly people: WorkPage["assignable"]
}

const words = assignmentsEnd.pick({ to: true })

/** Opens the dialog in which what somebody has left is given to others, or ended. */
export function PassOn(props: Props) {
  const { name } = props.person
  return (
    <FormDialog
      button={{ size: "small", children: "Pass on or end", "aria-label": `Pass on or end the work of ${name}` }}
      title={`Remaining work of ${name}`}
    >
      {dialog => <PassOnForm {...props} {...dialog} />}
    </FormDialog>
  )
}

function PassOnForm({ projectId, person, people, close, onTyped }: Props & InDialog) {
  const router = useRouter()
  const { userId, name, assigned, done, recut } = person
  const form = useApiForm<z.input<typeof words>, z.output<typeof words>, { count?: number }>({
    schema: words,
    defaultValues: { to: [] },
    send: (input, attempt) =>
      api.post(`/projects/${projectId}/work/end`, { ...attempt, userId, documentId: null, ...input }),
    onDone: (_, { to }) => {
      toast({ text: to.length > 0 ? "The work is passed on." : "The assignments are ended." })
      close()
      router.refresh()
    },
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  const some = form.watch("to").length > 0
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <p>
        {name} has {counted(assigned - done, "claim")} left to label
        {recut > 0 &&
          `, and ${counted(recut, "passage")} that ${recut === 1 ? "is no claim" : "are no claims"} any more`}
        . What they labelled stays as it is.
      </p>
      <PeopleChoice
        legend="Give them to (nobody, to end them)"
        people={people.filter(({ id }) => id !== userId)}
        error={form.errorOf("to")}
        field={form.register("to")}
      />
      <Button type="submit" kind={some ? "primary" : "danger"} busy={form.busy} className="justify-self-start">
        {some ? "Pass them on" : "End them"}
      </Button>
    </form>
  )
}
