import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { cache } from "react"
import { fail, ok, type Result } from "../domain/failure.ts"
import { signedInBy } from "./auth.ts"
import { ownPath } from "./own-path.ts"
import { lacksSecondStep } from "./second-step.ts"
import type { SignedIn } from "./session.ts"
import { visitOf } from "./visit.ts"

/** Who is calling, asked once per request of a page; fails when nobody is signed in. The one way to an actor. */
export const requireActor: () => Promise<Result<SignedIn>> = cache(async () => {
  const person = await signedInBy(visitOf(await headers()))
  return person ? ok(person) : fail({ code: "signed-out" })
})

/** Who a page's stream is for, now; null when the session has ended. Being asked does not keep the session alive. */
export const streamActor = (request: Request): Promise<SignedIn | null> => signedInBy(visitOf(request.headers), false)

const lacksStep = cache(lacksSecondStep)

/**
 * Who looks at a page; who is signed out is led to sign in and back to `path`, or to where proxy.ts says they are. Who has
 * to set up a second step first is led to where that is done.
 */
export async function pageActor(path?: string): Promise<SignedIn> {
  const actor = await accountActor(path)
  if (await lacksStep(actor.id)) redirect(`/account?next=${encodeURIComponent(await whereTo(path))}`)
  return actor
}

/** Who looks at the page of their account, where a second step is set up. */
export async function accountActor(path?: string): Promise<SignedIn> {
  const actor = await requireActor()
  if (actor.ok) return actor.value
  redirect(`/sign-in?next=${encodeURIComponent(await whereTo(path))}`)
}

const whereTo = async (path?: string) => ownPath(path ?? (await headers()).get("x-apparatus-path"), "/projects")
