import {
  emptyFile,
  failJob,
  finishJob,
  giveUpDead,
  holdJob,
  releaseJob,
  savePiece,
  type TakenJob,
  takeJob,
} from "../db/export-work-rows.ts"
import { isDatabaseAway } from "../db/is-database-away.ts"
import { pieceSize } from "../domain/export-job.ts"
import { failureSentence } from "../domain/failure-sentence.ts"
import { log, loggedError } from "../log/log-line.js"
import { exportFile } from "../queries/export-file.ts"

/** The job is another's, was cancelled, or this process stops. */
class Stopped extends Error {}

/** Milliseconds between two signs of life, which are also when a cancelled job is noticed. */
const beat = 1_000

const died = "The server stopped while it made this file, three times in a row. Make it again, or a part of it."
const defect = "Something went wrong while this file was made. It was written to the server’s log; make it again."

/**
 * Make the file that has waited longest, in the name of who asked for it and with what they may see now. Answers false
 * when none waits. A failure of the file is told to its person and thrown only when the database is gone.
 */
export async function makeExport(origin: string, isStopping: () => boolean = () => false): Promise<boolean> {
  await giveUpDead(died)
  const job = await takeJob()
  if (!job) return false
  try {
    await make(job, origin, isStopping)
  } catch (error) {
    if (error instanceof Stopped) {
      if (isStopping()) await releaseJob(job)
      return true
    }
    if (isDatabaseAway(error)) throw error
    tell(job, error)
    await failJob(job, defect)
  }
  return true
}

async function make(job: TakenJob, origin: string, isStopping: () => boolean): Promise<void> {
  const at = { done: 0, total: null as number | null, bytes: 0 }
  let lost = false
  const ongoing = () => {
    if (lost || isStopping()) throw new Stopped()
  }
  // A sign of life that does not get through is sent again; without any, another worker takes the job over.
  const heart = setInterval(() => {
    holdJob(job, at).then(
      still => {
        lost ||= !still
      },
      () => {},
    )
  }, beat)
  const file = gathering(job, at, ongoing)
  try {
    const input = { ...job.choice, projectId: job.projectId, format: job.format }
    const made = await exportFile({ id: job.personId }, input, origin, {
      begin: file.begin,
      write: file.write,
      ongoing,
      reached: (done, total) => Object.assign(at, { done, total }),
    })
    if (!made.ok) return await failJob(job, failureSentence(made.failure))
    const pieces = await file.end()
    const { name, mediaType, missing, sight } = made.value
    await finishJob(job, { name, mediaType, missing, sight, pieces, bytes: at.bytes, done: at.done })
  } finally {
    clearInterval(heart)
  }
}

/** Gathers what is written into pieces of one size and stores each as soon as it is full. */
function gathering(job: TakenJob, at: { bytes: number }, ongoing: () => void) {
  let room = Buffer.alloc(pieceSize)
  let filled = 0
  let sequence = 0
  const kept = (still: boolean) => {
    if (!still) throw new Stopped()
  }
  const flush = async () => {
    kept(await savePiece(job, sequence, room.subarray(0, filled)))
    sequence += 1
    at.bytes += filled
    filled = 0
  }
  return {
    async begin() {
      ongoing()
      room = Buffer.alloc(pieceSize)
      filled = 0
      sequence = 0
      at.bytes = 0
      kept(await emptyFile(job))
    },
    async write(piece: string | Uint8Array) {
      ongoing()
      const bytes = typeof piece === "string" ? Buffer.from(piece) : piece
      for (let from = 0; from < bytes.length; ) {
        const taken = Math.min(pieceSize - filled, bytes.length - from)
        room.set(bytes.subarray(from, from + taken), filled)
        filled += taken
        from += taken
        if (filled === pieceSize) await flush()
      }
    },
    async end(): Promise<number> {
      if (filled > 0) await flush()
      return sequence
    },
  }
}

function tell({ id }: TakenJob, error: unknown): void {
  log("error", "export.trouble", { job: id, error: loggedError(error) })
}
