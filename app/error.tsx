"use client"
import { Button } from "./_ui/button.tsx"
import { Trouble } from "./_ui/trouble.tsx"

/** What a page shows when it broke. The error's own words stay on the server; the number finds them in its log. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Trouble
      title="This page could not be shown"
      digest={digestOf(error)}
      action={
        <Button kind="primary" onClick={() => retry()}>
          Try again
        </Button>
      }
    >
      <p>
        Something went wrong on our side. What was saved before is safe. Try again in a moment; if it stays, report it.
      </p>
    </Trouble>
  )
}

function digestOf(error: unknown): string | undefined {
  const digest = (error as { digest?: unknown } | null)?.digest
  return typeof digest === "string" ? digest : undefined
}
