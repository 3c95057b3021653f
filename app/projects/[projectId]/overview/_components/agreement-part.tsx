import type { ReactNode } from "react"
import { undefinedSentence } from "../../../../../lib/domain/figure.ts"
import type { OverviewPage } from "../../../../../lib/queries/overview.ts"
import { counted } from "../../../../_ui/counted.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { intervalWords } from "../../agreement/_components/figure-words.ts"
import { Part } from "./part.tsx"

/** How far reviewers agree, with what it rests on. */
export function AgreementPart({ projectId, agreement }: { projectId: string; agreement: OverviewPage["agreement"] }) {
  const { used, of, raw, alpha, interval } = agreement
  const home = `/projects/${projectId}`
  const base = (
    <>
      From <TextLink href={`${home}/claims?labelled=several`}>{counted(used)}</TextLink> of{" "}
      <TextLink href={`${home}/claims`}>{counted(of)}</TextLink> claims: those with two labels or more.
    </>
  )
  return (
    <Part title="Agreement" lede={base}>
      <dl className="grid gap-4">
        <Figure name="Krippendorff’s alpha" value={alpha.value === null ? "undefined" : signed(alpha.value)}>
          {alpha.value === null
            ? undefinedSentence[alpha.why]
            : `${intervalWords(interval)}. 1 is perfect agreement, 0 what chance alone would bring.`}
        </Figure>
        <Figure name="Raw agreement" value={raw.value === null ? "undefined" : `${(raw.value * 100).toFixed(0)} %`}>
          {raw.value === null ? undefinedSentence[raw.why] : "Pairs of labels of one claim that are the same."}
        </Figure>
      </dl>
      <p className="mt-4">
        <TextLink href={`${home}/agreement`} prefetch={false}>
          Agreement by pair, document and period
        </TextLink>
      </p>
    </Part>
  )
}

function Figure({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-baseline gap-x-4">
      <dt className="sr-only">{name}</dt>
      <dd className="figures font-text text-2xl">{value}</dd>
      <dd>
        <span aria-hidden="true">{name}</span>
        <span className="block text-sm text-soft">{children}</span>
      </dd>
    </div>
  )
}

const signed = (value: number) => value.toFixed(2).replace("-", "−")
