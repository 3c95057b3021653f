const name = "apparatus-inbox"

/** Says that what waits in the inbox may be other than it was, by what somebody did on this page or elsewhere. */
export const tellInbox = (by: "here" | "elsewhere"): boolean =>
  dispatchEvent(new CustomEvent(name, { detail: by === "here" }))

/** Hears of it, and whether it was done on this page; answers what ends that. */
export function onInboxNews(heard: (here: boolean) => void): () => void {
  const listener = (event: Event) => heard((event as CustomEvent<boolean>).detail)
  addEventListener(name, listener)
  return () => removeEventListener(name, listener)
}
