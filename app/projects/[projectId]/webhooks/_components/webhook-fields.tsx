"use client"
import { type ComponentProps, useId } from "react"
import { webhookEventGroups } from "../../../../../lib/domain/webhook-event.ts"
import { Button } from "../../../../_ui/button.tsx"
import { Checkbox } from "../../../../_ui/checkbox.tsx"
import { FieldError } from "../../../../_ui/field-error.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"

type Registered = ComponentProps<"input">

interface Props {
  readonly address: Registered
  readonly addressError: string | undefined
  readonly events: Registered
  readonly eventsError: string | undefined
  /** Chooses every event. */
  readonly onAll: () => void
}

/** Where a webhook is and what it is told of. */
export function WebhookFields({ address, addressError, events, eventsError, onAll }: Props) {
  const id = useId()
  return (
    <>
      <TextField
        label="Address"
        hint="Beginning with https://. Messages are posted there; addresses inside a private network are never asked."
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        error={addressError}
        {...address}
      />
      <fieldset aria-describedby={eventsError ? id : undefined} className="grid gap-4">
        <legend className="mb-1.5 font-semibold">What it is told of</legend>
        <FieldError id={id} error={eventsError} />
        <Button size="small" className="justify-self-start" onClick={onAll}>
          Choose all
        </Button>
        <div className="gap-8 sm:columns-2">
          {Object.entries(webhookEventGroups).map(([group, kinds]) => (
            <fieldset key={group} className="mb-5 grid break-inside-avoid gap-2">
              <legend className="label-caps mb-1">{group}</legend>
              {Object.entries(kinds).map(([event, says]) => (
                <Checkbox key={event} value={event} label={event} hint={says} {...events} />
              ))}
            </fieldset>
          ))}
        </div>
      </fieldset>
      <p className="text-sm text-soft">
        Messages name no people and hold no labels or texts. While a round is labelled blind, nothing is told of what is
        said of its claims; in a document under blind review no message says which claim it was.
      </p>
    </>
  )
}
