import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { failureSentence } from "../../lib/domain/failure-sentence.ts"
import { isPseudonym } from "../../lib/domain/pseudonym.ts"
import { signInTrouble } from "../../lib/domain/sign-in-trouble.ts"
import { isFreshServer } from "../../lib/queries/is-fresh-server.ts"
import { requireActor } from "../../lib/server/actor.ts"
import { ownPath } from "../../lib/server/own-path.ts"
import { providerNames } from "../../lib/server/providers.ts"
import { FormError } from "../_ui/form-error.tsx"
import { PageFrame } from "../_ui/page-frame.tsx"
import { SiteHeader } from "../_ui/site-header.tsx"
import { DemoSignIns } from "./demo-sign-ins.tsx"
import { PasskeySignIn } from "./passkey-sign-in.tsx"
import { ProviderButtons } from "./provider-buttons.tsx"
import { SignInForm } from "./sign-in-form.tsx"

export const metadata: Metadata = { title: "Sign in" }

/** The door. Who is in already is led on. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; error?: string | string[]; deleted?: string | string[] }>
}) {
  const { next: asked, error, deleted } = await searchParams
  const next = ownPath(asked)
  // Who is in and comes back from a provider with a failure was connecting it.
  if ((await requireActor()).ok)
    redirect(typeof error === "string" ? `/account?error=${encodeURIComponent(error)}` : next)
  const fresh = await isFreshServer()
  const providers = providerNames()
  const demo = process.env["APPARATUS_DEMO"] === "1"
  const trouble = typeof error === "string" ? { sentence: failureSentence(signInTrouble(error)) } : null
  return (
    <>
      <SiteHeader person={null} />
      <PageFrame
        title="Sign in"
        lede="Apparatus turns a raw text into vetted, cited claims."
        width={demo ? "page" : "text"}
      >
        <div className={demo ? "grid gap-x-16 gap-y-12 md:grid-cols-2" : "max-w-[26rem]"}>
          <div className="grid content-start gap-9">
            <FormError failure={trouble} />
            {typeof deleted === "string" && isPseudonym(deleted) && <Deleted pseudonym={deleted} />}
            {fresh ? <Fresh /> : <SignInForm next={next} />}
            {!fresh && (
              <section aria-labelledby="passkey" className="border-t border-rule pt-5">
                <h2 id="passkey" className="label-caps mb-3">
                  Or without a password
                </h2>
                <PasskeySignIn next={next} />
              </section>
            )}
            {!fresh && providers.length > 0 && (
              <section aria-labelledby="providers" className="border-t border-rule pt-5">
                <h2 id="providers" className="label-caps mb-3">
                  Or with an account you have elsewhere
                </h2>
                <ProviderButtons providers={providers} verb="Sign in with" next={next} />
              </section>
            )}
            {!fresh && (
              <p className="text-soft">No account yet? Ask an owner of your project for an invitation link.</p>
            )}
          </div>
          {demo && <DemoSignIns next={next} />}
        </div>
      </PageFrame>
    </>
  )
}

function Deleted({ pseudonym }: { pseudonym: string }) {
  return (
    <p role="status" className="border-l-3 border-accent bg-accent-wash px-4 py-3">
      Your account is deleted. What you did in projects stands under “{pseudonym}”. Note it if you want to find it
      again: nothing here ties it to you any more.
    </p>
  )
}

function Fresh() {
  return (
    <p className="border-l-3 border-accent bg-accent-wash px-4 py-3">
      Nobody has an account here yet. Open the setup link that the server printed when it started; it creates the first
      one.
    </p>
  )
}
