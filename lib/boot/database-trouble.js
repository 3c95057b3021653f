import { codeOf, Trouble } from "./trouble.js"

/** @type {Record<string, (place: string, name: string) => string>} */
const sentences = {
  "28P01": place => `The database server ${place} refuses the user or the password in DATABASE_URL. Correct them,`,
  28000: place => `The database server ${place} does not let this user in. Correct DATABASE_URL or its pg_hba.conf,`,
  "3D000": (place, name) => `The database server ${place} has no database ${name}. Create it or correct DATABASE_URL,`,
  42501: place => `The user in DATABASE_URL may not make tables on ${place}. Make it the owner of the database,`,
  53100: place => `The disk of the database server ${place} is full. Make room,`,
  53300: place => `The database server ${place} has no connection left. Raise its max_connections,`,
  "55P03": place => `Another Apparatus is migrating the database on ${place} and does not finish. Look at it,`,
}

const away =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET|EPIPE|57P01|57P02|57P03)$/

/**
 * An error of connecting or migrating as a sentence for whoever set DATABASE_URL, without its password; any other
 * error as it is.
 * @param {unknown} error
 * @param {string} url
 */
export function databaseTrouble(error, url) {
  if (error instanceof Trouble || !(error instanceof Error)) return error
  const { host, pathname } = new URL(url)
  const place = host || "on this machine"
  const sentence = sentences[codeOf(error)]
  if (sentence) return new Trouble(`${sentence(place, decodeURIComponent(pathname.slice(1)))} then start again.`)
  if (away.test(codeOf(error)) || /timeout|terminated/i.test(error.message))
    return new Trouble(
      `The database server ${place} of DATABASE_URL does not answer. Start it or correct the address, then start again.`,
    )
  if (/SSL|certificate/i.test(error.message))
    return new Trouble(
      `The database server ${place} and DATABASE_URL do not agree on TLS (${error.message}). Correct its sslmode, then start again.`,
    )
  return error
}

/** Throws a sentence when this is no address of a PostgreSQL server. @param {string} url @param {string} name of the setting */
export function askDatabaseUrl(url, name = "DATABASE_URL") {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new Trouble(
      `${name} has to look like postgresql://user:password@host:5432/database. Correct it, then start again.`,
    )
}
