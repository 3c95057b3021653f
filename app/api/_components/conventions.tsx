import type { ReactNode } from "react"
import { TextLink } from "../../_ui/text-link.tsx"

/** How to get in, and what holds for every operation. */
export function Conventions({ origin, signedIn }: { origin: string; signedIn: boolean }) {
  const account = <TextLink href="/account#tokens">your account page</TextLink>
  return (
    <>
      <section aria-labelledby="getting-in">
        <h2 id="getting-in" className="text-2xl">
          Getting in
        </h2>
        <p className="mt-2">
          A program comes with an access token. Make one on{" "}
          {signedIn ? account : <TextLink href="/sign-in?next=%2Faccount%23tokens">your account page</TextLink>}: it
          acts in your name, within what you let it do (<i>read</i>, <i>write</i>, <i>manage</i>), and is shown once. On
          the server’s own machine <code>npm run token -- EMAIL</code> prints one.
        </p>
        <Example title="Your projects">{`curl -H "Authorization: Bearer $TOKEN" ${origin}/api/v1/projects`}</Example>
        <Example title="A claim’s label">{`curl -X POST -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" -H "Idempotency-Key: my-label-1" \\
  -d '{"unitId":"…","id":"…","label":"disputed","confidence":"moderate","seen":null,
       "rationale":{"type":"doc","content":[{"type":"paragraph"}]}}' \\
  ${origin}/api/v1/documents/DOCUMENT/annotation`}</Example>
        <Example title="From the command line">{`npm run cli -- login --server ${origin}
npm run cli -- claims PROJECT --state contested`}</Example>
      </section>
      <section aria-labelledby="conventions">
        <h2 id="conventions" className="text-2xl">
          Conventions
        </h2>
        <dl className="mt-3 divide-y divide-rule border-y border-rule">
          {conventions.map(([term, says]) => (
            <div
              key={term}
              className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-1 py-3 sm:grid-cols-[11rem_minmax(0,1fr)]"
            >
              <dt className="font-semibold">{term}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}

const conventions: readonly (readonly [string, string])[] = [
  [
    "Positions",
    "Count UTF-16 code units from the beginning of the text, as strings in JavaScript and Java do; in Python take them on text.encode('utf-16-le'), two bytes each. The end lies behind the last one. Exported files count in their own reader’s unit.",
  ],
  ["Times and days", "Times are in UTC (RFC 3339); days are YYYY-MM-DD."],
  [
    "Ids",
    "What you make, you name: `id` is a UUID of version 7 of your own making. So a request whose answer was lost can be sent again.",
  ],
  [
    "Sending again",
    "Each write that changes something takes an id of its own, as requestId in the body or in the header Idempotency-Key. The same request under the same id is carried out once; the second answer says Idempotency-Replayed: true. Another request under that id is refused.",
  ],
  [
    "Somebody was quicker",
    "A read answers an ETag. A write says what it was made against, as `version` or `seen` in the body or in the header If-Match. When that is no longer what is stored, the answer is 409, or 412 with If-Match, and carries what is stored in `current`.",
  ],
  [
    "Lists",
    "Claims and flags go on from a cursor: `after` is what the list before ended with. A history goes on with `older` and `newer`. Other lists have pages of 50, from 1.",
  ],
  [
    "Limits",
    "RateLimit and RateLimit-Policy say how often still and how often at all. Too many requests are answered with 429 and Retry-After in seconds. A body may have a megabyte unless it brings a file.",
  ],
  [
    "What takes long",
    "Some writes tell how far they are: accept application/x-ndjson, and read a line of JSON {“share”: 0.4} now and then, and at last {“status”: 200, “body”: …}.",
  ],
  [
    "Webhooks",
    "A project's owners can have an address told what happens (page Webhooks, from Policy or Export). Messages are signed after Standard Webhooks: webhook-signature holds v1, and the HMAC-SHA256 of “webhook-id.webhook-timestamp.body” in base64. They may come twice, under one webhook-id, and in another order; answer 2xx within ten seconds.",
  ],
  ["Unknown fields", "Of a request are refused. Those of an answer are to be passed over: answers may grow."],
]

function Example({ title, children }: { title: string; children: ReactNode }) {
  return (
    <figure className="mt-4">
      <figcaption className="text-sm text-soft">{title}</figcaption>
      <pre className="mt-1 rounded-md bg-wash p-3 text-sm wrap-anywhere whitespace-pre-wrap">{children}</pre>
    </figure>
  )
}
