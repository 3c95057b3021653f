import { CSPProvider } from "@base-ui/react/csp-provider"
import type { Metadata, Viewport } from "next"
import { cookies } from "next/headers"
import type { ReactNode } from "react"
import { LiveRegion } from "./_ui/live-region.tsx"
import { SkipLink } from "./_ui/skip-link.tsx"
import { themeOf } from "./_ui/theme.ts"
import { Toaster } from "./_ui/toaster.tsx"
import { SessionHost } from "./sign-in/session-host.tsx"
import "./globals.css"

export const metadata: Metadata = {
  title: { default: "Apparatus", template: "%s · Apparatus" },
  description: "From a raw text to vetted, cited claims.",
  robots: { index: false },
  formatDetection: { telephone: false, email: false, address: false },
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 }

/**
 * The shell of every page. It reads a cookie, which makes every page dynamic, the one for "not found" too:
 * a page rendered at build time would have no nonce and its scripts would be refused.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get("theme")?.value)
  return (
    <html lang="en" data-theme={theme} suppressHydrationWarning>
      <body>
        <SkipLink />
        <CSPProvider disableStyleElements>
          <div className="isolate flex flex-1 flex-col">{children}</div>
          <LiveRegion />
          <Toaster />
          <SessionHost />
        </CSPProvider>
      </body>
    </html>
  )
}
