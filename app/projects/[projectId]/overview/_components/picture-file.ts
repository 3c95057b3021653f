import { wrappedWords } from "../../../../../lib/formats/wrapped-words.ts"

const namespace = "http://www.w3.org/2000/svg"

/** What of its look a shape carries along, and a text. */
const shapeLooks = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"]
const textLooks = ["fill", "font-family", "font-size", "font-weight", "text-anchor"]

const [margin, head, captionRoom, gap, noteLine] = [24, 40, 22, 14, 14]
/** The least width of a file, which the longest word of a note fits. */
const narrowest = 460

/**
 * Pictures that stand on the page as one SVG file, under each other beneath a title, each with its caption, and a note at
 * the foot. It needs no style sheet: what the page's style sheet says is written into each element, with the names of our
 * faces and others that can stand for them. Colours are those on the screen.
 */
export function pictureFile(pictures: readonly SVGSVGElement[], title: string, note: string): string {
  const [page, ink] = [getComputedStyle(document.body), getComputedStyle(document.documentElement)]
  const face = ink.getPropertyValue("--font-text").trim()
  const width = Math.max(narrowest, ...pictures.map(({ viewBox }) => viewBox.baseVal.width + margin * 2))
  const file = element("svg", { role: "img" })
  file.append(
    element("title", {}, title),
    element("rect", { width: "100%", height: "100%", fill: page.backgroundColor }),
  )
  const words = { x: margin, fill: page.color, "font-family": face }
  file.append(element("text", { ...words, y: margin + 18, "font-size": 20 }, title))
  let y = margin + head
  for (const picture of pictures) {
    const { caption } = picture.dataset
    if (caption) file.append(element("text", { ...words, y: y + 14, "font-size": 14 }, caption))
    y += caption ? captionRoom : 0
    const { width: across, height } = picture.viewBox.baseVal
    const copy = resolved(picture)
    for (const [name, value] of Object.entries({ x: margin, y, width: across, height }))
      copy.setAttribute(name, String(value))
    file.append(copy)
    y += height + gap
  }
  for (const [at, line] of wrappedWords(note, Math.floor((width - margin * 2) / 5.5)).entries()) {
    y += at === 0 ? 0 : noteLine
    file.append(element("text", { ...words, y: y + 8, "font-size": 10 }, line))
  }
  const height = y + noteLine + margin
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }))
    file.setAttribute(name, String(value))
  return new XMLSerializer().serializeToString(file)
}

/** A copy with its look in attributes, without what is for the page alone. */
function resolved(picture: SVGSVGElement): SVGSVGElement {
  const copy = picture.cloneNode(true) as SVGSVGElement
  const [from, to] = [[...picture.querySelectorAll("*")], [...copy.querySelectorAll("*")]]
  for (const [at, original] of from.entries()) {
    const twin = to[at]!
    const style = getComputedStyle(original)
    const looks = original.localName === "text" ? textLooks : shapeLooks
    if (/^(path|rect|circle|line|text)$/.test(original.localName))
      for (const look of looks) {
        const value = style.getPropertyValue(look)
        if (value && value !== "none" && value !== "normal") twin.setAttribute(look, value.replaceAll('"', "'"))
        else if (look === "fill" || look === "stroke") twin.setAttribute(look, "none")
      }
    for (const name of ["class", "tabindex", "aria-label"]) twin.removeAttribute(name)
    const href = original.localName === "a" && original.getAttribute("href")
    if (href) twin.setAttribute("href", new URL(href, location.href).href)
  }
  for (const only of copy.querySelectorAll("[data-screen]")) only.remove()
  for (const name of ["class", "role", "data-caption"]) copy.removeAttribute(name)
  return copy
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, words?: string): SVGElement {
  const made = document.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  if (words !== undefined) made.textContent = words
  return made
}
