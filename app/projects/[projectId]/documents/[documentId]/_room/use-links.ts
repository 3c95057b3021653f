"use client"
import { useState } from "react"
import { uuidv7 } from "uuidv7"
import type { LinkKind } from "../../../../../../lib/domain/claim-link.ts"
import { announce } from "../../../../../_ui/announce.ts"
import { api } from "../../../../../_ui/api.ts"
import { type RoomState, trouble } from "./use-room.ts"

interface Links {
  readonly busy: boolean
  /** Says what this claim and another one are to each other. */
  readonly confirm: (kind: LinkKind, unitId: string, otherId: string) => Promise<void>
  readonly takeBack: (linkId: string) => Promise<void>
}

/** Writes what is said of two claims; afterwards the card shows what the server has. */
export function useLinks({ room, refresh }: RoomState): Links {
  const [busy, setBusy] = useState(false)
  const base = `/projects/${room.document.projectId}/claim-links`
  const write = async (path: string, body: object, said: string) => {
    setBusy(true)
    const result = await api.post(path, { requestId: uuidv7(), ...body })
    setBusy(false)
    if (!result.ok) return trouble(result.failure)
    announce(said)
    await refresh()
  }
  return {
    busy,
    confirm: (kind, unitId, otherId) => write(base, { id: uuidv7(), kind, unitId, otherId }, "Noted."),
    takeBack: linkId => write(`${base}/${linkId}/withdraw`, {}, "Taken back."),
  }
}
