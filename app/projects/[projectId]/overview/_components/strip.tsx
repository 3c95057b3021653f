"use client"
import { useRouter } from "next/navigation"
import { type KeyboardEvent, useState } from "react"
import {
  countedClaims,
  type Standing,
  type StripSegment,
  segmentSentence,
  standings,
} from "../../../../../lib/domain/claim-strip.ts"
import { StandingDefs, standingFill } from "./standing-defs.tsx"

const [height, top] = [38, 8]

interface Props {
  readonly name: string
  readonly title: string
  /** The document's address. */
  readonly path: string
  readonly segments: readonly StripSegment[]
  readonly width: number
  /** Hears what the piece at hand says. */
  readonly onSay: (words: string | null) => void
}

/**
 * A document from its beginning to its end, in pieces; each is filled from below by how its claims stand and leads to the one
 * that most needs work. The arrow keys go from piece to piece; contested ones have a wedge above them.
 */
export function Strip({ name, title, path, segments, width, onSay }: Props) {
  const [at, setAt] = useState(0)
  const router = useRouter()
  const step = width / segments.length
  const move = (event: KeyboardEvent<Element>) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: segments.length - 1 }[event.key]
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const next = Math.min(Math.max(to, 0), segments.length - 1)
    event.currentTarget.closest("svg")?.querySelectorAll("a")[next]?.focus()
  }
  return (
    <svg viewBox={`0 0 ${width} ${height}`} data-caption={title} className="plot block w-full">
      <title>{`${title}, from its beginning to its end`}</title>
      <StandingDefs name={name} />
      {standings.map(standing =>
        standing === "open" ? null : (
          <path key={standing} d={area(segments, standing, step)} {...standingFill(name, standing)} />
        ),
      )}
      <path d={wedges(segments, step)} className="stand-contested" />
      <path d={`M0 ${height - 0.5}H${width}`} className="axis" />
      {segments.map((segment, place) => {
        const sentence = segmentSentence(segment)
        const href = `${path}?at=${segment.start}`
        return (
          <a
            key={segment.first}
            href={href}
            aria-label={sentence}
            tabIndex={place === at ? 0 : -1}
            onKeyDown={move}
            onFocus={() => {
              setAt(place)
              onSay(sentence)
            }}
            onBlur={() => onSay(null)}
            onPointerEnter={() => onSay(sentence)}
            onPointerLeave={() => onSay(null)}
            onClick={event => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
              event.preventDefault()
              router.push(href)
            }}
          >
            <title>{sentence}</title>
            <rect x={place * step} width={step} y={1} height={height - 2} className="piece" />
          </a>
        )
      })}
    </svg>
  )
}

/** What one standing fills of all pieces, above those that come before it. */
function area(segments: readonly StripSegment[], standing: Standing, step: number): string {
  const below = standings.slice(0, standings.indexOf(standing))
  return segments
    .map(({ counts }, place) => {
      if (counts[standing] === 0) return ""
      const unit = (height - top - 1) / countedClaims(counts)
      const under = below.reduce((sum, one) => sum + counts[one], 0) * unit
      const tall = counts[standing] * unit
      const gap = step > 6 ? 1 : 0
      return `M${round(place * step)} ${round(height - 1 - under)}v${round(-tall)}h${round(step - gap)}v${round(tall)}z`
    })
    .join("")
}

const wedges = (segments: readonly StripSegment[], step: number) =>
  segments
    .map(({ counts }, place) => (counts.contested > 0 ? `M${round((place + 0.5) * step - 3.5)} 0h7l-3.5 5.5z` : ""))
    .join("")

const round = (number: number) => Math.round(number * 100) / 100
