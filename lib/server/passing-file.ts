import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

/**
 * A file on the disk for the time of one request, in a folder of its own that nobody else may look into. It is there until
 * `remove` is called, or what `work` does with it fails.
 */
export async function passingFile<T>(
  prefix: string,
  work: (file: FileHandle, remove: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), prefix))
  const drop = () => rm(folder, { recursive: true, force: true })
  try {
    const file = await open(join(folder, "file"), "w+", 0o600)
    const remove = async () => {
      await file.close()
      await drop()
    }
    try {
      return await work(file, remove)
    } catch (error) {
      await file.close()
      throw error
    }
  } catch (error) {
    await drop()
    throw error
  }
}
