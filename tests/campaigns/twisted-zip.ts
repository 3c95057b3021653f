import { strToU8, unzipSync, zipSync } from "fflate"
import { directoryPlace } from "../../lib/formats/zip-directory.ts"
import type { Chance } from "./chance.ts"
import { damaged } from "./damage.ts"
import { twistedText } from "./twisted.ts"

type Files = Record<string, Uint8Array>

/** An archive that is sound, with something wrong in what it holds or in how it tells of that. */
export function twistedZip(bytes: Uint8Array, chance: Chance, others: readonly Uint8Array[]): Uint8Array {
  const files: Files = unzipSync(bytes)
  const name = chance.of(Object.keys(files))
  if (chance.once(3)) return lying(bytes, chance)
  if (chance.once(60)) return bomb(files, name, chance)
  if (chance.once(12)) return renamed(files, name, chance)
  const part = files[name]!
  const changed = chance.once(3)
    ? damaged(part, chance, others)
    : strToU8(twistedText(new TextDecoder().decode(part), chance).toWellFormed())
  return zipSync({ ...files, [name]: changed }, { level: chance.of([0, 6] as const) })
}

/** Zeros that unpack to much more than they take, with their size as it is or as something small. */
function bomb(files: Files, name: string, chance: Chance): Uint8Array {
  const packed = zipSync({ ...files, [name]: new Uint8Array(chance.of([2, 20]) * 1_048_576) })
  return chance.once(2) ? lying(packed, chance) : packed
}

function renamed(files: Files, name: string, chance: Chance): Uint8Array {
  const { [name]: part, ...rest } = files
  const other = chance.of([
    "../../../tmp/out",
    "/etc/passwd",
    "C:\\out",
    "__proto__x",
    "a".repeat(2_000),
    "",
    "nul\0",
    name.toUpperCase(),
  ])
  if (chance.once(3)) return zipSync(rest)
  const copies = Array.from({ length: chance.of([1, 30, 3_000]) }, (_, at) => [`${at}`, new Uint8Array()] as const)
  return zipSync({ ...rest, [other]: part!, ...(chance.once(3) && Object.fromEntries(copies)) })
}

/** Fields of the directory's entries, by their place and bytes: flags, method, sum, sizes, lengths, place. */
const fields = [
  [8, 2],
  [10, 2],
  [16, 4],
  [20, 4],
  [24, 4],
  [28, 2],
  [30, 2],
  [32, 2],
  [42, 4],
] as const

/** The directory says something else of a file, or its end of the directory. */
function lying(bytes: Uint8Array, { of, below }: Chance): Uint8Array {
  const changed = bytes.slice()
  const view = new DataView(changed.buffer)
  const place = directoryPlace(changed)!
  const put = (at: number, size: number) => {
    const now = size === 2 ? view.getUint16(at, true) : view.getUint32(at, true)
    const value = of([0, 1, 8, 99, now + 1, now - 1, now * 2, 0xffff, 0x7fffffff, 0xffffffff, below(bytes.length)])
    if (size === 2) view.setUint16(at, value & 0xffff, true)
    else view.setUint32(at, value >>> 0, true)
  }
  const end = place.at + place.length
  if (below(5) === 0) {
    const [at, size] = of([
      [8, 2],
      [10, 2],
      [12, 4],
      [16, 4],
      [20, 2],
    ] as const)
    put(end + at, size)
    return changed
  }
  let at = place.at
  for (let skip = below(place.files); skip > 0; skip--)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const [field, size] = of(fields)
  put(at + field, size)
  return changed
}
