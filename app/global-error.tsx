"use client"
import { Button } from "./_ui/button.tsx"
import "./globals.css"

/** What shows when the shell itself broke; it stands alone and follows the device's colours. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <title>Apparatus could not start</title>
        <main className="mx-auto w-full max-w-[36rem] flex-1 px-4.5 pt-[14vh]">
          <h1 className="text-3xl">Apparatus could not start</h1>
          <p className="mt-3 mb-7 text-lg text-soft">
            Something went wrong on our side. What was saved before is safe. Try again in a moment.
          </p>
          <Button kind="primary" onClick={() => retry()}>
            Try again
          </Button>
        </main>
      </body>
    </html>
  )
}
