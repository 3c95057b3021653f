import type { Metadata } from "next"
import { splitterRules } from "../../lib/queries/splitter-rules.ts"
import { longestTried } from "../../lib/schema/splitter-input.ts"
import { requireActor } from "../../lib/server/actor.ts"
import { PageFrame } from "../_ui/page-frame.tsx"
import { SiteHeader } from "../_ui/site-header.tsx"
import { TextLink } from "../_ui/text-link.tsx"
import { Contents } from "./_components/contents.tsx"
import { RuleGroupPart } from "./_components/rule-group-part.tsx"
import { TrySplitter } from "./_components/try-splitter.tsx"

export const metadata: Metadata = { title: "Rules of the splitter" }

/** Every rule by which a text is split, for anybody: it holds nothing of any project. Only trying it is for members. */
export default async function RulesPage() {
  const actor = await requireActor()
  const groups = splitterRules()
  const titles = Object.fromEntries(groups.flatMap(group => group.rules.map(({ id, title }) => [id, title])))
  return (
    <>
      <SiteHeader crumbs={[{ label: "Rules of the splitter" }]} person={actor.ok ? actor.value : null} />
      <PageFrame
        title="How a text is split"
        lede="A text is split by rules that anybody can read. Each example below is shown as the splitter itself reads it now."
        width="wide"
      >
        <div className="grid gap-x-14 gap-y-10 md:grid-cols-[14rem_minmax(0,1fr)]">
          <Contents groups={groups} />
          <div className="grid max-w-[46rem] min-w-0 gap-16">
            <section aria-labelledby="try-it">
              <h2 id="try-it" className="text-2xl">
                Try it
              </h2>
              {actor.ok ? (
                <TrySplitter titles={titles} longest={longestTried} />
              ) : (
                <p className="mt-2 text-soft">
                  <TextLink href={`/sign-in?next=${encodeURIComponent("/rules#try-it")}`}>Sign in</TextLink> to see how
                  a text of your own is split.
                </p>
              )}
            </section>
            {groups.map(group => (
              <RuleGroupPart key={group.id} group={group} />
            ))}
          </div>
        </div>
      </PageFrame>
    </>
  )
}
