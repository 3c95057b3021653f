"use client"
import { type ComponentType, type ReactNode, useEffect, useState } from "react"

/** Fetches the code of a part: `() => import("./dialog-panel.tsx").then(module => module.DialogPanel)`. */
export type LoadPart<Props> = () => Promise<ComponentType<Props>>

interface LazyPartProps<Props> {
  readonly load: LoadPart<Props>
  readonly props: Props
  /** What stands in its place until it is there. */
  readonly meanwhile?: ReactNode
}

const loaded = new WeakMap<object, unknown>()

/**
 * A part whose code is fetched when it is first rendered, in the browser only. `load` has to be the same
 * function every time. Unlike React.lazy it does not take the page down when the fetch fails: it says so,
 * and tries again when it is next rendered.
 */
export function LazyPart<Props extends object>({ load, props, meanwhile = null }: LazyPartProps<Props>) {
  const [Part, setPart] = useState(() => loaded.get(load) as ComponentType<Props> | undefined)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (Part) return
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
  }, [Part, load])
  if (failed)
    return <p role="alert">This part could not be loaded. Check the connection, then close it and open it again.</p>
  return Part ? <Part {...props} /> : meanwhile
}
