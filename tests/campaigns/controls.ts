import { readFileSync } from "node:fs"
import type { Importer } from "./importers.ts"

const control = (name: string, read: Importer["read"]): Importer => ({
  ...{ name, read, beside: null },
  samples: async () => [Uint8Array.of(97, 98)],
  twist: bytes => bytes,
})

/** Importers with a fault each: a campaign that does not tell of them could tell of nothing. */
export const controls: readonly Importer[] = [
  control("made-to-throw", () => {
    throw new Error("made to")
  }),
  control("made-to-hang", () => {
    for (;;);
  }),
  control("made-to-end", () => process.exit(3)),
  control("made-to-ask", async () => {
    await fetch("http://127.0.0.1:9/").catch(() => {})
    return { ends: "read", held: 0 }
  }),
  control("made-to-open", async () => ({ ends: readFileSync("/etc/hostname", "utf8"), held: 0 })),
]
