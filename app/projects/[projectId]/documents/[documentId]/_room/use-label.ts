"use client"
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react"
import { uuidv7 } from "uuidv7"
import type { Confidence, Label } from "../../../../../../lib/domain/label.ts"
import { emptyRationale, type RationaleNode } from "../../../../../../lib/domain/rationale.ts"
import { type ApiFailure, isAway } from "../../../../../_ui/api.ts"
import { type Draft, draftAt, draftsUnder, dropDraft, keepDraft } from "../../../../../_ui/drafts.ts"
import { sameWords } from "../../../../../_ui/record-merge.ts"
import { useRetry } from "../../../../../_ui/use-retry.ts"
import { rationalePlace } from "./rationale-draft.ts"
import { type RoomState, trouble } from "./use-room.ts"

export interface Said {
  readonly label: Label
  readonly confidence: Confidence
  readonly rationale: RationaleNode
  /** Whether the one it is ascribed to said it, judged apart; null when it is not. */
  readonly said: Label | null
}

/**
 * Two states of one's own annotation, saved from two places: the one that stands and the one that came too late, with
 * the one that both started from.
 */
export interface Conflict {
  readonly unitId: string
  readonly base: Said | null
  readonly stored: Standing | null
  readonly late: Said
}

/** What was said and could not be saved, with the ids under which it is tried again. */
export interface Unsaved {
  readonly unitId: string
  readonly failure: ApiFailure
  readonly said: Said
  readonly again: () => Promise<boolean>
}

export interface LabelActions {
  /** Says what was chosen and leaves the rest as it stands; the first time it has to be a label. */
  readonly give: (said: Partial<Said>) => Promise<boolean>
  /** The reason that was last sent for a claim from here: when it is what is stored, nobody else changed it. */
  readonly sentFor: (unitId: string) => RationaleNode | null | undefined
  readonly conflict: Conflict | null
  /** Saves this in place of what is stored; null leaves that as it is. */
  readonly settle: (said: Said | null) => void
  readonly unsaved: Unsaved | null
}

/**
 * Labels the claim at hand; the page shows it at once, and what the server says wins. What is said is kept in the browser
 * until there is an answer, and sent again under the same ids when the text is opened next.
 */
export function useLabel({ card, send, room, paint }: RoomState): LabelActions {
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [unsaved, setUnsaved] = useState<Unsaved | null>(null)
  const [sent] = useState(() => new Map<string, RationaleNode | null>())
  const { me, document: page } = room

  const save = async (unitId: string, said: Said, seen: Standing | null, ids: Ids = newIds()): Promise<boolean> => {
    const place = labelPlace(page.id, unitId)
    const settled = () => setUnsaved(now => (now?.unitId === unitId ? null : now))
    keepDraft(me, place, { words: said, base: seen, more: ids })
    settled()
    sent.set(unitId, orNone(said.rationale))
    const letGo = paint(unitId, said.label)
    const body = { unitId, seen: seen?.id ?? null, ...said, ...ids }
    const result = await send("/annotation", body, { quiet: true, said: `Saved: ${said.label}.` })
    letGo()
    if (result.ok) {
      dropKept(me, place, ids)
      settled()
      takeFromReason(me, unitId, said.rationale)
      return true
    }
    const { failure } = result
    if (failure.code === "conflict") setConflict({ unitId, base: seen, stored: stored(failure), late: said })
    else if (isAway(failure) || lastsNot.has(failure.code))
      setUnsaved({ unitId, failure, said, again: () => save(unitId, said, seen, ids) })
    else {
      dropKept(me, place, ids)
      trouble(failure)
    }
    return false
  }
  // The annotation that each save under way will leave standing, by its claim; null when it can't be saved.
  const underWay = useRef(new Map<string, Promise<Standing | null>>())
  /** Saves after what is being saved about the same claim already, which is what was seen then. */
  const inTurn = async (unitId: string, saidAfter: (standing: Standing | null) => Said, shown: Standing | null) => {
    const before = underWay.current.get(unitId)
    const ids = newIds()
    if (before) keepDraft(me, labelPlace(page.id, unitId), { words: saidAfter(shown), base: shown, more: ids })
    const go = async (seen: Standing | null) => {
      const said = saidAfter(seen)
      return (await save(unitId, said, seen, ids)) ? { id: ids.id, ...said } : null
    }
    const turn = before ? before.then(standing => go(standing ?? shown)) : go(shown)
    underWay.current.set(unitId, turn)
    const stands = await turn
    if (underWay.current.get(unitId) === turn) underWay.current.delete(unitId)
    return stands !== null
  }
  const latest = useRef(save)
  useLayoutEffect(() => {
    latest.current = save
  })
  const unitId = card?.unit.id
  const sendKept = useCallback(async () => {
    const start = labelPlace(page.id, "")
    for (const { place, ...kept } of draftsUnder(me, start)) {
      const { said, seen, ids } = readKept(kept)
      const about = place.slice(start.length)
      if (!underWay.current.has(about)) await latest.current(about, said, seen, ids)
    }
  }, [me, page.id])
  useRetry(unsaved !== null && isAway(unsaved.failure), sendKept)
  // What got no answer before the page was left.
  useEffect(() => {
    void sendKept()
  }, [sendKept])
  // A label that did not get through before is at hand again when one comes back to its claim.
  useEffect(() => {
    const kept = unitId && draftAt(me, labelPlace(page.id, unitId))
    if (!kept || underWay.current.has(unitId)) return
    const { said, seen, ids } = readKept(kept)
    const again = () => latest.current(unitId, said, seen, ids)
    setUnsaved(now => (now?.unitId === unitId ? now : { unitId, failure: leftBehind, said, again }))
  }, [unitId, me, page.id])
  return {
    give: async chosen => {
      const label = chosen.label ?? card?.mine?.label
      if (!card || !label) return false
      const { id } = card.unit
      // The first label takes along the reason that was written before it.
      const written = draftAt(me, rationalePlace(id))?.words as RationaleNode | undefined
      const first: Said = { label, confidence: "moderate", rationale: written ?? emptyRationale, said: null }
      return inTurn(id, standing => ({ ...first, ...(standing && wordsOf(standing)), ...chosen }), card.mine)
    },
    sentFor: about => sent.get(about),
    conflict,
    settle: said => {
      setConflict(null)
      if (!conflict) return
      setUnsaved(now => (now?.unitId === conflict.unitId ? null : now))
      if (said) void save(conflict.unitId, said, conflict.stored)
      else
        for (const place of [labelPlace(page.id, conflict.unitId), rationalePlace(conflict.unitId)])
          dropDraft(me, place)
    },
    unsaved,
  }
}

type Standing = Said & { readonly id: string }

interface Ids {
  readonly id: string
  readonly requestId: string
}

const newIds = (): Ids => ({ id: uuidv7(), requestId: uuidv7() })

const wordsOf = ({ label, confidence, rationale, said }: Said): Said => ({ label, confidence, rationale, said })

/** A reason as a card shows it, which knows no empty ones. */
const orNone = (rationale: RationaleNode) => (sameWords(rationale, emptyRationale) ? null : rationale)

/** Drops what was kept under these ids; not what was said about the same claim since. */
function dropKept(me: string, place: string, { id }: Ids): void {
  if ((draftAt(me, place)?.more as Ids | undefined)?.id === id) dropDraft(me, place)
}

/** Drops the reason that is being written when it was saved; what was written since was begun from what was saved. */
function takeFromReason(me: string, unitId: string, saved: RationaleNode): void {
  const place = rationalePlace(unitId)
  const written = draftAt(me, place)
  if (!written) return
  if (sameWords(written.words, saved)) dropDraft(me, place)
  else keepDraft(me, place, { words: written.words, base: orNone(saved), more: written.more })
}

const labelPlace = (documentId: string, unitId: string) => `label:${documentId}:${unitId}`

const readKept = ({ words, base, more }: Pick<Draft, "words" | "base" | "more">) => ({
  said: words as Said,
  seen: (base ?? null) as Conflict["stored"],
  ids: more as Ids,
})

const leftBehind: ApiFailure = {
  code: "left-behind",
  sentence: "It did not get through when you gave it.",
}

/** Failures, beside those of a server that is away, after which the very same words may be sent again. */
const lastsNot = new Set(["signed-out", "second-step-needed", "other-person", "defect", "too-often", "abandoned"])

const stored = (failure: ApiFailure) => (failure["current"] as Conflict["stored"]) ?? null
