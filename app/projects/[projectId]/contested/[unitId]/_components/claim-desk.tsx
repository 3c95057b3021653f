"use client"
import { useRouter } from "next/navigation"
import { useRef, useState } from "react"
import { labels } from "../../../../../../lib/domain/label.ts"
import type { ContestedClaimPage } from "../../../../../../lib/queries/contested-claim.ts"
import { announce } from "../../../../../_ui/announce.ts"
import { Dialog } from "../../../../../_ui/dialog.tsx"
import { Kbd } from "../../../../../_ui/kbd.tsx"
import { SelectField } from "../../../../../_ui/select-field.tsx"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { toast } from "../../../../../_ui/toast.ts"
import { contestedAddress } from "../../_components/contested-address.ts"
import { AnnotatorColumn } from "./annotator-column.tsx"
import { annotatorsOf, nameOf } from "./annotators.ts"
import { AroundClaim } from "./around-claim.tsx"
import { AskForm } from "./ask-form.tsx"
import { DecideForm } from "./decide-form.tsx"
import { DecisionsPart } from "./decisions-part.tsx"
import { DeskHead } from "./desk-head.tsx"
import { type DeskKey, deskKeys, useDeskKeys } from "./desk-keys.ts"
import { useGoesOn } from "./goes-on.ts"
import { MoreOnClaim, TalkOnClaim } from "./more-on-claim.tsx"
import { PolicyView } from "./policy-view.tsx"
import { useDecision } from "./use-decision.ts"
import { useUndo } from "./use-undo.ts"

interface Props {
  readonly projectId: string
  readonly page: ContestedClaimPage
}

// Focused in the very key press: what is typed right behind it must not act on the page.
const reasonField = () => window.document.querySelector<HTMLTextAreaElement>("[data-decision] textarea[name=reason]")

/** A claim with its annotators side by side, and what an editor makes of it, by keys throughout. */
export function ClaimDesk({ projectId, page }: Props) {
  const router = useRouter()
  const { card, document, me, barred, neighbours, filter } = page
  const room = `/projects/${projectId}/documents/${document.id}?unit=${card.unit.id}`
  const [goesOn, setGoesOn] = useGoesOn()
  const [help, setHelp] = useState(false)
  const [heldTo, setHeldTo] = useState("")
  const question = useRef<HTMLDivElement>(null)
  const annotators = annotatorsOf(page)
  const go = (unitId: string | null) => {
    if (unitId) router.push(contestedAddress(projectId, filter, unitId))
    else announce("There is no other contested claim in the list.")
  }
  const { undo, place } = useUndo(document.id)
  const onward = () => {
    if (goesOn && neighbours.next) go(neighbours.next)
    else router.refresh()
  }
  const decided = (revision: number) => {
    const offer = {
      place,
      under: `/projects/${projectId}/contested`,
      action: { label: "Undo", onPress: () => void undo(revision) },
    }
    toast({ text: "Decided. The annotators are told.", ...offer })
    onward()
  }
  const left = () => {
    toast({ text: "The other decision stays." })
    onward()
  }
  const decision = useDecision(page, decided, left)
  const may = barred === null
  const act = (key: DeskKey) => {
    if (key === "n" || key === "p") return go(key === "n" ? neighbours.next : neighbours.previous)
    if (key === "?") return setHelp(true)
    if (!may) return
    const { follows, how } = decision.words
    if (key === "u") void undo()
    else if (key === "t") {
      const here = how === "take" ? annotators.findIndex(({ reviewerId }) => reviewerId === follows[0]) : -1
      const next = annotators[(here + 1) % annotators.length]
      if (next) decision.follow([next.reviewerId])
      announce(next ? `${nameOf(next, me)}: ${next.label}` : "Nobody has labelled it.")
    } else if (key === "b") decision.choose("combine")
    else if (key === "a") decision.choose("against")
    else if (key === "d") decision.choose("disputed")
    else if (key === "r") reasonField()?.focus()
    else if (key === "q") question.current?.querySelector("textarea")?.focus()
    else decision.setLabel(labels[Number(key) - 1]!)
  }
  useDeskKeys(act, () => may && void decision.shared.form.submit())
  const held = annotators.find(({ reviewerId }) => reviewerId === heldTo) ?? null
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto grid w-full max-w-[78rem] flex-1 content-start gap-8 px-4.5 pt-8 pb-24 outline-none sm:px-6"
    >
      <DeskHead projectId={projectId} page={page} room={room} onHelp={() => setHelp(true)} />
      <AroundClaim page={page} />
      {barred !== null && (
        <p className="border-l-3 border-line pl-3">
          {barredWords[barred === "role" && card.veiled ? "blind" : barred]}{" "}
          {card.veiled && <TextLink href={room}>Go to it in the text</TextLink>}
        </p>
      )}
      <DecisionsPart page={page} />
      {!card.veiled && (
        <section aria-labelledby="side-by-side">
          <div className="mb-3 flex flex-wrap items-end justify-between gap-4">
            <h2 id="side-by-side" className="text-xl">
              What they say
            </h2>
            {annotators.length > 1 && (
              <div className="w-64 max-sm:w-full">
                <SelectField
                  label="Show how the reasons differ from"
                  placeholder="nobody’s"
                  value={heldTo}
                  options={annotators.map(one => ({ value: one.reviewerId, label: nameOf(one, me) }))}
                  onChange={({ target }) => setHeldTo(target.value)}
                />
              </div>
            )}
          </div>
          {annotators.length === 0 && <p className="text-soft">Nobody’s label of this claim stands.</p>}
          <div className="flex gap-4 max-sm:flex-col sm:overflow-x-auto">
            {annotators.map(annotator => (
              <AnnotatorColumn
                key={annotator.reviewerId}
                projectId={projectId}
                page={page}
                annotator={annotator}
                against={held}
                decision={may ? decision : null}
              />
            ))}
          </div>
        </section>
      )}
      {!card.veiled && <PolicyView page={page} />}
      {!card.veiled && <MoreOnClaim projectId={projectId} page={page} />}
      {may && (
        <div className="grid items-start gap-10 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <DecideForm page={page} room={room} decision={decision} goesOn={goesOn} onGoesOn={setGoesOn} />
          <AskForm
            page={page}
            box={question}
            onDone={asked => {
              toast({ text: `Sent back to ${asked === 1 ? "one person" : `${asked} people`} with your question.` })
              onward()
            }}
          />
        </div>
      )}
      <TalkOnClaim projectId={projectId} page={page} />
      <Dialog open={help} onClose={() => setHelp(false)} title="Keys">
        <dl className="grid grid-cols-[5rem_1fr] gap-y-1.5">
          {[...deskKeys, { key: "Ctrl Enter", words: "Decide" }].map(({ key, words }) => (
            <div key={key} className="contents">
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </main>
  )
}

const barredWords: Readonly<Record<NonNullable<ContestedClaimPage["barred"]> | "blind", string>> = {
  role: "Editors decide contested claims. You can answer in the discussion below.",
  blind: "What others said of this claim and cited for it opens to you when you have labelled it.",
  own: "You labelled this claim, and the policy lets nobody decide on their own label. Another editor has to.",
  round: "This claim is in a norming round. What people said of it opens to all at once when the round is revealed.",
}
