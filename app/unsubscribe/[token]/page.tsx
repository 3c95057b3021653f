import type { Metadata } from "next"
import { unsubscription } from "../../../lib/queries/unsubscription.ts"
import { requireActor } from "../../../lib/server/actor.ts"
import { PageFrame } from "../../_ui/page-frame.tsx"
import { SiteHeader } from "../../_ui/site-header.tsx"
import { Trouble } from "../../_ui/trouble.tsx"
import { StopMail } from "./stop-mail.tsx"

export const metadata: Metadata = { title: "E-mails", referrer: "no-referrer" }

/** Where an e-mail's link leads with which it can be the last one, for whoever reads it, signed in or not. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const actor = await requireActor()
  const found = await unsubscription(decodeURIComponent(token))
  if (!found)
    return (
      <Trouble title="This link stops nothing">
        <p>Its address is not complete, or it is not from one of our e-mails. Open the link in the e-mail again.</p>
      </Trouble>
    )
  return (
    <>
      <SiteHeader person={actor.ok ? actor.value : null} />
      <PageFrame
        title={found.off ? "There are no more e-mails" : "Stop the e-mails?"}
        lede={
          found.off
            ? `Nothing is sent to ${found.email}. What concerns you still waits in your inbox here; your account’s page can turn e-mails on again.`
            : `Apparatus tells ${found.email} what concerns you. Without e-mails it all still waits in your inbox here.`
        }
        width="text"
      >
        {!found.off && <StopMail token={token} />}
      </PageFrame>
    </>
  )
}
