/** Bytes of a request body: of an ordinary write, and of one that brings a text. */
export const limits = {
  body: 1_048_576,
  /** A snapshot of at most ten megabytes, in base64, with what is said about it. */
  snapshot: 14_200_000,
  /** A citation style of at most a megabyte, as a string of JSON. */
  style: 2_400_000,
  /** A bibliography: 32 million characters, most of them of one byte. */
  bibliography: 48 * 1_048_576,
  /** What other tools marked in a text: 16 megabytes of files in base64. */
  markings: 24 * 1_048_576,
  /** Whether nothing is fetched from the web: FETCH_FROM_WEB is "off". */
  get fetchOff(): boolean {
    return process.env["FETCH_FROM_WEB"] === "off"
  },
  /** Whether nothing is sent to webhooks: WEBHOOKS is "off". */
  get webhooksOff(): boolean {
    return process.env["WEBHOOKS"] === "off"
  },
  /** Bytes of a project's archive: ARCHIVE_LIMIT_MB, 512 by default, 4,000 at most. */
  get archive(): number {
    const megabytes = Number(process.env["ARCHIVE_LIMIT_MB"] ?? 512)
    return Math.round(Math.min(4_000, megabytes > 0 ? megabytes : 512) * 1_048_576)
  },
  /** Bytes of a raw text, pasted or uploaded: UPLOAD_LIMIT_MB, 5 by default, 50 at most. */
  get text(): number {
    const megabytes = Number(process.env["UPLOAD_LIMIT_MB"] ?? 5)
    return Math.round(Math.min(50, megabytes > 0 ? megabytes : 5) * 1_048_576)
  },
}
