import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { cache } from "react"
import { fail, ok, type Result } from "../domain/failure.ts"
import { signedInBy } from "./auth.ts"
import { ownPath } from "./own-path.ts"
import type { SignedIn } from "./session.ts"
import { visitOf } from "./visit.ts"

/** Who is calling, asked once per request of a page; fails when nobody is signed in. The one way to an actor. */
export const requireActor: () => Promise<Result<SignedIn>> = cache(async () => {
  const person = await signedInBy(visitOf(await headers()))
  return person ? ok(person) : fail({ code: "signed-out" })
})

/** Who a page's stream is for, now; null when the session has ended. Being asked does not keep the session alive. */
export const streamActor = (request: Request): Promise<SignedIn | null> => signedInBy(visitOf(request.headers), false)

/** Who looks at a page; who is signed out is led to sign in and back to `path`, or to where proxy.ts says they are. */
export async function pageActor(path?: string): Promise<SignedIn> {
  const actor = await requireActor()
  if (actor.ok) return actor.value
  const next = ownPath(path ?? (await headers()).get("x-apparatus-path"), "/projects")
  redirect(`/sign-in?next=${encodeURIComponent(next)}`)
}
