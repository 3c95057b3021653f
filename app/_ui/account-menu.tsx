"use client"
import Link from "next/link"
import { useEffect, useState } from "react"
import { api } from "./api.ts"
import { Button } from "./button.tsx"
import { type PersonHere, setPersonHere } from "./person-here.ts"
import { ThemeSwitch } from "./theme-switch.tsx"
import { toast } from "./toast.ts"

/**
 * Who is signed in, and what they can do about it. It opens as a popover of the browser's own, which
 * closes by Escape and by a press beside it and needs no script for that.
 */
export function AccountMenu({ id, name, email }: PersonHere) {
  const [busy, setBusy] = useState(false)
  useEffect(() => setPersonHere({ id, name, email }), [id, name, email])
  const signOut = async () => {
    setBusy(true)
    const result = await api.post("/account/sign-out")
    if (result.ok || result.failure.code === "signed-out") return location.assign("/sign-in")
    setBusy(false)
    toast({ text: result.failure.sentence, kind: "trouble" })
  }
  return (
    <>
      <button
        type="button"
        popoverTarget="account-menu"
        aria-label={`${initials(name)}, account of ${name}`}
        className="grid size-8 shrink-0 place-items-center rounded-full border border-transparent bg-wash text-xs font-semibold hover:border-line"
      >
        {initials(name)}
      </button>
      <section
        id="account-menu"
        popover="auto"
        aria-label="Account"
        className="floating fixed inset-auto top-12 right-4 w-72 max-w-[calc(100vw-2rem)]"
      >
        <div className="border-b border-rule px-4 py-3">
          <p className="font-semibold">{name}</p>
          <p className="text-sm text-soft">{email}</p>
        </div>
        <div className="grid gap-4 px-4 py-3.5">
          <Link href="/account">Password, sessions and account</Link>
          <ThemeSwitch />
          <Button busy={busy} onClick={signOut}>
            Sign out
          </Button>
        </div>
      </section>
    </>
  )
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map(word => [...word][0]?.toUpperCase() ?? "")
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join("")
