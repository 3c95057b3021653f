"use client"
import { useEffect, useState } from "react"
import { LazyPart, type LoadPart } from "./lazy-part.tsx"
import { onFirstToast } from "./toast.ts"

const load: LoadPart<object> = () => import("./toast-list.tsx").then(module => module.ToastList)

/** Stands once in the root layout. The code that shows toasts is fetched with the first one. */
export function Toaster() {
  const [wanted, setWanted] = useState(false)
  useEffect(() => onFirstToast(() => setWanted(true)), [])
  return wanted ? <LazyPart load={load} props={{}} /> : null
}
