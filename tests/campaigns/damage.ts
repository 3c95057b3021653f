import type { Chance } from "./chance.ts"

type Damage = (bytes: Uint8Array, chance: Chance, others: readonly Uint8Array[]) => Uint8Array

/** Lengths and counts that programs take badly. */
const lengths = [0, 1, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff]

function piece(bytes: Uint8Array, { below }: Chance, most = 4_096) {
  const start = below(bytes.length + 1)
  return { start, end: Math.min(bytes.length, start + 1 + below(Math.min(most, bytes.length + 1))) }
}

const spliced = (bytes: Uint8Array, start: number, end: number, between: Uint8Array) => {
  const whole = new Uint8Array(start + between.length + bytes.length - end)
  whole.set(bytes.subarray(0, start))
  whole.set(between, start)
  whole.set(bytes.subarray(end), start + between.length)
  return whole
}

const damages: readonly Damage[] = [
  (bytes, { below }) => {
    const changed = bytes.slice()
    for (let times = 1 + below(8); times > 0; times--) changed[below(bytes.length)]! ^= 1 << below(8)
    return changed
  },
  (bytes, { below }) => {
    const changed = bytes.slice()
    for (let times = 1 + below(8); times > 0; times--) changed[below(bytes.length)] = below(256)
    return changed
  },
  (bytes, { below }) => bytes.slice(0, below(bytes.length + 1)),
  (bytes, { below }) => bytes.slice(below(bytes.length + 1)),
  (bytes, chance) => {
    const { start, end } = piece(bytes, chance)
    return bytes.slice().fill(0, start, end)
  },
  (bytes, chance) => {
    const { start, end } = piece(bytes, chance)
    return spliced(bytes, start, end, new Uint8Array())
  },
  (bytes, chance) => {
    const { start, end } = piece(bytes, chance, 512)
    const again = Array.from({ length: chance.of([1, 1, 2, 16, 200]) }, () => bytes.subarray(start, end))
    return spliced(bytes, end, end, Buffer.concat(again))
  },
  (bytes, chance, others) => {
    const other = chance.of(others)
    const from = piece(other, chance)
    const to = piece(bytes, chance)
    return spliced(bytes, to.start, to.end, other.subarray(from.start, from.end))
  },
  (bytes, { below, of, once }) => {
    const changed = bytes.slice()
    const size = of([1, 2, 4] as const)
    if (bytes.length < size) return changed
    const view = new DataView(changed.buffer)
    const at = below(bytes.length - size + 1)
    const value = of(lengths) % 2 ** (size * 8)
    if (size === 1) view.setUint8(at, value)
    else if (size === 2) view.setUint16(at, value, once(2))
    else view.setUint32(at, value, once(2))
    return changed
  },
]

/** Bytes with something wrong in them: bits, cuts, holes, repeats, pieces of other files, lengths that lie. */
export function damaged(bytes: Uint8Array, chance: Chance, others: readonly Uint8Array[]): Uint8Array {
  let changed = bytes
  for (let times = 1 + chance.below(3); times > 0; times--)
    if (changed.length > 0) changed = chance.of(damages)(changed, chance, others)
  return changed
}
