"use client"
import { useState } from "react"
import { announce } from "./announce.ts"
import { Button } from "./button.tsx"
import type { ButtonKind, ButtonSize } from "./button-look.ts"
import { toast } from "./toast.ts"

interface Props {
  readonly text: string
  readonly label?: string
  readonly kind?: ButtonKind
  readonly size?: ButtonSize
  readonly onCopied?: () => void
}

/** Copies a text to the clipboard and says so. */
export function CopyButton({ text, label = "Copy", kind = "quiet", size = "small", onCopied }: Props) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      onCopied?.()
      announce("Copied")
      setTimeout(() => setCopied(false), 2000)
    } catch {
      toast({ text: "The browser did not allow copying. Mark the text and copy it by hand.", kind: "trouble" })
    }
  }
  return (
    <Button kind={kind} size={size} onClick={copy}>
      {copied ? "Copied" : label}
    </Button>
  )
}
