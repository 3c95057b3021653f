"use client"
import { Menu as Base } from "@base-ui/react/menu"
import { type ReactNode, useRef } from "react"
import { buttonLook } from "../../../../_ui/button-look.ts"
import { classNames } from "../../../../_ui/class-names.ts"
import { useLandmark } from "../../../../_ui/use-landmark.ts"

/** A choice in a menu of the desk, with how many flags it would leave. */
export interface MenuChoice {
  readonly value: string
  readonly label: string
  readonly count?: number
}

interface Props {
  readonly label: ReactNode
  readonly name: string
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  /** Something is chosen, so that the list is narrowed by it. */
  readonly on?: boolean
  readonly children: ReactNode
}

/** A button that opens a list of choices; the desk's keys can open it too. */
export function MenuButton({ label, name, open, onOpen, on = false, children }: Props) {
  const trigger = useRef<HTMLButtonElement>(null)
  const landmark = useLandmark(trigger)
  return (
    <Base.Root open={open} onOpenChange={onOpen}>
      <Base.Trigger
        ref={trigger}
        aria-label={name}
        className={classNames(buttonLook("quiet", "small"), "max-w-60 min-w-0", on && "border-accent text-accent")}
      >
        <span className="truncate">{label}</span>
        <span aria-hidden className="text-xs text-soft">
          ▾
        </span>
      </Base.Trigger>
      <Base.Portal container={landmark}>
        <Base.Positioner className="z-40 outline-none" sideOffset={4} align="start">
          <Base.Popup className="floating max-h-[min(60dvh,28rem)] max-w-[min(24rem,92vw)] min-w-52 overflow-y-auto py-1 transition-opacity duration-100 outline-none data-ending-style:opacity-0 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface Choices {
  readonly choices: readonly MenuChoice[]
  readonly chosen: readonly string[]
  readonly onChoose: (value: string) => void
  /** Several can be chosen, and the menu stays open for that. */
  readonly several?: boolean
}

/** The choices of a menu, each with a tick when it is chosen. */
export function MenuChoices({ choices, chosen, onChoose, several = false }: Choices) {
  return choices.map(({ value, label, count }) => (
    <Base.CheckboxItem
      key={value}
      checked={chosen.includes(value)}
      onCheckedChange={() => onChoose(value)}
      closeOnClick={!several}
      className="pickable grid grid-cols-[1rem_1fr_auto] gap-2 px-3 py-1.5"
    >
      <span aria-hidden>{chosen.includes(value) ? "✓" : ""}</span>
      <span className="min-w-0 truncate">{label}</span>
      {count !== undefined && <span className="figures text-soft">{count.toLocaleString("en-GB")}</span>}
    </Base.CheckboxItem>
  ))
}
