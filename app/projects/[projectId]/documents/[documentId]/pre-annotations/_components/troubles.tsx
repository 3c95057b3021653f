"use client"
import { useMemo, useState } from "react"
import { writeCsv } from "../../../../../../../lib/formats/csv.ts"
import type { FileTrouble } from "../../../../../../../lib/formats/marked-file.ts"
import { Button } from "../../../../../../_ui/button.tsx"
import { saveText } from "../../../../../../_ui/save-text.ts"
import { ImportPages, pageLength } from "../../../../sources/import/_components/import-pages.tsx"

interface Props {
  readonly troubles: readonly FileTrouble[]
  readonly file: string
}

/** What of the file does not fit, line by line, to be read here or taken along as a table. */
export function Troubles({ troubles, file }: Props) {
  const [page, setPage] = useState(0)
  const numbered = useMemo(() => troubles.map((trouble, number) => ({ number, ...trouble })), [troubles])
  const save = () => {
    const rows = [["where", "why"], ...troubles.map(({ at, why }) => [at, why])]
    saveText(writeCsv(rows), `${file}-not-fitting.csv`, "text/csv")
  }
  return (
    <section aria-labelledby="troubles">
      <h2 id="troubles" className="mb-2 text-xl">
        What does not fit
      </h2>
      <p className="mb-3">
        <Button size="small" onClick={save}>
          Save this list as CSV
        </Button>
      </p>
      <ul aria-labelledby="troubles" className="mb-3 grid gap-2">
        {numbered.slice(page * pageLength, (page + 1) * pageLength).map(({ number, at, why }) => (
          <li key={number} className="wrap-anywhere">
            <span className="figures text-soft">{at}:</span> {why}
          </li>
        ))}
      </ul>
      <ImportPages
        label="Pages of what does not fit"
        page={page}
        pages={Math.ceil(troubles.length / pageLength)}
        onPage={setPage}
      />
    </section>
  )
}
