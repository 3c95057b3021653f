"use client"
import { Tooltip as Base } from "@base-ui/react/tooltip"
import { type ReactElement, type ReactNode, useRef } from "react"
import { useLandmark } from "./use-landmark.ts"

interface Props {
  /** A few words; never the only place where something important stands, since touch screens do not show it. */
  readonly text: ReactNode
  /** A button or a link. */
  readonly children: ReactElement<Record<string, unknown>>
}

/** Words that appear beside a control when it is pointed at or has the focus. */
export function Tooltip({ text, children }: Props) {
  const trigger = useRef<HTMLButtonElement>(null)
  const landmark = useLandmark(trigger)
  return (
    <Base.Root>
      <Base.Trigger ref={trigger} delay={400} render={children} />
      <Base.Portal container={landmark}>
        <Base.Positioner sideOffset={6} className="z-50">
          <Base.Popup className="max-w-72 rounded-md bg-ink px-2.5 py-1.5 text-sm text-paper">{text}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
