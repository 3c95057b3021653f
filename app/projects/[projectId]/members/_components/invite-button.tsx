"use client"
import { useState } from "react"
import { Button } from "../../../../_ui/button.tsx"
import { Dialog } from "../../../../_ui/dialog.tsx"
import { InvitationLink } from "./invitation-link.tsx"
import { InviteForm } from "./invite-form.tsx"

const lost = {
  title: "Close without copying the link?",
  text: "It can’t be shown again. You can withdraw the invitation in the list and make another one.",
  discard: "Close",
  stay: "Go back to the link",
}

/** Opens the dialog that makes an invitation and then shows its link. */
export function InviteButton({ projectId }: { projectId: string }) {
  const [open, setOpen] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  const [typed, setTyped] = useState(false)
  const close = () => {
    setOpen(false)
    setLink(null)
    setTyped(false)
  }
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        Invite somebody
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={link ? "The invitation is made" : "Invite somebody"}
        dirty={typed}
        {...(link && { asking: lost })}
      >
        {link ? (
          <InvitationLink link={link} onCopied={() => setTyped(false)} onDone={close} />
        ) : (
          <InviteForm
            projectId={projectId}
            onTyped={setTyped}
            onMade={made => {
              setLink(made)
              setTyped(true)
            }}
          />
        )}
      </Dialog>
    </>
  )
}
