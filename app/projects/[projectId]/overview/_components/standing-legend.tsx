import { type Standing, standings, standingWords } from "../../../../../lib/domain/claim-strip.ts"
import { StandingDefs, standingFill } from "./standing-defs.tsx"

const [row, letter, room] = [24, 6.6, 44]

/** What the fillings of the strips mean. It is a picture too, so that files of the strips carry it. */
export function StandingLegend({ width }: { width: number }) {
  const places = placesOf(width)
  const height = (places.at(-1)?.y ?? 0) + row
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="plot mb-3 block w-full" role="img" aria-label={words}>
      <StandingDefs name="legend" />
      {standings.map((standing, at) => (
        <g key={standing} transform={`translate(${places[at]!.x} ${places[at]!.y})`}>
          <Sample standing={standing} />
          <text x={24} y={16}>
            {standingWords[standing]}
          </text>
        </g>
      ))}
    </svg>
  )
}

const words = `A piece is filled from below: ${standings.map(standing => standingWords[standing]).join(", ")}`

/** Where each entry stands, in as many rows as it takes. */
function placesOf(width: number): readonly { readonly x: number; readonly y: number }[] {
  let [x, y] = [0, 0]
  return standings.map(standing => {
    const wide = standingWords[standing].length * letter + room
    if (x > 0 && x + wide > width) {
      x = 0
      y += row
    }
    const place = { x, y }
    x += wide
    return place
  })
}

function Sample({ standing }: { standing: Standing }) {
  if (standing === "open") return <path d="M0 18.5h18" className="axis" />
  const wedged = standing === "contested"
  return (
    <>
      <rect y={wedged ? 8 : 3} width={18} height={wedged ? 11 : 16} {...standingFill("legend", standing)} />
      {wedged && <path d="M5.5 0.5h7l-3.5 5.5z" className="stand-contested" />}
    </>
  )
}
