import { Fragment } from "react"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { RuleLink } from "./rule-link.tsx"

/** Why the passage is what it is: the rules that set its kind and its end, or that a person did. */
export function WhyLine({ card }: { card: Card }) {
  const { rules, origin } = card.unit
  const named = rules.filter(rule => Object.hasOwn(card.rules, rule))
  // The first rule named the kind; where a person chose another one it no longer says why.
  const why = card.kindByHand ? named.slice(1) : named
  const byHand = [origin === "person" && "cut by hand", card.kindByHand && "kind set by hand"].filter(Boolean)
  if (why.length + byHand.length === 0) return null
  return (
    <p className="mt-2.5 text-sm text-soft">
      Why:{" "}
      {why.map((rule, at) => (
        <Fragment key={rule}>
          {at > 0 && " · "}
          <RuleLink rule={rule} card={card} />
        </Fragment>
      ))}
      {why.length > 0 && byHand.length > 0 && " · "}
      {byHand.join(" · ")}
    </p>
  )
}
