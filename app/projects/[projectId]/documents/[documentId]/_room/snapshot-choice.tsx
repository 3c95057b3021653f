"use client"
import { type ComponentProps, useEffect, useState } from "react"
import { api } from "../../../../../_ui/api.ts"
import { SelectField } from "../../../../../_ui/select-field.tsx"

interface Snapshot {
  readonly id: string
  readonly takenOn: string
  readonly fileName: string
}

type Props = Omit<ComponentProps<"select">, "children"> & {
  readonly projectId: string
  readonly sourceId: string
  readonly error: string | undefined
}

/** Which snapshot of the source is cited; nothing while the source has none. */
export function SnapshotChoice({ projectId, sourceId, error, ...rest }: Props) {
  const [known, setKnown] = useState<readonly Snapshot[]>([])
  useEffect(() => {
    const gone = new AbortController()
    setKnown([])
    if (sourceId)
      void api
        .get<{ snapshots: Snapshot[] }>(`/projects/${projectId}/sources/${sourceId}/snapshots`, { signal: gone.signal })
        .then(found => found.ok && setKnown(found.value.snapshots))
    return () => gone.abort()
  }, [projectId, sourceId])
  if (known.length === 0) return null
  return (
    <SelectField
      label="Snapshot"
      hint="What the source said on that day."
      options={[
        { value: "", label: "none" },
        ...known.map(({ id, takenOn, fileName }) => ({ value: id, label: `${takenOn}: ${fileName}` })),
      ]}
      error={error}
      {...rest}
    />
  )
}
