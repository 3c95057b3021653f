/** Pixels that every browser's canvas holds. */
const most = 16_000_000

/** Draws a picture in SVG and hands it out as a PNG, twice as fine where there is room. False when the browser can't. */
export async function savePng(svg: string, name: string): Promise<boolean> {
  const image = new Image()
  // The content security policy allows pictures from data addresses, not from blobs.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  try {
    await image.decode()
  } catch {
    return false
  }
  const scale = Math.min(2, Math.sqrt(most / (image.width * image.height)))
  const canvas = document.createElement("canvas")
  canvas.width = Math.floor(image.width * scale)
  canvas.height = Math.floor(image.height * scale)
  const context = canvas.getContext("2d")
  if (!context) return false
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const png = await new Promise<Blob | null>(done => canvas.toBlob(done, "image/png"))
  if (!png) return false
  const link = document.createElement("a")
  link.href = URL.createObjectURL(png)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return true
}
