"use client"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { useAct } from "./use-act.ts"

/** Sends a message again that has ended, under its own id. */
export function SendAgain({ path }: { path: string }) {
  const { act, busy, failure } = useAct(path)
  return (
    <div className="grid gap-3">
      <FormError failure={failure} />
      <Button busy={busy} onClick={() => void act("/again", {})}>
        Send it again
      </Button>
    </div>
  )
}
