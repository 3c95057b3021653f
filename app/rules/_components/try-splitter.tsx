"use client"
import { useState } from "react"
import { triedText } from "../../../lib/schema/splitter-input.ts"
import { announce } from "../../_ui/announce.ts"
import { Button } from "../../_ui/button.tsx"
import { FormError } from "../../_ui/form-error.tsx"
import { TextArea } from "../../_ui/text-area.tsx"
import { useApiForm } from "../../_ui/use-api-form.ts"
import type { ReadUnit } from "./reading.tsx"
import { TriedUnit } from "./tried-unit.tsx"

interface Props {
  /** What each rule is called, by its id. */
  readonly titles: Readonly<Record<string, string>>
  /** Characters that the text may have. */
  readonly longest: number
}

interface Tried {
  readonly text: string
  readonly units: readonly ReadUnit[]
}

/** Units shown at once; a long text can come to thousands. */
const page = 100

/** Splits a text of one's own and says which rules did it. What was typed stays, whatever the answer. */
export function TrySplitter({ titles, longest }: Props) {
  const [tried, setTried] = useState<Tried | null>(null)
  const [shown, setShown] = useState(page)
  const form = useApiForm({
    schema: triedText,
    defaultValues: { text: "" },
    send: "/splitter",
    stays: true,
    onDone: ({ units }: Pick<Tried, "units">, { text }) => {
      setTried({ text, units })
      setShown(page)
      announce(counted(units.length))
      return "unsaved"
    },
  })
  return (
    <>
      <form method="post" onSubmit={form.submit} noValidate className="mt-4 grid gap-4">
        <FormError failure={form.failure?.code === "invalid" ? null : form.failure} />
        <TextArea
          label="Text"
          hint={`Up to ${longest.toLocaleString("en")} characters. Nothing of it is stored.`}
          text
          className="min-h-32"
          error={form.errorOf("text")}
          {...form.register("text")}
        />
        <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
          Split it
        </Button>
      </form>
      {tried && (
        <div className="mt-6">
          <h3 className="text-xl">{counted(tried.units.length)}</h3>
          <ol className="mt-1 divide-y divide-rule">
            {tried.units.slice(0, shown).map(unit => (
              <TriedUnit key={unit.start} text={tried.text} unit={unit} titles={titles} />
            ))}
          </ol>
          {tried.units.length > shown && (
            <Button className="mt-3" onClick={() => setShown(shown + page)}>
              Show {Math.min(page, tried.units.length - shown)} more
            </Button>
          )}
        </div>
      )}
    </>
  )
}

const counted = (units: number) => `${units.toLocaleString("en")} ${units === 1 ? "unit" : "units"}`
