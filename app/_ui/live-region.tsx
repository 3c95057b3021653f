export const liveRegionId = "live-region"

/** The place that announce() writes to. It stands once in the root layout, empty, before anything is said. */
export function LiveRegion() {
  return <div id={liveRegionId} aria-live="polite" aria-atomic="true" className="sr-only" />
}
