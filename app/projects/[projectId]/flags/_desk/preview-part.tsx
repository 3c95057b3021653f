"use client"
import Link from "next/link"
import { type ReactNode, useEffect, useState } from "react"
import { flagReasonWords } from "../../../../../lib/domain/flag-words.ts"
import type { FlagPreview } from "../../../../../lib/queries/flag-preview.ts"
import type { ListedFlag } from "../../../../../lib/queries/flags.ts"
import { type ApiFailure, api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { KeySign } from "../../../../_ui/key-sign.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { Time } from "../../../../_ui/time.tsx"
import { VisuallyHidden } from "../../../../_ui/visually-hidden.tsx"
import { FlagTalk } from "../../_discussion/flag-talk.tsx"
import { passageAddress } from "./desk-address.ts"

interface Props {
  readonly projectId: string
  readonly flag: ListedFlag
  readonly mayAnswer: boolean
  readonly mayWithdraw: boolean
  readonly onAnswer: () => void
  readonly onWithdraw: () => void
}

/** The flag at hand: its passage in what stands around it, who labelled what there, and what can be done. */
export function PreviewPart({ projectId, flag, mayAnswer, mayWithdraw, onAnswer, onWithdraw }: Props) {
  const { preview, failure } = usePreview(flag)
  const short = flag.quote.trim().slice(0, 60)
  const answers = mayAnswer && (flag.status === "open" || flag.status === "answered")
  const answerWords = flag.status === "answered" ? "Answer again" : "Answer"
  return (
    <section aria-label="The flag at hand" className="grid content-start gap-4">
      <p>
        <b>
          <span aria-hidden="true">⚑ </span>
          {flagReasonWords[flag.reason]}
        </b>
        <span className="text-soft"> · {flag.raiser ?? "raised by a rule"}</span>
      </p>
      {(flag.found || flag.note) && <p className="break-words whitespace-pre-wrap">{flag.found ?? flag.note}</p>}
      <Passage flag={flag} preview={preview} failure={failure} />
      {flag.lostIn !== null && flag.status === "open" && (
        <p className="text-sm text-soft">
          This passage of version {flag.lostIn} is not in the current text.{" "}
          <TextLink href={passageAddress(projectId, flag)}>See what the text lost</TextLink>
        </p>
      )}
      {flag.answer && (
        <div className="border-l-2 border-rule pl-3">
          <p className="break-words whitespace-pre-wrap">{flag.answer}</p>
          <p className="text-sm text-soft">
            answered by {flag.answerer ?? "somebody"}
            {flag.answeredAt && (
              <>
                , <Time at={flag.answeredAt} precision="minute" />
              </>
            )}
          </p>
        </div>
      )}
      {preview?.claims.map(claim => (
        <ClaimSaid
          key={claim.unitId}
          projectId={projectId}
          flag={flag}
          claim={claim}
          alone={preview.claims.length === 1}
        />
      ))}
      {preview?.more && <p className="text-sm text-soft">The flag crosses more claims than these.</p>}
      <div className="flex flex-wrap gap-2">
        {answers && (
          <Button size="small" onClick={onAnswer}>
            <span>
              {answerWords}
              <VisuallyHidden> the flag on “{short}”</VisuallyHidden>
            </span>{" "}
            <KeySign>a</KeySign>
          </Button>
        )}
        {mayWithdraw && flag.status === "open" && (
          <Button size="small" kind="plain" onClick={onWithdraw}>
            <span>
              Withdraw
              <VisuallyHidden> the flag on “{short}”</VisuallyHidden>
            </span>{" "}
            <KeySign>w</KeySign>
          </Button>
        )}
      </div>
      <FlagTalk
        key={flag.id}
        projectId={projectId}
        documentId={flag.documentId}
        flagId={flag.id}
        about={`the flag on “${short}”`}
        {...flag.talk}
      />
    </section>
  )
}

function Passage({
  flag,
  preview,
  failure,
}: {
  flag: ListedFlag
  preview: FlagPreview | null
  failure: ApiFailure | null
}) {
  if (failure) return <p className="text-sm text-soft">{failure.sentence}</p>
  return (
    <p className="border-l-2 border-rule pl-3 font-text break-words">
      {preview && <span className="text-soft">{preview.before && `…${preview.before}`}</span>}
      <mark className="bg-wash font-medium text-ink">{preview?.passage ?? flag.quote}</mark>
      {preview && <span className="text-soft">{preview.after && `${preview.after}…`}</span>}
    </p>
  )
}

interface Said {
  readonly projectId: string
  readonly flag: ListedFlag
  readonly claim: FlagPreview["claims"][number]
  /** There is no other one, so that it needs no words to tell it apart. */
  readonly alone: boolean
}

function ClaimSaid({ projectId, flag, claim, alone }: Said) {
  const standing = claim.verdict ? `verdict: ${claim.verdict}` : claim.state.replace("-", " ")
  let body: ReactNode = <p className="text-sm text-soft">Nobody labelled this claim yet.</p>
  if (claim.veiled) body = <p className="text-sm text-soft">Label it yourself first; what others said shows then.</p>
  else if (claim.annotations.length > 0)
    body = (
      <ul className="grid gap-1.5">
        {claim.annotations.map(({ id, reviewer, label, confidence, rationaleText }) => (
          <li key={id} className="text-sm break-words">
            <b className="font-semibold">{reviewer}</b>: {label}, {confidence} confidence
            {rationaleText && <span className="line-clamp-3 text-soft">{rationaleText}</span>}
          </li>
        ))}
      </ul>
    )
  return (
    <section className="grid gap-1.5 border-t border-rule pt-3">
      {!alone && (
        <Link
          href={passageAddress(projectId, { ...flag, unitId: claim.unitId })}
          prefetch={false}
          className="link-quiet line-clamp-2 font-text text-sm"
        >
          “{claim.quote.trim()}”
        </Link>
      )}
      {!claim.veiled && (
        <p className="text-sm text-soft">
          {standing}
          {claim.citations.map(({ stance, count }) => ` · ${count} ${stance}`).join("")}
        </p>
      )}
      {body}
    </section>
  )
}

/** The preview of a flag, read when one stays with it for a moment, and again when it changed. */
function usePreview({ id, documentId, version }: ListedFlag) {
  const [shown, setShown] = useState<{ readonly of: string; readonly preview: FlagPreview } | null>(null)
  const [failure, setFailure] = useState<{ readonly of: string; readonly it: ApiFailure } | null>(null)
  useEffect(() => {
    void version
    const gone = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await api.get<FlagPreview>(`/documents/${documentId}/flags/${id}`, { signal: gone.signal })
      if (gone.signal.aborted) return
      if (answer.ok) {
        setShown({ of: id, preview: answer.value })
        setFailure(null)
      } else setFailure({ of: id, it: answer.failure })
    }, 120)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [id, documentId, version])
  return {
    preview: shown?.of === id ? shown.preview : null,
    failure: failure?.of === id ? failure.it : null,
  }
}
