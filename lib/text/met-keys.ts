/** Numbers filed under 32-bit keys, the first few of each key; a table of its own, as millions of small lists cost time. */
export class MetKeys {
  private readonly mostPerKey: number
  private slots = 1 << 10
  private used = 0
  private keys = new Int32Array(this.slots)
  /** The newest entry of the key in each slot, counted from 1; 0 is an empty slot. */
  private newest = new Int32Array(this.slots)
  private entries = 0
  private values = new Int32Array(this.slots)
  /** The entry of the same key before this one, or 0. */
  private before = new Int32Array(this.slots)
  /** Which number of its key an entry is, counted from 1. */
  private ranks = new Uint8Array(this.slots)

  /** Keeps at most `mostPerKey` numbers of a key, 1 to 255. */
  constructor(mostPerKey: number) {
    this.mostPerKey = mostPerKey
  }

  /** The newest entry of the key, or 0; to be read with {@link valueAt} and {@link entryBefore}. */
  newestOf(key: number): number {
    return this.newest[this.slotOf(key)] as number
  }

  valueAt(entry: number): number {
    return this.values[entry - 1] as number
  }

  /** The next older entry of the same key, or 0. */
  entryBefore(entry: number): number {
    return this.before[entry - 1] as number
  }

  /** Files the number under the key, unless the key has as many as it may. */
  add(key: number, value: number): void {
    const slot = this.slotOf(key)
    const last = this.newest[slot] as number
    const rank = last === 0 ? 1 : (this.ranks[last - 1] as number) + 1
    if (rank > this.mostPerKey) return
    if (this.entries === this.values.length) this.makeRoom()
    this.values[this.entries] = value
    this.before[this.entries] = last
    this.ranks[this.entries] = rank
    this.entries++
    this.newest[slot] = this.entries
    if (last !== 0) return
    this.keys[slot] = key
    this.used++
    if (this.used * 2 > this.slots) this.spread()
  }

  private slotOf(key: number): number {
    let slot = (key ^ (key >>> 15)) & (this.slots - 1)
    while (this.newest[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & (this.slots - 1)
    return slot
  }

  private makeRoom(): void {
    const length = this.values.length * 2
    const [values, before, ranks] = [new Int32Array(length), new Int32Array(length), new Uint8Array(length)]
    values.set(this.values)
    before.set(this.before)
    ranks.set(this.ranks)
    this.values = values
    this.before = before
    this.ranks = ranks
  }

  private spread(): void {
    const { keys, newest } = this
    this.slots *= 2
    this.keys = new Int32Array(this.slots)
    this.newest = new Int32Array(this.slots)
    for (let at = 0; at < keys.length; at++) {
      if (newest[at] === 0) continue
      const slot = this.slotOf(keys[at] as number)
      this.keys[slot] = keys[at] as number
      this.newest[slot] = newest[at] as number
    }
  }
}
