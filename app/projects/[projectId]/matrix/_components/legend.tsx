import { type Stance, stances } from "../../../../../lib/domain/citation.ts"
import { stanceSigns, stanceWords } from "../../../../../lib/domain/stance-words.ts"

/** The colour that repeats what the sign of a stance says. */
export const stanceColours: Readonly<Record<Stance, string>> = {
  supports: "text-documented",
  disputes: "text-disputed",
  mentions: "text-soft",
  repeats: "text-soft",
}

/** What the signs of the matrix mean. */
export function Legend() {
  return (
    <ul aria-label="Signs" className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-soft">
      {stances.map(stance => (
        <li key={stance}>
          <span aria-hidden="true" className={`mr-1.5 ${stanceColours[stance]}`}>
            {stanceSigns[stance]}
          </span>
          {stanceWords[stance]}
        </li>
      ))}
      <li>
        <span aria-hidden="true" className="figures mr-1.5">
          1–6
        </span>
        credibility of its best citation here, 1 the best, 6 not to be judged
      </li>
      <li>
        <OneWitness /> one witness: all that supports it has one origin
      </li>
    </ul>
  )
}

/** The sign of a claim whose supports are one witness. Its words stand beside it or in the label around it. */
export const OneWitness = () => (
  <span
    aria-hidden="true"
    className="figures inline-flex size-4 items-center justify-center rounded-full border border-contested align-text-bottom text-xs leading-none font-semibold text-contested"
  >
    1
  </span>
)
