import Link from "next/link"
import { useId } from "react"
import type { ResplitPage, ShownHunk } from "../../../../../../../lib/queries/resplit.ts"
import { Chip } from "../../../../../../_ui/chip.tsx"
import { classNames } from "../../../../../../_ui/class-names.ts"
import { consequence, hunkTitle, workWords } from "./hunk-words.ts"

interface Props {
  readonly hunk: ShownHunk
  readonly rules: ResplitPage["rules"]
  readonly language: string
  readonly room: string
  readonly chosen: boolean
  /** Somebody worked on it since it was shown first. */
  readonly overtaken: boolean
  readonly onChoose: (chosen: boolean) => void
}

/** One stretch of the text: what stands there, what is proposed instead and why, and what taking it would mean. */
export function HunkEntry({ hunk, rules, language, room, chosen, overtaken, onChoose }: Props) {
  const id = useId()
  const { text, now, proposed } = hunk
  const means = consequence(hunk)
  const described = [means && `${id}-means`, overtaken && `${id}-overtaken`].filter(Boolean).join(" ")
  const lang = language === "und" ? {} : { lang: language }
  return (
    <li className="py-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <label className="flex items-baseline gap-2.5 font-semibold">
          <input
            type="checkbox"
            checked={chosen}
            onChange={event => onChoose(event.target.checked)}
            aria-describedby={described || undefined}
            className="size-4.5 shrink-0 translate-y-0.5 scroll-mb-28 accent-accent"
          />
          {hunkTitle(hunk)}
        </label>
        <Link href={`${room}?at=${hunk.start}`} prefetch={false} className="text-sm">
          See it in the text
        </Link>
      </div>
      {overtaken && (
        <p id={`${id}-overtaken`} className="mt-2 border-l-3 border-danger bg-danger-wash px-4 py-2">
          Somebody worked on this in the meantime. This is how it stands now.
        </p>
      )}
      <div className="mt-2.5 grid gap-x-8 gap-y-4 pl-7 md:grid-cols-2">
        <section aria-label="Now">
          <h3 className="label-caps">Now</h3>
          <ol className="mt-1 grid gap-2">
            {now.map(unit => (
              <li key={unit.start}>
                <Words {...lang} faint={unit.stays}>
                  {text.slice(unit.start, unit.end)}
                </Words>
                <p className="mt-0.5 text-sm text-soft">
                  <Chip>{unit.kind}</Chip> {workWords(unit)}
                </p>
              </li>
            ))}
          </ol>
        </section>
        <section aria-label="Proposed">
          <h3 className="label-caps">Proposed</h3>
          <ol className="mt-1 grid gap-2">
            {proposed.map(unit => (
              <li key={unit.start}>
                <Words {...lang} faint={now.some(({ start, end }) => start === unit.start && end === unit.end)}>
                  {text.slice(unit.start, unit.end)}
                </Words>
                <p className="mt-0.5 text-sm text-soft">
                  <Chip>{unit.kind}</Chip>{" "}
                  {unit.rules.map((rule, at) => (
                    <span key={rule}>
                      {at > 0 && " · "}
                      <Link href={`/rules#${rule}`} prefetch={false} className="text-soft">
                        {rules[rule] ?? rule}
                      </Link>
                    </span>
                  ))}
                </p>
              </li>
            ))}
          </ol>
        </section>
      </div>
      {means && (
        <p id={`${id}-means`} className="mt-3 pl-7 text-sm">
          {means}
        </p>
      )}
    </li>
  )
}

interface WordsProps {
  readonly lang?: string
  readonly faint: boolean
  readonly children: string
}

/** Words of the text; those that both sides have stand back. */
function Words({ faint, children, lang }: WordsProps) {
  return (
    <p lang={lang} className={classNames("font-text text-lg wrap-anywhere whitespace-pre-line", faint && "text-soft")}>
      {children}
    </p>
  )
}
