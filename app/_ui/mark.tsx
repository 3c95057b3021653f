/** A circle in the colour of the text around it: full, half or empty, a ring in a ring, or a dash for nothing yet. */
export type MarkShape = "full" | "half" | "empty" | "double" | "none"

/** The sign that goes with a label. It is for the eye only, unless `name` says what it means. */
export function Mark({ shape, name, className = "" }: { shape: MarkShape; name?: string; className?: string }) {
  const look = `inline-block size-[0.8em] shrink-0 ${className}`
  return name ? (
    <svg viewBox="0 0 12 12" role="img" aria-label={name} className={look}>
      <Strokes shape={shape} />
    </svg>
  ) : (
    <svg viewBox="0 0 12 12" aria-hidden="true" className={look}>
      <Strokes shape={shape} />
    </svg>
  )
}

function Strokes({ shape }: { shape: MarkShape }) {
  if (shape === "none") return <path d="M2 6h8" stroke="currentColor" strokeWidth="1.5" />
  return (
    <g fill="none" stroke="currentColor" strokeWidth="1.5">
      <circle cx="6" cy="6" r="5" fill={shape === "full" ? "currentColor" : "none"} />
      {shape === "half" && <path d="M6 1a5 5 0 0 0 0 10z" fill="currentColor" stroke="none" />}
      {shape === "double" && <circle cx="6" cy="6" r="2" />}
    </g>
  )
}
