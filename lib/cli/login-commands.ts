import { client } from "../client/client.ts"
import type { CliCommand } from "./command-line.ts"
import { forgetLogin, keepLogin, readLogin, usualServer } from "./settings.ts"
import { secretLine } from "./terminal.ts"
import { CliTrouble, exits, refusal } from "./trouble.ts"

export const loginCommands: Readonly<Record<string, CliCommand>> = {
  login: {
    usage: "login [--server ADDRESS]",
    says: `Asks for an access token (made on your account page) or reads it from standard input, tries it, and keeps it for the commands to come. The server is ${usualServer} unless you say otherwise.`,
    takes: 0,
    options: { server: { type: "string" } },
    run: async ({ values, environment, terminal, print }) => {
      const server = String(values["server"] ?? environment["APPARATUS_SERVER"] ?? usualServer)
      if (!/^https?:\/\//i.test(server) || !URL.canParse(server))
        throw new CliTrouble("Write the server's address in full, beginning with https:// or http://.", exits.usage)
      const token = environment["APPARATUS_TOKEN"] || (await secretLine(terminal, "Access token: "))
      if (!token) throw new CliTrouble("No token was given, so nothing was kept.", exits.signedOut)
      const origin = new URL(server).origin
      const me = await client({ origin, token }).call("whoAmI", {})
      if (!me.ok) throw refusal(me.failure)
      const file = await keepLogin(environment, { server: origin, token })
      print(`Logged in at ${origin} as ${me.value.name}. The token is kept in ${file}.`)
    },
  },
  logout: {
    usage: "logout",
    says: "Forgets the token on this machine. To make it useless everywhere, withdraw it on your account page.",
    takes: 0,
    run: async ({ environment, print }) => {
      await forgetLogin(environment)
      print("The token is forgotten here.")
    },
  },
  whoami: {
    usage: "whoami",
    says: "Says where you are logged in, and as whom.",
    takes: 0,
    run: async ({ environment, api, print }) => {
      const me = await (await api()).call("whoAmI", {})
      if (!me.ok) throw refusal(me.failure)
      print(`${me.value.name} <${me.value.email}> at ${(await readLogin(environment))?.server}`)
    },
  },
}
