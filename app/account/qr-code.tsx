import { encode } from "uqr"

/** White modules around the code, without which cameras don't find it (ISO/IEC 18004). */
const border = 4

/** A text as a QR code, dark on white in every theme, since cameras read no other. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { ecc: "M", border })
  const runs = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges" className="size-52">
      <rect width={size} height={size} fill="white" />
      <path d={runs.join("")} fill="black" />
    </svg>
  )
}
