"use client"
import { useEffect, useState } from "react"
import type { FileReading } from "./read-file.ts"

/** A file's bytes with what they say; "gone" when the browser can't get at it any more. */
export type Reading = "none" | "reading" | "gone" | { readonly bytes: Uint8Array; readonly reading: FileReading }

/** Reads a chosen file, again when another encoding is chosen. The code for it is fetched with the first file. */
export function useReading(file: File | null, encoding: string): Reading {
  const [state, setState] = useState<Reading>("none")
  useEffect(() => {
    let wanted = true
    setState(file ? "reading" : "none")
    if (file)
      Promise.all([file.arrayBuffer(), import("./read-file.ts")]).then(
        ([buffer, { readFile }]) => {
          const bytes = new Uint8Array(buffer)
          if (wanted) setState({ bytes, reading: readFile(bytes, file.name, file.type, encoding) })
        },
        () => wanted && setState("gone"),
      )
    return () => {
      wanted = false
    }
  }, [file, encoding])
  return state
}
