"use client"
import { CredentialsForm } from "./credentials-form.tsx"

/** Signs in with an e-mail address and a password and goes on to `next`. */
export function SignInForm({ next }: { next: string }) {
  return <CredentialsForm email={null} onDone={() => location.assign(next)} />
}
