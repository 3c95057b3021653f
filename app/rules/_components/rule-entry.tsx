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
      className="py-5 target:bg-wash target:shadow-[0_0_0_0.75rem_var(--wash)]"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Heading id={`${id}-title`} className="font-text text-lg font-semibold">
          {title}
        </Heading>
        <a href={`#${id}`} className="link-quiet text-sm text-faint" aria-label={`Address of the rule “${title}”`}>
          {id}
        </a>
      </div>
      <p className="mt-0.5">{explanation}</p>
      {shown ? (
        <Reading {...shown} rule={id} />
      ) : (
        <p className="mt-3 text-soft">
          The splitter does not apply this rule to its example “{rule.example}” at present.
        </p>
      )}
    </article>
  )
}
