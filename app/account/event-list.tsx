import type { EventLine } from "../../lib/queries/account-events.ts"
import { ButtonLink } from "../_ui/button-link.tsx"
import { Time } from "../_ui/time.tsx"
import { deviceWords } from "./device-words.ts"

interface Props {
  readonly events: readonly EventLine[]
  /** The cursor of older ones. */
  readonly after: string | null
  /** Whether newer ones are left out. */
  readonly further: boolean
}

/** What happened to one's account, the newest first. */
export function EventList({ events, after, further }: Props) {
  return (
    <>
      {events.length === 0 ? (
        <p className="text-soft">Nothing yet.</p>
      ) : (
        <ul className="border-t border-rule">
          {events.map(({ id, at, words, refused, address, userAgent }) => (
            <li key={id} className="border-b border-rule py-2.5">
              <p className={refused ? "font-semibold text-danger" : "font-semibold"}>{words}</p>
              <p className="text-sm text-soft">
                <Time at={at} precision="minute" />
                {address && `, from ${address}`}
                {userAgent && `, ${deviceWords(userAgent)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {(further || after !== null) && (
        <nav aria-label="Pages of what happened" className="mt-3 flex gap-2">
          {further && (
            <ButtonLink href="/account#events" size="small">
              Newest
            </ButtonLink>
          )}
          {after !== null && (
            <ButtonLink href={`/account?events=${after}#events`} rel="next" size="small">
              Older
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  )
}
