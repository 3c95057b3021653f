"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { Button } from "../../../_ui/button.tsx"
import { FileDrop } from "../../../_ui/file-drop.tsx"
import { FilterForm } from "../../../_ui/filter-form.tsx"
import { TextField } from "../../../_ui/text-field.tsx"

interface Props {
  readonly path: string
  readonly asked: string
}

/** Takes a head, or a file that states one; the file is read here and goes nowhere. */
export function CheckHead({ path, asked }: Props) {
  const router = useRouter()
  const [file, setFile] = useState<File | null>(null)
  const [error, setError] = useState<string>()
  const take = async (chosen: File | null) => {
    setFile(chosen)
    setError(undefined)
    if (!chosen) return
    const { headsInFile } = await import("../../../../lib/formats/heads-in-file.ts")
    const [head] = headsInFile(new Uint8Array(await chosen.arrayBuffer()))
    if (head) router.push(`${path}?head=${head}`)
    else
      setError(
        "No head stands in this file. A table without claims or a list without sources has none, nor has what is no export of claims; paste it if you have it.",
      )
  }
  return (
    <div className="mt-5 grid gap-5">
      <FilterForm path={path} label="Check a head" chosen={{ asked }} className="grid gap-3">
        <TextField
          label="Head"
          name="head"
          hint="As it stands in an exported file: a number, a hyphen and 64 digits."
          defaultValue={asked}
          required
          pattern="\s*[1-9][0-9]*-[0-9a-fA-F]{64}\s*"
          spellCheck={false}
          autoComplete="off"
        />
        <Button type="submit" className="justify-self-start">
          Check
        </Button>
      </FilterForm>
      <FileDrop
        label="Exported file"
        file={file}
        hint="JSON, Markdown, Word, a workbook, TEI, a research object, a project’s archive and others. It is read here in the browser and sent nowhere."
        accept="*"
        error={error}
        onFile={chosen => void take(chosen)}
      />
    </div>
  )
}
