"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { flagReasonWords } from "../../../../../../../lib/domain/flag-words.ts"
import type { LostPage } from "../../../../../../../lib/queries/lost-claims.ts"
import { api } from "../../../../../../_ui/api.ts"
import { Button } from "../../../../../../_ui/button.tsx"
import { FormDialog } from "../../../../../../_ui/form-dialog.tsx"
import { toast } from "../../../../../../_ui/toast.ts"
import { GiveUpForm } from "./give-up-form.tsx"
import { PlaceForm } from "./place-form.tsx"

/** Lost claims and flags, each with what was said, and with the two ways on: to place it or to give it up. */
export function LostList({ page }: { page: LostPage }) {
  const router = useRouter()
  const { document, number, offers, units, flags, more } = page
  const base = `/documents/${document.id}`
  const done = (text: string) => {
    toast({ text })
    router.refresh()
  }
  return (
    <div className="grid gap-10">
      {units.length > 0 && (
        <section aria-label="Lost claims">
          <h2 className="mb-3 font-text text-2xl">Claims</h2>
          <ul className="divide-y divide-rule border-y border-rule">
            {units.map(({ id, quote, version, number: from, work, places, kind }) => (
              <li key={id} id={id} className="grid gap-3 py-5">
                <blockquote className="font-text text-lg wrap-anywhere">{quote}</blockquote>
                <p className="text-sm text-soft">
                  {kind} of version {from}
                </p>
                {work.length > 0 && (
                  <ul className="grid gap-1 text-sm">
                    {work.map(({ what, who, label, words }) => (
                      <li key={`${what} ${who} ${words}`} className="wrap-anywhere">
                        <b>{label ?? what}</b> · {who}
                        {label && what === "decision" && " decided"}
                        {words && `: ${words}`}
                      </li>
                    ))}
                  </ul>
                )}
                {offers["unit.edit"] && (
                  <div className="flex flex-wrap gap-2">
                    <FormDialog
                      button={{ size: "small", children: "Place it …" }}
                      title="Place a lost claim"
                      width="wide"
                    >
                      {({ close, onTyped }) => (
                        <PlaceForm
                          quote={quote}
                          places={places}
                          search={`${base}/places`}
                          onTyped={onTyped}
                          send={place => [
                            `${base}/lost/${id}/place`,
                            { version, ontoId: place.id, ontoVersion: place.version },
                          ]}
                          onDone={() => {
                            close()
                            done("The claim is placed. Undo in the reading room takes it back.")
                          }}
                        />
                      )}
                    </FormDialog>
                    <FormDialog button={{ size: "small", children: "Give it up …" }} title="Give up a lost claim">
                      {({ close, onTyped }) => (
                        <GiveUpForm
                          path={`${base}/lost/${id}/give-up`}
                          seen={{ version }}
                          field="reason"
                          label="Why it is given up"
                          quote={quote}
                          onTyped={onTyped}
                          onDone={() => {
                            close()
                            done("The claim is given up. It stays in the history.")
                          }}
                        />
                      )}
                    </FormDialog>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {flags.length > 0 && (
        <section aria-label="Lost flags">
          <h2 className="mb-3 font-text text-2xl">Flags</h2>
          <ul className="divide-y divide-rule border-y border-rule">
            {flags.map(({ id, quote, version, reason, note, raiser, places, mine }) => (
              <li key={id} id={id} className="grid gap-3 py-5">
                <blockquote className="font-text text-lg wrap-anywhere">{quote}</blockquote>
                <p className="text-sm text-soft">
                  {flagReasonWords[reason]} · {raiser}
                  {note && `: ${note}`}
                </p>
                <div className="flex flex-wrap gap-2">
                  {offers["flag.answer"] && (
                    <>
                      <FormDialog
                        button={{ size: "small", children: "Place it …" }}
                        title="Place a lost flag"
                        width="wide"
                      >
                        {({ close, onTyped }) => (
                          <PlaceForm
                            quote={quote}
                            places={places}
                            search={`${base}/places`}
                            onTyped={onTyped}
                            send={({ start, end, quote: words }) => [
                              `${base}/flags/${id}/place`,
                              { version, number, start, end, quote: words },
                            ]}
                            onDone={() => {
                              close()
                              done("The flag is placed.")
                            }}
                          />
                        )}
                      </FormDialog>
                      <FormDialog button={{ size: "small", children: "Answer it …" }} title="Answer a lost flag">
                        {({ close, onTyped }) => (
                          <GiveUpForm
                            path={`${base}/flags/${id}/answer`}
                            seen={{ version }}
                            field="answer"
                            label="How it was dealt with"
                            quote={quote}
                            onTyped={onTyped}
                            onDone={() => {
                              close()
                              done("The flag is answered.")
                            }}
                          />
                        )}
                      </FormDialog>
                    </>
                  )}
                  {mine && <WithdrawFlag path={`${base}/flags/${id}/withdraw`} version={version} done={done} />}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {more > 0 && <p className="text-soft">{more.toLocaleString("en")} more come when some of these are done.</p>}
    </div>
  )
}

function WithdrawFlag({ path, version, done }: { path: string; version: number; done: (text: string) => void }) {
  const [busy, setBusy] = useState(false)
  const withdraw = async () => {
    setBusy(true)
    const result = await api.post(path, { requestId: crypto.randomUUID(), version })
    setBusy(false)
    if (result.ok) done("The flag is withdrawn.")
    else toast({ text: result.failure.sentence, kind: "trouble" })
  }
  return (
    <Button size="small" busy={busy} onClick={() => void withdraw()}>
      Withdraw it
    </Button>
  )
}
