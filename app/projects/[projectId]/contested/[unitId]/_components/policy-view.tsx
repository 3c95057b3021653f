import { contestedWayWords } from "../../../../../../lib/domain/contested.ts"
import { flagReasonWords } from "../../../../../../lib/domain/flag-words.ts"
import { labels } from "../../../../../../lib/domain/label.ts"
import type { ContestedClaimPage } from "../../../../../../lib/queries/contested-claim.ts"
import { LabelMark } from "../../../export/label-mark.tsx"

/** What the policy asks for each label, what of it is met, and so why it does not decide. */
export function PolicyView({ page: { card, ways } }: { page: ContestedClaimPage }) {
  const { byLabel, state, findings } = card
  return (
    <section aria-labelledby="policy" className="grid gap-4">
      <div>
        <h2 id="policy" className="text-xl">
          What the policy says
        </h2>
        <p className="text-soft">
          {state === "contested"
            ? `It does not decide: ${ways.map(way => contestedWayWords[way]).join(", ") || "no label has all that it needs"}. A label stands by itself when every condition under it is met.`
            : "A label stands by the annotators’ count when every condition under it is met."}
        </p>
      </div>
      {byLabel && (
        <div className="grid gap-x-6 gap-y-5 md:grid-cols-3">
          {labels.map(label => (
            <div key={label} className="min-w-0">
              <h3 className="mb-1">
                <LabelMark label={label} />
              </h3>
              <ul className="grid gap-1 text-sm">
                {byLabel[label].map(({ code, met, sentence }) => (
                  <li key={`${code} ${sentence}`} className="grid grid-cols-[18px_1fr]">
                    <span className={met ? "text-documented" : "text-accent"}>
                      <span aria-hidden="true">{met ? "✓" : "✕"}</span>
                      <span className="sr-only">{met ? "Met: " : "Missing: "}</span>
                    </span>
                    <span className={met ? "text-soft" : ""}>{sentence}</span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
      {findings.map(({ sentence }) => (
        <p key={sentence}>
          <span aria-hidden="true" className="text-contested">
            ◆{" "}
          </span>
          {sentence}
        </p>
      ))}
      {card.ruleFlags
        // That they disagree is what the page is about.
        .filter(({ reason }) => reason !== "reviewers-disagree")
        .map(({ id, reason, found }) => (
          <p key={id}>
            <span aria-hidden="true">⚑ </span>
            Raised by rule: <b>{flagReasonWords[reason]}</b>. <span className="text-soft">{found}</span>
          </p>
        ))}
    </section>
  )
}
