/** So many comments are shown at once; of longer threads the first one and the end. */
const most = 20
const end = 10

/**
 * Which comments of a thread are left out at first: from the second one on, up to the last ten or to the first that
 * was not read. None of a thread that is short, or nearly.
 */
export function leftOut(comments: readonly { readonly unread: boolean }[]): {
  readonly from: number
  readonly to: number
} {
  const unread = comments.findIndex(one => one.unread)
  const to = Math.min(comments.length - end, unread < 0 ? comments.length : unread)
  return comments.length > most && to > 2 ? { from: 1, to } : { from: 0, to: 0 }
}
