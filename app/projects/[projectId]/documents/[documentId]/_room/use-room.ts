"use client"
import { useCallback, useEffect, useRef, useState } from "react"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import type { Room } from "../../../../../../lib/queries/reading-room.ts"
import { announce } from "../../../../../_ui/announce.ts"
import { type ApiFailure, type ApiResult, api } from "../../../../../_ui/api.ts"
import { toast } from "../../../../../_ui/toast.ts"
import { stateWords } from "./drawn-units.ts"

export interface RoomState {
  readonly room: Room
  readonly currentId: string | null
  readonly card: Card | null
  readonly busy: boolean
  readonly go: (id: string) => void
  readonly cardOf: (unitId: string) => Promise<Card | null>
  /** Send a write about this document; afterwards card and text show what the server has. */
  readonly send: <T>(path: string, body: object, options?: SendOptions) => Promise<ApiResult<T>>
  readonly setRoom: (change: (room: Room) => Room) => void
  /** Read the text's units and flags and the claim at hand again. */
  readonly refresh: () => Promise<void>
}

export interface SendOptions {
  /** What a screen reader hears when it is done. */
  readonly said?: string
  /** Units were cut anew: the whole text is read again, and this one is gone to. */
  readonly thenGoTo?: string
  /** Failures that the caller shows itself. */
  readonly quiet?: boolean
}

/** Milliseconds after which a write that got no answer is sent again; its request id makes it the same write. */
const patience = [400, 1_500]

/** The room as the browser holds it: what was read last, the claim at hand, and the one way to write. */
export function useRoom(first: Room, startAt: string | undefined): RoomState {
  const [room, setRoom] = useState(first)
  const [currentId, setCurrentId] = useState(
    () => (startAt && first.units.some(unit => unit.id === startAt) ? startAt : null) ?? firstClaim(first),
  )
  const [card, setCard] = useState<Card | null>(null)
  const [busy, setBusy] = useState(0)
  const at = useRef(currentId)
  const base = `/documents/${first.document.id}`

  const units = useRef(first.units)
  useEffect(() => {
    units.current = room.units
  })
  const reread = useCallback(async () => {
    const fresh = await api.get<Room>(base)
    if (!fresh.ok) return
    const gone = units.current.find(unit => unit.id === at.current)
    const rows = fresh.value.units
    if (gone && !rows.some(unit => unit.id === gone.id)) {
      // The passage at hand was split, merged or taken back: what stands at its place now takes over.
      at.current = (rows.find(unit => unit.end > gone.start) ?? rows.at(-1))?.id ?? null
      setCurrentId(at.current)
    }
    setRoom(fresh.value)
  }, [base])

  const cardOf = useCallback(
    async (unitId: string): Promise<Card | null> => {
      const fresh = await api.get<Card>(`${base}/claims/${unitId}`)
      if (!fresh.ok) {
        if (fresh.failure.code === "unit-retired") await reread()
        else if (fresh.failure.code !== "abandoned") trouble(fresh.failure)
        return null
      }
      const { unit, state, verdict, mine } = fresh.value
      setRoom(now => {
        const index = now.units.findIndex(row => row.id === unit.id)
        const row = now.units[index]
        const { kind, version } = unit
        const label = mine?.label ?? null
        const same =
          row?.kind === kind &&
          row.version === version &&
          row.state === state &&
          row.verdict === verdict &&
          row.mine === label
        if (!row || same) return now
        const changed = { ...row, kind, version, state, verdict, mine: label }
        return { ...now, units: now.units.with(index, changed) }
      })
      if (at.current === unitId) setCard(fresh.value)
      return fresh.value
    },
    [base, reread],
  )

  useEffect(() => {
    at.current = currentId
    setCard(now => (now?.unit.id === currentId ? now : null))
    if (currentId) void cardOf(currentId)
  }, [currentId, cardOf])

  const go = useCallback(
    (id: string) => {
      setCurrentId(id)
      const unit = units.current.find(one => one.id === id)
      if (unit) announce(`${first.document.text.slice(unit.start, unit.end)} ${stateWords(unit)}`)
      const address = new URLSearchParams(window.location.search)
      address.delete("at")
      address.set("unit", id)
      window.history.replaceState(window.history.state, "", `?${address}`)
    },
    [first],
  )

  const send = useCallback(
    async <T>(path: string, body: object, options: SendOptions = {}): Promise<ApiResult<T>> => {
      setBusy(count => count + 1)
      const request = { requestId: crypto.randomUUID(), ...body }
      const result = await insist(() => api.post<T>(`${base}${path}`, request), patience)
      setBusy(count => count - 1)
      if (!result.ok && !options.quiet) trouble(result.failure)
      const recut = options.thenGoTo !== undefined
      if (recut || path.includes("flag") || path === "/undo" || path === "/redo") await reread()
      if (result.ok && options.said) announce(options.said)
      if (recut && result.ok && options.thenGoTo !== at.current) setCurrentId(options.thenGoTo!)
      else if (at.current) await cardOf(at.current)
      return result
    },
    [base, cardOf, reread],
  )

  const refresh = useCallback(async () => {
    await reread()
    if (at.current) await cardOf(at.current)
  }, [reread, cardOf])

  return { room, currentId, card, busy: busy > 0, go, cardOf, send, setRoom, refresh }
}

/** Try again while the server can't be reached, after each of the given waits. */
async function insist<T>(
  attempt: () => Promise<ApiResult<T>>,
  [wait, ...further]: readonly number[],
): Promise<ApiResult<T>> {
  const result = await attempt()
  if (result.ok || result.failure.code !== "offline" || wait === undefined) return result
  await new Promise(go => setTimeout(go, wait))
  return insist(attempt, further)
}

export const trouble = (failure: ApiFailure): void => toast({ text: failure.sentence, kind: "trouble" })

const firstClaim = (room: Room) => room.units.find(unit => unit.kind === "claim")?.id ?? room.units[0]?.id ?? null
