import { readFileSync } from "node:fs"
import type { Options } from "jsonld"
import jsonld from "jsonld"

const read = (name: string) => JSON.parse(readFileSync(new URL(`./standards/${name}`, import.meta.url), "utf8"))

/** A file of tests/formats/standards as JSON. */
export const standard = read

const contexts: Readonly<Record<string, object>> = {
  "http://www.w3.org/ns/anno.jsonld": read("anno.jsonld"),
  "http://www.w3.org/ns/csvw": read("csvw.jsonld"),
}

/** Reads a context from the files beside the tests; any other address is an error. */
const documentLoader: Options.DocLoader["documentLoader"] = async url => {
  const document = contexts[url]
  if (!document) throw new Error(`${url} is not at hand`)
  return { documentUrl: url, document: document as never }
}

interface Quad {
  readonly subject: { readonly value: string }
  readonly predicate: { readonly value: string }
  readonly object: { readonly value: string }
}

/** What a document says as RDF. In safe mode anything that would be dropped is an error. */
export const statements = async (document: object): Promise<readonly Quad[]> =>
  (await jsonld.toRDF(document as never, { safe: true, documentLoader } as never)) as unknown as readonly Quad[]
