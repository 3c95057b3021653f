"use client"
import { Button } from "../../../../../_ui/button.tsx"
import { SignInAgain } from "../../../../../_ui/sign-in-again.tsx"
import type { Unsaved } from "./use-label.ts"

/** Says that a label did not get through, keeps it at hand and offers to try again. */
export function LabelUnsaved({ unsaved }: { unsaved: Unsaved }) {
  const { failure, said, again } = unsaved
  return (
    <div role="alert" className="mt-3 grid gap-2 border-l-3 border-danger bg-danger-wash px-4 py-3">
      <p>
        <b className="text-danger">Your label “{said.label}” is not saved.</b> {failure.sentence}
      </p>
      {(failure.code === "signed-out" || failure.code === "other-person") && <SignInAgain />}
      <Button size="small" className="justify-self-start" onClick={() => void again()}>
        Save it now
      </Button>
    </div>
  )
}
