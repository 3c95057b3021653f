"use client"
import type { ComponentProps } from "react"
import { type ButtonKind, type ButtonSize, buttonLook } from "./button-look.ts"
import { classNames } from "./class-names.ts"

type Props = ComponentProps<"button"> & {
  kind?: ButtonKind
  size?: ButtonSize
  /** Something is under way: the button keeps its focus, and further presses do nothing. */
  busy?: boolean
}

/** A button. Its words say what happens ("Add the document"), also while it is busy. */
export function Button({
  kind = "quiet",
  size = "normal",
  busy = false,
  className,
  onClick,
  children,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(buttonLook(kind, size), className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest["aria-disabled"] || undefined}
      onClick={event => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {busy && (
        <span aria-hidden className="size-3 animate-spin rounded-full border-2 border-current border-r-transparent" />
      )}
      {children}
    </button>
  )
}
