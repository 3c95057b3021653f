"use client"
import { useMemo } from "react"
import { writeCsv } from "../../../../../../../lib/formats/csv.ts"
import type { FileTrouble } from "../../../../../../../lib/formats/marked-file.ts"
import { Button } from "../../../../../../_ui/button.tsx"
import { ListPages, useListPage } from "../../../../../../_ui/list-pages.tsx"
import { saveText } from "../../../../../../_ui/save-text.ts"

interface Props {
  readonly troubles: readonly FileTrouble[]
  readonly file: string
}

/** What of the file does not fit, line by line, to be read here or taken along as a table. */
export function Troubles({ troubles, file }: Props) {
  const numbered = useMemo(() => troubles.map((trouble, number) => ({ number, ...trouble })), [troubles])
  const list = useListPage(numbered)
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
        {list.shown.map(({ number, at, why }) => (
          <li key={number} className="wrap-anywhere">
            <span className="figures text-soft">{at}:</span> {why}
          </li>
        ))}
      </ul>
      <ListPages label="Pages of what does not fit" list={list} />
    </section>
  )
}
