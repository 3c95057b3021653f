import { loadBackground } from "./load-background.js"
import { whenStopping } from "./stopping.js"

/**
 * Make the files of exports that people asked for, one at a time.
 * @param {string} origin
 */
export async function startExporting(origin) {
  const { startExporting: start } = await loadBackground()
  whenStopping(start(origin))
}
