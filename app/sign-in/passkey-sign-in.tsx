"use client"
import { enterWithPasskey } from "./enter.ts"
import { PasskeyButton } from "./passkey-button.tsx"

/** Signs in with a passkey alone and goes on to `next`. */
export function PasskeySignIn({ next }: { next: string }) {
  return <PasskeyButton label="Sign in with a passkey" run={enterWithPasskey} onDone={() => location.assign(next)} />
}
