"use client"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { filterWords } from "../../../../../lib/domain/flag-desk.ts"
import type { FlagsPage } from "../../../../../lib/queries/flags.ts"
import { viewWords } from "../../../../../lib/schema/flag-desk-input.ts"
import { type ApiFailure, api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { Checkbox } from "../../../../_ui/checkbox.tsx"
import { ConfirmDialog } from "../../../../_ui/confirm-dialog.tsx"
import { Dialog } from "../../../../_ui/dialog.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { FormFrame } from "../../../../_ui/form-frame.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { useApiForm } from "../../../../_ui/use-api-form.ts"
import type { ViewDialog } from "./views-menu.tsx"

interface Props {
  readonly projectId: string
  readonly page: FlagsPage
  readonly dialog: ViewDialog | null
  readonly onClose: () => void
}

/** Keeps the filter at hand as a view, changes what a view is called and who sees it, or deletes it. */
export function ViewDialogs({ projectId, page, dialog, onClose }: Props) {
  const router = useRouter()
  const [typed, setTyped] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [busy, setBusy] = useState(false)
  const current = page.views.find(({ id }) => id === page.view)
  const close = () => {
    setTyped(false)
    setFailure(null)
    onClose()
  }
  const remove = async () => {
    if (!current) return
    setBusy(true)
    const answer = await api.post(`/projects/${projectId}/views/${current.id}/delete`)
    setBusy(false)
    if (!answer.ok) return setFailure(answer.failure)
    close()
    toast({ text: `The view “${current.name}” is deleted.` })
    router.push(`/projects/${projectId}/flags`, { scroll: false })
  }
  const editing = dialog === "save" || (dialog === "change" && current !== undefined)
  return (
    <>
      <Dialog
        open={editing}
        onClose={close}
        dirty={typed}
        title={dialog === "change" ? "Rename or share the view" : "Keep this as a view"}
        description={
          dialog === "change" ? undefined : "The filters, the order and the groups that are chosen now, under a name."
        }
      >
        <ViewForm
          key={dialog === "change" ? current?.id : "new"}
          projectId={projectId}
          page={page}
          changed={dialog === "change" ? current : undefined}
          onTyped={setTyped}
          onDone={close}
        />
      </Dialog>
      <ConfirmDialog
        open={dialog === "delete" && current !== undefined}
        onClose={close}
        title={`Delete the view “${current?.name ?? ""}”?`}
        text={`${current?.shared ? "Everybody in the project loses it, and its" : "Its"} address leads nowhere then. The flags stay as they are.`}
        confirmLabel="Delete"
        danger
        busy={busy}
        onConfirm={() => void remove()}
      >
        <div className="mt-3">
          <FormError failure={failure} />
        </div>
      </ConfirmDialog>
    </>
  )
}

interface FormProps {
  readonly projectId: string
  readonly page: FlagsPage
  readonly changed: FlagsPage["views"][number] | undefined
  readonly onTyped: (typed: boolean) => void
  readonly onDone: () => void
}

function ViewForm({ projectId, page, changed, onTyped, onDone }: FormProps) {
  const router = useRouter()
  const form = useApiForm({
    schema: viewWords,
    defaultValues: { name: changed?.name ?? "", shared: changed?.shared ?? false },
    send: (words, { id }) =>
      changed
        ? api.post<{ viewId: string }>(`/projects/${projectId}/views/${changed.id}`, words)
        : api.post<{ viewId: string }>(`/projects/${projectId}/views`, {
            ...words,
            viewId: id,
            filter: filterWords(page.filter),
          }),
    onDone: ({ viewId }, { name }) => {
      onDone()
      toast({
        text: `The view “${name}” is kept. Its address can be sent to ${changed ? "others" : "members who see it"}.`,
      })
      router.push(`/projects/${projectId}/flags?view=${viewId}`, { scroll: false })
      router.refresh()
    },
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <FormFrame form={form} className="gap-5">
      <TextField label="Name" error={form.errorOf("name")} {...form.register("name")} />
      {page.offers["work.assign"] && (
        <Checkbox
          label="Share it with the project"
          hint="Everybody in the project finds it among their views."
          {...form.register("shared")}
        />
      )}
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        {changed ? "Save" : "Keep the view"}
      </Button>
    </FormFrame>
  )
}
