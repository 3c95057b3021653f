"use client"
import { useRef } from "react"
import type * as z from "zod"
import type { DecisionWay } from "../../../../../../lib/domain/decision-way.ts"
import { type Label, labels } from "../../../../../../lib/domain/label.ts"
import type { ContestedClaimPage } from "../../../../../../lib/queries/contested-claim.ts"
import { decisionWords } from "../../../../../../lib/schema/adjudication-input.ts"
import { api } from "../../../../../_ui/api.ts"
import { insist } from "../../../../../_ui/insist.ts"
import { type SharedForm, useSharedForm } from "../../../../../_ui/use-shared-form.ts"
import { annotatorsOf } from "./annotators.ts"
import { reasonDraft } from "./reason-draft.ts"

export type DecisionWords = z.input<typeof decisionWords>
type Said = z.output<typeof decisionWords>

export interface Decision {
  readonly shared: SharedForm<DecisionWords, Said>
  readonly words: DecisionWords
  /** Takes one person's label and reasons, or combines those of several; nobody's when the list is empty. */
  readonly follow: (ids: readonly string[]) => void
  readonly choose: (how: DecisionWay) => void
  readonly setLabel: (label: Label) => void
  /** Puts words of somebody at the end of the reason. */
  readonly quote: (words: string) => void
}

interface Standing {
  readonly id: string
  readonly label: Label
  readonly reason: string
  readonly how?: DecisionWay | null
  readonly follows?: readonly (string | { readonly id: string })[]
}

const nothing = { how: "", label: "", reason: "", follows: [] } as unknown as DecisionWords

function wordsOf(decision: Standing | null | undefined): DecisionWords {
  if (!decision) return nothing
  const { label, reason, how, follows = [] } = decision
  const ids = follows.map(one => (typeof one === "string" ? one : one.id))
  return { how: (how ?? "") as DecisionWords["how"], label, reason, follows: ids }
}

/**
 * The decision that is being made: how, on which label, whom it follows and why. `onDone` hears the change that it was,
 * `onTheirs` that another one stays.
 */
export function useDecision(
  page: ContestedClaimPage,
  onDone: (revision: number) => void,
  onTheirs: () => void,
): Decision {
  const { card, document } = page
  const annotators = annotatorsOf(page)
  const standing = card.adjudications.find(({ current }) => current)
  const shared = useSharedForm<DecisionWords, Said, { readonly revision: number }>({
    schema: decisionWords,
    stored: { words: wordsOf(standing), token: standing?.id ?? null },
    place: `contested:${card.unit.id}`,
    send: (said, attempt, seen: string | null) =>
      insist(() =>
        api.post(`/documents/${document.id}/adjudication`, { unitId: card.unit.id, seen, ...attempt, ...said }),
      ),
    current: failure => {
      const now = failure["current"] as Standing | null
      return { words: wordsOf(now), token: now?.id ?? null }
    },
    onDone: ({ revision }) => onDone(revision),
    onTheirs,
  })
  const { form } = shared
  const words = form.watch()
  const drafted = useRef("")
  const set = <K extends keyof DecisionWords>(field: K, value: DecisionWords[K]) =>
    form.setValue(field, value as never, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
  const draft = (reason: string) => {
    const now = form.getValues("reason")
    if (now.trim() !== "" && now !== drafted.current) return
    drafted.current = reason
    set("reason", reason)
  }
  const against = (label: Label | null) => {
    const given = new Set(annotators.map(one => one.label))
    const free = labels.filter(one => !given.has(one))
    set("how", "against")
    set("follows", [])
    if (label ?? free.length === 1) set("label", label ?? free[0]!)
    draft("")
  }
  const follow = (ids: readonly string[]) => {
    const followed = annotators.filter(({ reviewerId }) => ids.includes(reviewerId))
    set(
      "follows",
      followed.map(({ reviewerId }) => reviewerId),
    )
    const [one] = followed
    if (one) {
      set("how", followed.length === 1 ? "take" : "combine")
      const theirs = new Set(followed.map(({ label }) => label))
      if (theirs.size === 1 || !theirs.has(form.getValues("label"))) set("label", one.label)
    }
    draft(reasonDraft(followed))
  }
  const choose = (how: DecisionWay) => {
    if (how === "take") follow([form.getValues("follows")[0] ?? annotators[0]?.reviewerId ?? ""])
    else if (how === "combine") follow(annotators.map(({ reviewerId }) => reviewerId))
    else if (how === "against") against(null)
    else {
      set("how", how)
      set("follows", [])
      set("label", "disputed")
      draft("")
    }
  }
  const setLabel = (label: Label) => {
    const { how, follows } = form.getValues()
    const same = annotators.filter(one => one.label === label).map(({ reviewerId }) => reviewerId)
    const taken = annotators.find(({ reviewerId }) => reviewerId === follows[0])
    if (!how && same.length > 0) return follow(same)
    if (!how || (how === "take" && taken?.label !== label) || (how === "disputed" && label !== "disputed"))
      return against(label)
    set("label", label)
  }
  const quote = (said: string) => {
    const now = form.getValues("reason").trimEnd()
    set("reason", now === "" ? said : `${now}\n\n${said}`)
    form.setFocus("reason")
  }
  return { shared, words, follow, choose, setLabel, quote }
}
