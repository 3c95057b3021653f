import {
  type Asking,
  type LogFault,
  type LoggedProject,
  linksOf,
  loggedProjects,
  statedEnds,
  strayStreams,
  streamFaults,
} from "./log-rows.ts"
import { projectHead, stateOf } from "./project-head.ts"

/** What a project's log was found to be. */
export interface LogReport {
  readonly project: LoggedProject
  readonly head: string
  readonly changes: number
  readonly streams: number
  /** The first of what is wrong, and how much there is of it. */
  readonly faults: readonly LogFault[]
  readonly faulty: number
}

/** Faults of a project that are told one by one. */
const mostTold = 20

/** Goes through the log of every project, or of one, and reports on each as soon as it is through. */
export async function* logReports(ask: Asking, projectId: string | null): AsyncGenerator<LogReport> {
  for (const project of await loggedProjects(ask, projectId)) yield logReport(ask, project)
}

async function logReport(ask: Asking, project: LoggedProject): Promise<LogReport> {
  const ends = await statedEnds(ask, project.id)
  const faults: LogFault[] = []
  let faulty = 0
  const note = (fault: LogFault) => {
    if (faulty++ < mostTold) faults.push(fault)
  }
  for (const end of ends) for await (const fault of streamFaults(ask, project.id, end, true)) note(fault)
  for (const stream of await strayStreams(ask, project.id))
    note({ stream, revision: 1, what: "the project has no document of that id" })
  const changes = ends.reduce((sum, { revision }) => sum + revision, 0)
  return { project, head: projectHead(project.salt, ends), changes, streams: ends.length, faults, faulty }
}

/** Whether a head is one of a project's history. */
export interface HeadReport {
  readonly project: LoggedProject
  /** How many changes it covers, and how many there are. */
  readonly covers: number
  readonly changes: number
  /** When the last change that it covers was made. */
  readonly at: Date
  /** What is wrong among the changes that it covers. */
  readonly faults: readonly LogFault[]
}

/**
 * Looks for a head in the history of every project, or of one, and goes through what it covers; null when none of them ever
 * had it.
 */
export async function headReport(ask: Asking, projectId: string | null, head: string): Promise<HeadReport | null> {
  for (const project of await loggedProjects(ask, projectId)) {
    const links = await linksOf(ask, project.id)
    const state = stateOf(project.salt, head, links)
    if (!state) continue
    const faults: LogFault[] = []
    for (const end of state.ends)
      for await (const fault of streamFaults(ask, project.id, end, false))
        if (faults.length < mostTold) faults.push(fault)
    const covers = state.ends.reduce((sum, { revision }) => sum + revision, 0)
    return { project, covers, changes: links.length, at: state.at, faults }
  }
  return null
}
