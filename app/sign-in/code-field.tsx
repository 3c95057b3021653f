"use client"
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from "react"
import type { SecondWays } from "../../lib/domain/passkey.ts"
import { Button } from "../_ui/button.tsx"
import { TextField } from "../_ui/text-field.tsx"

interface Props {
  /** By what the account takes the second step, beside a recovery code. */
  readonly by: SecondWays
  readonly error: string | undefined
  readonly field: ComponentProps<"input">
  /** The button that has a passkey used. */
  readonly passkey: ReactNode
}

const codes = {
  app: {
    label: "Code",
    hint: "The password is right. Now type the six digits that your authenticator app shows.",
    inputMode: "numeric",
    autoComplete: "one-time-code",
  },
  recovery: {
    label: "Recovery code",
    hint: "One of the ten that you kept when you set up two-step sign-in. Each works once.",
    inputMode: "text",
    autoComplete: "off",
  },
} as const

type Way = keyof typeof codes | "passkey"

const ways: Readonly<Record<SecondWays, readonly Way[]>> = {
  app: ["app", "recovery"],
  passkey: ["passkey", "recovery"],
  either: ["passkey", "app", "recovery"],
}

const others: Readonly<Record<Way, string>> = {
  passkey: "Use a passkey",
  app: "Use the app’s code",
  recovery: "Use a recovery code",
}

/**
 * The second step of signing in: a passkey, a code of the app or, for who has got neither, a recovery code. Codes are one
 * field, so that what is typed stays.
 */
export function CodeField({ by, error, field, passkey }: Props) {
  const [way, setWay] = useState<Way>(ways[by][0]!)
  return (
    <div className="grid gap-2">
      <Focused key={way}>
        {way === "passkey" ? (
          <>
            <p>The password is right. Now use your passkey.</p>
            {passkey}
          </>
        ) : (
          <TextField {...codes[way]} autoCapitalize="none" spellCheck={false} error={error} {...field} />
        )}
      </Focused>
      <div className="flex flex-wrap gap-2">
        {ways[by]
          .filter(each => each !== way)
          .map(each => (
            <Button key={each} kind="plain" size="small" onClick={() => setWay(each)}>
              {others[each]}
            </Button>
          ))}
      </div>
    </div>
  )
}

/** Takes the focus to what it holds when it appears: the password was right, and this is all that is left to do. */
function Focused({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>("input, button")?.focus(), [])
  return (
    <div ref={box} className="grid gap-2">
      {children}
    </div>
  )
}
