import { offsetUnits } from "../../../../../../../lib/formats/marked-file.ts"
import { SelectField } from "../../../../../../_ui/select-field.tsx"
import type { ReadFiles } from "./bring-in.tsx"
import type { FileReader } from "./use-read-files.ts"

interface Props {
  readonly read: ReadFiles
  readonly reader: FileReader
}

const unitChoices = [
  { value: "", label: "what the format counts" },
  { value: "utf-16", label: "UTF-16 code units" },
  { value: "code-points", label: "code points" },
]

/** Lets the person say what positions count, and which text of the file is this one; either reads the files again. */
export function HowRead({ read: { files, reading }, reader }: Props) {
  const { how, read, way } = reader
  const { texts } = reading
  const others = texts.filter(({ ours }) => !ours)
  const elsewhere = others.reduce((total, { passages }) => total + passages, 0)
  return (
    <div className="grid max-w-[46rem] gap-3">
      {texts.length > 1 && (
        <SelectField
          label="Text of the file"
          hint={
            others.length === texts.length
              ? "Nothing in the file says which of its texts is this one. Choose it."
              : `${elsewhere.toLocaleString("en")} of its passages are of other texts and left out.`
          }
          disabled={way !== null}
          options={[
            { value: "", label: "the one that is this document" },
            ...texts.map(({ name, passages }, at) => ({ value: String(at + 1), label: `${name} (${passages})` })),
          ]}
          value={how.of === null ? "" : String(texts.findIndex(({ key }) => key === how.of) + 1)}
          onChange={event => {
            const text = texts[Number(event.currentTarget.value) - 1]
            void read(files, { ...how, of: text?.key ?? null })
          }}
        />
      )}
      <SelectField
        label="Its positions count"
        hint="Change this only when many passages are reported that plainly are in the text."
        disabled={way !== null}
        options={unitChoices}
        value={how.counted ?? ""}
        onChange={event => {
          const counted = offsetUnits.find(unit => unit === event.currentTarget.value) ?? null
          void read(files, { ...how, counted })
        }}
      />
    </div>
  )
}
