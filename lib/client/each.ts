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

/** Every claim that the parameters ask for, in the order of the texts, fetched by the cursor while one goes through them. */
export async function* eachClaim({ call }: Client, input: InputOf<"claims">): AsyncGenerator<Claim> {
  for (let after: string | null | undefined; after !== null; ) {
    const found = await call("claims", after === undefined ? input : { ...input, after })
    if (!found.ok) throw new ListBroken(found.failure)
    yield* found.value.claims
    after = found.value.after ?? null
  }
}
