import type { Cue } from "../../../../../../lib/domain/unit.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import type { Room } from "../../../../../../lib/queries/reading-room.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { Chip } from "../../../../../_ui/chip.tsx"
import { Kbd } from "../../../../../_ui/kbd.tsx"
import type { KeyAction } from "./keys.ts"
import { RuleLink } from "./rule-link.tsx"
import { WhyLine } from "./why-line.tsx"
import { plainWords, sentenceCase } from "./words.ts"

interface Props {
  readonly room: Room
  readonly unit: Room["units"][number]
  readonly card: Card | null
  readonly act: (action: KeyAction) => void
}

/** Which passage it is, what it says, and what the text itself gives away about it. */
export function CardHead({ room, unit, card, act }: Props) {
  const claims = room.units.filter(one => one.kind === "claim")
  const number = claims.indexOf(unit) + 1
  const { text } = room.document
  return (
    <section>
      <div className="mb-2 flex items-center justify-between">
        <h2 className="label-caps">
          {unit.kind === "claim" ? `Claim ${number} of ${claims.length}` : sentenceCase(plainWords(unit.kind))}
        </h2>
        <span className="-mr-2 flex">
          <Step label="Previous claim" sign="↑" letter="k" onPress={() => act("previous")} />
          <Step label="Next claim" sign="↓" letter="j" onPress={() => act("next")} />
          <Step label="Keys" sign="Keys" letter="?" onPress={() => act("help")} />
        </span>
      </div>
      <blockquote className="font-text text-xl leading-[1.55] break-words" lang={langOf(room.document.language)}>
        {text.slice(unit.start, unit.end)}
      </blockquote>
      {card && card.unit.cues.length > 0 && (
        <ul aria-label="What the text gives away" className="mt-3 flex flex-wrap gap-1.5">
          {card.unit.cues.map(cue => (
            <li key={`${cue.kind} ${cue.start} ${cue.rule}`}>
              <RuleLink rule={cue.rule} card={card}>
                <Chip>
                  <CueWords cue={cue} words={text.slice(cue.start, cue.end)} />
                </Chip>
              </RuleLink>
            </li>
          ))}
        </ul>
      )}
      {card && <Mentions card={card} text={text} />}
      {card && <WhyLine card={card} />}
    </section>
  )
}

/** The names and numbers in the passage, each once, for checking them one by one. */
function Mentions({ card, text }: { card: Card; text: string }) {
  const written = (kind: Cue["kind"]) => [
    ...new Set(card.mentions.filter(cue => cue.kind === kind).map(({ start, end }) => text.slice(start, end))),
  ]
  const [names, numbers] = [written("name"), written("number")]
  if (names.length + numbers.length === 0) return null
  return (
    <p className="mt-2 text-sm wrap-anywhere text-soft">
      {names.length > 0 && (
        <>
          <RuleLink rule="name" card={card}>
            Names
          </RuleLink>
          : {names.join("; ")}.{" "}
        </>
      )}
      {numbers.length > 0 && (
        <>
          <RuleLink rule="number" card={card}>
            Numbers
          </RuleLink>
          : {numbers.join("; ")}.
        </>
      )}
    </p>
  )
}

const langOf = (language: string) => (language === "und" ? undefined : language)

interface StepProps {
  readonly label: string
  readonly sign: string
  readonly letter: string
  readonly onPress: () => void
}

// Where there is no keyboard the key would say nothing, so the sign stands there instead.
function Step({ label, sign, letter, onPress }: StepProps) {
  return (
    <Button size="small" kind="plain" aria-label={label} onClick={onPress}>
      <span aria-hidden="true" className="hidden pointer-coarse:inline">
        {sign}
      </span>
      <Kbd>{letter}</Kbd>
    </Button>
  )
}

function CueWords({ cue, words }: { cue: Cue; words: string }) {
  const quoted = <b>“{words}”</b>
  if (cue.kind === "attribution")
    return (
      <>
        attributed to <b>{cue.reading ?? words}</b>
      </>
    )
  if (cue.kind === "date")
    return cue.reading ? (
      <>
        dated <b>{cue.reading}</b>
      </>
    ) : (
      <>{quoted} date</>
    )
  if (cue.kind === "subject")
    return (
      <>
        Subject: <b>{cue.reading}</b>
      </>
    )
  if (cue.kind === "damage")
    return (
      <>
        {quoted} damaged{cue.reading && <>, read “{cue.reading}”</>}
      </>
    )
  return (
    <>
      {quoted} {cue.kind === "hedge" ? "hedge" : "vague source"}
    </>
  )
}
