import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { homedir } from "node:os"
import { dirname, join } from "node:path"

/** Where somebody logged in, and as whom. */
export interface Login {
  readonly server: string
  readonly token: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** The file with the token, in the folder where the system keeps a person's settings. */
export const loginFile = (environment: Environment): string =>
  join(
    environment["XDG_CONFIG_HOME"] || environment["APPDATA"] || join(environment["HOME"] || homedir(), ".config"),
    "apparatus",
    "login.json",
  )

export const usualServer = "http://127.0.0.1:3000"

/** How to get in: what the environment says goes before what was kept at the last login; null when there is neither. */
export async function readLogin(environment: Environment): Promise<Login | null> {
  const kept = await keptLogin(environment)
  const token = environment["APPARATUS_TOKEN"] || kept?.token
  const server = environment["APPARATUS_SERVER"] || kept?.server || usualServer
  return token ? { server, token } : null
}

async function keptLogin(environment: Environment): Promise<Partial<Login> | null> {
  const json = await readFile(loginFile(environment), "utf8").catch(() => null)
  if (json === null) return null
  try {
    return JSON.parse(json) as Partial<Login>
  } catch {
    return null
  }
}

/** Keep a login so that nobody else on the machine can read it, also when the file was there with other rights. */
export async function keepLogin(environment: Environment, login: Login): Promise<string> {
  const file = loginFile(environment)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await rm(file, { force: true })
  await writeFile(file, `${JSON.stringify(login)}\n`, { mode: 0o600, flag: "wx" })
  await chmod(file, 0o600)
  return file
}

export const forgetLogin = (environment: Environment): Promise<void> => rm(loginFile(environment), { force: true })
