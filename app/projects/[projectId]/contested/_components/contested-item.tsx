import { contestedWayWords } from "../../../../../lib/domain/contested.ts"
import type { ContestedPage } from "../../../../../lib/queries/contested.ts"
import { Chip } from "../../../../_ui/chip.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { Time } from "../../../../_ui/time.tsx"
import { TallyLine } from "./tally-line.tsx"

interface Props {
  readonly claim: ContestedPage["claims"][number]
  readonly href: string
}

/** A contested claim: its words, who stands where, and what makes it contested. */
export function ContestedItem({ claim, href }: Props) {
  const { document, quote, votes, ways, waiting, answered, mine, lastAt } = claim
  return (
    <li className="grid gap-2 border-b border-rule py-5">
      <blockquote className="font-text text-lg break-words">
        <TextLink kind="quiet" href={href} data-claim="">
          “{quote.trim()}”
        </TextLink>
      </blockquote>
      <p>
        <TallyLine votes={votes} />
      </p>
      <p className="flex flex-wrap items-center gap-2">
        {answered && <Chip tone="documented">answered</Chip>}
        {waiting && <Chip tone="contested">waiting for answers</Chip>}
        {ways.map(way => (
          <Chip key={way}>{contestedWayWords[way]}</Chip>
        ))}
        {mine && <Chip>you labelled it</Chip>}
      </p>
      <p className="text-sm break-words text-soft">
        In {document}
        {lastAt && (
          <>
            , last labelled <Time at={lastAt} precision="minute" />
          </>
        )}
      </p>
    </li>
  )
}
