import type { Metadata } from "next"
import { requireActor } from "../../lib/server/actor.ts"
import { problems } from "../../lib/server/problems.ts"
import { PageFrame } from "../_ui/page-frame.tsx"
import { SiteHeader } from "../_ui/site-header.tsx"

export const metadata: Metadata = { title: "Problems" }

/** What the API answers when something can't be done, each at the address that its answer names. */
export default async function ProblemsPage() {
  const actor = await requireActor()
  return (
    <>
      <SiteHeader crumbs={[{ label: "Problems" }]} person={actor.ok ? actor.value : null} />
      <PageFrame
        title="Problems"
        lede="What the API answers when something can’t be done, after RFC 9457. An answer’s type is an address on this page, and the addresses stay; its detail is a sentence for the person."
      >
        <dl className="divide-y divide-rule border-y border-rule">
          {problems.map(({ code, title, status, says }) => (
            <div key={code} id={code} className="grid gap-x-8 py-3 target:bg-wash sm:grid-cols-[14rem_minmax(0,1fr)]">
              <dt>
                <span className="font-semibold">{title}</span>
                <span className="block text-sm text-soft">
                  {status}, <code>{code}</code>
                </span>
              </dt>
              <dd>{says ?? "The answer’s detail says what it is in this case."}</dd>
            </div>
          ))}
        </dl>
      </PageFrame>
    </>
  )
}
