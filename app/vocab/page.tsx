import type { Metadata } from "next"
import { vocabulary } from "../../lib/formats/vocabulary.ts"
import { requireActor } from "../../lib/server/actor.ts"
import { PageFrame } from "../_ui/page-frame.tsx"
import { SiteHeader } from "../_ui/site-header.tsx"

export const metadata: Metadata = { title: "Vocabulary of the exports" }

/** What the terms in exported files mean, each at the address that the files name, for anybody who reads one. */
export default async function VocabularyPage() {
  const actor = await requireActor()
  return (
    <>
      <SiteHeader crumbs={[{ label: "Vocabulary" }]} person={actor.ok ? actor.value : null} />
      <PageFrame
        title="Vocabulary of the exports"
        lede="Exported annotations name what they say by addresses. This is what each of them means; the addresses stay."
      >
        <dl className="divide-y divide-rule border-y border-rule">
          {vocabulary.map(({ term, says }) => (
            <div key={term} id={term} className="grid gap-x-8 py-3 target:bg-wash sm:grid-cols-[14rem_minmax(0,1fr)]">
              <dt className="font-semibold">{term}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </PageFrame>
    </>
  )
}
