import { classNames } from "./class-names.ts"

/** primary: what the page is for, at most one in sight; quiet: everything else; danger: destroys something; plain: words only. */
export type ButtonKind = "primary" | "quiet" | "danger" | "plain"
export type ButtonSize = "normal" | "small"

const kinds: Record<ButtonKind, string> = {
  primary: "border-accent bg-accent text-on-accent hover:not-aria-disabled:brightness-110",
  quiet: "border-rule bg-sheet text-ink hover:not-aria-disabled:border-line hover:not-aria-disabled:bg-wash",
  danger: "border-danger bg-sheet text-danger hover:not-aria-disabled:bg-danger hover:not-aria-disabled:text-on-danger",
  plain: "border-transparent bg-transparent text-accent hover:not-aria-disabled:bg-wash",
}

const sizes: Record<ButtonSize, string> = {
  normal: "min-h-10 px-4 text-base",
  small: "min-h-8 px-2.5 text-sm",
}

/** The classes of a button, also for links that look like one. */
export const buttonLook = (kind: ButtonKind, size: ButtonSize): string =>
  classNames(
    "inline-flex items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap no-underline",
    "transition-colors duration-100 disabled:opacity-55 aria-disabled:opacity-55 hover:no-underline print:hidden",
    kinds[kind],
    sizes[size],
  )
