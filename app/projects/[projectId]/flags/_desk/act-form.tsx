"use client"
import { type FormEvent, useEffect, useRef, useState } from "react"
import type { Role } from "../../../../../lib/domain/access.ts"
import { type FlagAct, flagOutcomes, refusal } from "../../../../../lib/domain/flag-act.ts"
import type { FlagsPage } from "../../../../../lib/queries/flags.ts"
import { flagAct } from "../../../../../lib/schema/flag-desk-input.ts"
import { parse } from "../../../../../lib/schema/parse.ts"
import { type ApiFailure, awayWords, isAway } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { Progress } from "../../../../_ui/progress.tsx"
import { SelectField } from "../../../../_ui/select-field.tsx"
import { TextArea } from "../../../../_ui/text-area.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { actWords, flagsMany, leftWords } from "./desk-words.ts"
import { type ActResult, type Attempt, attemptOf, type Changes, type Chosen } from "./use-acts.ts"

interface Props {
  readonly what: FlagAct["do"]
  readonly flags: readonly Chosen[]
  readonly page: Pick<FlagsPage, "me" | "role" | "people" | "offers">
  readonly run: (attempt: Attempt, told: (share: number) => void) => Promise<ActResult>
  readonly onTyped: (typed: boolean) => void
  /** Hears what is to be said of it, and the changes that it was; `stay` while there is more to read here. */
  readonly onDone: (text: string, changes: Changes, stay: boolean) => void
  readonly onClose: () => void
}

/**
 * Asks what is to be done with the chosen flags, says beforehand how many of them it concerns, and afterwards what came
 * of them. What could not be finished is sent again as the same request.
 */
export function ActForm({ what, flags, page, run, onTyped, onDone, onClose }: Props) {
  const [words, setWords] = useState("")
  const [error, setError] = useState<string>()
  const [share, setShare] = useState<number | null>(null)
  const [result, setResult] = useState<ActResult | null>(null)
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  const attempt = useRef<{ readonly of: string; readonly it: Attempt } | null>(null)
  const by = { id: page.me, role: page.role as Role }
  const act = actFor(what, words)
  const meant = flags.filter(flag => {
    const { assigneeId, ...rest } = flag
    const why = refusal({ ...rest, ...(assigneeId && { assigneeId }) }, act, by)
    return why === null
  })
  const documents = new Set(meant.map(({ documentId }) => documentId)).size
  useEffect(() => onTyped(words !== "" && result === null), [words, result, onTyped])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (share !== null) return
    const parsed = parse(flagAct, act)
    if (!parsed.ok) return setError(parsed.failure.code === "invalid" ? parsed.failure.issues[0]?.message : undefined)
    setError(undefined)
    setShare(0)
    const of = JSON.stringify(act)
    if (attempt.current?.of !== of) attempt.current = { of, it: attemptOf(parsed.value, meant) }
    const told = await run(attempt.current.it, setShare)
    setShare(null)
    // Whoever closed the form meanwhile is told beside the page.
    if (told.failure && !here.current)
      toast({ text: `${actWords[what].title}: ${late(told.failure)}`, kind: "trouble" })
    if (told.rest) attempt.current = { of, it: told.rest }
    const failed = told.failure?.issues?.[0]?.message
    if (told.failure && told.changes.length === 0) {
      if (failed) setError(failed)
      return setResult(told)
    }
    const done = Object.values(told.outcomes).filter(outcome => outcome === "done").length
    const all = told.failure === null && done === meant.length
    onDone(done === 0 ? "No flag was changed." : actWords[what].done(flagsMany(done)), told.changes, !all)
    setResult(told)
  }

  if (result && result.failure === null) return <Outcome result={result} onClose={onClose} />
  const left = flags.length - meant.length
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <FormError failure={result?.failure ? retried(result.failure) : null} />
      {what === "answer" && (
        <TextArea
          label="How they were dealt with"
          hint="The same words stay with each passage, under your name."
          error={error}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
      )}
      {what === "assign" && (
        <SelectField
          label="Who is to deal with them"
          error={error}
          value={words}
          placeholder="Nobody"
          options={page.people
            .filter(
              ({ left, role, id }) => !left && role !== "reader" && (page.offers["work.assign"] || id === page.me),
            )
            .map(({ id, name }) => ({ value: id, label: id === page.me ? `${name} (you)` : name }))}
          onChange={event => setWords(event.target.value)}
        />
      )}
      {what === "date" && (
        <TextField
          label="The day by which they are due"
          type="date"
          hint="Leave it empty to take the date off."
          error={error}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
      )}
      <p>
        {meant.length === 0
          ? `None of the ${flagsMany(flags.length)} can be changed in this way.`
          : `This concerns ${flagsMany(meant.length)}${documents > 1 ? ` in ${documents} documents` : ""}.`}
        {left > 0 && meant.length > 0 && ` ${left === 1 ? "1 stays as it is" : `${left} stay as they are`}.`}
      </p>
      {share !== null && <Progress label="Working on them" share={share} />}
      <Button
        type="submit"
        kind="primary"
        busy={share !== null}
        disabled={meant.length === 0}
        className="justify-self-start"
      >
        {result?.failure ? "Try again" : actWords[what].button}
      </Button>
    </form>
  )
}

const retried = (failure: ApiFailure): ApiFailure =>
  isAway(failure) ? { ...failure, sentence: `${awayWords(failure)}. Try again; nothing is done twice.` } : failure

const late = (failure: ApiFailure): string =>
  isAway(failure) ? `${awayWords(failure)}. Look at the list before you do it again.` : failure.sentence

function actFor(what: FlagAct["do"], words: string): FlagAct {
  if (what === "answer") return { do: what, answer: words }
  if (what === "assign") return { do: what, assigneeId: words || null }
  if (what === "date") return { do: what, dueOn: words || null }
  return { do: what }
}

function Outcome({ result, onClose }: { result: ActResult; onClose: () => void }) {
  const all = Object.values(result.outcomes)
  const many = (outcome: string) => all.filter(one => one === outcome).length
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <div className="grid gap-4">
      <p>{flagsMany(many("done"))} done.</p>
      <ul className="list-disc pl-5">
        {flagOutcomes.flatMap(outcome =>
          outcome === "done" || many(outcome) === 0
            ? []
            : [
                <li key={outcome}>
                  {many(outcome)} {leftWords[outcome]}
                </li>,
              ],
        )}
      </ul>
      <Button ref={button} onClick={onClose} className="justify-self-start">
        Close
      </Button>
    </div>
  )
}
