import type { Metadata } from "next"
import { isSetupLinkOpen } from "../../../lib/queries/is-setup-link-open.ts"
import { PageFrame } from "../../_ui/page-frame.tsx"
import { SiteHeader } from "../../_ui/site-header.tsx"
import { Trouble } from "../../_ui/trouble.tsx"
import { SetupForm } from "./setup-form.tsx"

export const metadata: Metadata = { title: "Set up" }

/** The one-time page on which the first visitor of a fresh server makes the owner account. */
export default async function SetupPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params
  if (!(await isSetupLinkOpen(secret)))
    return (
      <Trouble title="This setup link does not work any more">
        <p>
          A setup link creates the first account once, within 24 hours. If nobody has an account yet, restart the
          server: it prints a new link. Otherwise sign in.
        </p>
      </Trouble>
    )
  return (
    <>
      <SiteHeader person={null} />
      <PageFrame
        title="Set up Apparatus"
        lede="Create the first account. With it you make projects and invite the others."
        width="text"
      >
        <SetupForm secret={secret} />
      </PageFrame>
    </>
  )
}
