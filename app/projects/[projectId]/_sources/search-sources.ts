import type { SourceKind } from "../../../../lib/domain/source.ts"
import { sourceKindWords } from "../../../../lib/domain/source-words.ts"
import { api } from "../../../_ui/api.ts"
import type { ComboboxOption } from "../../../_ui/combobox.tsx"

/** Finds a project's sources by what somebody typed, what fits best first. */
export const searchSources =
  (projectId: string) =>
  async (query: string, signal: AbortSignal): Promise<ComboboxOption[]> => {
    const found = await api.get<{ sources: { id: string; line: string; kind: SourceKind }[] }>(
      `/projects/${projectId}/sources?q=${encodeURIComponent(query)}`,
      { signal },
    )
    if (!found.ok) throw new Error(found.failure.sentence)
    return found.value.sources
      .slice(0, 20)
      .map(({ id, line, kind }) => ({ id, label: line, detail: sourceKindWords[kind] }))
  }
