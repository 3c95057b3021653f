// Kills Apparatus, its database or both while scripted reviewers work, a hundred times unless --crashes says otherwise, and
// looks afterwards for every change that was acknowledged. A control follows in which the database may acknowledge
// before it has written, and which has to lose changes: a campaign that finds nothing there could find nothing anywhere.
import { parseArgs } from "node:util"
import { register } from "tsx/esm/api"
import { build } from "../../lib/boot/build.js"
import { generate, install, linkPostgresLibraries } from "../../lib/boot/prepare.js"
import { bundleReader } from "../../lib/intake/bundle-reader.js"

const text = /** @type {const} */ ({ type: "string" })
const { values } = parseArgs({
  options: { crashes: text, seed: text, people: text, rounds: text, front: text, ports: text },
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
if (count > 0) await crashCampaign()
if (rounds > 0) await restartCampaign()
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
