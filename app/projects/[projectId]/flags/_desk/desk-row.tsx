"use client"
import Link from "next/link"
import { memo } from "react"
import { flagReasonWords } from "../../../../../lib/domain/flag-words.ts"
import type { ListedFlag } from "../../../../../lib/queries/flags.ts"
import { Chip } from "../../../../_ui/chip.tsx"
import { classNames } from "../../../../_ui/class-names.ts"
import { Time } from "../../../../_ui/time.tsx"
import { passageAddress } from "./desk-address.ts"

interface Props {
  readonly projectId: string
  readonly flag: ListedFlag
  /** Where it stands in the list, from 0. */
  readonly index: number
  /** Where it stands among what is drawn, group heads with it. */
  readonly item: number
  readonly at: boolean
  readonly chosen: boolean
  readonly measure: (row: HTMLTableRowElement | null) => void
}

/** A row of the grid, whose table is laid out as blocks so that only what is in sight has to be there. */
const row = { role: "row" } as const
const cell = { role: "gridcell" } as const

/** One flag of the list: its passage, why, who or what raised it, and how it stands. */
export const DeskRow = memo(function DeskRow({ projectId, flag, index, item, at, chosen, measure }: Props) {
  const why = flag.found ?? flag.note
  return (
    <tr
      {...row}
      ref={measure}
      data-index={item}
      data-flag={flag.id}
      aria-rowindex={index + 1}
      aria-selected={chosen}
      tabIndex={at ? 0 : -1}
      className={classNames(
        "grid cursor-default grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2 border-b border-rule px-3 py-2.5 -outline-offset-2 sm:grid-cols-[1.5rem_minmax(0,1fr)_auto]",
        at && "bg-wash shadow-[inset_3px_0_0_var(--color-accent)]",
      )}
    >
      <td {...cell} className="pt-0.5">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={chosen}
          readOnly
          aria-label={`Choose the flag on “${flag.quote.slice(0, 60)}”`}
          className="size-4.5 accent-accent"
        />
      </td>
      <td {...cell} className="grid min-w-0 gap-0.5">
        <span className="line-clamp-2 font-text break-words">
          <Link
            href={passageAddress(projectId, flag)}
            prefetch={false}
            tabIndex={-1}
            className="link-quiet"
            title="Open the passage in its text"
          >
            “{flag.quote.trim() || "the passage"}”
          </Link>
        </span>
        <span className="line-clamp-2 text-sm break-words">
          <b className="font-semibold">
            <span aria-hidden="true">⚑ </span>
            {flagReasonWords[flag.reason]}
          </b>
          {why && <> · {why}</>}
        </span>
        <span className="text-sm break-words text-soft">
          {flag.raiser ?? "a rule"}, <Time at={flag.raisedAt} precision="day" />, in {flag.document}
          {flag.lostIn !== null && `, version ${flag.lostIn} (lost)`}
          {flag.talk.comments > 0 && (
            <>
              {" · "}
              {flag.talk.comments} {flag.talk.comments === 1 ? "comment" : "comments"}
              {flag.talk.unread > 0 && ` (${flag.talk.unread} new)`}
            </>
          )}
        </span>
      </td>
      <td
        {...cell}
        className="col-start-2 flex flex-wrap items-start gap-1.5 text-sm sm:col-start-3 sm:max-w-44 sm:flex-col sm:items-end"
      >
        {flag.status !== "open" && <Chip>{flag.status}</Chip>}
        {flag.blocking && flag.status === "open" && <Chip tone="danger">blocks the verdict</Chip>}
        {flag.assignee && <Chip>{flag.assignee}</Chip>}
        {flag.dueOn && (
          <span className={classNames("figures", flag.due === "overdue" ? "font-semibold text-danger" : "text-soft")}>
            {flag.due === "overdue" ? "overdue, " : "due "}
            {flag.dueOn}
          </span>
        )}
      </td>
    </tr>
  )
})
