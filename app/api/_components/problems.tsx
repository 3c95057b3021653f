import { codesOf, problemStatuses } from "../../../lib/api/problems.ts"
import { TextLink } from "../../_ui/text-link.tsx"

/** Every failure by its status, as the answers name it. */
export function Problems() {
  return (
    <section aria-labelledby="problems">
      <h2 id="problems" className="text-2xl">
        Problems
      </h2>
      <p className="mt-2">
        What goes wrong is answered as <code>application/problem+json</code> (RFC 9457). <code>code</code> is for
        programs and stays; <code>sentence</code> is for people and says what to do. Some codes bring more:{" "}
        <i>invalid</i> names the fields in <code>issues</code>, <i>conflict</i> what is stored in <code>current</code>.
      </p>
      <dl className="mt-3 divide-y divide-rule border-y border-rule">
        {problemStatuses.map(status => (
          <div key={status} className="grid grid-cols-[minmax(0,1fr)] gap-x-8 py-2 sm:grid-cols-[4rem_minmax(0,1fr)]">
            <dt className="figures font-semibold">{status}</dt>
            <dd className="font-mono text-sm wrap-anywhere">
              {codesOf(status).map((code, at) => (
                <span key={code}>
                  {at > 0 && ", "}
                  <TextLink href={`/problems#${code}`} kind="quiet" prefetch={false}>
                    {code}
                  </TextLink>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
