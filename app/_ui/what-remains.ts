/**
 * What stays in a field that is emptied once its words were sent, when one typed on meanwhile: what follows the words
 * that were sent, or everything where these do not stand at its beginning any more.
 */
export function whatRemains(sent: string, now: string): string {
  return now.startsWith(sent) ? now.slice(sent.length).trimStart() : now.trim() === sent.trim() ? "" : now
}
