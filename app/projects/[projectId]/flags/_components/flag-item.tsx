import type { FlagReason, FlagStatus } from "../../../../../lib/domain/flag.ts"
import { flagReasonWords } from "../../../../../lib/domain/flag-words.ts"
import { Chip } from "../../../../_ui/chip.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { Time } from "../../../../_ui/time.tsx"
import { FlagTalk } from "../../_discussion/flag-talk.tsx"
import { AnswerFlag } from "./answer-flag.tsx"
import { WithdrawFlag } from "./withdraw-flag.tsx"

export interface ListedFlag {
  readonly id: string
  readonly documentId: string
  readonly document: string
  readonly start: number
  readonly quote: string
  readonly reason: FlagReason
  readonly note: string
  readonly blocking: boolean
  readonly status: FlagStatus
  readonly raiser: string
  /** ISO 8601. */
  readonly raisedAt: string
  readonly answer: string
  readonly answerer: string | null
  readonly answeredAt: string | null
  readonly version: number
  readonly talk: { readonly comments: number; readonly unread: number }
}

interface Props {
  readonly projectId: string
  readonly flag: ListedFlag
  readonly mayAnswer: boolean
  readonly mayWithdraw: boolean
}

/** One flag with its passage, and what can be done about it. */
export function FlagItem({ projectId, flag, mayAnswer, mayWithdraw }: Props) {
  const open = flag.status === "open"
  return (
    <li className="grid gap-2 border-b border-rule py-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <b>
          <span aria-hidden="true">⚑ </span>
          {flagReasonWords[flag.reason]}
        </b>
        {flag.blocking && <Chip tone={open ? "danger" : "plain"}>{open ? "blocks the verdict" : "blocked"}</Chip>}
        {!open && <Chip>{flag.status}</Chip>}
      </p>
      <blockquote className="font-text text-lg break-words">
        <TextLink kind="quiet" href={`/projects/${projectId}/documents/${flag.documentId}?at=${flag.start}`}>
          “{flag.quote.trim()}”
        </TextLink>
      </blockquote>
      {flag.note && <p className="break-words whitespace-pre-wrap">{flag.note}</p>}
      <p className="text-sm break-words text-soft">
        {flag.raiser}, <Time at={flag.raisedAt} precision="minute" />, in {flag.document}
      </p>
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
      <FlagTalk
        projectId={projectId}
        documentId={flag.documentId}
        flagId={flag.id}
        about={`the flag on “${flag.quote.trim().slice(0, 60)}”`}
        {...flag.talk}
      />
      {flag.status !== "withdrawn" && (mayAnswer || (open && mayWithdraw)) && (
        <div className="flex flex-wrap gap-2">
          {mayAnswer && <AnswerFlag flag={flag} />}
          {open && mayWithdraw && <WithdrawFlag flag={flag} />}
        </div>
      )}
    </li>
  )
}
