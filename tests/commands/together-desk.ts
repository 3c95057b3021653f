import { uuidv7 } from "uuidv7"
import { database } from "../../lib/db/client.ts"
import type { Flag } from "../../lib/db/generated/client.ts"
import { type Act, groundOf, ranks, type View, type Who } from "./together-model.ts"
import { asked, type Chance, type Kind, pick, type Scene, someFlag, versionOf } from "./together-steps.ts"

/** Everything of a flag that an act changes, or must not change. */
const words = (flag: Flag) => {
  const { start, end, number, quote, reason, note, blocking, status, raisedBy, answer, answeredBy, assigneeId } = flag
  const dueOn = flag.dueOn?.toISOString().slice(0, 10) ?? null
  return { start, end, number, quote, reason, note, blocking, status, raisedBy, answer, answeredBy, assigneeId, dueOn }
}
const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b)

type Done = { readonly do: string; readonly [more: string]: string | null }

const acts = (me: string, { ann }: Scene["play"]["people"], canary: string): Done[] => [
  { do: "answer", answer: canary },
  { do: "assign", assigneeId: me },
  { do: "assign", assigneeId: null },
  { do: "date", dueOn: "2026-12-24" },
  { do: "withdraw" },
  { do: "reopen" },
  { do: "assign", assigneeId: ann.id },
  { do: "answer", answer: canary },
]

/** The flag as the act has to leave it. */
function after(flag: Flag, { do: what, ...more }: Done, me: string): object {
  const was = words(flag)
  if (what === "answer") return { ...was, status: "answered", answer: more["answer"], answeredBy: me }
  if (what === "withdraw") return { ...was, status: "withdrawn" }
  if (what === "reopen") return { ...was, status: "open", answer: "", answeredBy: null }
  return { ...was, ...more }
}

/** What an act has to come to for one flag, by the rules as they are promised. */
function outcome({ play, who, me }: Scene, flag: Flag, act: Done, stale: boolean): string {
  const staff = ranks[who] > 1
  const [own, theirs] = [flag.raisedBy === me, flag.assigneeId === me]
  if (flag.unitId && !play.model.open(who, flag.unitId)) return "gone"
  if (act["assigneeId"] && flag.unitId) {
    const to = (Object.keys(ranks) as Who[]).find(one => play.people[one].id === act["assigneeId"])!
    if (!play.model.open(to, flag.unitId)) return "hidden"
  }
  if ((act.do === "assign" || act.do === "date") && same(after(flag, act, me), words(flag))) return "same"
  if (stale) return "changed"
  const { status } = flag
  if (act.do === "answer") return status === "open" ? "done" : "closed"
  if (act.do === "withdraw") return !own ? "not-allowed" : status === "open" ? "done" : "closed"
  if (act.do === "date") return staff || theirs ? "done" : "not-allowed"
  if (act.do === "assign") {
    const takes = act["assigneeId"] === me ? !flag.assigneeId || theirs : act["assigneeId"] === null && theirs
    return staff || takes ? "done" : "not-allowed"
  }
  if (status === "open") return "same"
  if (status === "settled") return "closed"
  return (status === "withdrawn" ? own : staff) ? "done" : "not-allowed"
}

const act: Kind["make"] = async (scene, chance) => {
  const { play, who, me, ground } = scene
  const { documentId, projectId, model, people } = play
  const all = [...ground.flags.values()]
  const raised = all.filter(({ raisedBy }) => raisedBy)
  const rules = all.filter(({ raisedBy, unitId }) => !raisedBy && unitId)
  const found = pick(rules, chance.row)
  const several = raised.filter((_, at) => (chance.row >> (at % 5)) % 2 === 0)
  const chosen = found && !chance.yes ? [found] : several
  const canary = model.canary()
  const meant = pick(acts(me, people, canary), chance.at)!
  if (meant["assigneeId"] && meant["assigneeId"] !== me && ranks[who] < 2) return null
  const due = new Map(chosen.map(flag => [flag.id, outcome(scene, flag, meant, chance.stale)]))
  const about = chosen[0] === found && found ? { unitId: found.unitId! } : undefined
  const seen = chosen.map(({ id, version }) => ({ documentId, id, version: versionOf({ version }, chance.stale) }))
  const flags = seen.length > 0 ? seen : [{ documentId, id: uuidv7(), version: 1 }]
  return {
    at: "POST projects/[projectId]/flags/act",
    input: { projectId, requestId: uuidv7(), act: meant, flags },
    due: [meant.do === "answer" && ranks[who] < 2 ? "forbidden" : "ok"],
    ...(about && { about }),
    learn: async ({ body }) => {
      const { changes, outcomes } = JSON.parse(body) as Pick<Act, "changes"> & { outcomes: Record<string, string> }
      for (const [id, one] of due)
        if (outcomes[id] !== one) throw new Error(`${meant.do} came to ${outcomes[id]} where ${one} was due`)
      const now = await groundOf(documentId)
      for (const flag of raised) {
        const wanted = due.get(flag.id) === "done" ? after(flag, meant, me) : words(flag)
        if (!same(words(now.flags.get(flag.id)!), wanted)) throw new Error(`${meant.do} left a flag as it must not be`)
      }
      const touched = chosen.filter(({ id }) => due.get(id) === "done")
      if (touched.length > 0)
        model.acts.push({ who, changes, before: touched, after: touched.map(({ id }) => now.flags.get(id)!) })
      if (meant.do === "answer" && touched.length > 0) model.say({ canary, by: who, kind: "flag", ...about })
    },
  }
}

const undoFlags: Kind["make"] = async (scene, chance) => {
  const { play, who, ground } = scene
  const { model, projectId, documentId } = play
  const theirs = model.acts.filter(one => (one.who === who) !== chance.stale)
  const found = pick(theirs, chance.row) ?? (ranks[who] < 1 ? pick(model.acts, chance.row) : undefined)
  if (!found) return null
  const open = ({ unitId }: Flag) => !unitId || model.open(who, unitId)
  const stands = found.after.filter(flag => {
    const now = ground.flags.get(flag.id)!
    return open(now) && same(words(now), words(flag))
  })
  const about = found.after.find(({ unitId }) => unitId)?.unitId
  return {
    at: "POST projects/[projectId]/flags/undo",
    input: { projectId, requestId: uuidv7(), changes: found.changes },
    due: [found.who === who ? "ok" : "not-found"],
    ...(about && { about: { unitId: about } }),
    learn: async ({ body }) => {
      const { undone } = JSON.parse(body) as { undone: number }
      if (undone !== stands.length) throw new Error(`${undone} flags taken back instead of ${stands.length}`)
      const now = await groundOf(documentId)
      for (const was of found.before.filter(({ raisedBy }) => raisedBy)) {
        const wanted = stands.some(({ id }) => id === was.id) ? was : ground.flags.get(was.id)!
        if (!same(words(now.flags.get(was.id)!), words(wanted)))
          throw new Error("a flag was taken back to something else")
      }
    },
  }
}

const reflag: Kind["make"] = async (scene, chance) => {
  const row = someFlag(scene, chance)
  if (!row) return null
  const may = row.raisedBy === scene.me || ranks[scene.who] > 1
  const standing = chance.stale || row.status !== "withdrawn" ? "conflict" : "ok"
  return {
    at: "POST documents/[documentId]/flags/[flagId]/restore",
    input: { ...asked(scene), flagId: row.id, version: versionOf(row, chance.stale) },
    due: [may ? standing : "only-your-own"],
    learn: async () => {
      const now = await database().flag.findUniqueOrThrow({ where: { id: row.id } })
      if (!same(words(now), { ...words(row), status: "open" })) throw new Error("a flag is brought back as another one")
    },
  }
}

/** Whether somebody may change a view. */
const reaches = (who: Who, { by, shared }: View) => by === who || (shared && ranks[who] > 1)

const keep: Kind["make"] = async (scene, { row, yes }) => {
  const { play, who } = scene
  const { model, projectId } = play
  const [id, name] = [uuidv7(), model.canary()]
  const shared = yes && row % 2 === 0
  const q = `ship ${row}`
  return {
    at: "POST projects/[projectId]/views",
    input: { projectId, viewId: id, name, shared, filter: { q } },
    due: [shared && ranks[who] < 2 ? "forbidden" : "ok"],
    learn: () => {
      model.views.set(id, { by: who, name, shared, q })
      model.say({ canary: name, by: who, kind: "view", ...(!shared && { own: true }) })
    },
  }
}

const someView = ({ play: { model } }: Scene, { row }: Chance) => pick([...model.views], row)

const rename: Kind["make"] = async (scene, chance) => {
  const { play, who } = scene
  const { model, projectId } = play
  const [id, view] = someView(scene, chance) ?? [uuidv7(), null]
  const name = model.canary()
  const shared = chance.yes
  return {
    at: "POST projects/[projectId]/views/[viewId]",
    input: { projectId, viewId: id, name, shared },
    due: [shared && ranks[who] < 2 ? "forbidden" : view && reaches(who, view) ? "ok" : "not-found"],
    learn: () => {
      model.unsay(view!.name)
      model.views.set(id, { ...view!, name, shared })
      model.say({ canary: name, by: view!.by, kind: "view", ...(!shared && { own: true }) })
    },
  }
}

const drop: Kind["make"] = async (scene, chance) => {
  const { play, who } = scene
  const { model, projectId } = play
  const [id, view] = someView(scene, chance) ?? [uuidv7(), null]
  return {
    at: "POST projects/[projectId]/views/[viewId]/delete",
    input: { projectId, viewId: id },
    due: [view && reaches(who, view) ? "ok" : "not-found"],
    learn: () => {
      model.unsay(view!.name)
      model.views.delete(id)
    },
  }
}

/** What is done at the flag desk. */
export const deskSteps = {
  act: { from: 1, make: act },
  undoFlags: { from: 1, make: undoFlags },
  reflag: { from: 1, make: reflag },
  keepView: { from: 0, make: keep },
  renameView: { from: 0, make: rename },
  dropView: { from: 0, make: drop },
} satisfies Record<string, Kind>

/** The views as they are kept, in the model's shape. */
export async function keptViews({ projectId, people }: Scene["play"]): Promise<Map<string, View>> {
  const rows = await database().savedView.findMany({ where: { projectId } })
  const whose = (id: string) => (Object.keys(ranks) as Who[]).find(one => people[one].id === id)!
  return new Map(
    rows.map(({ id, ownerId, name, shared, filter }) => {
      return [id, { by: whose(ownerId), name, shared, q: (filter as { q: string }).q }]
    }),
  )
}
