import type { ReactNode } from "react"

/** A part of the overview that is read and not drawn. */
export function Part({ title, lede, children }: { title: string; lede?: ReactNode; children: ReactNode }) {
  return (
    <section className="mb-14 min-w-0">
      <h2 className="text-2xl">{title}</h2>
      {lede && <p className="mt-1 max-w-[40rem] text-soft">{lede}</p>}
      <div className="mt-4">{children}</div>
    </section>
  )
}
