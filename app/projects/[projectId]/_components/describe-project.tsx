"use client"
import { useRouter } from "next/navigation"
import { useEffect } from "react"
import { projectWords } from "../../../../lib/schema/project-input.ts"
import { Button } from "../../../_ui/button.tsx"
import { FormDialog } from "../../../_ui/form-dialog.tsx"
import { FormError } from "../../../_ui/form-error.tsx"
import { TextArea } from "../../../_ui/text-area.tsx"
import { TextField } from "../../../_ui/text-field.tsx"
import { toast } from "../../../_ui/toast.ts"
import { BothVersions } from "./both-versions.tsx"
import { useVersionedForm } from "./use-versioned-form.ts"

interface Props {
  readonly projectId: string
  readonly words: { readonly name: string; readonly description: string }
  readonly version: number
}

/** Opens the dialog in which an owner changes the project's name and what it says about itself. */
export function DescribeProject(props: Props) {
  const router = useRouter()
  return (
    <FormDialog button={{ children: "Edit" }} title="Edit the project" onClosed={() => router.refresh()}>
      {({ close, onTyped }) => <DescribeProjectForm {...props} onTyped={onTyped} onDone={close} />}
    </FormDialog>
  )
}

interface FormProps extends Props {
  readonly onTyped: (dirty: boolean) => void
  readonly onDone: () => void
}

function DescribeProjectForm({ projectId, words, version, onTyped, onDone }: FormProps) {
  const { form, conflict, takeTheirs, saveMine } = useVersionedForm({
    schema: projectWords,
    words,
    version,
    path: `/projects/${projectId}`,
    onDone: () => {
      toast({ text: "The project is saved." })
      onDone()
    },
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  const asText = ({ name, description }: Props["words"]) => `${name}\n\n${description}`.trim()
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      {conflict && (
        <BothVersions
          by={conflict.by}
          theirs={asText(conflict.theirs)}
          mine={asText(conflict.mine)}
          busy={form.busy}
          onTheirs={takeTheirs}
          onMine={saveMine}
        />
      )}
      <TextField label="Name" error={form.errorOf("name")} {...form.register("name")} />
      <TextArea
        label="What it is about"
        optional
        error={form.errorOf("description")}
        {...form.register("description")}
      />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Save
      </Button>
    </form>
  )
}
