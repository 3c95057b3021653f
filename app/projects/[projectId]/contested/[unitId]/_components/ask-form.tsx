"use client"
import { useRouter } from "next/navigation"
import { type RefObject, useState } from "react"
import { uuidv7 } from "uuidv7"
import type { ContestedClaimPage } from "../../../../../../lib/queries/contested-claim.ts"
import { questionWords } from "../../../../../../lib/schema/adjudication-input.ts"
import { api } from "../../../../../_ui/api.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { Checkbox } from "../../../../../_ui/checkbox.tsx"
import { FieldError } from "../../../../../_ui/field-error.tsx"
import { FormFrame } from "../../../../../_ui/form-frame.tsx"
import { insist } from "../../../../../_ui/insist.ts"
import { KeySign } from "../../../../../_ui/key-sign.tsx"
import { TextArea } from "../../../../../_ui/text-area.tsx"
import { useApiForm } from "../../../../../_ui/use-api-form.ts"
import { whatRemains } from "../../../../../_ui/what-remains.ts"
import { annotatorsOf } from "./annotators.ts"

interface Props {
  readonly page: ContestedClaimPage
  readonly box: RefObject<HTMLDivElement | null>
  readonly onDone: (asked: number) => void
}

/** Sends the claim back to some or all who labelled it, with a question. */
export function AskForm({ page, box, onDone }: Props) {
  const router = useRouter()
  const { card, document, me } = page
  const people = annotatorsOf(page).filter(({ reviewerId }) => reviewerId !== me)
  const [threadId, setThreadId] = useState(uuidv7)
  const form = useApiForm({
    schema: questionWords,
    defaultValues: { text: "", asks: people.map(({ reviewerId }) => reviewerId) },
    send: (words, ids) =>
      insist(() =>
        api.post(`/documents/${document.id}/questions`, { ...ids, threadId, unitId: card.unit.id, ...words }),
      ),
    stays: true,
    onDone: (_, { text, asks }, typedOn) => {
      setThreadId(uuidv7())
      if (!typedOn) {
        form.reset()
        return onDone(asks.length)
      }
      // Who writes on stays here, with the people as they are chosen and the words that are no question yet.
      const now = form.getValues()
      form.reset({ ...now, text: whatRemains(text, now.text) }, { keepDefaultValues: true })
      router.refresh()
    },
    draft: { place: `question:${card.unit.id}` },
  })
  if (people.length === 0) return null
  return (
    <section aria-labelledby="ask" className="border-t border-rule pt-4">
      <h2 id="ask" className="text-xl">
        Send it back with a question
      </h2>
      <p className="mb-4 text-soft">It waits until everybody whom you ask has written an answer or labelled it anew.</p>
      <div ref={box}>
        <FormFrame form={form}>
          <fieldset>
            <legend className="mb-1.5 font-semibold">Whom</legend>
            <div className="flex flex-wrap gap-x-5 gap-y-2">
              {people.map(({ reviewerId, reviewer }) => (
                <Checkbox key={reviewerId} label={reviewer} value={reviewerId} {...form.register("asks")} />
              ))}
            </div>
            <FieldError id="asks-error" error={form.errorOf("asks")} />
          </fieldset>
          <TextArea
            label={
              <>
                Question <KeySign>q</KeySign>
              </>
            }
            error={form.errorOf("text")}
            {...form.register("text")}
          />
          <Button type="submit" busy={form.busy} className="justify-self-start">
            Ask
          </Button>
        </FormFrame>
      </div>
    </section>
  )
}
