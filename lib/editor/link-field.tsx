"use client"
import { useEffect, useRef, useState } from "react"
import { linkAllowed } from "../domain/rationale.ts"

interface Props {
  readonly start: string
  /** The address to link to; "" takes the link away. */
  readonly onDone: (href: string) => void
  readonly onCancel: () => void
}

/** Asks for the address of a link. It stands inside of a form, so it is none itself. */
export function LinkField({ start, onDone, onCancel }: Props) {
  const [href, setHref] = useState(start)
  const [wrong, setWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const done = () => (href.trim() === "" || linkAllowed(href.trim()) ? onDone(href.trim()) : setWrong(true))
  return (
    <div className="mb-2 grid gap-1">
      <label className="flex items-center gap-2 text-sm">
        Address
        <input
          type="url"
          ref={field}
          value={href}
          placeholder="https://"
          aria-invalid={wrong}
          className="control min-h-8 py-0.5 text-sm"
          onChange={event => {
            setHref(event.target.value)
            setWrong(false)
          }}
          onKeyDown={event => {
            if (event.key !== "Enter" && event.key !== "Escape") return
            event.preventDefault()
            event.stopPropagation()
            if (event.key === "Enter") done()
            else onCancel()
          }}
        />
        <button type="button" className="text-accent" onClick={done}>
          {href.trim() === "" ? "Remove" : "Link"}
        </button>
      </label>
      {wrong && (
        <p role="alert" className="text-sm text-danger">
          Begin with https://, http:// or mailto:.
        </p>
      )}
    </div>
  )
}
