"use client"
import { type DragEvent, useEffect, useId, useRef, useState } from "react"
import { Button } from "./button.tsx"
import { FieldError } from "./field-error.tsx"
import { sizeWords } from "./size-words.ts"

interface Props {
  readonly label?: string
  readonly optional?: boolean
  /** While it is worked on, no other one is taken. */
  readonly busy?: boolean
  readonly file: File | null
  /** What kinds of file are taken, in a sentence. */
  readonly hint: string
  /** The same for the browser's own choice of files. */
  readonly accept: string
  readonly error: string | undefined
  readonly onFile: (file: File | null) => void
}

/** Takes a file, chosen or dropped. A file dropped beside it is refused, since the browser would leave the page for it. */
export function FileDrop({ label = "File", optional = true, busy = false, file, hint, accept, error, onFile }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => event.preventDefault()
    addEventListener("dragover", refuse)
    addEventListener("drop", refuse)
    return () => {
      removeEventListener("dragover", refuse)
      removeEventListener("drop", refuse)
    }
  }, [])
  useEffect(() => {
    if (!file && input.current) input.current.value = ""
  }, [file])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    if (dropped && !busy) onFile(dropped)
  }
  const forget = () => {
    onFile(null)
    input.current?.focus()
  }
  return (
    <fieldset
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className="grid gap-1.5 border border-dashed border-line px-4 py-3.5 data-over:border-accent data-over:bg-accent-wash"
      data-over={over || undefined}
    >
      <label htmlFor={id} className="font-semibold">
        {label} {optional && <span className="font-normal text-soft">(optional)</span>}
      </label>
      <p id={`${id}-hint`} className="text-sm text-soft">
        {hint}
      </p>
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        disabled={busy}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={error ? true : undefined}
        className={
          file
            ? "sr-only"
            : "py-1 file:mr-3 file:rounded-md file:border file:border-line file:bg-sheet file:px-3 file:py-1"
        }
        onChange={event => onFile(event.target.files?.[0] ?? null)}
      />
      {file && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="min-w-0 wrap-anywhere">
            <b>{file.name}</b> <span className="figures text-soft">{sizeWords(file.size)}</span>
          </span>
          <Button size="small" busy={busy} onClick={forget}>
            Take it out
          </Button>
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}
