import Link from "next/link"
import type { ComponentProps } from "react"
import { classNames } from "./class-names.ts"
import { LinkPending } from "./link-pending.tsx"

type Props = ComponentProps<typeof Link> & {
  /** text: underlined, in the accent; quiet: in the colour around it, underlined when pointed at. */
  kind?: "text" | "quiet"
}

/** A link to another page of the application. */
export function TextLink({ kind = "text", className, children, ...rest }: Props) {
  return (
    <Link {...rest} className={classNames(kind === "quiet" && "link-quiet", className)}>
      {children}
      <LinkPending />
    </Link>
  )
}
