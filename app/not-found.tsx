import type { Metadata } from "next"
import { Trouble } from "./_ui/trouble.tsx"

export const metadata: Metadata = { title: "Not found" }

/** For addresses that lead nowhere, and for what the visitor may not see: the two look the same on purpose. */
export default function NotFound() {
  return (
    <Trouble title="There is nothing here">
      <p>
        The address may be wrong, or what was here was deleted, or you are not a member of its project. Check the
        address, or ask the person who sent it to invite you.
      </p>
    </Trouble>
  )
}
