/** What concerns a person and is put into their inbox. */
export const noticeKinds = [
  "mentioned",
  "answered",
  "assigned",
  "contested",
  "flag-answered",
  "verdict-reopened",
] as const
export type NoticeKind = (typeof noticeKinds)[number]
