import Link from "next/link"
import type { ComponentProps } from "react"
import { type ButtonKind, type ButtonSize, buttonLook } from "./button-look.ts"
import { classNames } from "./class-names.ts"
import { LinkPending } from "./link-pending.tsx"

type Props = ComponentProps<typeof Link> & { kind?: ButtonKind; size?: ButtonSize }

/** A link that looks like a button, for the one place a page wants its reader to go next. */
export function ButtonLink({ kind = "quiet", size = "normal", className, children, ...rest }: Props) {
  return (
    <Link {...rest} className={classNames(buttonLook(kind, size), className)}>
      {children}
      <LinkPending />
    </Link>
  )
}
