import { type ParseArgsConfig, parseArgs } from "node:util"
import { type Client, client } from "../client/client.ts"
import { claimCommands } from "./claim-commands.ts"
import { exportCommand } from "./export-command.ts"
import { loginCommands } from "./login-commands.ts"
import { projectCommands } from "./project-commands.ts"
import { readLogin } from "./settings.ts"
import type { Terminal } from "./terminal.ts"
import { CliTrouble, exits } from "./trouble.ts"

type Environment = Readonly<Record<string, string | undefined>>
export type Values = Readonly<Record<string, string | boolean | undefined>>

/** What a command is given: what was said, and the ways to the server and to the person. */
export interface Given {
  readonly words: readonly string[]
  readonly values: Values
  readonly environment: Environment
  readonly terminal: Terminal
  readonly print: (text: string) => void
  /** The server that somebody logged in to; ends the command when nobody did. */
  readonly api: () => Promise<Client>
}

export interface CliCommand {
  /** Its words and options, as the help shows them: "claims PROJECT [--state STATE] [--json]". */
  readonly usage: string
  readonly says: string
  /** How many words it takes behind its name. */
  readonly takes: number
  readonly options?: NonNullable<ParseArgsConfig["options"]>
  readonly run: (given: Given) => Promise<void>
}

const commands: Readonly<Record<string, CliCommand>> = {
  ...loginCommands,
  ...projectCommands,
  ...claimCommands,
  export: exportCommand,
}

const help = () => `Use: npm run cli -- COMMAND

${Object.values(commands)
  .map(({ usage, says }) => `  ${usage}\n      ${says}`)
  .join("\n")}

A claim is written DOCUMENT/CLAIM, as \`claims\` prints it. Ids come from \`projects\`, \`documents\`, \`claims\` and \`sources\`.
APPARATUS_TOKEN and APPARATUS_SERVER go before what \`login\` kept.
It ends with 0 when all is done, 1 when it was refused, 2 when it was called wrongly, 3 when nobody is logged in, 4 when the
server can't be reached.
`

/** Run one command; answers the exit code. It prints what was asked for on standard output, and all else on standard error. */
export async function commandLine(
  argv: readonly string[],
  environment: Environment,
  terminal: Terminal,
): Promise<number> {
  const print = (text: string) => void terminal.stdout.write(`${text}\n`)
  const [name = "", ...rest] = argv
  try {
    if (name === "" || name === "help" || name === "--help") {
      terminal.stdout.write(help())
      return name === "" ? exits.usage : exits.done
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new CliTrouble(`There is no command ${name}. Ask for \`help\`.`, exits.usage)
    const { values, positionals } = readArguments(command, rest)
    if (values["help"]) print(`Use: npm run cli -- ${command.usage}\n${command.says}`)
    else await command.run({ words: positionals, values, environment, terminal, print, api: () => apiOf(environment) })
    return exits.done
  } catch (trouble) {
    if (!(trouble instanceof CliTrouble)) throw trouble
    terminal.stderr.write(`${trouble.message}\n`)
    return trouble.exit
  }
}

function readArguments({ usage, takes, options = {} }: CliCommand, args: string[]) {
  try {
    const all = { ...options, help: { type: "boolean", short: "h" } } satisfies ParseArgsConfig["options"]
    const { values, positionals } = parseArgs({ args, options: all, allowPositionals: true })
    if (values.help || positionals.length === takes) return { values: values as Values, positionals }
  } catch {
    // What is wrong is said by how it is used.
  }
  throw new CliTrouble(`Use: npm run cli -- ${usage}`, exits.usage)
}

async function apiOf(environment: Environment): Promise<Client> {
  const login = await readLogin(environment)
  if (!login) throw new CliTrouble("You are not logged in. Run `login` first, or set APPARATUS_TOKEN.", exits.signedOut)
  return client({ origin: login.server, token: login.token })
}
