import type { ChildProcess } from "node:child_process"
import { type Answer, ask, bound, flaw, isUsual } from "./answer.ts"
import { type Asked, type Ground, review } from "./reviewers.ts"
import { sleep } from "./server-process.ts"
import type { Seen, Writer } from "./writer.ts"

/** Something that goes wrong for a while under reviewers who go on working. */
export interface Phase {
  readonly name: string
  readonly seconds: number
  readonly begin: () => unknown
  readonly end: () => unknown
  /** What /readyz has to say meanwhile; null when it may say either. */
  readonly ready: boolean | null
  /** Milliseconds from its end within which everything is as it was, where that is not the usual. */
  readonly within?: number
  /** Statuses that are right meanwhile, beside the usual ones. */
  readonly also?: readonly number[]
  /** What has to be looked at while it lasts; answers what is wrong. */
  readonly meanwhile?: () => Promise<readonly string[]>
}

/** What came of it. Times are milliseconds, since the fault's begin or since its end. */
export interface Lasted {
  readonly name: string
  readonly answers: number
  readonly refused: number
  readonly slowest: number
  /** What was refused in which words, with how often. */
  readonly words: ReadonlyMap<string, number>
  readonly notReadyAfter: number | null
  readonly readyAfter: number | null
  /** Until the first change that was asked for after the end was acknowledged, and until the last refusal. */
  readonly writtenAfter: number | null
  readonly lastRefusal: number
  readonly seen: Seen | null
  readonly flaws: readonly string[]
}

interface Play {
  readonly origin: string
  readonly ground: Ground
  /** Somebody of the project who only looks. */
  readonly looker: Ground["reviewers"][number]
  readonly child: ChildProcess
  readonly random: () => number
  readonly writer: Writer | null
  readonly asked: Asked[]
}

/** Milliseconds from the end of a fault within which everything is as it was. */
export const backWithin = 20_000

/** Let one thing after another go wrong while reviewers work and somebody looks at pages, and tell what came of each. */
export async function play(stage: Play, phases: readonly Phase[], told: (lasted: Lasted) => void): Promise<void> {
  const { origin, ground, looker, child, random, writer, asked } = stage
  const answers: Answer[] = []
  const looks: Answer[] = []
  const stop = new AbortController()
  const work = { ground, origin: () => origin, random, pause: 250, again: 500, patience: bound, stop: stop.signal }
  const heard = (answer: Answer) => void answers.push(answer)
  const reviewing = review({ ...work, heard, told: each => void asked.push(each) })
  const headers = { cookie: looker.cookie }
  const page = { ...headers, accept: "text/html", "sec-fetch-dest": "document", "sec-fetch-mode": "navigate" }
  const under = (path: string) => `${origin}/${path}`
  const every = async (milliseconds: number, look: () => void) => {
    for (; !stop.signal.aborted; await sleep(milliseconds)) look()
  }
  const looking = [
    every(200, () => void ask(under("readyz"), bound).then(answer => looks.push(answer))),
    every(500, () => void ask(under("api/v1/projects"), bound, { headers }).then(heard)),
    every(1_000, () => void ask(under(`projects/${ground.projectId}`), bound, { headers: page }).then(heard)),
    every(1_000, () => void ask(under("healthz"), bound).then(heard)),
  ]
  try {
    await sleep(1_000)
    for (const phase of phases) {
      await writer?.begin()
      const from = performance.now()
      await phase.begin()
      const [, meanwhile = []] = await Promise.all([
        Promise.all([sleep(phase.seconds * 1_000), writer?.insist()]),
        phase.meanwhile?.(),
      ])
      await phase.end()
      const ended = performance.now()
      const [seen] = await Promise.all([writer?.end(ended) ?? null, sleep(phase.within ?? backWithin)])
      const gone = child.exitCode === null ? [] : ["Apparatus itself has ended"]
      told(judged(phase, { from, ended, answers, looks, seen, more: [...meanwhile, ...gone] }))
      if (gone.length > 0) break
    }
  } finally {
    await sleep(500)
    stop.abort()
    await Promise.all([reviewing, ...looking])
  }
}

interface Heard {
  readonly from: number
  readonly ended: number
  readonly answers: readonly Answer[]
  readonly looks: readonly Answer[]
  readonly seen: Seen | null
  readonly more: readonly string[]
}

function judged(
  { name, ready, within = backWithin, also = [] }: Phase,
  { from, ended, answers, looks, seen, more }: Heard,
): Lasted {
  const during = looks.filter(({ at }) => at >= from && at < ended)
  const notReady = during.filter(({ status }) => status !== 200)
  const known = notReady[0] ? notReady[0].at + notReady[0].took : from
  // A page that was begun before it was known that the database is away breaks off, and says that in our words too.
  const isBroken = ({ at, type }: Answer) => type.startsWith("text/html") && at < known + 1_000
  const isMeant = (status: number) => isUsual(status) || also.includes(status)
  // What was asked before it began may be cut by it.
  const here = answers.filter(answer => answer.at + answer.took >= from)
  const flaws = here.flatMap(
    answer => flaw(answer, status => isMeant(status) || (status === 500 && isBroken(answer))) ?? [],
  )
  const isRefused = ({ status }: Answer) => status === 0 || status >= 500 || also.includes(status)
  const refused = here.filter(isRefused)
  const words = new Map<string, number>()
  for (const { status, text, type } of refused) {
    const said = type.includes("json") ? (JSON.parse(text) as { sentence: string }).sentence : type
    const line = `${status} ${said}`
    words.set(line, (words.get(line) ?? 0) + 1)
  }
  const after = here.filter(({ at }) => at >= ended)
  const since = ({ at, took }: Answer) => at + took - ended
  const written = after.filter(({ method, status }) => method === "POST" && status === 200).map(since)
  const lastNotReady = looks.findLast(({ at, status }) => at >= ended && status !== 200)
  const readyAgain = looks.find(({ at, status }) => at >= (lastNotReady?.at ?? ended) && status === 200)
  const writtenAfter = written.length > 0 ? Math.min(...written) : null
  const lastRefusal = Math.max(0, ...after.filter(isRefused).map(since))
  const readyAfter = readyAgain ? Math.max(0, since(readyAgain)) : null
  if (ready === false && notReady.length === 0) flaws.push("/readyz said ready all the time")
  if (ready === true && notReady.length > 0) flaws.push("/readyz said that it was not ready")
  if (looks.some(({ at, took, status }) => at + took >= from && status === 0)) flaws.push("/readyz did not answer")
  if (readyAfter === null || readyAfter > within) flaws.push("/readyz did not say again that it was ready")
  if (writtenAfter === null || writtenAfter > within) flaws.push("nothing could be written again")
  if (lastRefusal > within - 1_000) flaws.push("requests were refused to the end")
  const silent = seen && isUnseen(seen, also.length > 0 || refused.some(({ method }) => method === "POST"))
  return {
    name,
    answers: here.length,
    refused: refused.length,
    slowest: Math.max(0, ...here.map(({ took }) => took)),
    words,
    notReadyAfter: notReady[0] ? notReady[0].at + notReady[0].took - from : null,
    readyAfter,
    writtenAfter,
    lastRefusal,
    seen,
    flaws: [...flaws, ...more, ...(silent ?? [])],
  }
}

/** What the person in front of the browser has to complain about. */
function isUnseen({ said, kept, savedAfter, errors }: Seen, isRefused: boolean): string[] {
  return [
    ...(isRefused && savedAfter === null && said === null
      ? ["the screen did not say that the label was not saved"]
      : []),
    ...(kept ? [] : ["what was typed was not in the editor any more"]),
    ...(savedAfter === null ? ["what was typed was not saved afterwards"] : []),
    ...errors.map(error => `the page's script threw: ${error}`),
  ]
}
