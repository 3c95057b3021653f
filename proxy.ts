import { type NextRequest, NextResponse } from "next/server"

/**
 * Sends every document with a content security policy of its own: scripts and style sheets come from
 * this origin, inline ones carry the request's nonce, and there are no inline style attributes. Next
 * reads the nonce from the request's copy of the header, so that only pages rendered per request get it.
 * This file decides nothing about who may see what.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development")
  const headers = new Headers(request.headers)
  headers.set("content-security-policy", policy)
  headers.set("x-apparatus-path", request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set("content-security-policy", policy)
  return response
}

/**
 * Documents, and the data of pages, which has to know its address too when a session has ended. The API and the built
 * files have a fixed policy (next.config.js).
 */
export const config = {
  matcher: [{ source: "/((?!api/|_next/).*)" }],
}

function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ")
}
