import { SelectField } from "../../../../../../_ui/select-field.tsx"
import { becomesChoices } from "./becomes.ts"
import type { useBringIn } from "./use-bring-in.ts"

/** Asks what becomes of each label of the file. */
export function LabelMapping({ choice }: { readonly choice: ReturnType<typeof useBringIn> }) {
  const { labels, becomes, choose } = choice
  return (
    <section aria-labelledby="mapping">
      <h2 id="mapping" className="mb-1 text-xl">
        What the labels become
      </h2>
      <p className="mb-2 max-w-[42rem] text-sm text-soft">
        Labels become suggestions on claims; a flag is one of yours. What you leave out is not brought in.
      </p>
      <ul className="grid max-w-[46rem] gap-2">
        {labels.map(({ label, count }) => (
          <li key={label} className="grid items-center gap-x-4 sm:grid-cols-[minmax(0,1fr)_18rem]">
            <span className="wrap-anywhere">
              {label === "" ? <i>no label</i> : `“${label}”`}{" "}
              <span className="figures text-soft">{count.toLocaleString("en")}</span>
            </span>
            <SelectField
              label={`What ${label === "" ? "passages without a label" : `“${label}”`} become`}
              hideLabel
              options={becomesChoices}
              value={becomes(label)}
              onChange={event => {
                const chosen = becomesChoices.find(({ value }) => value === event.currentTarget.value)
                if (chosen) choose(label, chosen.value)
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
