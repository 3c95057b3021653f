"use client"
import { type ReactNode, useEffect, useRef } from "react"

/** A line that takes the focus when it appears, where what had the focus is gone. */
export function FocusedLine({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => line.current?.focus(), [])
  return (
    <p ref={line} role="status" tabIndex={-1} className={`outline-none ${className ?? ""}`}>
      {children}
    </p>
  )
}
