import { spawnSync } from "node:child_process"
import { closeSync, openSync, rmSync, statfsSync, writeSync } from "node:fs"
import { join } from "node:path"

/** A small file system of its own that can be filled up. */
export interface Volume {
  /** Write until nothing fits any more, and go on as soon as something does. */
  readonly fill: () => void
  /** Take away what fills it. */
  readonly empty: () => void
  readonly end: () => void
}

/** Mount a file system of so many megabytes in memory at a folder; null where this machine or this user can't. */
export function mountVolume(folder: string, megabytes: number): Volume | null {
  const options = `size=${megabytes}m,mode=755`
  if (spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]).status !== 0) return null
  const filler = join(folder, "filler")
  let filling: NodeJS.Timeout | undefined
  return {
    fill: () => {
      const more = () => {
        const handle = openSync(filler, "a")
        try {
          for (const size of [1_048_576, 4_096]) while (free(folder) >= size) writeSync(handle, Buffer.alloc(size))
        } catch {
          // PostgreSQL was quicker with what was left.
        } finally {
          closeSync(handle)
        }
      }
      more()
      filling = setInterval(more, 100)
    },
    empty: () => {
      clearInterval(filling)
      rmSync(filler, { force: true })
    },
    end: () => {
      clearInterval(filling)
      spawnSync("umount", ["-l", folder])
    },
  }
}

const free = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
