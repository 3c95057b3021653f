"use client"
import { useState } from "react"
import { Button } from "../../../../_ui/button.tsx"
import { Dialog } from "../../../../_ui/dialog.tsx"
import { InvitationLink } from "./invitation-link.tsx"
import { InviteForm } from "./invite-form.tsx"

/** Opens the dialog that makes an invitation and then shows its link. */
export function InviteButton({ projectId }: { projectId: string }) {
  const [open, setOpen] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  const close = () => {
    setOpen(false)
    setLink(null)
  }
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        Invite somebody
      </Button>
      <Dialog open={open} onClose={close} title={link ? "The invitation is made" : "Invite somebody"}>
        {link ? <InvitationLink link={link} onDone={close} /> : <InviteForm projectId={projectId} onMade={setLink} />}
      </Dialog>
    </>
  )
}
