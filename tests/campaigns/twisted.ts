import type { Chance } from "./chance.ts"

// Changes that keep the form of a file: what a program reads past its first bytes.

/** Words that mean something to some program on the way. */
const words = [
  ...["", " ", "0", "-1", "1e999", "NaN", "null", "__proto__", "constructor", "toString", "\u0000", "\uFEFF", "\uD800"],
  ...["../../../../etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/a", "//127.0.0.1:9/a", "javascript:alert(1)"],
  ...["&lt;", "&#0;", "&#x110000;", "&nope;", "]]>", "<!--", "-->", "<![CDATA[", "%00", "%", "\\", '"', "'", "{", "}"],
  ...[
    "\u202E",
    "\u2028",
    "👩‍👩‍👧‍👦",
    "e\u0301".repeat(50),
    "\u0301".repeat(2_000),
    "9".repeat(400),
    "a".repeat(70_000),
  ],
]
const many = [20, 300, 5_000]
const most = 400_000
/** Characters of JSON at most: somewhat more than anything here takes in. */
const mostJson = 40_000_000

const capped = (text: string) => (text.length > most ? text.slice(0, most) : text)
const replaced = (text: string, found: RegExp, chance: Chance, change: (match: string) => string): string => {
  const places = [...text.matchAll(found)]
  if (places.length === 0) return text
  const place = chance.of(places)
  return text.slice(0, place.index) + change(place[0]) + text.slice(place.index + place[0].length)
}

type Twist = (text: string, chance: Chance) => string

const textTwists: readonly Twist[] = [
  (text, { below, of }) => {
    const at = below(text.length + 1)
    return text.slice(0, at) + of(words) + text.slice(at)
  },
  (text, chance) =>
    replaced(text, /\d+/g, chance, () => chance.of(["0", "-1", "4294967296", "1e9", "9".repeat(30), ""])),
  (text, chance) =>
    replaced(text, /.+\n?/g, chance, line =>
      capped(line.repeat(chance.of([0, 2, 3, ...(line.length < 80 ? many : [])]))),
    ),
  (text, chance) => replaced(text, /\p{L}+/gu, chance, () => chance.of(words)),
  (text, chance) => replaced(text, /[^\p{L}\p{N}\s]/gu, chance, sign => sign.repeat(chance.of([0, 2, ...many]))),
  (text, chance) => {
    const lines = text.split("\n")
    const [a, b] = [chance.below(lines.length), chance.below(lines.length)]
    ;[lines[a], lines[b]] = [lines[b]!, lines[a]!]
    return lines.join("\n")
  },
]

const xmlTwists: readonly Twist[] = [
  (text, chance) =>
    replaced(text, /<[\w:]+[^<>]*>/g, chance, tag => {
      const name = /^<([\w:]+)/.exec(tag)![1]!
      const times = chance.of(many)
      return chance.once(2)
        ? `<${name}>`.repeat(times) + tag + `</${name}>`.repeat(times)
        : tag.repeat(chance.of([0, 2, 50]))
    }),
  (text, chance) => replaced(text, /<\/[\w:]+>/g, chance, tag => chance.of(["", tag + tag, "</x>"])),
  (text, chance) => replaced(text, /="[^"]*"/g, chance, () => `="${chance.of(words).replaceAll(/[<"]/g, "")}"`),
  (text, chance) => replaced(text, /<[\w:]+(?=[\s/>])/g, chance, tag => `${tag} ${attributes(chance)}`),
  (text, chance) => replaced(text, />[^<>]+</g, chance, () => `>${chance.of(words)}<`),
  (text, chance) => {
    const tags = [...text.matchAll(/<[\w:]+[^<>]*>/g)].map(([tag]) => tag)
    return tags.length === 0 ? text : replaced(text, /<[\w:]+[^<>]*>/g, chance, () => chance.of(tags))
  },
  (text, chance) => {
    const inner = chance.of([
      '<!ENTITY e SYSTEM "file:///etc/passwd">',
      '<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd">%p;',
      `<!ENTITY e0 "ha">${Array.from({ length: 20 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join("")}<!ENTITY e "&e20;">`,
      `<!ENTITY e "${"a".repeat(60_000)}">`,
    ])
    const told = replaced(text, />[^<>]*</g, chance, () => `>${"&e;".repeat(chance.of([1, 1_000]))}<`)
    return told.replace(/^(\s*<\?xml[^>]*\?>)?/, start => `${start}<!DOCTYPE a [${inner}]>`)
  },
]

const attributes = ({ of, below }: Chance) =>
  of([
    `a="${"x".repeat(200_000)}"`,
    Array.from({ length: 2_000 }, (_, at) => `a${at}="${at}"`).join(" "),
    'a="1" a="2"',
    `id="n1" class="cookie" role="doc-pagebreak" title="${below(99)}"`,
    '__proto__="1"',
  ])

/** Text, or markup when it looks like it, with something of its form changed. */
export function twistedText(text: string, chance: Chance): string {
  const twists = text.includes("</") ? [...xmlTwists, ...xmlTwists, ...textTwists] : textTwists
  let changed = text
  for (let times = 1 + chance.below(3); times > 0; times--) changed = capped(chance.of(twists)(changed, chance))
  return changed
}

const values = (chance: Chance): unknown =>
  chance.of<() => unknown>([
    () => null,
    () => chance.of([0, -1, 1.5, 1e308, 2 ** 53]),
    () => chance.of(words),
    () => [],
    () => ({}),
    () => true,
    () => JSON.parse('{"__proto__":{"type":"Annotation"},"constructor":1}'),
    () => nested(chance.of([5, 300, 20_000])),
  ])()

const nested = (depth: number): unknown => {
  let value: unknown = "a"
  for (let at = 0; at < depth; at++) value = at % 2 === 0 ? [value] : { a: value }
  return value
}

/** JSON, or lines of it, with another value, name or number of values somewhere in it. */
export function twistedJson(text: string, chance: Chance): string {
  const lines = text.split("\n")
  const at = lines.length > 1 && !/^[[{]\s*$/.test(lines[0]!) ? chance.below(lines.length) : -1
  try {
    const whole = { value: JSON.parse(at < 0 ? text : lines[at]!) as unknown }
    for (let times = 1 + chance.below(2); times > 0; times--) changeIn(whole, "value", chance)
    const written = jsonOf(whole.value).slice(0, mostJson)
    return at < 0 ? written : lines.with(at, written).join("\n")
  } catch {
    return twistedText(text, chance)
  }
}

function changeIn(holder: object, key: string, chance: Chance): void {
  const into = holder as Record<string, unknown>
  const value = into[key]
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : []
  if (keys.length > 0 && !chance.once(4)) changeIn(value as object, chance.of(keys), chance)
  else if (Array.isArray(value) && value.length > 0 && chance.once(3))
    into[key] = Array.from({ length: chance.of(value.length > 100 ? [2, 50] : [2, 50, 3_000]) }, () => chance.of(value))
  else if (Array.isArray(holder) || !chance.once(4)) into[key] = values(chance)
  else {
    delete into[key]
    if (chance.once(2)) Object.defineProperty(into, chance.of(words), { value, enumerable: true, configurable: true })
  }
}

/** As JSON.stringify, which can't write what is nested this deep. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ""
  } catch {
    const parts: string[] = []
    const waiting: unknown[] = [value]
    const literal = Symbol()
    // What stands in it a thousand times is written a thousand times, however deep it is.
    for (; waiting.length > 0 && parts.length < mostJson / 8; ) {
      const next = waiting.pop() as unknown
      if (Array.isArray(next) && next[0] === literal) parts.push(next[1] as string)
      else if (Array.isArray(next))
        pushAll(
          waiting,
          literal,
          "[",
          next.map(one => ["", one] as const),
          "]",
        )
      else if (typeof next === "object" && next !== null)
        pushAll(
          waiting,
          literal,
          "{",
          Object.entries(next).map(([key, one]) => [`${JSON.stringify(key)}:`, one] as const),
          "}",
        )
      else parts.push(JSON.stringify(next) ?? "null")
    }
    return parts.join("")
  }
}

function pushAll(
  waiting: unknown[],
  literal: symbol,
  open: string,
  inner: readonly (readonly [string, unknown])[],
  close: string,
) {
  waiting.push([literal, close])
  for (let at = inner.length - 1; at >= 0; at--) {
    const [name, one] = inner[at]!
    waiting.push(one, [literal, (at > 0 ? "," : "") + name])
  }
  waiting.push([literal, open])
}
