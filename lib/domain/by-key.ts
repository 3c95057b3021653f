/** What a list holds under each key, keys in the order in which they first come. */
export function byKey<K, V>(list: readonly V[], keyOf: (one: V) => K): Map<K, V[]> {
  const found = new Map<K, V[]>()
  for (const one of list) {
    const key = keyOf(one)
    const known = found.get(key)
    if (known) known.push(one)
    else found.set(key, [one])
  }
  return found
}
