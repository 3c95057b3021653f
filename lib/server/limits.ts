/** Bytes of a request body: of an ordinary write, and of one that brings a text. */
export const limits = {
  body: 1_048_576,
  /** Bytes of a raw text, pasted or uploaded: UPLOAD_LIMIT_MB, 5 by default, 50 at most. */
  get text(): number {
    const megabytes = Number(process.env["UPLOAD_LIMIT_MB"] ?? 5)
    return Math.round(Math.min(50, megabytes > 0 ? megabytes : 5) * 1_048_576)
  },
}
