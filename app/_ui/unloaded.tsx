"use client"
import { useEffect, useRef } from "react"
import { Button } from "./button.tsx"
import { classNames } from "./class-names.ts"

interface Props {
  readonly again: () => void
  readonly onClose?: (() => void) | undefined
}

/** Stands for a part of the page whose code can't be fetched. One that lies over the page has the focus meanwhile. */
export function Unloaded({ again, onClose }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const over = onClose !== undefined
  useEffect(() => {
    if (!over) return
    const { activeElement } = document
    button.current?.focus()
    return () => {
      if (activeElement instanceof HTMLElement && activeElement.isConnected) activeElement.focus()
    }
  }, [over])
  return (
    <div
      role="alert"
      className={classNames(
        "flex flex-wrap items-center gap-2",
        over && "floating fixed inset-x-4 bottom-4 z-50 mx-auto max-w-[30rem] px-5 py-4",
      )}
      onKeyDown={event => {
        event.stopPropagation()
        if (event.key === "Escape") onClose?.()
      }}
    >
      <p className="basis-full">This part could not be loaded. Check the connection, then try again.</p>
      <Button ref={button} size="small" onClick={again}>
        Try again
      </Button>
      {onClose && (
        <Button size="small" kind="plain" onClick={onClose}>
          Close
        </Button>
      )}
    </div>
  )
}
