import { asciiIri, webIri } from "./ascii-iri.ts"
import type { ExportedSource, ExportHead } from "./export-format.ts"

type Place = Pick<ExportHead, "origin" | "projectId">

/** The project's address. */
export const projectIri = ({ origin, projectId }: Place): string => asciiIri(`${origin}/projects/${projectId}`)

/** The address of the text of a version. */
export const textIri = (place: Place, { documentId, number }: { documentId: string; number: number }): string =>
  `${projectIri(place)}/documents/${documentId}/versions/${number}`

/** The address of a claim in its text. */
export const claimIri = (place: Place, documentId: string, unitId: string): string =>
  `${projectIri(place)}/documents/${documentId}?unit=${unitId}`

const doiPath = (doi: string) => doi.toWellFormed().split("/").map(encodeURIComponent).join("/")

/** The address by which a source is known everywhere, its DOI or its page; else the one that it has in the project. */
export const sourceIri = (place: Place, id: string, source: ExportedSource | undefined): string => {
  const { DOI, URL: page } = source?.csl ?? {}
  const doi = DOI === undefined || DOI === "" ? null : webIri(`https://doi.org/${doiPath(DOI)}`)
  return doi ?? (page === undefined ? null : webIri(page)) ?? `${projectIri(place)}/sources/${id}`
}

/** A term of the tool's vocabulary: what a label, a grade or a field of its own is, for programs. */
export const termIri = ({ origin }: Pick<Place, "origin">, term: string): string => asciiIri(`${origin}/vocab#${term}`)

/** Somebody without an address, by their id, which says nothing about them. */
export const personIri = (place: Place, id: string): string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
    ? `urn:uuid:${id}`
    : (webIri(id) ?? `${projectIri(place)}/members#${encodeURIComponent(id.toWellFormed())}`)
