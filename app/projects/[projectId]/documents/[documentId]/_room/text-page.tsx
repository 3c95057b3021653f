"use client"
import { useEffect, useLayoutEffect, useRef, useState } from "react"
import { textBlocks } from "../../../../../../lib/editor/text-blocks.ts"
import type { Drawing, TextView } from "../../../../../../lib/editor/text-view.ts"

interface Props {
  readonly text: string
  readonly language: string
  readonly drawing: Drawing
  readonly onUnit: (id: string) => void
  readonly onFold: (id: string) => void
  /** Hears that the text is there, and whether it may take the focus: nothing took it while the text was on its way. */
  readonly onReady: (view: TextView, free: boolean) => void
}

/** Blocks that stand on the page before the script is there. */
const firstSight = 4

/** The focus is nowhere, or still at the link that led here. */
const isFree = (before: Element | null): boolean => {
  const { activeElement, body } = document
  return !activeElement || activeElement === body || (activeElement === before && activeElement.matches("a"))
}

/** The raw text as a book page. Only what changed, and is near to being seen, is drawn anew. */
export function TextPage({ text, language, drawing, onUnit, onFold, onReady }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<TextView>(undefined)
  const latest = useRef(drawing)
  const [atFirst] = useState(() => textBlocks(text, drawing.units).slice(0, firstSight))
  const heard = useRef({ onUnit, onFold, onReady })
  useLayoutEffect(() => {
    heard.current = { onUnit, onFold, onReady }
  })
  useEffect(() => {
    let wanted = true
    const before = document.activeElement
    import("../../../../../../lib/editor/text-view.ts").then(({ mountText }) => {
      if (!wanted || !place.current) return
      view.current = mountText(place.current, text, latest.current, {
        onUnit: id => heard.current.onUnit(id),
        onFold: id => heard.current.onFold(id),
      })
      heard.current.onReady(view.current, isFree(before))
    })
    return () => {
      wanted = false
      view.current?.destroy()
      view.current = undefined
    }
  }, [text])
  useEffect(() => {
    latest.current = drawing
    view.current?.update(drawing)
  }, [drawing])
  return (
    <div
      ref={place}
      className="measure text-page min-[84rem]:[--measure:calc(39em+9.5rem)]"
      lang={language === "und" ? undefined : language}
    >
      <div className="raw-text">
        {atFirst.map(({ start, end, broken }) => (
          <p key={start} className={broken ? "block broken" : "block"}>
            {text.slice(start, end)}
          </p>
        ))}
      </div>
    </div>
  )
}
