/** What concerns a person and is put into their inbox. */
export const noticeKinds = [
  "mentioned",
  "answered",
  "assigned",
  "contested",
  "flag-answered",
  "flag-assigned",
  "verdict-reopened",
] as const
export type NoticeKind = (typeof noticeKinds)[number]
