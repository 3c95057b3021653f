import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { chooseStyle } from "../../lib/commands/choose-style.ts"
import { retireStyle } from "../../lib/commands/retire-style.ts"
import { uploadStyle } from "../../lib/commands/upload-style.ts"
import type { CitationSetting } from "../../lib/domain/citation-setting.ts"
import { runsText } from "../../lib/domain/text-run.ts"
import { citationStyleXml } from "../../lib/formats/citation-styles.ts"
import { readCsv } from "../../lib/formats/csv.ts"
import { activity } from "../../lib/queries/activity.ts"
import { bibliography } from "../../lib/queries/bibliography.ts"
import { citationSample, citationStyle } from "../../lib/queries/citation-style.ts"
import { claimNotes } from "../../lib/queries/claim-notes.ts"
import { source as sourceQuery } from "../../lib/queries/source.ts"
import { code, value } from "../queries/project.ts"
import { exportText } from "../queries/whole-export.ts"
import { room } from "./room.ts"

const first: CitationSetting = { style: "chicago", locale: "en-GB", archives: "latin" }

async function library() {
  const here = await room()
  const { ann, owner, projectId } = here
  const sourceId = await here.source(ann, "The Secret History")
  const choose = (words: Partial<CitationSetting>, seen: CitationSetting = first, who = owner) =>
    chooseStyle(who, { projectId, ...seen, ...words, seen, requestId: uuidv7() })
  const upload = (csl: string, id = uuidv7()) => uploadStyle(owner, { projectId, id, csl, requestId: uuidv7() })
  const entry = async () => runsText(value(await sourceQuery(ann, projectId, sourceId)).set.entry)
  return { ...here, sourceId, choose, upload, entry }
}

test("sources are set in the style that the project chooses, also in its exports", async () => {
  const { ann, ben, first: unitId, projectId, sourceId, choose, entry, cite, label } = await library()
  expect(await entry()).toBe("The Secret History. n.d.")
  value(await choose({ style: "gost", locale: "ru-RU" }))
  const russian = await entry()
  expect(russian).not.toBe("The Secret History. n.d.")
  value(await cite(ann, unitId, sourceId))
  for (const who of [ann, ben]) value(await label(who, unitId, "documented"))
  const file = value(await exportText(ann, { projectId, format: "json" }))
  expect(JSON.parse(file.text).sources).toMatchObject([{ set: russian }])
  const [heading = [], row = []] = readCsv(value(await exportText(ann, { projectId, format: "csv" })).text)
  expect(row[heading.indexOf("notes")]).toBe("[The Secret History, , с. 12]")
  expect(row[heading.indexOf("citations")]).toBe("supports: The Secret History, p. 12")
  expect(value(await bibliography(ann, projectId)).works.map(({ runs }) => runsText(runs))).toEqual([russian])
  const { changes } = value(await activity(ann, projectId, { kind: "style-chosen" }))
  expect(changes.map(({ sentence }) => sentence)).toEqual([
    "changed how sources are set: style GOST R 7.0.5-2008 instead of Chicago, notes and bibliography, language Russian instead of English, British.",
  ])
})

test("who chose against another choice gets the one that stands", async () => {
  const { choose } = await library()
  value(await choose({ style: "apa" }))
  expect(await choose({ style: "mla" })).toMatchObject({
    failure: { code: "conflict", current: { style: "apa" }, by: "Vera Lindqvist" },
  })
})

test("a style is uploaded, chosen and used; one of another project can't be", async () => {
  const [here, elsewhere] = [await library(), await library()]
  const [id, foreign] = [uuidv7(), uuidv7()]
  const own = citationStyleXml.apa.replace(/<title>[^<]*<\/title>/, "<title>Our own</title>")
  expect(value(await here.upload(own, id))).toMatchObject({ title: "Our own" })
  value(await elsewhere.upload(own, foreign))
  expect(code(await here.choose({ style: foreign }))).toBe("not-found")
  value(await here.choose({ style: id }))
  const shown = value(await citationStyle(here.ann, here.projectId))
  expect([shown.setting.style, shown.uploaded]).toEqual([id, [{ id, title: "Our own" }]])
  expect(await here.entry()).toContain("The Secret History")
})

test("an uploaded style is taken off the list while it is not in use, and can't be chosen afterwards", async () => {
  const { owner, projectId, choose, upload } = await library()
  const id = uuidv7()
  value(await upload(citationStyleXml.apa, id))
  const retire = () => retireStyle(owner, { projectId, styleId: id, requestId: uuidv7() })
  value(await choose({ style: id }))
  expect(code(await retire())).toBe("style-in-use")
  value(await choose({ style: "chicago" }, { ...first, style: id }))
  value(await retire())
  expect(value(await citationStyle(owner, projectId)).uploaded).toEqual([])
  expect([code(await choose({ style: id })), code(await retire())]).toEqual(["not-found", "not-found"])
  const { changes } = value(await activity(owner, projectId, { kind: "style-retired" }))
  expect(changes[0]?.sentence).toMatch(/^took the citation style “.+” off the list\.$/)
})

test("a choice is seen at work before it is made", async () => {
  const { ann, projectId, choose, entry } = await library()
  const sample = async (words: object) =>
    value(await citationSample(ann, projectId, { ...first, ...words })).sample.map(set => runsText(set.entry))
  expect(await sample({})).toEqual(["The Secret History. n.d."])
  const apa = await sample({ style: "apa" })
  expect(await entry()).toBe("The Secret History. n.d.")
  value(await choose({ style: "apa" }))
  expect([await entry()]).toEqual(apa)
  expect(code(await citationSample(ann, projectId, { ...first, style: "bibtex" }))).toBe("invalid")
  expect(code(await citationSample(ann, projectId, { ...first, style: uuidv7() }))).toBe("not-found")
})

test("the bibliography holds what is cited, and the card its short notes", async () => {
  const { ann, projectId, documentId, first: unitId, sourceId, source, cite, choose } = await library()
  await source(ann, "Never cited")
  expect(value(await bibliography(ann, projectId)).works).toEqual([])
  const id = uuidv7()
  value(await cite(ann, unitId, sourceId, "supports", id))
  const { works, trouble } = value(await bibliography(ann, projectId))
  expect([works.map(({ runs }) => runsText(runs)), trouble]).toEqual([["The Secret History. n.d."], null])
  const note = async () => runsText(value(await claimNotes(ann, documentId, unitId)).notes[id] ?? [])
  expect(await note()).toBe("The Secret History, 12.")
  value(await choose({ style: "apa" }))
  expect(await note()).toBe("(The Secret History, n.d., p. 12)")
})

test("a file that is no style is refused with what is wrong with it", async () => {
  const { upload } = await library()
  for (const [csl, words] of [
    ["<style", "not well-formed XML"],
    ["<html/>", "not a style of the Citation Style Language"],
  ] as const)
    expect(await upload(csl)).toMatchObject({
      failure: { code: "invalid", issues: [{ path: "csl", message: expect.stringContaining(words) }] },
    })
})
