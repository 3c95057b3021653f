import type { ReactNode } from "react"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { TextLink } from "../../../../../_ui/text-link.tsx"

interface Props {
  readonly rule: string
  readonly card: Card
  readonly children?: ReactNode
}

/** Leads to what a rule of the splitter says; names it, unless something else stands for it. */
export function RuleLink({ rule, card, children }: Props) {
  const named = card.rules[rule]
  if (!named) return children ?? rule
  return (
    <TextLink
      href={`/rules#${rule}`}
      prefetch={false}
      kind="quiet"
      title={children ? `${named.title}: ${named.explanation}` : named.explanation}
      className={children ? "no-underline" : "underline decoration-line underline-offset-3"}
    >
      {children ?? named.title}
    </TextLink>
  )
}
