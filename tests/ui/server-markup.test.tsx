import type { ReactElement } from "react"
import { renderToString } from "react-dom/server"
import { describe, expect, test } from "vitest"
import { Button } from "../../app/_ui/button.tsx"
import { Checkbox } from "../../app/_ui/checkbox.tsx"
import { Combobox } from "../../app/_ui/combobox.tsx"
import { DataTable } from "../../app/_ui/data-table.tsx"
import { DiffView } from "../../app/_ui/diff-view.tsx"
import { Menu } from "../../app/_ui/menu.tsx"
import { Progress } from "../../app/_ui/progress.tsx"
import { ProportionBar } from "../../app/_ui/proportion-bar.tsx"
import { RadioGroup } from "../../app/_ui/radio-group.tsx"
import { Segmented } from "../../app/_ui/segmented.tsx"
import { SelectField } from "../../app/_ui/select-field.tsx"
import { Tabs } from "../../app/_ui/tabs.tsx"
import { TextArea } from "../../app/_ui/text-area.tsx"
import { TextField } from "../../app/_ui/text-field.tsx"
import { ThemeSwitch } from "../../app/_ui/theme-switch.tsx"
import { Time } from "../../app/_ui/time.tsx"
import { Tooltip } from "../../app/_ui/tooltip.tsx"

const words = { label: "Name", hint: "As it is printed.", error: "Fill this in." }
const choices = [
  { value: "a", label: "A" },
  { value: "b", label: "B" },
]
const fields: [string, ReactElement][] = [
  ["text-field", <TextField {...words} key="" />],
  ["text-area", <TextArea {...words} key="" />],
  ["select-field", <SelectField {...words} options={choices} key="" />],
  ["checkbox", <Checkbox {...words} key="" />],
  ["radio-group", <RadioGroup {...words} legend="Name" choices={choices} key="" />],
  ["segmented", <Segmented {...words} legend="Name" choices={choices} key="" />],
  ["combobox", <Combobox {...words} value={null} onChange={() => {}} search={async () => []} key="" />],
]
const others: [string, ReactElement][] = [
  ["button", <Button busy key="" />],
  ["menu", <Menu label="More" items={[{ label: "Split" }]} key="" />],
  ["tabs", <Tabs label="Parts" tabs={[{ id: "a", label: "A", panel: "a" }]} key="" />],
  [
    "tooltip",
    <Tooltip text="Next" key="">
      <button type="button">j</button>
    </Tooltip>,
  ],
  ["progress", <Progress label="Splitting" share={0.4} key="" />],
  ["proportion-bar", <ProportionBar label="2 of 4" total={4} parts={[{ count: 2, tone: "disputed" }]} key="" />],
  ["theme-switch", <ThemeSwitch key="" />],
  ["time", <Time at="2023-03-03T14:05:12Z" key="" />],
  ["diff-view", <DiffView left={{ title: "Yours", text: "a b" }} right={{ title: "Theirs", text: "a c" }} key="" />],
  [
    "data-table",
    <DataTable
      caption="Rows"
      columns={[{ key: "k", heading: "K", cell: (row: string) => row }]}
      rows={["r"]}
      rowKey={row => row}
      key=""
    />,
  ],
]

test.each([...fields, ...others])("%s carries no inline style from the server", (_, part) => {
  expect(renderToString(part)).not.toMatch(/\sstyle=|<style/)
})

describe.each(fields)("%s", (_, part) => {
  const html = renderToString(part)
  test("says its hint and its error with it", () => {
    const described = /aria-describedby="([^"]+)"/.exec(html)![1]!.split(" ")
    const texts = described.map(id =>
      new RegExp(`id="${id}"[^>]*>(.*?)</p>`).exec(html)![1]!.replace(/<span.*?<\/span>/, ""),
    )
    expect(texts).toEqual(["As it is printed.", "Fill this in."])
  })
  test("has a name", () => {
    const id = /<label[^>]* for="([^"]+)"/.exec(html)?.[1]
    if (id) expect(html).toMatch(new RegExp(`<(input|textarea|select)[^>]* id="${id}"`))
    else expect(html).toContain("<legend")
  })
})

test("a busy button keeps its focus and takes no press", () => {
  const html = renderToString(<Button busy>Save</Button>)
  expect(html).toContain('aria-disabled="true"')
  expect(html).not.toMatch(/\sdisabled=/)
})
