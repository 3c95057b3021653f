import type { ContestedClaimPage } from "../../../../../../lib/queries/contested-claim.ts"

/** The claim in the text around it; of more than a few lines it shows the nearest. */
export function AroundClaim({ page: { before, quote, after } }: { page: ContestedClaimPage }) {
  return (
    <blockquote className="max-w-[45.1rem] font-text text-lg break-words whitespace-pre-wrap">
      <span className="text-soft max-sm:hidden">{before && `… ${before.trimStart()}`}</span>
      <mark className="bg-wash text-ink underline decoration-contested decoration-2 underline-offset-4">{quote}</mark>
      <span className="text-soft max-sm:hidden">{after && `${after.trimEnd()} …`}</span>
    </blockquote>
  )
}
