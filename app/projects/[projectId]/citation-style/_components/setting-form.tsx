"use client"
import { useRouter } from "next/navigation"
import { useRef } from "react"
import {
  archiveForms,
  archiveFormWords,
  type CitationSetting,
  citationLocales,
  citationLocaleWords,
  citationStyleIds,
  citationStyleWords,
} from "../../../../../lib/domain/citation-setting.ts"
import { settingWords } from "../../../../../lib/schema/style-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { RadioGroup } from "../../../../_ui/radio-group.tsx"
import { SelectField } from "../../../../_ui/select-field.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { useApiForm } from "../../../../_ui/use-api-form.ts"
import { LiveSample } from "./live-sample.tsx"

interface Props {
  readonly projectId: string
  readonly setting: CitationSetting
  readonly uploaded: readonly { readonly id: string; readonly title: string }[]
}

/** Chooses the style, its language, and how references to archives are set. */
export function SettingForm({ projectId, setting, uploaded }: Props) {
  const router = useRouter()
  const seen = useRef(setting)
  const form = useApiForm({
    schema: settingWords,
    defaultValues: setting,
    send: (words, { requestId }) =>
      api.post(`/projects/${projectId}/citation-style`, { requestId, seen: seen.current, ...words }),
    onDone: () => {
      toast({ text: "The style is chosen." })
      router.refresh()
    },
    onFailure: failure => {
      if (failure.code !== "conflict") return false
      seen.current = failure["current"] as CitationSetting
      return false
    },
  })
  const styles = [
    ...citationStyleIds.map(value => ({ value: value as string, label: citationStyleWords[value] })),
    ...uploaded.map(({ id, title }) => ({ value: id, label: title })),
  ]
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-4">
      <FormError
        failure={
          form.failure?.code === "conflict"
            ? { sentence: "Somebody chose another style in the meantime. Press again to choose yours all the same." }
            : form.failure
        }
        onIssue={form.focusOn}
      />
      <SelectField label="Style" options={styles} error={form.errorOf("style")} {...form.register("style")} />
      <SelectField
        label="Language"
        options={citationLocales.map(value => ({ value, label: citationLocaleWords[value] }))}
        error={form.errorOf("locale")}
        {...form.register("locale")}
      />
      <RadioGroup
        legend="References to archives"
        hint="Styles drop them or set them wrongly, so they are set by themselves."
        choices={archiveForms.map(value => ({ value, label: archiveFormWords[value] }))}
        error={form.errorOf("archives")}
        {...form.register("archives")}
      />
      <LiveSample projectId={projectId} setting={setting} choice={form.watch()} />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Use this style
      </Button>
    </form>
  )
}
