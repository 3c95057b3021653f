import { readdirSync } from "node:fs"
import type { APIResponse, Page } from "@playwright/test"
import { micromark } from "micromark"
import { exportFormatNames } from "../../lib/domain/export-format-name.ts"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { citationStyleXml } from "../../lib/formats/citation-styles.ts"
import { canary, elsewhere, hostileWords, injections } from "../support/injections.ts"
import { hostileFiles } from "./hostile-files.ts"
import { expect, newProject, post, read, signIn, test } from "./person.ts"

test.use({ refusals: [404] })
test.slow()

const id = () => crypto.randomUUID()
const base64 = (text: string) => Buffer.from(text).toString("base64")
const password = "one more lighthouse keeper"

/** Somebody whose very name is hostile, owner of a project in which everything that can be written is. */
async function hostileProject(owner: Page, page: Page) {
  const words = hostileWords()
  const project = await newProject(owner, words(120))
  const { path } = await post(owner, `${project}/invitations`, { id: id(), role: "owner", note: words(200) })
  const email = `"<img/src=x>"@example.org`
  const account = { secret: String(path).split("/").at(-1), name: words(120), password }
  // What is no address is refused, and what is one in the strictest sense is taken.
  const refused = await page.request.post("/api/v1/invitation/register", {
    data: { requestId: id(), ...account, email },
  })
  expect(refused.status()).toBe(422)
  const plain = `o'hara+script.${Date.now()}@example.org`
  const taken = await page.request.post("/api/v1/invitation/register", {
    data: { requestId: id(), ...account, email: plain },
  })
  expect(taken.status(), await taken.text()).toBe(200)
  await page.goto("/sign-in")
  await page.getByLabel("E-mail address").fill(plain)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await page.waitForURL("**/projects")
  await ask(page, "/account/tokens", { id: id(), name: words(80), scopes: ["read"], days: 1 })
  const speculative = { ...defaultPolicy.speculative, annotations: 1 }
  await post(page, `${project}/policy`, { version: 1, ...defaultPolicy, speculative, adjudicateOwn: true })

  const documentId = id()
  const html = `<p>The ship sank in 1912. It was raised in 1920.</p>${injections.map(one => `<p>It said ${one.replaceAll("<", "&lt;")} then.</p>`).join("")}${injections.join("")}`
  const provenance = { title: words(300), author: words(300), licence: words(300), foundOn: words(100), language: "en" }
  const file = { name: `${words(200)}.html`, mediaType: "text/html", base64: base64(html), encoding: "" }
  const found = { foundAt: `javascript:window.${canary}=1`, again: false }
  await post(page, `${project}/documents`, { id: documentId, ...provenance, ...found, file })
  const document = `/documents/${documentId}`
  const room = await read<{ units: { id: string; kind: string; start: number; end: number }[] }>(page, document)
  const { text: raw } = await read<{ text: string }>(page, `${document}/versions/1`)
  const claims = room.units.filter(({ kind }) => kind === "claim")
  const [first, second] = claims as [(typeof claims)[number], (typeof claims)[number]]

  const sourceId = id()
  const csl = {
    type: "book",
    title: words(1_000),
    author: [{ literal: words(300) }],
    publisher: words(300),
    "container-title": words(900),
    URL: `https://example.org/"onmouseover=window.${canary}=1//<script>`,
  }
  const archive = { archive: words(200), fond: "1", delo: "2" }
  await post(page, `${project}/sources`, { id: sourceId, kind: "memoir", csl, archive, created: "", tells: "" })
  const ris = `TY  - BOOK\nTI  - ${words(900)}\nAU  - ${words(100)}\nUR  - javascript:window.${canary}=1\nN1  - ${words(500)}\nER  - \n`
  const imported = await ask(page, `${project}/sources/read`, { text: ris.replaceAll("\u2028", "") })
  const entries = (imported.entries as { ok: boolean; record: object }[]).filter(({ ok }) => ok)
  expect(entries).toHaveLength(1)
  await post(page, `${project}/sources/import`, { entries: entries.map(({ record }) => ({ id: id(), ...record })) })
  await post(page, `${project}/sources/${sourceId}/grade`, {
    id: id(),
    seen: null,
    reliability: "B",
    reason: words(5_000),
  })
  const snapshot = { fileName: `${words(190)}.html`.slice(0, 200), base64: base64(html) }
  const snapshotId = id()
  await post(page, `${project}/sources/${sourceId}/snapshots`, { id: snapshotId, takenOn: "2026-11-28", ...snapshot })
  await post(page, `${project}/sources/${sourceId}/threads`, { threadId: id(), id: id(), text: words(4_000) })

  const href = `https://example.org/"onclick=window.${canary}=1//<script>`
  const text = (said: string, ...marks: object[]) => ({ type: "text", text: said, ...(marks.length > 0 && { marks }) })
  const rationale = (...content: object[]) => ({ type: "doc", content: [{ type: "paragraph", content }] })
  const label = (node: object, unitId: string, seen: string | null = null) => ({
    ...{ unitId, id: id(), label: "speculative", confidence: "low", rationale: node, seen },
  })
  for (const node of [
    rationale(text("a", { type: "link", attrs: { href: `javascript:window.${canary}=1` } })),
    rationale(text("a", { type: "link", attrs: { href, onclick: `window.${canary}=1` } })),
    rationale(text("a", { type: "link", attrs: { href, __proto__: null, class: "x", style: "x" } })),
    rationale({ type: "image", attrs: { src: "x", onerror: `window.${canary}=1` } }),
    { type: "doc", content: [{ type: "paragraph", attrs: { onclick: "x" }, content: [text("a")] }] },
    { type: "doc", content: [{ type: ["script", {}, 0], content: [] }] },
    JSON.parse(`${'{"type":"blockquote","content":['.repeat(50)}${"]}".repeat(50)}`),
  ]) {
    const answer = await page.request.post(`/api/v1${document}/annotation`, {
      data: { requestId: id(), ...label(node, first.id) },
    })
    expect(answer.status(), JSON.stringify(node).slice(0, 200)).toBe(422)
  }
  for (const { id: unitId } of [first, second])
    await post(
      page,
      `${document}/annotation`,
      label(rationale(text(words(5_000)), text("link", { type: "link", attrs: { href } })), unitId),
    )
  const citation = {
    unitId: first.id,
    id: id(),
    sourceId,
    stance: "supports",
    locatorLabel: "page",
    rank: null,
    directness: null,
  }
  await post(page, `${document}/citations`, {
    ...citation,
    locator: words(200),
    quotation: words(5_000),
    note: words(5_000),
    snapshotId,
  })
  const flagId = id()
  const quote = raw.slice(second.start, second.end)
  await post(page, `${document}/flags`, {
    id: flagId,
    start: second.start,
    end: second.end,
    quote,
    reason: "needs-source",
    note: words(5_000),
    blocking: false,
  })
  await post(page, `${document}/threads`, { threadId: id(), id: id(), unitId: first.id, text: words(4_000) })
  await post(page, `${document}/threads`, { threadId: id(), id: id(), flagId, text: words(4_000) })
  await post(page, `${document}/flags/${flagId}/answer`, { version: 1, answer: words(5_000) })
  await post(page, `${project}/claim-links`, {
    id: id(),
    kind: "same",
    unitId: first.id,
    otherId: second.id,
    reason: words(2_000),
  })
  await post(page, `${document}/adjudication`, {
    unitId: second.id,
    id: id(),
    label: "speculative",
    reason: words(5_000),
    seen: null,
  })
  const passage = {
    start: first.start,
    end: first.end,
    quote: raw.slice(first.start, first.end),
    becomes: "disputed",
  }
  await post(page, `${document}/pre-annotations`, {
    number: 1,
    file: words(200),
    passages: [{ ...passage, fileLabel: words(200), text: words(5_000), author: words(200) }],
  })
  const webhookId = id()
  await post(page, `${project}/webhooks`, {
    id: webhookId,
    address: `https://${elsewhere}/"><script>window.${canary}=1</script>`,
    events: ["flag.raised"],
  })
  await post(page, `${project}`, { version: 1, name: words(120), description: words(2_000) })
  const { roundId, files } = await aside(page, { project, document, sourceId, unitId: first.id, words })
  const open = await post(page, `${project}/invitations`, { id: id(), role: "reader", note: words(200) })
  const secret = String(open["path"]).split("/").at(-1)!
  const parts = {
    "[projectId]": project.split("/").at(-1)!,
    "[documentId]": documentId,
    "[unitId]": first.id,
    "[sourceId]": sourceId,
    "[webhookId]": webhookId,
    "[number]": "1",
    "[roundId]": roundId,
  }
  return {
    project,
    document,
    sourceId,
    snapshotId,
    files,
    parts: { ...parts, "[secret]": secret } as Record<string, string>,
  }
}

/** What stands beside texts and claims: files that come in, a round, a view, a skip, a style, and what is said of sources. */
async function aside(
  page: Page,
  to: {
    readonly project: string
    readonly document: string
    readonly sourceId: string
    readonly unitId: string
    readonly words: (most: number) => string
  },
) {
  const { project, document, sourceId, unitId, words } = to
  const made = await hostileFiles(words)
  const files: { readonly documentId: string; readonly file: (typeof made)[number] }[] = []
  for (const file of made) {
    const { name, mimeType: mediaType, buffer } = file
    const sent = { name, mediaType, base64: buffer.toString("base64"), encoding: "" }
    const read = await ask(page, `${project}/documents/read`, { file: sent })
    expect(read["title"]).toContain(file.says)
    const documentId = id()
    const says = { title: read["title"], author: read["author"], licence: read["licence"], language: "en" }
    await post(page, `${project}/documents`, {
      id: documentId,
      ...says,
      foundAt: "",
      foundOn: "",
      again: false,
      file: sent,
    })
    files.push({ documentId, file })
  }
  const roundId = id()
  const drawn = { name: words(120), documentId: files[0]!.documentId, claims: 1 }
  await post(page, `${project}/rounds`, { id: roundId, ...drawn })
  // What is being labelled keeps an archive from being made.
  await post(page, `${project}/rounds/${roundId}/reveal`, {})
  await ask(page, `${project}/views`, { viewId: id(), name: words(60), shared: true, filter: {} })
  await ask(page, `${project}/queue/skip`, { unitId, reason: "other", note: words(2_000) })
  const [derived, merged] = [id(), id()]
  for (const record of [derived, merged]) {
    const csl = { type: "book", title: words(900), note: words(900) }
    await post(page, `${project}/sources`, { id: record, kind: "memoir", csl, archive: null, created: "", tells: "" })
  }
  const derivation = { id: id(), originId: sourceId, how: "retells", note: words(2_000) }
  await post(page, `${project}/sources/${derived}/origins`, derivation)
  await post(page, `${project}/sources/${merged}/merge`, { version: 1, intoId: sourceId })
  const inXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")
  const csl = citationStyleXml.apa
    .replace(/<title>[^<]*<\/title>/, () => `<title>${inXml(words(280))}</title>`)
    .replace(
      /<layout( [^>]*)?>/g,
      (layout: string) => `${layout}<text value="${inXml(`${injections[0]} set in a style`)}"/>`,
    )
  const styleId = id()
  await post(page, `${project}/citation-style/upload`, { id: styleId, csl })
  const { setting } = await read<{ setting: object }>(page, `${project}/citation-style`)
  await post(page, `${project}/citation-style`, { ...setting, style: styleId, seen: setting })
  const cited = { unitId, id: id(), sourceId: derived, stance: "mentions", rank: null, directness: null }
  await post(page, `${document}/citations`, { ...cited, locatorLabel: "page", locator: "", quotation: "", note: "" })
  expect(JSON.stringify(await read(page, `${project}/bibliography`))).toContain("set in a style")
  return { roundId, files }
}

async function ask(page: Page, path: string, words: object): Promise<Record<string, unknown>> {
  const answer = await page.request.post(`/api/v1${path}`, { data: words })
  expect(answer.status(), await answer.text()).toBe(200)
  return (await answer.json()) as Record<string, unknown>
}

/** Everything in a browser that tells of a script, a request or a way out that is not ours. */
async function watch(page: Page, seen: string[]): Promise<void> {
  await page.exposeFunction("toldOfViolation", (what: string) => seen.push(what))
  await page.addInitScript(() => {
    document.addEventListener(
      "securitypolicyviolation",
      ({ violatedDirective, blockedURI, sample, sourceFile, lineNumber, columnNumber }) =>
        (window as unknown as { toldOfViolation: (what: string) => void }).toldOfViolation(
          `${violatedDirective} ${blockedURI} ${sample} on ${location.pathname}, ${sourceFile}:${lineNumber}:${columnNumber}`,
        ),
    )
  })
  page.on("dialog", dialog => {
    seen.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on("request", request => {
    const { protocol, hostname } = new URL(request.url())
    if (!(hostname === "127.0.0.1" || ["data:", "blob:", "about:"].includes(protocol)))
      seen.push(`a request to ${request.url()}`)
  })
  page.on("popup", popup => seen.push(`a window: ${popup.url()}`))
}

/** Whether anything ran in the page, or would when it is pressed. */
async function ranOrWould(page: Page, name: string): Promise<string[]> {
  return page.evaluate(
    ([name, canary]) => {
      const found: string[] = []
      if (canary! in window) found.push(`${name}: a script ran`)
      for (const element of document.querySelectorAll("*")) {
        for (const { name: attribute, value } of element.attributes)
          if (
            /^on/i.test(attribute) ||
            (/^(?:xlink:)?(?:href|src|action|formaction|data)$/i.test(attribute) &&
              /^\s*(?:javascript|data:text|vbscript)/i.test(value))
          )
            found.push(`${name}: ${element.tagName} ${attribute}=${value.slice(0, 80)}`)
        if (/^(?:IFRAME|OBJECT|EMBED|BASE|MATH)$/i.test(element.tagName)) found.push(`${name}: ${element.tagName}`)
      }
      return found
    },
    [name, canary] as const,
  )
}

/** A page that is not ours and allows everything, in which an export is opened as somebody might. */
async function opened(page: Page, body: string, contentType: string): Promise<string[]> {
  const address = `https://${elsewhere}/opened`
  await page.route(`https://${elsewhere}/**`, route =>
    route.request().url() === address ? route.fulfill({ body, contentType }) : route.abort(),
  )
  await page.goto(address)
  await page.evaluate(lastHasRun)
  const ran = await page.evaluate(canary => canary in window, canary)
  await page.unroute(`https://${elsewhere}/**`)
  return ran ? [`${contentType}: a script ran`] : []
}

/**
 * Waits until what comes behind everything in a page has run: a picture that can't be had, a part that is opened, and a
 * frame, in which a field takes the focus. Events of one kind come in the order in which they were caused.
 */
async function lastHasRun(): Promise<void> {
  const make = (name: string) => document.createElementNS("http://www.w3.org/1999/xhtml", name) as HTMLElement
  const [picture, part] = [make("img"), make("details")]
  const ran = [
    new Promise(done => picture.addEventListener("error", done)),
    new Promise(done => part.addEventListener("toggle", done)),
    new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))),
  ]
  document.documentElement.append(picture, part)
  picture.setAttribute("src", "data:image/png,none")
  part.setAttribute("open", "")
  await Promise.all(ran)
}

/** Files in which something does run, at once or late; whoever does not see that sees nothing. */
async function expectSeen(page: Page): Promise<void> {
  const run = `window.${canary}=1`
  const html = [
    injections.join("\n\n"),
    `<img src=x onerror=${run}>`,
    `<details open ontoggle=${run}>a</details>`,
    `<input autofocus onfocus=${run}>`,
  ]
  for (const words of html)
    expect(await opened(page, micromark(words, { allowDangerousHtml: true }), "text/html"), words).toHaveLength(1)
  for (const [type, root] of [
    ["application/xml", `<html xmlns="http://www.w3.org/1999/xhtml"><script>${run}</script></html>`],
    ["image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg" onload="${run}"/>`],
  ] as const)
    expect(await opened(page, root, type), type).toHaveLength(1)
}

/** What every file that one keeps says of itself. */
async function expectKept(answer: APIResponse, name: string, theirs = false): Promise<void> {
  expect.soft(answer.status(), name).toBe(200)
  const headers = answer.headers()
  expect
    .soft(headers["content-disposition"], name)
    .toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/)
  expect.soft(headers["x-content-type-options"], name).toBe("nosniff")
  expect.soft(headers["content-security-policy"], name).toContain("default-src 'none'")
  const type = headers["content-type"] ?? ""
  // What somebody kept of the web is given back as what it was, and is never opened here.
  if (theirs) return
  if (type.startsWith("text/")) expect.soft(type, name).toContain("charset=utf-8")
  expect.soft(type, name).not.toMatch(/html|javascript/)
}

test("whatever is written into every field runs nowhere: on no screen, in no export, in no file that is given back", async ({
  page,
  second,
  browser,
}) => {
  await signIn(page, "owner@example.org")
  const { project, document, sourceId, snapshotId, parts, files } = await hostileProject(page, second)
  const seen: string[] = []
  const screens = readdirSync(new URL("../../app", import.meta.url), { recursive: true, encoding: "utf8" })
    .filter(path => path.endsWith("page.tsx"))
    .map(path => `/${path.replace(/\/?page\.tsx$/, "")}`)
    // These hold nothing that anybody types.
    .filter(
      path => !/\[(?:deliveryId|token)\]|^\/(?:vocab|rules|api|problems|setup|sign-in)?(?:\/|$)$|^\/setup/.test(path),
    )
  expect(screens.length).toBeGreaterThan(35)
  const found: string[] = []
  const tabs = [second, await second.context().newPage(), await second.context().newPage()]
  for (const tab of tabs) await watch(tab, seen)
  const looked = async (tab: Page) => {
    for (let screen = screens.shift(); screen !== undefined; screen = screens.shift()) {
      await tab.goto(screen.replaceAll(/\[\w+\]/g, part => parts[part]!))
      found.push(...(await ranOrWould(tab, screen)))
    }
  }
  for (const { documentId } of files)
    screens.push(`${project}/documents/${documentId}`, `${project}/documents/${documentId}/versions/1`)
  await Promise.all(tabs.map(looked))
  await second.goto(`${project}/queue?skipped=1`)
  found.push(...(await ranOrWould(second, "what was skipped")))
  // A tab of its own, which asks nobody whether to leave when it is closed.
  const adding = await second.context().newPage()
  await watch(adding, seen)
  await adding.goto(`${project}/documents/new`)
  for (const { file } of files) {
    await adding.locator("input[type=file]").setInputFiles(file)
    await expect(adding.getByText(file.name).first()).toBeVisible()
    await expect(adding.getByRole("figure")).toContainText("It said")
    found.push(...(await ranOrWould(adding, `${file.name} before it is added`)))
  }
  await adding.close()
  await second.goto(`${project}${document}#claim-${parts["[unitId]"]}`)
  await second.goto(`${project}/claims?search=${encodeURIComponent(injections[1]!)}`)
  found.push(...(await ranOrWould(second, "what is searched for")))

  // A browser without our policy, so that nothing is held back which a file would do.
  const other = await (await browser.newContext()).newPage()
  await expectSeen(other)
  for (const format of exportFormatNames) {
    const answer = await second.request.get(`/api/v1${project}/export?format=${format}`)
    await expectKept(answer, format)
    if (format === "markdown")
      found.push(...(await opened(other, micromark(await answer.text(), { allowDangerousHtml: true }), "text/html")))
    if (/xml|svg/.test(answer.headers()["content-type"] ?? ""))
      found.push(...(await opened(other, await answer.text(), "application/xml")))
  }
  for (const path of [
    `${project}/matrix/file?format=svg`,
    `${project}/matrix/file?format=csv`,
    `${project}/agreement/file`,
    `${project}/archive`,
    `${document}/versions/1/original`,
    ...files.map(({ documentId }) => `/documents/${documentId}/versions/1/original`),
    `${project}/sources/${sourceId}/snapshots/${snapshotId}`,
  ]) {
    const answer = await second.request.get(`/api/v1${path}`)
    await expectKept(answer, path, /snapshots|original/.test(path))
    if (path.endsWith("svg")) found.push(...(await opened(other, await answer.text(), "image/svg+xml")))
  }
  await other.context().close()
  for (const path of [project, document, `${project}/sources`, `${project}/sources/${sourceId}`]) {
    await second.goto(`/api/v1${path}`)
    found.push(...(await ranOrWould(second, `the answer of ${path}`)))
  }
  expect(found).toEqual([])
  expect(seen).toEqual([])
})
