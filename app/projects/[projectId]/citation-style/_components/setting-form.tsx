"use client"
import { useRouter } from "next/navigation"
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
import { RadioGroup } from "../../../../_ui/radio-group.tsx"
import type { MergeField } from "../../../../_ui/record-merge.ts"
import { SelectField } from "../../../../_ui/select-field.tsx"
import { SharedFormFrame } from "../../../../_ui/shared-form-frame.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { useSharedForm } from "../../../../_ui/use-shared-form.ts"
import { LiveSample } from "./live-sample.tsx"

interface Props {
  readonly projectId: string
  readonly setting: CitationSetting
  readonly uploaded: readonly { readonly id: string; readonly title: string }[]
}

/** Chooses the style, its language, and how references to archives are set. */
export function SettingForm({ projectId, setting, uploaded }: Props) {
  const router = useRouter()
  const shared = useSharedForm({
    schema: settingWords,
    stored: { words: setting, token: setting },
    place: `style:${projectId}`,
    send: (words: CitationSetting, { requestId }, seen: CitationSetting) =>
      api.post(`/projects/${projectId}/citation-style`, { requestId, seen, ...words }),
    current: failure => {
      const now = failure["current"] as CitationSetting
      return { words: now, token: now }
    },
    next: (_seen, saved) => saved,
    stays: true,
    onDone: () => {
      toast({ text: "The style is chosen." })
      router.refresh()
    },
    onTheirs: () => router.refresh(),
  })
  const { form } = shared
  const styles = [
    ...citationStyleIds.map(value => ({ value: value as string, label: citationStyleWords[value] })),
    ...uploaded.map(({ id, title }) => ({ value: id, label: title })),
  ]
  return (
    <SharedFormFrame shared={shared} fields={mergeFields(styles)}>
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
    </SharedFormFrame>
  )
}

const mergeFields = (
  styles: readonly { readonly value: string; readonly label: string }[],
): readonly MergeField<CitationSetting>[] => [
  { path: "style", label: "Style", say: ({ style }) => styles.find(({ value }) => value === style)?.label ?? style },
  { path: "locale", label: "Language", say: ({ locale }) => citationLocaleWords[locale] },
  { path: "archives", label: "References to archives", say: ({ archives }) => archiveFormWords[archives] },
]
