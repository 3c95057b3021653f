"use client"
import { useEffect, useState } from "react"
import type { CitationSetting } from "../../../../../lib/domain/citation-setting.ts"
import type { CitationStylePage } from "../../../../../lib/queries/citation-style.ts"
import { type ApiFailure, api } from "../../../../_ui/api.ts"
import { FormError } from "../../../../_ui/form-error.tsx"
import { SampleList } from "./sample-list.tsx"

interface Shown {
  /** The address that it was asked from, so that it is never shown for another choice. */
  readonly from: string
  readonly sample: CitationStylePage["sample"]
}

interface Props {
  readonly projectId: string
  readonly setting: CitationSetting
  readonly choice: CitationSetting
}

/** The project's sources as the choice would have them; nothing while it is the one that stands. */
export function LiveSample({ projectId, setting, choice }: Props) {
  const [shown, setShown] = useState<Shown | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const { style, locale, archives } = choice
  const same = style === setting.style && locale === setting.locale && archives === setting.archives
  const from = `/projects/${projectId}/citation-style/sample?${new URLSearchParams({ style, locale, archives })}`
  useEffect(() => {
    setFailure(null)
    if (same) return
    const gone = new AbortController()
    void api.get<Omit<Shown, "from">>(from, { signal: gone.signal }).then(found => {
      if (gone.signal.aborted) return
      if (found.ok) setShown({ from, ...found.value })
      else setFailure(found.failure)
    })
    return () => gone.abort()
  }, [from, same])
  if (same) return null
  return (
    <section aria-label="So they would be set" className="grid gap-3">
      <h3 className="label-caps">So they would be set</h3>
      <FormError failure={failure} />
      {shown?.from === from ? (
        <SampleList sample={shown.sample} />
      ) : (
        !failure && (
          <p role="status" className="text-soft">
            They are being set …
          </p>
        )
      )}
    </section>
  )
}
