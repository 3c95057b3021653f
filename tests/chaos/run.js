// Kills Apparatus, its database or both while scripted reviewers work, a hundred times unless --crashes says otherwise, and
// looks afterwards for every change that was acknowledged. A control follows in which the database may acknowledge
// before it has written, and which has to lose changes: a campaign that finds nothing there could find nothing anywhere.
// With --faults the disk is full, the database gone, the network half-open, everything slow, or the clock wrong instead.
import { parseArgs } from "node:util"
import { register } from "tsx/esm/api"
import { build } from "../../lib/boot/build.js"
import { generate, install, linkPostgresLibraries } from "../../lib/boot/prepare.js"
import { bundleReader } from "../../lib/intake/bundle-reader.js"

const text = /** @type {const} */ ({ type: "string" })
const { values } = parseArgs({
  options: {
    crashes: text,
    seed: text,
    people: text,
    rounds: text,
    front: text,
    ports: text,
    faults: { type: "boolean" },
    only: text,
    seconds: text,
  },
})
const count = Number(values.crashes ?? 100)
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const people = Number(values.people ?? 12)
const rounds = Number(values.rounds ?? 3)
const ports = (values.ports ?? "").split(",").map(Number)

await install()
linkPostgresLibraries()
await generate()
await bundleReader()
await build()
register()
const { crashes, victims } = await import("./crashes.ts")
const told = (/** @type {string} */ sentence) => console.log(sentence)

let failed = false
if (values.faults) await faultCampaign()
else {
  if (count > 0) await crashCampaign()
  if (rounds > 0) await restartCampaign()
}
process.exitCode = failed ? 1 : 0

async function crashCampaign() {
  console.log(`${count} crashes under ${people} reviewers, seed ${seed}`)
  const found = await crashes({ crashes: count, seed, people, victims, careless: false, told })
  for (const victim of victims) {
    const back = [...found.back[victim]].sort((a, b) => a - b)
    if (back.length > 0)
      console.log(
        `back after the ${victim} was killed, ${back.length} times: median ${Math.round(back[Math.floor(back.length / 2)] ?? 0)} ms, at most ${Math.round(back.at(-1) ?? 0)} ms`,
      )
  }
  console.log(
    `${found.asked} requests, ${found.acknowledged} acknowledged, ${found.unknown} without an answer at first, of which ${found.carriedOut} had been carried out and ${found.unresolved} stayed open`,
  )
  console.log(
    `${found.changes} changes stored; ${found.lost} acknowledged ones lost, ${found.doubled} that nobody asked for, ${found.half} rows that differ from the log, ${found.broken.length} broken chains`,
  )
  for (const sentence of found.broken) console.log(sentence)
  const sound = found.lost + found.doubled + found.half + found.unresolved + found.broken.length === 0

  console.log("The control, in which the database acknowledges before it has written:")
  const control = await crashes({
    crashes: Math.max(5, Math.ceil(count / 5)),
    seed,
    people,
    victims: ["database"],
    careless: true,
    told,
  })
  console.log(`${control.acknowledged} acknowledged, ${control.lost} of them lost`)
  const sharp = control.lost > 0
  if (!sound) console.log("Changes were lost or left by half.")
  if (!sharp) console.log("The control lost nothing, so that this campaign proves nothing.")
  if (!sound || !sharp) failed = true
}

async function restartCampaign() {
  const { restarts } = await import("./restarts.ts")
  const front = values.front ? { front: { origin: values.front, ports } } : {}
  const found = await restarts({ rounds, seed, people, ...front })
  const most = (/** @type {readonly number[]} */ list) => Math.round(Math.max(...list))
  console.log(
    `${found.stops.length} restarts in turn: ${found.asked} requests, ${found.noticed} without their answer at the first try; ${found.streamsEnded} streams ended, ${found.streamsRefused} could not be taken up at once`,
  )
  console.log(
    `stopped within ${most(found.stops)} ms, draining for 1,000 ms of them; ready again within ${most(found.starts)} ms`,
  )
  console.log(
    `${found.changes} changes stored; ${found.lost} lost, ${found.doubled} that nobody asked for, ${found.half} rows that differ from the log, ${found.broken.length} broken chains`,
  )
  if (found.noticed + found.lost + found.doubled + found.half + found.broken.length > 0) failed = true
}

async function faultCampaign() {
  const { fault, faults } = await import("./faults.ts")
  const { bound } = await import("./answer.ts")
  const only = values.only?.split(",") ?? faults
  const unknown = only.find(name => !faults.some(each => each === name))
  if (unknown) throw new Error(`There is no fault ${unknown}. Choose among ${faults.join(", ")}.`)
  const seconds = Number(values.seconds ?? 20)
  const { findBrowser } = await import("../support/browser.js")
  const browser = findBrowser()
  const people = Number(values.people ?? 8)
  console.log(`faults under ${people} reviewers and somebody in front of a browser, seed ${seed}`)
  for (const each of faults.filter(name => only.includes(name))) {
    console.log(`\n${each}:`)
    const found = await fault({ fault: each, seed, people, seconds, browser, told: tell })
    if (!found) {
      console.log("not run: this machine, or this user, can't mount a file system of its own. Run it as root on Linux.")
      continue
    }
    console.log(
      `${found.asked} requests, ${found.acknowledged} acknowledged, ${found.unknown} left open at first, of which ${found.carriedOut} had been carried out and ${found.unresolved} stayed open`,
    )
    console.log(
      `${found.changes} changes stored; ${found.lost} acknowledged ones lost, ${found.doubled} that nobody asked for, ${found.half} rows that differ from the log, ${found.broken.length} broken chains; ${found.uncaught.length} kinds of errors that nobody had thought of`,
    )
    for (const sentence of [...found.broken, ...found.uncaught]) console.log(sentence)
    const { control } = found
    console.log(
      `the control, with one acknowledged change taken away: ${control.lost} lost, ${control.half} rows differ, ${control.broken.length} broken chains`,
    )
    const wrong =
      found.lost + found.doubled + found.half + found.unresolved + found.broken.length + found.uncaught.length
    if (wrong > 0 || control.lost === 0 || control.broken.length === 0) failed = true
  }

  /** @param {import("./stage.ts").Lasted} lasted */
  function tell({ name, seen, flaws, words, ...lasted }) {
    const ms = (/** @type {number | null} */ time) => (time === null ? "never" : `${Math.round(time)} ms`)
    console.log(
      `  ${name}: ${lasted.answers} answers, ${lasted.refused} refused, the slowest after ${ms(lasted.slowest)} of ${bound}; /readyz said no after ${ms(lasted.notReadyAfter)}`,
    )
    console.log(
      `    after its end: ready ${ms(lasted.readyAfter)}, first change stored ${ms(lasted.writtenAfter)}, last refusal ${ms(lasted.lastRefusal)}`,
    )
    for (const [said, times] of words) console.log(`    ${times} times: ${said}`)
    if (seen)
      console.log(
        `    on the screen after ${ms(seen.saidAfter)}: ${seen.said ?? "nothing, for it was saved"}; saved ${ms(seen.savedAfter)} after the end, ${seen.byHand ? "by pressing the button" : "by itself"}`,
      )
    for (const [sentence, times] of counted(flaws)) console.log(`    WRONG, ${times} times: ${sentence}`)
    if (flaws.length > 0) failed = true
  }
}

/** @param {readonly string[]} list */
function counted(list) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}
