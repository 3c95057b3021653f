import type { Directness, Rank, Stance } from "../../lib/domain/citation.ts"
import type { FlagReason } from "../../lib/domain/flag.ts"
import type { Confidence, Label } from "../../lib/domain/label.ts"
import type { SampleSourceName } from "./sources.ts"

export type SampleReviewer = "reviewer-1@example.org" | "reviewer-2@example.org" | "reviewer-3@example.org"

const amara = "reviewer-1@example.org"
const henrik = "reviewer-2@example.org"
const leila = "reviewer-3@example.org"

/** What the demonstration's people did with the one passage that holds `quote`. */
export interface SamplePiece {
  readonly quote: string
  readonly cites?: readonly SampleCitation[]
  readonly says?: readonly (readonly [who: SampleReviewer, label: Label, confidence: Confidence, why: string])[]
  readonly decided?: readonly [label: Label, reason: string]
  readonly flag?: SampleFlag
}

type SampleCitation = readonly [
  source: SampleSourceName,
  stance: Stance,
  rank: Rank,
  directness: Directness,
  note?: string,
]

interface SampleFlag {
  readonly by: SampleReviewer
  readonly reason: FlagReason
  readonly note: string
  readonly blocking?: boolean
  readonly answer?: string
}

export const englishWork: readonly SamplePiece[] = [
  {
    quote: "Tukhachevsky was arrested on 22 May 1937",
    cites: [["whitewood", "supports", "secondary", "later-analysis"]],
    says: [
      [amara, "documented", "high", "The arrest and its date are in every account that used the case file."],
      [henrik, "documented", "high", "The monograph works from the published case papers and gives the same day."],
    ],
  },
  {
    quote: "The special session of the Supreme Court met on 11 June 1937",
    cites: [
      ["whitewood", "supports", "secondary", "later-analysis"],
      ["conquest", "supports", "secondary", "later-analysis"],
    ],
    says: [
      [amara, "documented", "high", "Announced in the newspapers at the time."],
      [henrik, "documented", "high", "Date and sentence are beyond doubt; the hour of the execution is less so."],
      [leila, "documented", "moderate", "Both books agree on the day. The night is the usual reading of the record."],
    ],
  },
  {
    quote: "On 2 June 1937 Stalin spoke to the Military Council",
    cites: [["council", "supports", "primary", "contemporaneous-record", "The stenographic record is printed there."]],
    says: [
      [amara, "documented", "high", "The record of the session is published."],
      [leila, "documented", "high", "Read in the printed record."],
    ],
  },
  {
    quote: "The Dewey Commission sat in Coyoacan in April 1937",
    cites: [
      ["dewey", "supports", "primary", "contemporaneous-record", "The printed hearings are the record itself."],
      ["deutscher", "supports", "secondary", "later-analysis"],
    ],
    says: [
      [amara, "documented", "high", "The printed hearings are the record itself."],
      [henrik, "documented", "high", "The transcript carries the dates of its sessions."],
    ],
  },
  {
    quote: "Its report, published under the title Not Guilty",
    cites: [["notGuilty", "supports", "primary", "contemporaneous-record"]],
    says: [
      [henrik, "documented", "high", "It is the report itself."],
      [leila, "documented", "high", "The book was printed in 1938, a year after the hearings."],
    ],
  },
  {
    quote: "Lev Sedov died in a Paris clinic in February 1938",
    cites: [["deutscher", "supports", "secondary", "later-analysis"]],
    says: [[amara, "documented", "high", "In every biography; the operation as well as the month."]],
  },
  {
    quote: "His comrades believed that he had been poisoned",
    cites: [
      ["deutscher", "mentions", "secondary", "later-analysis"],
      ["sudoplatov", "disputes", "primary", "recollection", "The author denies that his service had a hand in it."],
    ],
    says: [
      [
        amara,
        "speculative",
        "moderate",
        "Missing: the clinic's papers, and any order. That they believed it is known.",
      ],
      [
        leila,
        "speculative",
        "moderate",
        "Missing: anything beyond suspicion on the one side and a denial on the other.",
      ],
    ],
  },
  {
    quote: "Blyukhers wife later recalled",
    cites: [["widow", "mentions", "primary", "recollection", "Printed 58 years after the event."]],
    says: [
      [
        amara,
        "speculative",
        "moderate",
        "Missing: a second witness, or a letter of the time. The memoir stands alone.",
      ],
      [henrik, "speculative", "low", "Missing: the memoir's manuscript, and when it was dictated."],
    ],
  },
  {
    quote: "Schellenberg told the story of the forgery",
    cites: [["schellenberg", "supports", "primary", "recollection"]],
    says: [
      [amara, "documented", "moderate", "That he told it is certain, whatever the story is worth."],
      [
        henrik,
        "disputed",
        "moderate",
        "For it: the book tells the story. Against it: that no letter was shown rests on a record that is not open.",
      ],
    ],
  },
  {
    quote: "The Germans are said to have forged a letter",
    cites: [
      ["schellenberg", "supports", "primary", "hearsay"],
      ["whitewood", "disputes", "secondary", "later-analysis", "No trace of the letter in the investigation."],
    ],
    says: [
      [henrik, "disputed", "high", "For it: a memoir of 1956. Against it: the case was built on confessions alone."],
      [
        leila,
        "disputed",
        "moderate",
        "For it: the memoirs of the other service. Against it: the file knows no letter.",
      ],
    ],
  },
  {
    quote: "Krivitsky maintained in the American press",
    cites: [["krivitsky", "mentions", "primary", "hearsay"]],
    says: [
      [amara, "documented", "moderate", "His book says much of it, but it is not the press."],
      [
        henrik,
        "disputed",
        "moderate",
        "For it: the memoir. Against it: the articles give another version of the plot.",
      ],
    ],
    decided: ["disputed", "The book is at hand and the articles are not; until they are cited both readings stand."],
  },
  {
    quote: "Orlov asserted twenty years later",
    cites: [
      [
        "orlov",
        "mentions",
        "primary",
        "hearsay",
        "The book of 1953 tells of the trial, not of a plot to save the country.",
      ],
    ],
    says: [
      [amara, "documented", "moderate", "He asserted it in a magazine in 1956; the article is still to be cited."],
      [leila, "speculative", "moderate", "Missing: the article of 1956; the book of 1953 says less than this."],
    ],
  },
  {
    quote: "Roger Reese has shown",
    cites: [["reese", "supports", "secondary", "later-analysis"]],
    says: [
      [henrik, "documented", "high", "It is the argument of the book."],
      [leila, "documented", "high", "His count starts from the army's own personnel figures."],
    ],
  },
  {
    quote: "Conquest described the purge as a blow",
    cites: [["conquest", "supports", "secondary", "later-analysis"]],
    says: [[henrik, "documented", "moderate", "The sense of it, not the wording; a page is still to be given."]],
  },
  {
    quote: "Sudoplatov said that Stalin gave him the order",
    cites: [["sudoplatov", "supports", "primary", "recollection", "He alone was there to tell."]],
    says: [
      [amara, "documented", "moderate", "That he said so is in his memoirs."],
      [leila, "documented", "moderate", "The memoir tells it; whether it happened so is another claim."],
    ],
    flag: {
      by: leila,
      reason: "misquoted",
      note: "Does the memoir say March, or spring?",
      answer: "March 1939, by the memoir's account.",
    },
  },
  {
    quote: "According to a neighbour who emigrated",
    says: [[amara, "speculative", "low", "Missing: the neighbour's name, and where this was written down."]],
    flag: { by: henrik, reason: "needs-source", note: "Who is the neighbour? Nobody prints a name.", blocking: true },
  },
  {
    quote: "Trotskys name was on the indictment",
    flag: { by: henrik, reason: "text-damaged", note: "The apostrophe was lost; the reading is Trotsky's." },
  },
  {
    quote: "The story was told to me by an old colonel",
    says: [[leila, "speculative", "high", "Missing: everything. A driver, a colonel and a forum stand between."]],
    flag: {
      by: leila,
      reason: "out-of-context",
      note: "Hearsay at third hand; the driver is not named.",
      blocking: true,
    },
  },
  {
    quote: 'He said: "When they took Vasily Konstantinovich',
    flag: { by: amara, reason: "text-damaged", note: "The quotation is never closed. Where does the driver stop?" },
  },
  {
    quote: "Some 35,000 officers were removed from the army",
    cites: [["reese", "disputes", "secondary", "later-analysis", "Many of those dismissed came back by 1940."]],
    says: [
      [
        henrik,
        "disputed",
        "moderate",
        "For it: the figure of the army's own report. Against it: how many of them were dismissed for other reasons.",
      ],
    ],
    flag: { by: henrik, reason: "text-damaged", note: "“193738” reads 1937–38; the dash was lost." },
  },
]

export const russianWork: readonly SamplePiece[] = [
  {
    quote: "Арестовали его 22 октября 1938 года",
    cites: [
      ["velikanov", "supports", "secondary", "later-analysis"],
      ["widow", "supports", "primary", "eyewitness"],
    ],
    says: [
      [amara, "documented", "high", "The warrant is printed in the biography, and the widow was there."],
      [henrik, "documented", "high", "Two accounts, one of them by a witness of the arrest."],
    ],
  },
  {
    quote: "По воспоминаниям вдовы",
    cites: [
      ["widow", "supports", "primary", "recollection", "Вышли в 1996 году."],
      ["velikanov", "repeats", "tertiary", "later-analysis", "Пересказывает вдову."],
    ],
    says: [[amara, "speculative", "moderate", "Missing: the warrant's own wording. The biography retells the memoir."]],
  },
  {
    quote: "на допросах маршал якобы лишился глаза",
    says: [
      [henrik, "speculative", "high", "Missing: the guard's name, his text, and any medical paper."],
      [leila, "speculative", "high", "Missing: a named witness. “Якобы” says it already."],
    ],
    flag: { by: leila, reason: "needs-source", note: "Кто этот охранник и где он это пишет?", blocking: true },
  },
  {
    quote: "Умер он 9 ноября 1938 года",
    cites: [["velikanov", "supports", "secondary", "later-analysis"]],
    says: [[amara, "documented", "high", "The biography gives the day and the prison."]],
  },
]
