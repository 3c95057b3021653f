"use client"
import { useEffect, useState } from "react"
import type { FileReading } from "./read-file.ts"

/** A file's bytes with what they say; "gone" when the browser can't get at it any more. */
export type Reading = "none" | "reading" | "gone" | { readonly bytes: Uint8Array; readonly reading: FileReading }

/** Reads a chosen file, again when another encoding is chosen. The code for it is fetched with the first file. */
export function useReading(file: File | null, encoding: string, projectId: string | null): Reading {
  const [state, setState] = useState<Reading>("none")
  useEffect(() => {
    let wanted = true
    setState(file ? "reading" : "none")
    if (file)
      Promise.all([file.arrayBuffer(), import("./read-file.ts")]).then(
        async ([buffer, { readFile }]) => {
          const bytes = new Uint8Array(buffer)
          const reading = await readFile(bytes, file, encoding, projectId)
          if (wanted) setState({ bytes, reading })
        },
        () => wanted && setState("gone"),
      )
    return () => {
      wanted = false
    }
  }, [file, encoding, projectId])
  return state
}
