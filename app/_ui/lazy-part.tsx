"use client"
import { type ComponentType, type ReactNode, useEffect, useState } from "react"
import { Unloaded } from "./unloaded.tsx"

/** Fetches the code of a part: `() => import("./dialog-panel.tsx").then(module => module.DialogPanel)`. */
export type LoadPart<Props> = () => Promise<ComponentType<Props>>

interface LazyPartProps<Props> {
  readonly load: LoadPart<Props>
  readonly props: Props
  /** What stands in its place until it is there. */
  readonly meanwhile?: ReactNode
  /** Closes a part that lies over the page; it is offered when its code can't be fetched. */
  readonly onClose?: () => void
}

const loaded = new WeakMap<object, unknown>()

/** Fetches the code of a part ahead, if it can be had. */
export async function fetchAhead<Props>(load: LoadPart<Props>): Promise<void> {
  const part = await load().catch(() => null)
  if (part) loaded.set(load, part)
}

/**
 * A part whose code is fetched when it is first rendered, in the browser only. `load` has to be the same
 * function every time. Unlike React.lazy it does not take the page down when the fetch fails: it says so,
 * and tries again when it is asked to or rendered anew.
 */
export function LazyPart<Props extends object>({ load, props, meanwhile = null, onClose }: LazyPartProps<Props>) {
  const [Part, setPart] = useState(() => loaded.get(load) as ComponentType<Props> | undefined)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (Part || failed) return
    let wanted = true
    load().then(
      part => {
        loaded.set(load, part)
        if (wanted) setPart(() => part)
      },
      () => wanted && setFailed(true),
    )
    return () => {
      wanted = false
    }
  }, [Part, failed, load])
  if (failed) return <Unloaded again={() => setFailed(false)} onClose={onClose} />
  return Part ? <Part {...props} /> : meanwhile
}

interface Overlay {
  readonly open: boolean
  readonly onClose: () => void
}

/** A part that lies over the page while it is open. It is fetched when it first opens, and stays for the way it closes. */
export function LazyOverlay<Props extends Overlay>({ load, props }: { load: LoadPart<Props>; props: Props }) {
  const { open, onClose } = props
  const [wanted, setWanted] = useState(open)
  if (open !== wanted && (open || !loaded.has(load))) setWanted(open)
  return wanted ? <LazyPart load={load} props={props} onClose={onClose} /> : null
}
