"use client"
import { useEffect, useRef } from "react"
import type { DrawnUnit, TextView } from "../../../../../../lib/editor/text-view.ts"

interface Props {
  readonly text: string
  readonly language: string
  readonly units: readonly DrawnUnit[]
  readonly onUnit: (id: string) => void
  readonly onFold: (id: string) => void
  readonly onReady: (view: TextView) => void
}

/** Characters that stand on the page before the script is there. */
const firstSight = 6_000

/** The raw text as a book page. Only what changed is drawn anew. */
export function TextPage({ text, language, units, onUnit, onFold, onReady }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<TextView>(undefined)
  const drawn = useRef(units)
  const heard = useRef({ onUnit, onFold, onReady })
  useEffect(() => {
    heard.current = { onUnit, onFold, onReady }
  })
  useEffect(() => {
    let wanted = true
    import("../../../../../../lib/editor/text-view.ts").then(({ mountText }) => {
      if (!wanted || !place.current) return
      view.current = mountText(place.current, text, drawn.current, {
        onUnit: id => heard.current.onUnit(id),
        onFold: id => heard.current.onFold(id),
      })
      heard.current.onReady(view.current)
    })
    return () => {
      wanted = false
      view.current?.destroy()
      view.current = undefined
    }
  }, [text])
  useEffect(() => {
    const before = drawn.current
    drawn.current = units
    if (!view.current || before === units) return
    const same = before.length === units.length && before.every((unit, at) => unit.id === units[at]!.id)
    if (!same || before.some((unit, at) => unit.start !== units[at]!.start || unit.end !== units[at]!.end))
      view.current.replace(units)
    else {
      const changed = units.filter((unit, at) => !sameLook(unit, before[at]!))
      if (changed.length > 0) view.current.redraw(changed)
    }
  }, [units])
  return (
    <div ref={place} className="measure text-page" lang={language === "und" ? undefined : language}>
      <p className="whitespace-pre-wrap">{text.slice(0, firstSight)}</p>
    </div>
  )
}

function sameLook(a: DrawnUnit, b: DrawnUnit): boolean {
  return (
    a.look === b.look &&
    a.glyph === b.glyph &&
    a.state === b.state &&
    a.current === b.current &&
    a.fold === b.fold &&
    a.pieces.length === b.pieces.length &&
    a.pieces.every((piece, at) => piece.start === b.pieces[at]!.start && piece.flagged === b.pieces[at]!.flagged)
  )
}
