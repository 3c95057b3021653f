import { addSource } from "../lib/commands/add-source.ts"
import { adjudicateClaim } from "../lib/commands/adjudicate-claim.ts"
import { giveAnnotation } from "../lib/commands/give-annotation.ts"
import { giveCitation } from "../lib/commands/give-citation.ts"
import { raiseFlag } from "../lib/commands/raise-flag.ts"
import type { Actor } from "../lib/db/pass.ts"
import type { Stance } from "../lib/domain/citation.ts"
import type { FlagReason } from "../lib/domain/flag.ts"
import type { Label } from "../lib/domain/label.ts"
import { plainRationale } from "../lib/domain/rationale.ts"
import type { SourceKind } from "../lib/domain/source.ts"
import { readingRoom } from "../lib/queries/reading-room.ts"

type Command = (actor: Actor, input: unknown) => Promise<{ ok: true } | { ok: false; failure: object }>

/** Records that a library catalogue confirms; what is not certain is left out. */
const records: Record<string, { kind: SourceKind; csl: object }> = {
  dewey: {
    kind: "reference-work",
    csl: {
      type: "book",
      title: "The Case of Leon Trotsky",
      publisher: "Harper & Brothers",
      issued: { "date-parts": [[1937]] },
    },
  },
  deutscher: {
    kind: "scholarly",
    csl: {
      type: "book",
      title: "The Prophet Outcast: Trotsky, 1929–1940",
      author: [{ family: "Deutscher", given: "Isaac" }],
      publisher: "Oxford University Press",
      issued: { "date-parts": [[1963]] },
    },
  },
  whitewood: {
    kind: "scholarly",
    csl: {
      type: "book",
      title: "The Red Army and the Great Terror: Stalin's Purge of the Soviet Military",
      author: [{ family: "Whitewood", given: "Peter" }],
      publisher: "University Press of Kansas",
      issued: { "date-parts": [[2015]] },
    },
  },
  krivitsky: {
    kind: "memoir",
    csl: {
      type: "book",
      title: "In Stalin's Secret Service",
      author: [{ family: "Krivitsky", given: "Walter G." }],
      publisher: "Harper & Brothers",
      issued: { "date-parts": [[1939]] },
    },
  },
  schellenberg: {
    kind: "memoir",
    csl: {
      type: "book",
      title: "The Labyrinth",
      author: [{ family: "Schellenberg", given: "Walter" }],
      publisher: "Harper & Brothers",
      issued: { "date-parts": [[1956]] },
    },
  },
}

const one = "reviewer-1@example.org"
const two = "reviewer-2@example.org"

interface Piece {
  readonly quote: string
  readonly cites?: readonly (readonly [source: string, stance: Stance])[]
  readonly says: readonly (readonly [who: string, label: Label, why: string])[]
  readonly decided?: readonly [label: Label, reason: string]
  readonly flag?: readonly [reason: FlagReason, note: string, blocking: boolean]
}

const work: readonly Piece[] = [
  {
    quote: "Tukhachevsky was arrested on 22 May 1937",
    cites: [["whitewood", "supports"]],
    says: [
      [one, "documented", "The arrest and its date are in every account that used the case file."],
      [two, "documented", "Agrees with the published rehabilitation papers."],
    ],
  },
  {
    quote: "The special session of the Supreme Court met on 11 June 1937",
    cites: [["whitewood", "supports"]],
    says: [
      [one, "documented", "Announced in the newspapers at the time."],
      [two, "documented", "Date and sentence are beyond doubt."],
    ],
  },
  {
    quote: "The Dewey Commission sat in Coyoacan in April 1937",
    cites: [
      ["dewey", "supports"],
      ["deutscher", "supports"],
    ],
    says: [
      [one, "documented", "The printed hearings are the record itself."],
      [two, "documented", "The transcript carries the dates."],
    ],
  },
  {
    quote: "Blyukhers wife later recalled",
    says: [
      [one, "speculative", "Missing: any second witness, or a letter of the time. The memoir stands alone."],
      [two, "speculative", "Missing: the memoir's manuscript and the date it was dictated."],
    ],
  },
  {
    quote: "Schellenberg told the story of the forgery",
    cites: [["schellenberg", "supports"]],
    says: [
      [one, "documented", "That he told it is certain, whatever the story is worth."],
      [two, "disputed", "The first half is in the book; that no letter was shown rests on a record that is not open."],
    ],
  },
  {
    quote: "Krivitsky maintained in the American press",
    cites: [["krivitsky", "mentions"]],
    says: [
      [one, "documented", "His book says much of it."],
      [two, "disputed", "For it: the memoir. Against it: the articles name another version of the plot."],
    ],
    decided: ["disputed", "The book is at hand and the articles are not; until they are cited both readings stand."],
  },
  {
    quote: "According to a neighbour who emigrated",
    says: [[one, "speculative", "Missing: the neighbour's name and where this was written down."]],
    flag: ["needs-source", "Who is the neighbour? Nobody prints a name.", true],
  },
  {
    quote: "Trotskys name was on the indictment",
    says: [],
    flag: ["text-damaged", "The apostrophe was lost; the reading is Trotsky's.", false],
  },
]

/** Let the demonstration's people work on the sample through the commands that everybody uses. */
export async function seedWork(
  place: { projectId: string; documentId: string },
  ids: Record<string, string>,
): Promise<void> {
  const { projectId, documentId } = place
  const editor = { id: ids["editor@example.org"]! }
  const room = await readingRoom(editor, documentId)
  if (!room.ok) throw new Error("The sample document can't be read.")
  const { text } = room.value.document
  const sources: Record<string, string> = {}
  for (const [name, record] of Object.entries(records)) {
    sources[name] = crypto.randomUUID()
    await done(addSource, editor, { projectId, id: sources[name], archive: null, ...record })
  }
  for (const { quote, cites = [], says, decided, flag } of work) {
    const unit = room.value.units.find(({ start, end }) => text.slice(start, end).includes(quote))
    if (!unit) throw new Error(`The sample has no passage “${quote}”.`)
    const on = { documentId, unitId: unit.id }
    const words = { locatorLabel: "page", locator: "", quotation: "", note: "", rank: "secondary", directness: null }
    for (const [source, stance] of cites)
      await done(
        giveCitation,
        { id: ids[one]! },
        { ...on, id: crypto.randomUUID(), sourceId: sources[source], stance, ...words },
      )
    for (const [who, label, why] of says) {
      const said = { label, confidence: "moderate", rationale: plainRationale(why), seen: null }
      await done(giveAnnotation, { id: ids[who]! }, { ...on, id: crypto.randomUUID(), ...said })
    }
    if (decided) {
      const [label, reason] = decided
      await done(adjudicateClaim, editor, { ...on, id: crypto.randomUUID(), label, reason, seen: null })
    }
    if (flag) {
      const [reason, note, blocking] = flag
      const span = { start: unit.start, end: unit.end, quote: text.slice(unit.start, unit.end) }
      await done(raiseFlag, { id: ids[two]! }, { documentId, id: crypto.randomUUID(), ...span, reason, note, blocking })
    }
  }
}

async function done(command: Command, actor: Actor, input: object): Promise<void> {
  const result = await command(actor, { requestId: crypto.randomUUID(), ...input })
  if (!result.ok) throw new Error(`The sample could not be made: ${JSON.stringify(result.failure)}`)
}
