"use client"
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react"
import type { Label } from "../../../../../../lib/domain/label.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import type { Room } from "../../../../../../lib/queries/reading-room.ts"
import type { RoomSince } from "../../../../../../lib/queries/room-since.ts"
import { announce } from "../../../../../_ui/announce.ts"
import { type ApiFailure, type ApiResult, api, isAway } from "../../../../../_ui/api.ts"
import { insist } from "../../../../../_ui/insist.ts"
import { toast } from "../../../../../_ui/toast.ts"
import { stateWords } from "./drawn-units.ts"
import { RoomReader } from "./room-reader.ts"

export interface RoomState {
  readonly room: Room
  readonly currentId: string | null
  readonly card: Card | null
  readonly busy: boolean
  /** What keys about the claim at hand can count on. */
  readonly cardIs: CardStage
  /** The passage that was gone to last; another object each time, and not when another one came to stand at its place. */
  readonly choice: Chosen
  /** Whether a passage is the one that was gone to last. */
  readonly isChosen: (id: string) => boolean
  readonly go: (id: string) => void
  readonly cardOf: (unitId: string) => Promise<Card | null>
  /** Send a write about this document; afterwards card and text show what the server has. */
  readonly send: <T>(path: string, body: object, options?: SendOptions) => Promise<ApiResult<T>>
  /** Show one's own label before the server has it; answers what lets go of it again. */
  readonly paint: (unitId: string, label: Label | null) => () => void
  /** Read what has changed of the text, its flags and the claim at hand. */
  readonly refresh: () => Promise<void>
  /** The number of a newer version of the text, while this one is still shown. */
  readonly renewed: number | null
  /** Show the newest version of the text. */
  readonly renew: () => Promise<void>
}

/** Whether the card of the claim at hand is on its way, could not be read, may become another one's, is being changed, or is there. */
export type CardStage = "coming" | "missing" | "recut" | "changing" | "there"

export interface SendOptions {
  /** What a screen reader hears when it is done. */
  readonly said?: string
  /** Units were cut anew: the whole text is read again, and this one is gone to. */
  readonly thenGoTo?: string
  /** Failures that the caller shows itself. */
  readonly quiet?: boolean
}

/** The room as the browser holds it: what was read last, the claim at hand, and the one way to write. */
export function useRoom(first: Room, startAt: string | undefined): RoomState {
  const base = `/documents/${first.document.id}`
  const [reader] = useState(
    () =>
      new RoomReader(first, {
        whole: () => api.get<Room>(base),
        since: ({ mark, revision, sight }) =>
          api.get<RoomSince>(`${base}/since?${new URLSearchParams({ mark, revision: String(revision), sight })}`),
      }),
  )
  const room = useSyncExternalStore(
    useCallback(listener => reader.subscribe(listener), [reader]),
    () => reader.room,
    () => first,
  )
  const renewed = useSyncExternalStore(
    useCallback(listener => reader.subscribe(listener), [reader]),
    () => reader.renewed,
    () => null,
  )
  const [chosen, setChosen] = useState<Chosen>(() => {
    const unit = first.units.find(({ id }) => id === startAt) ?? firstClaim(first)
    return { id: unit?.id ?? null, start: unit?.start ?? 0 }
  })
  const currentId = useMemo(() => standingAt(room.units, chosen), [room.units, chosen])
  const [lastCard, setCard] = useState<Card | null>(null)
  const card = lastCard?.unit.id === currentId ? lastCard : null
  const [missing, setMissing] = useState<string | null>(null)
  /** The passages that writes are under way for, once for each; null for one that may cut others. */
  const [changing, setChanging] = useState<readonly (string | null)[]>([])
  const at = useRef(chosen)
  const here = useCallback(() => standingAt(reader.room.units, at.current), [reader])
  const choose = useCallback(
    (id: string) => {
      const start = reader.room.units.find(unit => unit.id === id)?.start ?? at.current.start
      at.current = { id, start }
      setChosen(at.current)
    },
    [reader],
  )
  /** The number under which the card that is shown was asked for. */
  const cardAsked = useRef(0)

  const cardOf = useCallback(
    async (unitId: string): Promise<Card | null> => {
      const asked = reader.asking()
      const fresh = await api.get<Card>(`${base}/claims/${unitId}`)
      // What a newer version of the text says does not belong beside this one.
      const other = fresh.ok
        ? fresh.value.number !== reader.room.document.number
        : fresh.failure.code === "passage-lost"
      if (other) {
        await reader.catchUp()
        return null
      }
      if (!fresh.ok) {
        if (fresh.failure.code === "unit-retired") await reader.catchUp()
        else if (fresh.failure.code !== "abandoned") trouble(fresh.failure)
        return null
      }
      const { unit, state, verdict, mine } = fresh.value
      const { id, kind, version } = unit
      reader.takeUnit(asked, { id, kind, version, state, verdict, mine: mine?.label ?? null })
      if (here() === unitId && asked > cardAsked.current) {
        cardAsked.current = asked
        setCard(fresh.value)
      }
      return fresh.value
    },
    [base, here, reader],
  )

  useEffect(() => {
    setCard(now => (now?.unit.id === currentId ? now : null))
    setMissing(null)
    if (currentId) void cardOf(currentId).then(read => read || setMissing(currentId))
  }, [currentId, cardOf])

  const go = useCallback(
    (id: string) => {
      choose(id)
      const unit = reader.room.units.find(one => one.id === id)
      if (unit) announce(`${reader.room.document.text.slice(unit.start, unit.end)} ${stateWords(unit)}`)
      const address = new URLSearchParams(window.location.search)
      address.delete("at")
      address.set("unit", id)
      window.history.replaceState(window.history.state, "", `?${address}`)
    },
    [reader, choose],
  )

  const send = useCallback(
    async <T>(path: string, body: object, options: SendOptions = {}): Promise<ApiResult<T>> => {
      const recut = options.thenGoTo !== undefined
      const mayCut = recut || path === "/undo" || path === "/redo"
      const about = mayCut ? null : ((body as { unitId?: string }).unitId ?? "")
      const [from, before] = [at.current, here()]
      const done = () => setChanging(now => now.toSpliced(now.indexOf(about), 1))
      setChanging(now => [...now, about])
      const request = { requestId: crypto.randomUUID(), ...body }
      const result = await insist(() => api.post<T>(`${base}${path}`, request))
      if (!result.ok && !options.quiet) trouble(result.failure)
      // What is away answers no reading either, and whoever waits is to be told at once.
      if (!result.ok && isAway(result.failure)) {
        done()
        return result
      }
      // Whoever went on meanwhile stays where they are.
      if (recut && result.ok && at.current === from) choose(options.thenGoTo!)
      // What a write moves elsewhere is read with it, so that the message about it brings nothing new.
      const read = reader.catchUp()
      if (mayCut) await read
      if (result.ok && options.said) announce(options.said)
      const unitId = here()
      // Another one's card is read since it is another one.
      if (unitId && !(recut && unitId !== before)) await cardOf(unitId)
      await read
      done()
      return result
    },
    [base, cardOf, choose, here, reader],
  )

  const refresh = useCallback(async () => {
    const news = await reader.catchUp()
    const unitId = here()
    if (unitId && (!news?.touched || news.touched.has(unitId))) await cardOf(unitId)
  }, [reader, here, cardOf])
  const renew = useCallback(async () => {
    await reader.renew()
    const unitId = here()
    if (unitId) await cardOf(unitId)
  }, [reader, here, cardOf])
  const paint = useCallback((unitId: string, label: Label | null) => reader.paint(unitId, label), [reader])

  const busy = changing.length > 0
  const changed = changing.includes(null) ? "recut" : changing.includes(currentId) ? "changing" : "there"
  const cardIs = card ? changed : missing === currentId ? "missing" : "coming"
  const isChosen = useCallback((id: string) => at.current.id === id, [])
  return {
    room,
    currentId,
    card,
    busy,
    cardIs,
    choice: chosen,
    isChosen,
    go,
    cardOf,
    send,
    paint,
    refresh,
    renewed,
    renew,
  }
}

export const trouble = (failure: ApiFailure): void => toast({ text: failure.sentence, kind: "trouble" })

const firstClaim = (room: Room) => room.units.find(unit => unit.kind === "claim") ?? room.units[0]

/** The passage that somebody chose, and where it began when it still stood. */
export interface Chosen {
  readonly id: string | null
  readonly start: number
}

/** The passage at hand; what stands at its place now, when it was split, merged or taken back. */
const standingAt = (units: Room["units"], { id, start }: Chosen): string | null =>
  id !== null && units.some(unit => unit.id === id)
    ? id
    : ((units.find(unit => unit.end > start) ?? units.at(-1))?.id ?? null)
