import type { ReactNode } from "react"
import { undefinedSentence } from "../../../../../lib/domain/figure.ts"
import type { AgreementPage } from "../../../../../lib/queries/agreement.ts"
import { DataTable } from "../../../../_ui/data-table.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { basisWords, coefficientWords, intervalWords, readingWords, shareWords } from "./figure-words.ts"

interface Row {
  readonly name: string
  readonly figure: string
  readonly interval: string
  readonly basis: string
  readonly what: string
}

/** Alpha of the labels with its interval and how to read it, and the other figures of the same claims in a table. */
export function Headline({ found, claimsPath }: { found: AgreementPage; claimsPath: string }) {
  const { whole, interval, confidence, credibility } = found
  const rows: readonly Row[] = [
    {
      name: "Equal pairs of labels",
      figure: shareWords(whole.raw),
      interval: "",
      basis: basisWords(whole.raw),
      what: "Of all pairs of labels on one claim, the share that is the same. Chance alone makes some of them equal.",
    },
    {
      name: "Fleiss’ kappa",
      figure: coefficientWords(whole.fleiss),
      interval: "",
      basis: basisWords(whole.fleiss),
      what: "The same beyond chance, as if everybody used each label as often as all do together.",
    },
    {
      name: "Gwet’s AC1",
      figure: coefficientWords(whole.ac1),
      interval: "",
      basis: basisWords(whole.ac1),
      what: "Beyond chance too, but it does not collapse when almost all claims get one label. Far above kappa, it says just that.",
    },
    {
      name: "Alpha of confidence",
      figure: coefficientWords(confidence.alpha),
      interval: intervalWords(confidence.interval),
      basis: basisWords(confidence.alpha),
      what: "Whether people are equally sure; low, moderate and high in their order. Claims are counted.",
    },
    {
      name: "Alpha of credibility",
      figure: coefficientWords(credibility.alpha),
      interval: intervalWords(credibility.interval),
      basis: `${basisWords(credibility.alpha)} sources on claims`,
      what: "How alike people call what a source says on a claim, 1 to 5 in their order; 6, which is unknown, counts as no answer.",
    },
  ]
  return (
    <section aria-labelledby="whole" className="mb-12">
      <h2 id="whole" className="label-caps mb-2">
        Krippendorff’s alpha of the labels
      </h2>
      {whole.alpha.value === null ? (
        <p className="max-w-[38rem] font-text text-xl">{undefinedSentence[whole.alpha.why]}</p>
      ) : (
        <p className="figures font-text text-3xl">{coefficientWords(whole.alpha)}</p>
      )}
      <p className="figures mt-1 text-lg">
        {whole.alpha.value !== null && <>{intervalWords(interval)} · </>}
        <TextLink href={claimsPath}>{basisWords(whole)} claims have two labels or more</TextLink>
      </p>
      {whole.alpha.value !== null && <p className="mt-1 max-w-[38rem]">{readingWords(whole.alpha, interval)}</p>}
      <div className="mt-6">
        <h3 className="label-caps mb-2">Other figures of the same labels</h3>
        <DataTable
          caption="Other figures of the same labels"
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { key: "name", heading: "Figure", namesRow: true, cell: ({ name }) => name },
            { key: "value", heading: "Value", align: "end", cell: figureCell },
            { key: "basis", heading: "Made of", align: "end", cell: ({ basis }) => basis },
            { key: "what", heading: "What it says", cell: ({ what }) => <span className="text-soft">{what}</span> },
          ]}
        />
      </div>
    </section>
  )
}

const figureCell = ({ figure, interval }: Row): ReactNode => (
  <>
    {figure}
    {interval && <span className="block text-sm text-soft">{interval}</span>}
  </>
)
