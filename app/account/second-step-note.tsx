import { TextLink } from "../_ui/text-link.tsx"

interface Props {
  /** Whether everything else waits for a second step. */
  readonly needed: boolean
  /** Where one was going; null when nobody was led here. */
  readonly next: string | null
}

/** Says that this server asks for a second step and, once there is one, leads on to where one was going. */
export function SecondStepNote({ needed, next }: Props) {
  if (!needed && next === null) return null
  return (
    <div role="status" className="border-l-3 border-accent bg-accent-wash px-4 py-3">
      {needed ? (
        <p>
          This server asks for a second step after the password. Set one up here, by{" "}
          <TextLink href="#two-step">an app that shows codes</TextLink> or by{" "}
          <TextLink href="#passkeys">a passkey</TextLink>; everything else waits until then.
        </p>
      ) : (
        <p>
          You have a second step now. <TextLink href={next ?? "/projects"}>Go on to where you were going</TextLink>
        </p>
      )}
    </div>
  )
}
