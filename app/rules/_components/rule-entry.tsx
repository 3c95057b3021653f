import type { ShownRule } from "../../../lib/queries/splitter-rules.ts"
import { Reading } from "./reading.tsx"

/** One rule: what it says, and its example as the splitter reads it. The address of the entry is the rule's id. */
export function RuleEntry({ rule, level }: { rule: ShownRule; level: 3 | 4 }) {
  const { id, title, explanation, shown } = rule
  const Heading = level === 3 ? "h3" : "h4"
  return (
    <article
      id={id}
      aria-labelledby={`${id}-title`}
      className="relative py-5 target:before:absolute target:before:inset-y-5 target:before:-left-3.5 target:before:w-0.75 target:before:bg-accent target:before:content-['']"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Heading id={`${id}-title`} className="font-text text-lg font-semibold">
          {title}
        </Heading>
        <a href={`#${id}`} className="link-quiet text-sm text-faint">
          {id}
        </a>
      </div>
      <p className="mt-0.5">{explanation}</p>
      {shown ? (
        <Reading {...shown} rule={id} />
      ) : (
        <p className="mt-3 border-l-2 border-rule pl-4 text-soft">
          <span className="font-text text-lg">{rule.example}</span> On the card of a claim that a person cut; splitting
          alone does not show it.
        </p>
      )}
    </article>
  )
}
