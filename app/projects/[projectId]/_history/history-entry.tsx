"use client"
import { useEffect, useRef, useState } from "react"
import type { Happening } from "../../../../lib/queries/happenings.ts"
import { TextLink } from "../../../_ui/text-link.tsx"
import { Time } from "../../../_ui/time.tsx"
import { listAddress } from "../_components/list-address.ts"
import { ChangeBody } from "./change-body.tsx"
import { placeOf } from "./change-place.ts"
import { changeName } from "./history-address.ts"

interface Props {
  readonly projectId: string
  readonly happening: Happening
  /** The address names this change, so that it stands open. */
  readonly opened: boolean
  /** The path of the page that it is listed on. */
  readonly path: string
  readonly claim?: string
}

/** One thing that happened: its sentence, and folded under it what was before and after. */
export function HistoryEntry({ projectId, happening, opened, path, claim }: Props) {
  const { actor, sentence, at, quote } = happening
  const place = placeOf(happening)
  const summary = useRef<HTMLElement>(null)
  // What it shows is asked for when it is first opened.
  const [wanted, setWanted] = useState(opened)
  useEffect(() => {
    if (opened) summary.current?.focus()
  }, [opened])
  return (
    <li className="grid gap-1 border-b border-rule py-3.5">
      <details open={opened} onToggle={event => event.currentTarget.open && setWanted(true)}>
        <summary ref={summary} className="break-words">
          <b>{actor}</b> {sentence}
        </summary>
        {wanted && <ChangeBody projectId={projectId} happening={happening} {...(claim && { claim })} />}
      </details>
      {quote && place && (
        <p className="truncate pl-4 font-text">
          <TextLink kind="quiet" href={`/projects/${projectId}${place.path}`}>
            “{quote}”
          </TextLink>
        </p>
      )}
      <p className="pl-4 text-sm break-words text-soft">
        <Time at={at} precision="time" />
        {place && (
          <>
            {" · "}
            <TextLink kind="quiet" href={`/projects/${projectId}${place.path}`}>
              {place.label}
            </TextLink>
          </>
        )}
        {" · "}
        <TextLink kind="quiet" href={listAddress(path, { at: changeName(happening) })}>
          Link to this change
        </TextLink>
      </p>
    </li>
  )
}
