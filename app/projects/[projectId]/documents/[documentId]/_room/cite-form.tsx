"use client"
import { useEffect, useState } from "react"
import * as z from "zod"
import {
  bearings,
  directnesses,
  locatorLabels,
  ranks,
  type Stance,
  stances,
} from "../../../../../../lib/domain/citation.ts"
import { credibilities, credibilityWords } from "../../../../../../lib/domain/grade.ts"
import { stanceWords } from "../../../../../../lib/domain/stance-words.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { citationWords } from "../../../../../../lib/schema/annotation-input.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { Combobox, type ComboboxOption } from "../../../../../_ui/combobox.tsx"
import { RadioGroup } from "../../../../../_ui/radio-group.tsx"
import { SelectField } from "../../../../../_ui/select-field.tsx"
import { SharedFormFrame } from "../../../../../_ui/shared-form-frame.tsx"
import { TextArea } from "../../../../../_ui/text-area.tsx"
import { TextField } from "../../../../../_ui/text-field.tsx"
import { useSharedForm } from "../../../../../_ui/use-shared-form.ts"
import { searchSources } from "../../../_sources/search-sources.ts"
import { citationMergeFields } from "./citation-merge-fields.ts"
import { NewSource } from "./new-source.tsx"
import { SnapshotChoice } from "./snapshot-choice.tsx"
import type { RoomState } from "./use-room.ts"
import { bearingWords, directnessWords, plainWords, sentenceCase } from "./words.ts"

interface Props {
  readonly state: RoomState
  readonly card: Card
  readonly close: () => void
  readonly onTyped: (typed: boolean) => void
  /** The citation that is corrected; a new one otherwise. */
  readonly citation?: Citation
  /** How it bears on the claim, to begin with. */
  readonly stance?: Stance
  /** The citation is only where the new one starts from. */
  readonly again: boolean
}

type Citation = Card["citations"][number]
type Words = Pick<Citation, "sourceId" | "stance" | "locatorLabel" | "locator" | "quotation" | "note"> & {
  readonly rank: Citation["rank"]
  readonly directness: Citation["directness"]
  readonly credibility: Citation["credibility"]
  readonly bearsOn: Citation["bearsOn"]
  readonly throughId: string | null
  readonly snapshotId: string | null
}

const choice = <T extends readonly string[]>(values: T) =>
  z.preprocess(value => (value === "" ? null : value), z.enum(values as unknown as [string, ...string[]]).nullable())
const emptyIsNull = (value: unknown) => (value === "" ? null : value)
const words = citationWords.extend({
  rank: choice(ranks),
  directness: choice(directnesses),
  credibility: z.preprocess(value => (value === "" ? null : Number(value)), z.literal(credibilities).nullable()),
  throughId: z.preprocess(emptyIsNull, citationWords.shape.throughId),
  snapshotId: z.preprocess(emptyIsNull, citationWords.shape.snapshotId),
})

/** Cites a source for or against the claim: picked from the project's, or made here. */
export function CiteForm({ state, card, close, onTyped, citation, stance = "supports", again }: Props) {
  const [source, setSource] = useState<ComboboxOption | null>(
    citation ? { id: citation.sourceId, label: citation.source } : null,
  )
  const [through, setThrough] = useState<ComboboxOption | null>(
    citation?.throughId ? { id: citation.throughId, label: citation.through ?? "" } : null,
  )
  const ascribed = card.unit.cues.some(({ kind }) => kind === "attribution") || citation?.bearsOn === "said"
  const changed = again ? undefined : citation
  const [making, setMaking] = useState<string | null>(null)
  const { projectId } = state.room.document
  const shared = useSharedForm({
    schema: words,
    stored: {
      words: formWords({
        sourceId: citation?.sourceId ?? "",
        stance: citation?.stance ?? stance,
        locatorLabel: citation?.locatorLabel ?? "page",
        locator: citation?.locator ?? "",
        quotation: citation?.quotation ?? "",
        note: citation?.note ?? "",
        rank: citation?.rank ?? null,
        directness: citation?.directness ?? null,
        credibility: citation?.credibility ?? null,
        bearsOn: citation?.bearsOn ?? "so",
        throughId: citation?.throughId ?? null,
        snapshotId: citation?.snapshotId ?? null,
      }),
      token: changed?.version ?? null,
    },
    place: changed
      ? `citation:${changed.id}`
      : again
        ? `again:${card.unit.id}:${citation?.id}`
        : `cite:${card.unit.id}`,
    more: () => ({ source, through }),
    onMore: more => {
      const options = more as { source: ComboboxOption | null; through: ComboboxOption | null }
      setSource(options.source)
      setThrough(options.through)
    },
    send: (said: z.output<typeof words>, { id, requestId }, version: number | null) =>
      changed
        ? state.send(
            `/citations/${changed.id}`,
            { version, requestId, ...said },
            { quiet: true, said: "Citation changed." },
          )
        : state.send("/citations", { unitId: card.unit.id, id, requestId, ...said }, { quiet: true, said: "Cited." }),
    current: failure => {
      const { version, ...theirs } = failure["current"] as Words & { version: number }
      return { words: formWords(theirs), token: version }
    },
    onDone: close,
    onTheirs: close,
  })
  const { form } = shared
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  const take = (option: ComboboxOption | null) => {
    setSource(option)
    setMaking(null)
    if (option?.id !== source?.id) form.setValue("snapshotId", "")
    form.setValue("sourceId", option?.id ?? "", { shouldValidate: option !== null, shouldDirty: true })
  }
  const search = searchSources(projectId)
  const nameOf = (id: string) =>
    [source, through].find(option => option?.id === id)?.label ??
    card.citations.find(one => one.sourceId === id)?.source ??
    card.citations.find(one => one.throughId === id)?.through ??
    "another source"
  if (making !== null)
    return <NewSource projectId={projectId} title={making} onDone={take} onCancel={() => setMaking(null)} />
  return (
    <SharedFormFrame shared={shared} fields={citationMergeFields(nameOf)}>
      <Combobox
        label="Source"
        value={source}
        onChange={take}
        search={search}
        error={form.errorOf("sourceId")}
        placeholder="Author or title"
        {...(state.room.offers["source.add"] && {
          onCreate: setMaking,
          createLabel: (query: string) => `New source “${query}”`,
        })}
      />
      <RadioGroup
        legend="How it bears on the claim"
        choices={stances.map(value => ({ value, label: sentenceCase(stanceWords[value]) }))}
        error={form.errorOf("stance")}
        {...form.register("stance")}
      />
      {ascribed && (
        <RadioGroup
          legend="What it is evidence of"
          choices={bearings.map(value => ({ value, label: bearingWords[value] }))}
          error={form.errorOf("bearsOn")}
          {...form.register("bearsOn")}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label="Place"
          options={locatorLabels.map(value => ({ value, label: plainWords(value) }))}
          {...form.register("locatorLabel")}
        />
        <TextField label="Number or name" optional error={form.errorOf("locator")} {...form.register("locator")} />
        <SelectField
          label="Rank"
          options={[{ value: "", label: "not said" }, ...ranks.map(value => ({ value, label: value }))]}
          {...form.register("rank")}
        />
        <SelectField
          label="Directness"
          options={[
            { value: "", label: "not said" },
            ...directnesses.map(value => ({ value, label: directnessWords[value] })),
          ]}
          {...form.register("directness")}
        />
      </div>
      <SelectField
        label="Credibility of what it says here"
        hint="The Admiralty scale's second axis. 6 is “unknown”, not “bad”; no number is ever made into a label."
        options={[
          { value: "", label: "not said" },
          ...credibilities.map(value => ({ value: String(value), label: `${value}: ${credibilityWords[value]}` })),
        ]}
        error={form.errorOf("credibility")}
        {...form.register("credibility")}
      />
      <Combobox
        label="Seen in another work"
        value={through}
        onChange={option => {
          setThrough(option)
          form.setValue("throughId", option?.id ?? "", { shouldValidate: true, shouldDirty: true })
        }}
        search={search}
        error={form.errorOf("throughId")}
        placeholder="Leave empty when you saw it yourself"
      />
      <SnapshotChoice
        key={source?.id ?? ""}
        projectId={projectId}
        sourceId={source?.id ?? ""}
        error={form.errorOf("snapshotId")}
        {...form.register("snapshotId")}
      />
      <TextArea label="Quotation" text optional error={form.errorOf("quotation")} {...form.register("quotation")} />
      <TextArea label="Note" optional error={form.errorOf("note")} {...form.register("note")} />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        {changed ? "Save the citation" : "Cite it"}
      </Button>
    </SharedFormFrame>
  )
}

/** A citation as the form has it: what is not said is an empty choice. */
const formWords = (said: Words): z.input<typeof words> => ({
  ...said,
  rank: said.rank ?? "",
  directness: said.directness ?? "",
  credibility: said.credibility ?? "",
  throughId: said.throughId ?? "",
  snapshotId: said.snapshotId ?? "",
})
