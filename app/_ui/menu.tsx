"use client"
import { Menu as Base } from "@base-ui/react/menu"
import Link from "next/link"
import { Children, type ReactNode, useRef } from "react"
import { type ButtonKind, type ButtonSize, buttonLook } from "./button-look.ts"
import { classNames } from "./class-names.ts"
import { Kbd } from "./kbd.tsx"
import { useLandmark } from "./use-landmark.ts"

/** A line of a menu: an action, a link, or with "rule" the line between two groups. */
export type MenuItem =
  | "rule"
  | {
      readonly label: ReactNode
      readonly onSelect?: () => void
      readonly href?: string
      readonly danger?: boolean
      readonly disabled?: boolean
      /** The key that does the same. */
      readonly shortcut?: string
    }

interface Props {
  /** The words on the button that opens it. */
  readonly label: ReactNode
  /** The name for screen readers when the label is only a sign. */
  readonly name?: string
  readonly items: readonly MenuItem[]
  readonly kind?: ButtonKind
  readonly size?: ButtonSize
}

/** A button that opens a list of actions; arrow keys, first letters and Escape work in it. */
export function Menu({ label, name, items, kind = "quiet", size = "normal" }: Props) {
  const trigger = useRef<HTMLButtonElement>(null)
  const landmark = useLandmark(trigger)
  return (
    <Base.Root>
      <Base.Trigger ref={trigger} className={buttonLook(kind, size)} aria-label={name}>
        {label}
      </Base.Trigger>
      <Base.Portal container={landmark}>
        <Base.Positioner className="z-40 outline-none" sideOffset={4} align="start">
          <Base.Popup className="floating min-w-44 py-1 transition-opacity duration-100 outline-none data-ending-style:opacity-0 data-starting-style:opacity-0">
            {Children.toArray(items.map(item => itemElement(item)))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function itemElement(item: MenuItem) {
  if (item === "rule") return <Base.Separator className="my-1 border-t border-rule" />
  const look = classNames(
    "flex items-center justify-between gap-6 px-4 py-1.5 no-underline pickable hover:no-underline data-disabled:opacity-55",
    item.danger ? "text-danger" : "text-ink",
  )
  const words = (
    <>
      {item.label}
      {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
    </>
  )
  if (item.href)
    return (
      <Base.LinkItem render={<Link href={item.href} />} className={look} closeOnClick>
        {words}
      </Base.LinkItem>
    )
  return (
    <Base.Item className={look} disabled={item.disabled ?? false} onClick={() => item.onSelect?.()}>
      {words}
    </Base.Item>
  )
}
