/** What concerns a person and is put into their inbox. */
export const noticeKinds = [
  "mentioned",
  "answered",
  "assigned",
  "contested",
  "flag-answered",
  "flag-assigned",
  "verdict-reopened",
  "decided",
  "decision-reopened",
  "decision-answered",
  "asked",
  "question-answered",
] as const
export type NoticeKind = (typeof noticeKinds)[number]
