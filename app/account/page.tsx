import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import type { ReactNode } from "react"
import { eventDays } from "../../lib/domain/account-event.ts"
import { failureSentence } from "../../lib/domain/failure-sentence.ts"
import { signInTrouble } from "../../lib/domain/sign-in-trouble.ts"
import { account } from "../../lib/queries/account.ts"
import { accountEvents } from "../../lib/queries/account-events.ts"
import { accountActor } from "../../lib/server/actor.ts"
import { mailOffered } from "../../lib/server/mail-offered.ts"
import { ownPath } from "../../lib/server/own-path.ts"
import { identityProvider, providerNames } from "../../lib/server/providers.ts"
import { lacksSecondStep } from "../../lib/server/second-step.ts"
import { FormError } from "../_ui/form-error.tsx"
import { PageFrame } from "../_ui/page-frame.tsx"
import { SiteHeader } from "../_ui/site-header.tsx"
import { TextLink } from "../_ui/text-link.tsx"
import { ProviderButtons } from "../sign-in/provider-buttons.tsx"
import { ConnectedProviders } from "./connected-providers.tsx"
import { DeleteAccount } from "./delete-account.tsx"
import { deviceWords } from "./device-words.ts"
import { EventList } from "./event-list.tsx"
import { ExportNamesForm } from "./export-names-form.tsx"
import { MailForm } from "./mail-form.tsx"
import { NameForm } from "./name-form.tsx"
import { PasskeyForm } from "./passkey-form.tsx"
import { PasskeyList } from "./passkey-list.tsx"
import { PasswordForm } from "./password-form.tsx"
import { RecoveryCodes } from "./recovery-codes.tsx"
import { SecondFactor } from "./second-factor.tsx"
import { SecondStepNote } from "./second-step-note.tsx"
import { SessionList } from "./session-list.tsx"
import { TokenForm } from "./token-form.tsx"
import { TokenList } from "./token-list.tsx"

export const metadata: Metadata = { title: "Account" }

interface Props {
  readonly searchParams: Promise<{
    error?: string | string[]
    events?: string | string[]
    /** Where somebody was going who had to set up a second step first. */
    next?: string | string[]
  }>
}

/** One's own account: name, password, two-step sign-in, passkeys, sessions, access tokens, providers, what happened to it. */
export default async function AccountPage({ searchParams }: Props) {
  const actor = await accountActor("/account")
  const { error, events, next } = await searchParams
  const waits = await lacksSecondStep(actor.id)
  const found = await account(actor)
  if (!found.ok) notFound()
  const after = typeof events === "string" ? events : undefined
  const happened = await accountEvents(actor, after)
  if (!happened.ok) redirect("/account#events")
  const trouble = typeof error === "string" ? signInTrouble(error) : null
  const { name, email, hasPassword, twoStep, passkeys, sessions, tokens, connected, mail, exports, hanging } =
    found.value
  const offered = providerNames().map(({ id, name }) => ({ id, name, provider: identityProvider(id) }))
  const nameOf = (provider: string) => offered.find(each => each.provider === provider)?.name ?? provider
  const others = offered.filter(each => !connected.includes(each.provider))
  const again = offered.filter(each => connected.includes(each.provider)).map(({ id, name }) => ({ id, name }))
  const own = (a: { id: string }, b: { id: string }) =>
    Number(b.id === actor.sessionId) - Number(a.id === actor.sessionId)
  return (
    <>
      <SiteHeader crumbs={[{ label: "Account" }]} person={actor} waits={waits} />
      <PageFrame title={name} lede={email} width="text">
        <FormError failure={trouble && { code: trouble.code, sentence: failureSentence(trouble) }} />
        <SecondStepNote needed={waits} next={typeof next === "string" ? ownPath(next, "/projects") : null} />
        {!waits && (
          <>
            <Part title="What others see">
              <NameForm name={name} />
            </Part>
            <Part title="In exports" id="exports">
              <ExportNamesForm names={exports.names} orcid={exports.orcid} />
            </Part>
            <Part title="E-mail" id="mail">
              {mailOffered() ? (
                <MailForm choice={mail} />
              ) : (
                <p className="text-soft">
                  This server sends no e-mails. What concerns you waits in <TextLink href="/inbox">your inbox</TextLink>
                  .
                </p>
              )}
            </Part>
          </>
        )}
        <Part title="Password">
          {hasPassword ? (
            <PasswordForm email={email} />
          ) : (
            <p className="text-soft">This account has no password. You sign in with a connected provider.</p>
          )}
        </Part>
        <Part title="Two-step sign-in" id="two-step">
          {hasPassword ? (
            <>
              <p className="mb-4 text-soft">
                {twoStep.by === "passkey"
                  ? "After your password you are asked for a passkey. Codes that an app on your phone or computer shows help where you have no passkey."
                  : "After your password you are asked for a code that an app on your phone or computer shows, so that the password alone lets nobody in."}
                {connected.length > 0 &&
                  " Signing in with a provider asks for no code here; set up a second step there too."}
              </p>
              <SecondFactor on={twoStep.by === "app" || twoStep.by === "either"} first={twoStep.by === null} />
              {twoStep.by && <RecoveryCodes left={twoStep.codesLeft} />}
            </>
          ) : (
            <p className="text-soft">You sign in with a provider. Set up a second step there.</p>
          )}
        </Part>
        <Part title="Passkeys" id="passkeys">
          <p className="mb-4 text-soft">
            With a passkey you sign in by the fingerprint, face or PIN with which you unlock your phone, computer or
            security key, without a password.
            {hasPassword && " Who signs in with your password is asked for it as the second step."}
          </p>
          <PasskeyList
            lastStep={hasPassword && twoStep.by === "passkey"}
            passkeys={passkeys.map(({ createdAt, lastUsedAt, ...passkey }) => ({
              ...passkey,
              createdAt: createdAt.toISOString(),
              lastUsedAt: lastUsedAt?.toISOString() ?? null,
            }))}
          />
          <PasskeyForm />
        </Part>
        <Part title="Sessions">
          <p className="mb-4 text-soft">
            Everywhere you are signed in. A session ends by itself eight hours after it was last used, and in any case
            after seven days.
          </p>
          <SessionList
            sessions={[...sessions].sort(own).map(session => ({
              id: session.id,
              device: deviceWords(session.userAgent),
              address: session.address,
              lastSeenAt: session.lastSeenAt.toISOString(),
              createdAt: session.createdAt.toISOString(),
              current: session.id === actor.sessionId,
            }))}
          />
        </Part>
        {!waits && (
          <Part title="Access tokens" id="tokens">
            <p className="mb-4 text-soft">
              With a token a program acts in your name through the{" "}
              <TextLink href="/api">programming interface</TextLink>, within what the token and your roles allow. Keep
              it as you keep a password. Ending sessions leaves tokens as they are; a new password withdraws them all.
            </p>
            <TokenList
              tokens={tokens.map(({ createdAt, expiresAt, lastUsedAt, ...token }) => ({
                ...token,
                createdAt: createdAt.toISOString(),
                expiresAt: expiresAt.toISOString(),
                lastUsedAt: lastUsedAt?.toISOString() ?? null,
              }))}
            />
            <h3 className="mt-8 mb-4 font-text text-xl">A new access token</h3>
            <TokenForm />
          </Part>
        )}
        {offered.length + connected.length > 0 && (
          <Part title="Connected providers" id="providers">
            <p className="mb-4 text-soft">Accounts elsewhere with which you can sign in here.</p>
            <ConnectedProviders
              connected={connected.map(provider => ({ provider, name: nameOf(provider) }))}
              others={others.map(({ id, name }) => ({ id, name }))}
            />
            {again.length > 0 && (
              <div className="mt-5">
                <ProviderButtons providers={again} verb="Sign in again with" next="/account" />
              </div>
            )}
          </Part>
        )}
        <Part title="What happened" id="events">
          <p className="mb-4 text-soft">
            Sign-ins, failed ones too, and what decides who gets in or was refused to you. Kept for {eventDays} days;
            nobody can change it. If you don’t recognise something, change your password and end your other sessions.
          </p>
          <EventList events={happened.value.rows} after={happened.value.after} further={after !== undefined} />
        </Part>
        {!waits && (
          <Part title="Your data" id="data">
            <p className="mb-4 text-soft">
              What this server keeps of you, and what you did in every project that you are or were in, as one file of
              JSON. What others said is not in it.
            </p>
            <a href="/api/v1/account/data" download className="font-semibold">
              Download all of it
            </a>
          </Part>
        )}
        <Part title="Delete this account" id="delete">
          <DeleteAccount {...hanging} />
        </Part>
      </PageFrame>
    </>
  )
}

function Part({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section id={id} className="scroll-mt-16 mt-10 border-t border-rule pt-6 first-of-type:mt-0">
      <h2 className="mb-4 font-text text-2xl">{title}</h2>
      {children}
    </section>
  )
}
