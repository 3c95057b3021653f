"use client"
import { useRouter } from "next/navigation"
import { useEffect } from "react"
import { projectWords } from "../../../../lib/schema/project-input.ts"
import { Button } from "../../../_ui/button.tsx"
import { FormDialog } from "../../../_ui/form-dialog.tsx"
import { SharedFormFrame } from "../../../_ui/shared-form-frame.tsx"
import { TextArea } from "../../../_ui/text-area.tsx"
import { TextField } from "../../../_ui/text-field.tsx"
import { toast } from "../../../_ui/toast.ts"
import { useSharedForm } from "../../../_ui/use-shared-form.ts"
import { versionedAt } from "./versioned.ts"

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

const fields = [
  { path: "name", label: "Name", kind: "line" },
  { path: "description", label: "What it is about", kind: "text" },
] as const

function DescribeProjectForm({ projectId, words, version, onTyped, onDone }: FormProps) {
  const shared = useSharedForm({
    schema: projectWords,
    stored: { words, token: version },
    place: `project:${projectId}`,
    ...versionedAt<Props["words"], object>(`/projects/${projectId}`),
    onDone: () => {
      toast({ text: "The project is saved." })
      onDone()
    },
    onTheirs: onDone,
  })
  const { form } = shared
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <SharedFormFrame shared={shared} fields={fields} className="gap-5">
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
    </SharedFormFrame>
  )
}
