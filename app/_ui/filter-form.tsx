"use client"
import Form from "next/form"
import type { ReactNode } from "react"

interface Props {
  readonly path: string
  /** What it does, for who does not see it. */
  readonly label: string
  /** What is chosen now: when an address says something else, the fields show that. */
  readonly chosen: object
  readonly className: string
  readonly children: ReactNode
}

/** Fields whose choice stands in the address when they are sent, so that it can be shared and gone back to. */
export function FilterForm({ path, label, chosen, className, children }: Props) {
  return (
    <Form action={path} key={JSON.stringify(chosen)} aria-label={label} className={className}>
      {children}
    </Form>
  )
}
