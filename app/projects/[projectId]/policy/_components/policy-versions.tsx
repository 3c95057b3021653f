import { Time } from "../../../../_ui/time.tsx"

interface Version {
  readonly version: number
  readonly by: string
  readonly at: Date
  readonly changes: readonly string[]
}

/** The versions of a policy, the newest first, each with what it changed. */
export function PolicyVersions({ versions }: { versions: readonly Version[] }) {
  return (
    <ol className="border-t border-rule">
      {versions.map(({ version, by, at, changes }) => (
        <li key={version} className="border-b border-rule py-3">
          <p>
            <b>Version {version}</b>
            <span className="text-soft">
              {" "}
              by {by}, <Time at={at} precision="minute" />
            </span>
          </p>
          {changes.length > 0 ? (
            <ul className="mt-1">
              {changes.map(change => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          ) : (
            <p className="mt-1 text-soft">
              {version === 1 ? "The project began with these rules." : "Saved without a difference."}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
