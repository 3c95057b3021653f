import type { ReactNode } from "react"
import { eventDays } from "../../lib/domain/account-event.ts"
import { listed } from "../../lib/domain/sentence-words.ts"
import type { AccountPage } from "../../lib/queries/account.ts"
import { DeleteForm } from "./delete-form.tsx"

const quoted = (names: readonly string[]) => listed(names.map(name => `“${name}”`))

/** Says what goes and what stays when one deletes one's account, and lets one do it. */
export function DeleteAccount({ shared, alone }: AccountPage["hanging"]) {
  return (
    <div className="grid gap-4">
      <Kept label="What goes">
        Your name, e-mail address, ORCID iD, password, passkeys and two-step sign-in; connected providers, sessions and
        access tokens; your inbox, your own saved views, files that you had made, and invitations that nobody has taken
        yet.
      </Kept>
      <Kept label="What stays">
        What you did in projects: labels, reasons, citations, sources, flags, comments, decisions, and the history of it
        all. It stands under one pseudonym, such as “Reviewer K7Q2M9TX”, or under the project’s own where it shows
        people by pseudonyms. Nobody rewrites what you wrote: names in it stay, as does what early invitations noted.
        Changes say no name, so that the history can still be checked.
      </Kept>
      <Kept label="What goes later">
        Network addresses and devices of your sign-ins, which tell of break-ins, after {eventDays} days. Backups of this
        server hold your account until they are replaced. Files that others downloaded cannot be called back.
      </Kept>
      {alone.length > 0 && (
        <p>
          Nobody else can sign in to {quoted(alone)}, so nobody could open {alone.length === 1 ? "it" : "them"} any
          more. Download what you want to keep, or invite somebody, first.
        </p>
      )}
      {shared.length > 0 ? (
        <p className="border-l-3 border-accent bg-accent-wash px-4 py-3">
          You are the only owner of {quoted(shared)}, in which others work. Make somebody else owner there, on the page
          “Members”; then you can delete your account.
        </p>
      ) : (
        <DeleteForm />
      )}
    </div>
  )
}

const Kept = ({ label, children }: { label: string; children: ReactNode }) => (
  <p>
    <b>{label}.</b> {children}
  </p>
)
