/** A file for somebody to keep: its name as people read it, and what is in it. */
type FileToKeep = { readonly name: string; readonly mediaType: string } & (
  | { readonly text: string }
  | { readonly bytes: Uint8Array<ArrayBuffer> }
)

/**
 * A text as a file to keep. Its name goes out twice: in plain ASCII for every browser and as it is for those that
 * read RFC 6266; what could leave a folder or break the header is taken out of both.
 */
export function download(file: FileToKeep): Response {
  return new Response("text" in file ? file.text : file.bytes, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": contentDisposition(file.name),
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  })
}

/** The header for a file of this name; the ending after the last full stop is kept, a long stem is shortened. */
export function contentDisposition(name: string): string {
  const dot = name.lastIndexOf(".")
  const stem = dot > 0 ? name.slice(0, dot) : name
  const ending = dot > 0 ? name.slice(dot).replaceAll(/[^.A-Za-z0-9]/g, "") : ""
  return `attachment; filename="${asciiStem(stem)}${ending}"; filename*=UTF-8''${encoded(wholeStem(stem) + ending)}`
}

const asciiStem = (stem: string) =>
  stem
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 100) || "file"

const wholeStem = (stem: string) =>
  stem
    .replaceAll(/[\p{C}\p{Z}/\\:*?"<>|]+/gu, " ")
    .trim()
    .slice(0, 120)
    .toWellFormed() || "file"

// RFC 8187 allows fewer characters than encodeURIComponent leaves.
const encoded = (name: string) =>
  encodeURIComponent(name).replaceAll(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
