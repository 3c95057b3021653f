import { readFile } from "node:fs/promises"
import { basename, extname } from "node:path"
import { uuidv7 } from "uuidv7"
import type { CliCommand } from "./command-line.ts"
import { progress, table } from "./terminal.ts"
import { CliTrouble, refusal } from "./trouble.ts"

const json = { json: { type: "boolean" } } as const
const text = { type: "string" } as const

export const projectCommands: Readonly<Record<string, CliCommand>> = {
  projects: {
    usage: "projects [--json]",
    says: "Lists your projects.",
    takes: 0,
    options: json,
    run: async ({ values, api, print }) => {
      const found = await (await api()).call("projects", {})
      if (!found.ok) throw refusal(found.failure)
      const { projects } = found.value
      const rows = projects.map(({ id, role, documents, claims, vetted, name }) => [
        id,
        role,
        String(documents),
        `${vetted}/${claims}`,
        name,
      ])
      print(values["json"] ? JSON.stringify(projects) : table(["ID", "ROLE", "DOCUMENTS", "VETTED", "NAME"], rows))
    },
  },
  "create-project": {
    usage: "create-project NAME [--description WORDS]",
    says: "Makes a project and prints its id.",
    takes: 1,
    options: { description: text },
    run: async ({ words: [name = ""], values, api, print }) => {
      const id = uuidv7()
      const made = await (await api()).call("createProject", { id, name, description: said(values["description"]) })
      if (!made.ok) throw refusal(made.failure)
      print(id)
    },
  },
  "add-document": {
    usage:
      "add-document PROJECT FILE [--title TITLE] [--author NAME] [--found-at ADDRESS] [--licence NAME] [--language TAG] [--again]",
    says: "Adds a text file as a document and prints its id. It is split into claims at once; --again adds a text that is there already.",
    takes: 2,
    options: {
      title: text,
      author: text,
      "found-at": text,
      licence: text,
      language: text,
      again: { type: "boolean" },
    },
    run: async ({ words: [projectId = "", path = ""], values, api, terminal, print }) => {
      const bytes = await readFile(path).catch(() => {
        throw new CliTrouble(`${path} can't be read. Check that the file is there and may be read.`)
      })
      const id = uuidv7()
      const input = {
        projectId,
        id,
        title: said(values["title"]) || basename(path, extname(path)),
        author: said(values["author"]),
        foundAt: said(values["found-at"]),
        foundOn: "",
        licence: said(values["licence"]),
        language: said(values["language"]),
        again: values["again"] === true,
        file: { name: basename(path), mediaType: "", base64: bytes.toString("base64"), encoding: "" },
      }
      const added = await (await api()).call("addDocument", input, { onProgress: progress(terminal, "Splitting") })
      if (!added.ok) throw refusal(added.failure)
      print(id)
    },
  },
  documents: {
    usage: "documents PROJECT [--json]",
    says: "Lists the documents of a project.",
    takes: 1,
    options: json,
    run: async ({ words: [projectId = ""], values, api, print }) => {
      const { call } = await api()
      const found = []
      for (let after: string | null | undefined; after !== null; ) {
        const answer = await call("projectOverview", after === undefined ? { projectId } : { projectId, after })
        if (!answer.ok) throw refusal(answer.failure)
        found.push(...answer.value.documents)
        after = answer.value.after
      }
      const rows = found.map(({ id, claims, openFlags, title }) => [id, String(claims), String(openFlags), title])
      print(values["json"] ? JSON.stringify(found) : table(["ID", "CLAIMS", "FLAGS", "TITLE"], rows))
    },
  },
  sources: {
    usage: "sources PROJECT [--search WORDS] [--json]",
    says: "Lists the sources of a project; with words to look for, the twenty that fit best.",
    takes: 1,
    options: { ...json, search: text },
    run: async ({ words: [projectId = ""], values, api, print }) => {
      const q = said(values["search"])
      const found = await (await api()).call("sources", { projectId, ...(q && { q }) })
      if (!found.ok) throw refusal(found.failure)
      const { sources } = found.value
      const rows = sources.map(({ id, reliability, citations, line }) => [
        id,
        reliability ?? "–",
        String(citations),
        line,
      ])
      print(values["json"] ? JSON.stringify(sources) : table(["ID", "GRADE", "CITED", "SOURCE"], rows))
    },
  },
}

const said = (value: string | boolean | undefined): string => (typeof value === "string" ? value : "")
