"use client"
import { Tabs as Base } from "@base-ui/react/tabs"
import type { ReactNode } from "react"

interface Props {
  /** What the tabs choose between, for screen readers. */
  readonly label: string
  readonly tabs: readonly {
    readonly id: string
    readonly label: ReactNode
    readonly count?: number
    readonly panel: ReactNode
  }[]
  readonly startAt?: string
}

/** Panels of one page, one in sight at a time. For pages of their own use links. */
export function Tabs({ label, tabs, startAt }: Props) {
  return (
    <Base.Root defaultValue={startAt ?? tabs[0]?.id}>
      <Base.List aria-label={label} className="flex gap-5 overflow-x-auto border-b border-rule">
        {tabs.map(tab => (
          <Base.Tab key={tab.id} value={tab.id} className="tab">
            {tab.label}
            {tab.count !== undefined && <span className="figures ml-1.5 font-normal text-soft">{tab.count}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map(tab => (
        <Base.Panel key={tab.id} value={tab.id} className="pt-5">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
