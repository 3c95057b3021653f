import { readFileSync } from "node:fs"
import { headReport, logReports } from "../db/verify-log.ts"
import { isLogHead } from "../domain/log-head.ts"
import { headsInFile } from "../formats/heads-in-file.ts"
import { databaseTrouble } from "./database-trouble.js"
import { withClient } from "./postgres.js"
import { codeOf, Trouble } from "./trouble.js"

/** @typedef {(line: string) => void} Say */

/**
 * The heads that somebody asks about; null when it is about the log itself.
 * @param {string | undefined} head @param {string | undefined} file
 */
export function askedHeads(head, file) {
  if (head !== undefined && !isLogHead(head))
    throw new Trouble(
      "A head is a number, a hyphen and 64 digits, as it stands in the exported file or under Activity.",
    )
  if (file === undefined) return head === undefined ? null : [head]
  const heads = headsInFile(contentOf(file))
  if (heads.length === 0)
    throw new Trouble(
      `No head of a log stands in ${file}. A table without claims or a list without sources has none, nor has what is no export of claims; the JSON file has one, and the archive.`,
    )
  return head === undefined ? heads : [head, ...heads]
}

/** @param {string} file */
function contentOf(file) {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new Trouble(`${file} can't be read (${codeOf(error)}). Correct its name, then ask again.`)
  }
}

/**
 * Goes through the log of all projects, or of one. Answers whether all of it is sound.
 * @param {string} url @param {string | null} projectId @param {Say} say
 */
export function verifyProjects(url, projectId, say) {
  return inSnapshot(url, async ask => {
    let sound = true
    let projects = 0
    for await (const { project, head, changes, streams, faults, faulty } of logReports(ask, projectId)) {
      projects++
      sound &&= faulty === 0
      const found = faulty === 0 ? "sound" : `${counted(faulty, "fault")}`
      say(`${named(project)}: ${counted(changes, "change")} in ${counted(streams, "stream")}, ${found}, head ${head}`)
      for (const fault of faults) say(faultLine(project, fault))
      if (faulty > faults.length) say(`  and ${faulty - faults.length} more.`)
    }
    if (projectId && projects === 0) throw new Trouble(`There is no project ${projectId}.`)
    if (projects === 0) say("There are no projects.")
    return sound
  })
}

/**
 * Tells of heads whether the log has them. Answers whether it has all of them, and what they cover is sound.
 * @param {string} url @param {string | null} projectId @param {readonly string[]} heads @param {Say} say
 */
export function verifyHeads(url, projectId, heads, say) {
  return inSnapshot(url, async ask => {
    let sound = true
    for (const head of heads) {
      const report = await headReport(ask, projectId, head)
      sound &&= report !== null && report.faults.length === 0
      if (!report) {
        const where = projectId ? "This project's log" : "No project's log"
        say(`${where} ${projectId ? "never had" : "ever had"} the head ${head}.`)
        continue
      }
      const { project, covers, changes, at, faults } = report
      say(
        `${named(project)}: this head is change ${covers} of ${changes}, of ${at.toISOString()}; ` +
          (faults.length === 0 ? "nothing before it was rewritten." : "but what it covers no longer stands:"),
      )
      for (const fault of faults) say(faultLine(project, fault))
    }
    return sound
  })
}

/** @param {import("../db/log-rows.ts").LoggedProject} project */
const named = ({ id, name }) => `“${name.replaceAll(/\p{Cc}+/gu, " ")}” (${id})`

/** @param {{ id: string }} project @param {import("../db/log-rows.ts").LogFault} fault */
const faultLine = ({ id }, { stream, revision, what }) =>
  `  ${stream === id ? "The project itself" : `Document ${stream}`}, change ${revision}: ${what}.`

/** @param {number} count @param {string} what */
const counted = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`

/**
 * Questions to a database in one snapshot.
 * @template T @param {string} url @param {(ask: import("../db/log-rows.ts").Asking) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function inSnapshot(url, work) {
  try {
    return await withClient(url, async client => {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
      return work(async ({ text, values }) => (await client.query({ text, values: [...values] })).rows)
    })
  } catch (error) {
    if (codeOf(error) === "42P01" || codeOf(error) === "42703")
      throw new Trouble("The database is of an older Apparatus. Run npm start with this one first, then ask again.")
    throw databaseTrouble(error, url)
  }
}
