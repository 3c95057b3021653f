import { documentFormat } from "../../../../../lib/formats/document-format.ts"
import { rawText } from "../../../../../lib/formats/raw-text.ts"
import type { FilePreview } from "../../../../../lib/queries/file-preview.ts"
import { type ApiFailure, api } from "../../../../_ui/api.ts"
import { base64Of } from "./base64-of.ts"
import { refusal } from "./file-troubles.ts"

/** What a file says when it is read in an encoding, or why it can't be read. */
export type FileReading =
  | {
      readonly ok: true
      /** Empty for files that are no plain text within. */
      readonly encoding: string
      readonly start: string
      readonly whole: boolean
      /** What the server found in it; null for plain text, which is read here. */
      readonly preview: FilePreview | null
    }
  | { readonly ok: false; readonly failure: ApiFailure }

/** Characters of the beginning that are shown. */
const shown = 700

/**
 * Reads a file as the server will; with an empty `encoding` it is found out. What is no
 * plain text is read there, for the project that it is to belong to; without one all is taken for plain text.
 */
export async function readFile(
  bytes: Uint8Array,
  { name, type }: File,
  encoding: string,
  projectId: string | null,
): Promise<FileReading> {
  if (projectId !== null && documentFormat(bytes, name, type) !== "text")
    return readThere(bytes, name, type, encoding, projectId)
  const read = rawText(bytes, encoding)
  if (!read.ok) return { ok: false, failure: refusal(read.failure) }
  const { text } = read.value
  const whole = text.length <= shown
  return { ok: true, encoding: read.value.encoding, start: text.slice(0, shown), whole, preview: null }
}

async function readThere(
  bytes: Uint8Array,
  name: string,
  mediaType: string,
  encoding: string,
  projectId: string,
): Promise<FileReading> {
  const file = { name, mediaType, base64: base64Of(bytes), encoding }
  const answer = await api.post<FilePreview>(`/projects/${projectId}/documents/read`, { file })
  if (!answer.ok) return answer
  const preview = answer.value
  return { ok: true, encoding: preview.encoding, start: preview.start, whole: preview.whole, preview }
}
