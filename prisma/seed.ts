import { readFileSync } from "node:fs"
import { acceptInvitation } from "../lib/commands/accept-invitation.ts"
import { addDocument } from "../lib/commands/add-document.ts"
import { createProject } from "../lib/commands/create-project.ts"
import { inviteMember } from "../lib/commands/invite-member.ts"
import { anyUser } from "../lib/db/accounts.ts"
import { closeDatabase } from "../lib/db/close-database.ts"
import type { Actor } from "../lib/db/pass.ts"
import { demoPassword, demoPeople } from "../lib/domain/demo.ts"
import { projects } from "../lib/queries/projects.ts"
import { englishWork, russianWork } from "./sample/work.ts"
import { demoPeopleHere, seedPeople, setupLink } from "./seed-people.ts"
import { seedSources, seedWeights, seedWork } from "./seed-work.ts"

const projectId = "5a3b1c00-0000-4000-8000-000000000001"

const sampleDocuments = [
  {
    id: "5a3b1c00-0000-4000-8000-000000000002",
    file: "the-marshal-and-his-memoirists.txt",
    title: "The marshal and his memoirists",
    language: "en",
    work: englishWork,
  },
  {
    id: "5a3b1c00-0000-4000-8000-000000000003",
    file: "marshal-blyukher.ru.txt",
    title: "За что арестовали маршала Блюхера",
    language: "ru",
    work: russianWork,
  },
]

/** What the seed came to: whether this is the demonstration, lines to print, and why it must not be served. */
export interface Seeded {
  readonly demo: boolean
  readonly lines: readonly string[]
  readonly refusal: string | null
}

/**
 * Fill an empty database with the demonstration, or make the setup link of a server that has nobody. People who were
 * set up by a link get no demonstration beside them, and the demonstration's public password is never served to others.
 */
export async function seed(where: { demo: boolean; origin: string }): Promise<Seeded> {
  try {
    return await seedHere(where)
  } finally {
    // What serves afterwards may come with another role.
    await closeDatabase()
  }
}

async function seedHere({ demo, origin }: { demo: boolean; origin: string }): Promise<Seeded> {
  const people = await demoPeopleHere()
  if (!demo || (!people.known && (await anyUser()))) {
    const refusal = people.open
      ? "The demonstration's people here have its public password, so they are served to this machine only. Change their passwords, or set DATA_DIR to a new folder, then start again."
      : null
    const link = demo || refusal ? null : await setupLink(origin)
    return { demo: false, lines: link ? [`Create the owner account at ${link} (works once).`] : [], refusal }
  }
  const ids = await seedPeople()
  const owner = { id: ids["owner@example.org"]! }
  const mine = await projects(owner)
  if (!mine.ok || !mine.value.projects.some(({ id }) => id === projectId)) {
    console.log("Making the demonstration …")
    await seedProject(owner, ids)
  }
  const lines = [
    `Sign in with the password ${demoPassword} as`,
    ...demoPeople.map(({ email, name, role }) => `  ${email}  (${name}, ${role})`),
  ]
  return { demo: true, lines, refusal: null }
}

async function seedProject(owner: Actor, ids: Record<string, string>): Promise<void> {
  const requestId = () => crypto.randomUUID()
  await done(
    createProject(owner, {
      requestId: requestId(),
      id: projectId,
      name: "The marshals and their memoirists",
      description: "What is known, what is disputed and what is only told about the trial of June 1937.",
    }),
  )
  for (const { email, role } of demoPeople) {
    if (role === "owner") continue
    const invited = await done(
      inviteMember(owner, { requestId: requestId(), projectId, id: crypto.randomUUID(), role, note: "" }),
    )
    const secret = (invited as { path: string }).path.split("/").at(-1)
    await done(acceptInvitation({ id: ids[email]! }, { requestId: requestId(), secret }))
  }
  const sources = await seedSources({ id: ids["editor@example.org"]! }, projectId)
  await seedWeights({ id: ids["editor@example.org"]! }, projectId, sources)
  for (const { id, file, title, language, work } of sampleDocuments) {
    await done(
      addDocument(() => 5_000_000)(owner, {
        requestId: requestId(),
        projectId,
        id,
        title,
        language,
        author: "",
        foundAt: "Written for this sample, in the manner of a scraped forum page",
        foundOn: "",
        licence: "MIT",
        text: readFileSync(new URL(`./sample/${file}`, import.meta.url), "utf8"),
        again: false,
      }),
    )
    await seedWork(id, work, ids, sources)
  }
}

async function done<T>(command: Promise<{ ok: true; value: T } | { ok: false; failure: object }>): Promise<T> {
  const result = await command
  if (!result.ok) throw new Error(`The sample could not be made: ${JSON.stringify(result.failure)}`)
  return result.value
}
