"use client"
import { useSyncExternalStore } from "react"
import { Segmented } from "./segmented.tsx"
import { type Theme, themeOf, themes } from "./theme.ts"

const year = 31_536_000
const listeners = new Set<() => void>()
const labels: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark", contrast: "Contrast" }

/** Chooses the theme: at once on this page, and by a cookie on every page to come. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore(subscribe, current, () => "system" as const)
  return (
    <Segmented
      legend="Theme"
      name="theme"
      value={theme}
      onChange={event => choose(themeOf(event.currentTarget.value))}
      choices={themes.map(value => ({ value, label: labels[value] }))}
    />
  )
}

const current = () => themeOf(document.documentElement.dataset["theme"])

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function choose(theme: Theme) {
  const secure = location.protocol === "https:" ? "; Secure" : ""
  const cookie = `theme=${theme}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`
  // The Cookie Store API would mark the cookie as secure, which some browsers drop on a loopback address without TLS.
  Object.assign(document, { cookie })
  document.documentElement.dataset["theme"] = theme
  for (const listener of listeners) listener()
}
