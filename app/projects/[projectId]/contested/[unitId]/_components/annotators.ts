import type { ContestedClaimPage } from "../../../../../../lib/queries/contested-claim.ts"

/** A person whose label of the claim stands. */
export type Annotator = ContestedClaimPage["card"]["others"][number]

/** Those who labelled the claim, the reader last. */
export const annotatorsOf = ({ card }: ContestedClaimPage): readonly Annotator[] => [
  ...card.others,
  ...(card.mine ? [card.mine] : []),
]

/** What somebody is called on the page. */
export const nameOf = ({ reviewerId, reviewer }: Annotator, me: string): string =>
  reviewerId === me ? "You" : reviewer
