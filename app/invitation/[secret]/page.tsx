import type { Metadata } from "next"
import { invitation } from "../../../lib/queries/invitation.ts"
import { requireActor } from "../../../lib/server/actor.ts"
import { ButtonLink } from "../../_ui/button-link.tsx"
import { PageFrame } from "../../_ui/page-frame.tsx"
import { SiteHeader } from "../../_ui/site-header.tsx"
import { TextLink } from "../../_ui/text-link.tsx"
import { Time } from "../../_ui/time.tsx"
import { Trouble } from "../../_ui/trouble.tsx"
import { JoinButton } from "./join-button.tsx"
import { RegisterForm } from "./register-form.tsx"
import { roleWords } from "./role-words.ts"

export const metadata: Metadata = { title: "Invitation" }

/** Where an invitation's link leads: what it offers, and the way in for who has an account and who has none. */
export default async function InvitationPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params
  const actor = await requireActor()
  const person = actor.ok ? actor.value : null
  const page = await invitation(secret, person?.id ?? null)
  if (page.state === "over") return <Over />
  if (page.state === "member")
    return (
      <>
        <SiteHeader person={person} />
        <PageFrame title={`You are a member of ${page.project}`} lede="This invitation has done its work." width="text">
          <ButtonLink kind="primary" href={`/projects/${page.projectId}`}>
            Open the project
          </ButtonLink>
        </PageFrame>
      </>
    )
  const { project, role, invitedBy, expiresAt } = page
  return (
    <>
      <SiteHeader person={person} />
      <PageFrame title={`Join ${project}`} lede={`${invitedBy} invites you as ${roleWords[role].name}.`} width="text">
        <div className="grid gap-9">
          <p className="max-w-[38rem]">
            {roleWords[role].does} The link works once, until <Time at={expiresAt} precision="minute" />.
          </p>
          {person ? (
            <div className="grid gap-3">
              <JoinButton secret={secret} name={person.name} />
              <p className="text-sm text-soft">
                You are signed in with {person.email}. To join with another account, sign out first and open the link
                again.
              </p>
            </div>
          ) : (
            <>
              <p>
                Already have an account here?{" "}
                <TextLink href={`/sign-in?next=${encodeURIComponent(`/invitation/${secret}`)}`}>
                  Sign in to join
                </TextLink>
                .
              </p>
              <section aria-labelledby="new-account" className="border-t border-rule pt-6">
                <h2 id="new-account" className="mb-5 font-text text-2xl">
                  Or create an account
                </h2>
                <RegisterForm secret={secret} project={project} />
              </section>
            </>
          )}
        </div>
      </PageFrame>
    </>
  )
}

function Over() {
  return (
    <Trouble title="This invitation is over">
      <p>
        Its link was used already, or withdrawn, or has expired, or the address is not complete. Ask the person who sent
        it for a new one; it takes them a moment.
      </p>
    </Trouble>
  )
}
