import type { InputOf, ValueOf } from "./call-types.ts"
import type { Client, ClientFailure } from "./client.ts"

/** Thrown on the way through a list, where no value can say that a page of it was refused. */
export class ListBroken extends Error {
  constructor(readonly failure: ClientFailure) {
    super(failure.sentence)
  }
}

type Flag = ValueOf<"flags">["flags"][number]
type Claim = ValueOf<"claims">["claims"][number]

/** Every flag that the parameters ask for, fetched by the cursor while one goes through them. */
export async function* eachFlag({ call }: Client, input: InputOf<"flags">): AsyncGenerator<Flag> {
  const first = await call("flags", input)
  if (!first.ok) throw new ListBroken(first.failure)
  yield* first.value.flags
  let { after } = first.value
  while (after !== null) {
    const more = await call("moreFlags", { ...input, after })
    if (!more.ok) throw new ListBroken(more.failure)
    yield* more.value.flags
    after = more.value.after
  }
}

/** Every claim that the parameters ask for, a page after another. A claim that moves between pages meanwhile comes once. */
export async function* eachClaim({ call }: Client, input: InputOf<"claims">): AsyncGenerator<Claim> {
  const known = new Set<string>()
  for (let page = 1; ; page++) {
    const found = await call("claims", { ...input, page })
    if (!found.ok) throw new ListBroken(found.failure)
    if (found.value.claims.length === 0) return
    for (const claim of found.value.claims) {
      if (!known.has(claim.id)) yield claim
      known.add(claim.id)
    }
    if (known.size >= found.value.total) return
  }
}
