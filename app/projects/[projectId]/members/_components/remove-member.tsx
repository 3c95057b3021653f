"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { type ApiFailure, api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { ConfirmDialog } from "../../../../_ui/confirm-dialog.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { toast } from "../../../../_ui/toast.ts"
import type { Member } from "./member-item.tsx"

/** Takes a member out of the project, after asking. A refusal is said in the question, which stays open. */
export function RemoveMember({ projectId, member, own }: { projectId: string; member: Member; own: boolean }) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const close = () => {
    setAsking(false)
    if (failure) router.refresh()
    setFailure(null)
  }
  const remove = async () => {
    setBusy(true)
    const path = `/projects/${projectId}/members/${member.userId}/remove`
    const result = await api.post(path, { requestId: crypto.randomUUID(), version: member.version })
    setBusy(false)
    if (!result.ok) {
      setFailure(
        result.failure.code === "conflict" ? { ...result.failure, sentence: changedMeanwhile } : result.failure,
      )
      return router.refresh()
    }
    close()
    toast({ text: own ? "You have left the project." : `${member.name} is no longer in the project.` })
    if (own) router.push("/projects")
    else router.refresh()
  }
  return (
    <>
      <Button
        className="min-w-24"
        onClick={() => setAsking(true)}
        {...(!own && { "aria-label": `Remove ${member.name}` })}
      >
        {own ? "Leave" : "Remove"}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={close}
        title={own ? "Leave this project?" : `Remove ${member.name} from this project?`}
        text={own ? leaving : removing}
        confirmLabel={own ? "Leave" : "Remove"}
        danger
        busy={busy}
        onConfirm={remove}
      >
        <div className="mt-3">
          <FormError failure={failure} />
        </div>
      </ConfirmDialog>
    </>
  )
}

const changedMeanwhile = "This member's role was changed in the meantime. Look at the new role, then press again."
const leaving = "You will no longer see anything in it. What you wrote stays, under your name."
const removing =
  "They will no longer see anything in it. What they wrote stays, under their name. What is still assigned to them waits on the page Work to be given to others; until then it is kept from nobody. You can invite them again."
