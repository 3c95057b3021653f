import { type ChildProcess, spawn } from "node:child_process"

const root = new URL("../..", import.meta.url).pathname

interface How {
  /** Modules that are loaded before anything of it. */
  readonly preload?: readonly string[]
  /** A file, open for writing, that gets all it says. */
  readonly log?: number
}

/** Starts Apparatus as `npm start` does, at a port, in an environment without settings of the shell's. */
export function startServer(
  port: number,
  data: string,
  settings: Record<string, string> = {},
  { preload = [], log }: How = {},
): ChildProcess {
  const { PATH = "", HOME = "" } = process.env
  return spawn(process.execPath, [...preload.flatMap(each => ["--import", each]), "lib/boot/start.js"], {
    cwd: root,
    stdio: log === undefined ? "ignore" : ["ignore", log, log],
    env: { PATH, HOME, NODE_ENV: "production", PORT: String(port), DATA_DIR: data, ...settings },
  })
}

/** Waits for the end of a process. */
export const gone = (child: ChildProcess): Promise<void> =>
  new Promise(done => {
    if (child.exitCode !== null || child.signalCode !== null) done()
    else child.once("exit", () => done())
  })

/** Waits until an address is answered well; throws when the process that is to answer has ended. */
export async function answers(url: string, child: ChildProcess, headers: Record<string, string> = {}): Promise<void> {
  for (;;) {
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(5_000) }).catch(() => null)
    if (answer?.ok) return
    if (child.exitCode !== null) throw new Error("The application did not start.")
    await sleep(20)
  }
}

export const sleep = (milliseconds: number): Promise<void> => new Promise(go => setTimeout(go, milliseconds))
