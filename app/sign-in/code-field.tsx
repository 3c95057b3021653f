"use client"
import { type ComponentProps, useEffect, useRef, useState } from "react"
import { Button } from "../_ui/button.tsx"
import { TextField } from "../_ui/text-field.tsx"

interface Props {
  readonly error: string | undefined
  readonly field: ComponentProps<"input">
}

const ways = {
  app: {
    label: "Code",
    hint: "The password is right. Now type the six digits that your authenticator app shows.",
    other: "Use a recovery code",
    inputMode: "numeric",
    autoComplete: "one-time-code",
  },
  recovery: {
    label: "Recovery code",
    hint: "One of the ten that you kept when you set up two-step sign-in. Each works once.",
    other: "Use the app’s code",
    inputMode: "text",
    autoComplete: "off",
  },
} as const

/** The second step of signing in: a code of the app or, for who has not got it, a recovery code. It is one field, so that what is typed stays. */
export function CodeField({ error, field }: Props) {
  const box = useRef<HTMLDivElement>(null)
  // It appears when the password was right, and is all that is left to do.
  useEffect(() => box.current?.querySelector("input")?.focus(), [])
  const [way, setWay] = useState<keyof typeof ways>("app")
  const { label, hint, other, inputMode, autoComplete } = ways[way]
  return (
    <div ref={box} className="grid gap-2">
      <TextField
        label={label}
        hint={hint}
        inputMode={inputMode}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        error={error}
        {...field}
      />
      <Button
        kind="plain"
        size="small"
        className="justify-self-start"
        onClick={() => setWay(way === "app" ? "recovery" : "app")}
      >
        {other}
      </Button>
    </div>
  )
}
