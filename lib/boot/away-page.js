import { createHash } from "node:crypto"

const style = `:root{color-scheme:light dark}body{font:1.1rem/1.6 Georgia,serif;max-width:34rem;margin:14vh auto;padding:0 1.2rem}`
const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>The database does not answer – Apparatus</title><style>${style}</style></head>
<body><main><h1>The database does not answer</h1>
<p>Pages can't be shown while it is away. What was saved is safe, and what you typed is kept in this browser.
It is looked for all the time: wait a moment, then try again.</p>
<p><a href="">Try again</a></p></main></body></html>
`
const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** Whether a request opens a page in a browser, and is none of those that the page makes then. @param {import("node:http").IncomingMessage} request @param {string} path */
export const opensPage = ({ method, headers }, path) =>
  method === "GET" &&
  !path.startsWith("/api/") &&
  !path.startsWith("/_next/") &&
  headers["rsc"] === undefined &&
  (headers["accept"] ?? "").includes("text/html")

/** Say instead of a page that none can be made without the database. @param {import("node:http").ServerResponse} response */
export function sayAway(response) {
  response.writeHead(503, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Retry-After": "2",
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
  })
  response.end(page)
}
