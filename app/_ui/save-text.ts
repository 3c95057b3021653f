/** Hands a text out as a file. */
export function saveText(text: string, name: string, mediaType: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
