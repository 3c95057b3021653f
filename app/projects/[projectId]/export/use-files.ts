"use client"
import { useCallback, useEffect, useRef, useState } from "react"
import { exportFormatWords } from "../../../../lib/domain/export-format-name.ts"
import type { ExportJobShown, ExportJobs } from "../../../../lib/queries/export-jobs.ts"
import { announce } from "../../../_ui/announce.ts"
import { api } from "../../../_ui/api.ts"

/** Milliseconds between two looks while a file is made, and while the server can't be reached. */
const pause = 1_000
const rest = 5_000

/** The files of whoever looks, followed while one of them waits or is made. */
export function useFiles(path: string, before: readonly ExportJobShown[]) {
  const [files, setFiles] = useState(before)
  const [away, setAway] = useState(false)
  const latest = useRef(before)
  const refresh = useCallback(async () => {
    const asked = await api.get<ExportJobs>(path)
    setAway(!asked.ok)
    if (!asked.ok) return
    for (const { id, format, state } of asked.value.jobs) {
      const was = latest.current.find(file => file.id === id)?.state
      if (!was || was === state || (state !== "done" && state !== "failed")) continue
      const { title } = exportFormatWords[format as keyof typeof exportFormatWords]
      announce(state === "done" ? `${title} is ready to download.` : `${title} could not be made.`)
    }
    latest.current = asked.value.jobs
    setFiles(asked.value.jobs)
  }, [path])
  const underWay = files.some(({ state }) => state === "waiting" || state === "running")
  useEffect(() => {
    if (!underWay) return
    let timer: ReturnType<typeof setTimeout>
    let left = false
    const look = async () => {
      await refresh()
      if (!left) timer = setTimeout(look, away ? rest : pause)
    }
    timer = setTimeout(look, pause)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [underWay, away, refresh])
  return { files, refresh, away }
}
