import { whenStopping } from "./stopping.js"

/**
 * Make the files of exports that people asked for, one at a time.
 * @param {string} origin
 */
export async function startExporting(origin) {
  const { register } = await import("tsx/esm/api")
  register()
  const jobs = await import(new URL("../jobs/exporting.ts", import.meta.url).href)
  whenStopping(jobs.startExporting(origin))
}
