import type { Metadata } from "next"
import { requireActor } from "../lib/server/actor.ts"
import { Trouble } from "./_ui/trouble.tsx"

export const metadata: Metadata = { title: "Not found" }

/** For addresses that lead nowhere, and for what the visitor may not see: the two look the same on purpose. */
export default async function NotFound() {
  const actor = await requireActor()
  return (
    <Trouble title="There is nothing here" person={actor.ok ? actor.value : null}>
      <p>
        The address may be wrong, or what was here was deleted, or you are not a member of its project. Check the
        address, or ask the person who sent it to invite you.
      </p>
    </Trouble>
  )
}
