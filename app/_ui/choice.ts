import type { ComponentProps, ReactNode } from "react"

/** One of the options of a radio group. */
export interface Choice {
  readonly value: string
  readonly label: ReactNode
  readonly detail?: ReactNode
  readonly disabled?: boolean
}

/**
 * A choice among radios. Uncontrolled with what `register()` of react-hook-form returns, or controlled
 * with `value` and `onChange`. Without a `name` the group makes one.
 */
export type ChoiceProps = {
  readonly legend: ReactNode
  readonly hideLegend?: boolean
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly choices: readonly Choice[]
  readonly value?: string | undefined
  readonly defaultValue?: string | undefined
} & Omit<ComponentProps<"input">, "type" | "value" | "defaultValue" | "id" | "children">
