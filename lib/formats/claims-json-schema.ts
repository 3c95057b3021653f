import { bearings, citoTerms, directnesses, locatorLabels, ranks, stances } from "../domain/citation.ts"
import { decisionWays } from "../domain/decision-way.ts"
import { exportNames } from "../domain/export-names.ts"
import { exportStates } from "../domain/export-state.ts"
import { flagReasons, flagRules } from "../domain/flag.ts"
import { credibilities, reliabilities } from "../domain/grade.ts"
import { confidences, labels } from "../domain/label.ts"
import { leftOutChoices } from "../domain/left-out-passages.ts"
import { derivationKinds } from "../domain/lineage.ts"
import { sourceKinds } from "../domain/source.ts"
import { unitKinds } from "../domain/unit.ts"
import { claimStates } from "../domain/verdict.ts"
import { id, list, moment, number, object, one, open, optional, type Schema, text } from "./json-schema-parts.ts"

const person = (description: string) =>
  object(
    description,
    {
      id: id(
        "The person's id; where they are not named, one that stands for them in this project's files or in this file.",
      ),
      name: text("Their name when the file was made, or what stands for it."),
      orcid: {
        ...text("The address of their ORCID iD, where the file shows it; absent otherwise."),
        pattern: "^https://orcid\\.org/([0-9]{4}-){3}[0-9]{3}[0-9X]$",
      },
    },
    ["id", "name"],
  )
const start = number("Where it begins in the text, in UTF-16 code units.", 0)
const end = number("Where it ends in the text, in UTF-16 code units; the character there is not part of it.", 1)

const made = {
  editor: person("The editor."),
  reason: text("Why they decided so."),
  how: optional(
    one(
      "Whether they took one annotator's label, combined those of several, decided against all of them, or found the claim disputed; null when that was not said.",
      decisionWays,
    ),
  ),
  follows: list("Whose labels they took or combined.", person("An annotator.")),
  at: moment("When they decided."),
}

const decision = object("An editor's decision, when the verdict is one.", made)

const anyDecision = object("A decision on the claim.", {
  ...made,
  label: one("The label that they decided on.", labels),
  stands: { description: "Whether it stands; false for one that was reopened or replaced.", type: "boolean" },
  endedBy: optional(person("Who reopened or replaced it.")),
  endedAt: optional(moment("When it was reopened or replaced.")),
})

const annotation = object("One reviewer's label on the claim.", {
  id: id("The annotation's id."),
  reviewer: person("The reviewer."),
  label: one("Their label.", labels),
  said: optional(
    one("Whether the one it is ascribed to said it, judged apart; the label is then whether it is so.", labels),
  ),
  blind: {
    description: "Whether they gave it while nothing that others said of the claim could be seen.",
    type: "boolean",
  },
  agrees: optional({
    description: "Whether it is the verdict's label; false is dissent, null where there is no verdict.",
    type: "boolean",
  }),
  confidence: one("How sure they are.", confidences),
  rationale: object("Why they gave it.", {
    text: text("In plain words; [1] stands for the first citation that it names, and so on."),
    json: open("As it was written: a tree of nodes with type, text, marks, attrs and content."),
  }),
  start: { ...start, description: "Where the passage that they judged begins." },
  end: { ...end, description: "Where the passage that they judged ends." },
  textVersion: number(
    "Number of the version of the text that this start and end point into: the one that they read. The claim's own point into the document's.",
    1,
  ),
  at: moment("When they gave it."),
})

const citation = object("A use of a source for or against the claim.", {
  id: id("The citation's id; a rationale names citations by it."),
  citedOn: id("The claim that it was given on: another one when both are confirmed to say the same."),
  sourceId: id("The source, in this file's list of sources."),
  author: person("Who cited it."),
  stance: one("How the source bears on the claim.", stances),
  cito: one("The stance as a property of the Citation Typing Ontology, said of the claim.", Object.values(citoTerms)),
  bearsOn: one("What it bears on: whether it is so, or whether the one it is ascribed to said it.", bearings),
  locatorLabel: one("What the locator counts.", locatorLabels),
  locator: text("Where in the source it stands; empty when nothing was given."),
  quotation: text("The source's own words; empty when nothing was given."),
  note: text("A remark of the author; empty when nothing was given."),
  rank: optional(one("What the source is for this claim.", ranks)),
  directness: optional(one("How near the source's author stood to what the claim tells.", directnesses)),
  credibility: optional({
    description: "What the source says here on the Admiralty scale: 1 is confirmed, 5 improbable, 6 cannot be judged.",
    enum: credibilities,
  }),
  throughId: optional(id("The source in which it was seen, when the cited one was not.")),
  snapshot: optional(
    object("What of the source was cited, as it stood then.", {
      id: id("The snapshot's id."),
      sha256: { ...text("SHA-256 of its bytes."), pattern: "^[0-9a-f]{64}$" },
      takenOn: text("The day on which it was taken."),
    }),
  ),
})

const flag = object("A flag that touches the claim: one that was answered, or an open one that does not block.", {
  id: id("The flag's id; the same where it touches several claims."),
  start: { ...start, description: "Where the flagged passage begins." },
  end: { ...end, description: "Where the flagged passage ends." },
  reason: one("What it was raised for, by a person or by a rule.", [...flagReasons, ...flagRules]),
  note: text("What its raiser wrote, or what the rule found; empty when nothing was written."),
  status: one("Where it stands.", ["open", "answered"]),
  raisedBy: optional(person("Who raised it; null for a rule.")),
  raisedAt: moment("When it was raised."),
  answer: text("The answer; empty while it is open."),
  answeredBy: optional(person("Who answered it.")),
  answeredAt: optional(moment("When it was answered.")),
})

/** A claim. */
export const claimSchema = object(
  "A claim: vetted ones go out, with a verdict and no open flag that blocks it, unless others were asked for.",
  {
    id: id("The id of the claim's unit."),
    start,
    end,
    quote: text("The text from start to end, character for character; empty where its words may not be passed on."),
    state: one("Where it stands.", claimStates),
    label: optional(one("The verdict; a vetted or blocked claim has one.", labels)),
    said: optional(
      one("The verdict on whether the one it is ascribed to said it; the label is whether it is so.", labels),
    ),
    verdictBy: optional(one("Whether the policy or an editor's decision gave it.", ["policy", "adjudication"])),
    decision: optional(decision),
    decisions: list("Every decision on it, also those that stand no longer, the newest first.", anyDecision),
    annotations: list("Every reviewer's current annotation, dissent included.", annotation),
    citations: list("The citations that count for it and were not withdrawn.", citation),
    flags: list("The flags that touch it, in the order in which they were raised.", flag),
    sameAs: list("Other claims that are confirmed to say the same.", id("The id of a claim's unit.")),
    contradicts: list("Claims that are confirmed to contradict it.", id("The id of a claim's unit.")),
  },
)

/** What of a document is left out. */
export const leftOutSchema = object("What of the document is not among its claims, and why.", {
  claims: list(
    "Claims that can't go out: those that are not vetted or, where others were asked for, those that are hidden from the person who asked.",
    object("A claim that is not exported.", {
      id: id("The id of the claim's unit."),
      start,
      end,
      state: one("Where it stands. A vetted one is left out for the flag that it bears.", claimStates),
      why: text("What it lacks, or why it was not asked for, in a sentence."),
    }),
  ),
  reasons: list(
    "The same claims counted by reason, the most frequent first.",
    object("A reason.", { why: text("The sentence."), count: number("How many claims.", 1) }),
  ),
  states: object("The same claims counted by state.", {
    open: number("Nobody labelled them.", 0),
    "in-review": number("Labelled, but a condition of the policy is not met.", 0),
    contested: number("Reviewers disagree and no editor has decided.", 0),
    blocked: number("They have a verdict, and an open flag blocks it.", 0),
    vetted: number("They are vetted, and were left out for the flags that they bear.", 0),
  }),
  notClaims: object(
    "How many passages are not claims, by kind; a kind without passages is absent.",
    Object.fromEntries(
      unitKinds.filter(kind => kind !== "claim").map(kind => [kind, number(`Passages of the kind ${kind}.`, 1)]),
    ),
    [],
  ),
  trouble: optional(
    text("Why nothing of the document is told, in a sentence; null unless it could not be read or written."),
  ),
})

/** The fields of a document but for what stands in it. */
export const documentFields = {
  id: id("The document's id."),
  title: text("Its title."),
  author: text("Who wrote it; empty when unknown, as are the fields below."),
  foundAt: text("Where the text was found: an address or a description."),
  foundOn: text("When it was found, as the person wrote it."),
  licence: text("The licence of the text."),
  language: text("Its language as a BCP 47 tag; und when unknown."),
  text: object("The text that spans point into.", {
    version: number("Number of the text's version.", 1),
    sha256: { ...text("SHA-256 of the text in UTF-8."), pattern: "^[0-9a-f]{64}$" },
    words: number("Words in it.", 0),
  }),
  revision: number("Revision of the document's history that the file shows.", 0),
}

const document = object("One document.", {
  ...documentFields,
  claims: list("Its claims that go out, in the order of the text.", claimSchema),
  leftOut: leftOutSchema,
})

/** The fields of a source. */
export const sourceFields = {
  id: id("The source's id."),
  kind: one("What kind of source it is.", sourceKinds),
  line: text("The source in one line."),
  csl: open("The source as an item of CSL-JSON 1.0; its id is the source's."),
  archive: optional(
    object(
      "Where an archival record lies.",
      {
        archive: text("The archive."),
        fond: text("Fond."),
        opis: text("Opis."),
        delo: text("Delo."),
        list: text("List."),
      },
      ["archive"],
    ),
  ),
  created: text("When it was made, in EDTF; empty when nothing was given, or it is as old as its publication."),
  tells: text("The time that it tells of, in EDTF; empty when nothing was given."),
  reliability: optional(
    one("Its grade on the Admiralty scale; F says that its reliability cannot be judged.", reliabilities),
  ),
  set: text("Its entry in a bibliography in the project's citation style; the line where the style cannot set it."),
}

const lineageEnd = (description: string) =>
  object(description, { id: id("The source's id."), line: text("The source in one line.") })

/** The fields of a derivation. */
export const derivationFields = {
  derived: lineageEnd("The source that derives from the other."),
  origin: lineageEnd("The source that it derives from."),
  how: one("How it derives.", derivationKinds),
  note: text("A remark; empty when nothing was given."),
}

/** What a file says of itself. */
export const exportFields = {
  schemaVersion: { description: "The version of this format.", const: 1 },
  exportedAt: moment("When the file was made; it shows the project at this moment."),
  project: object("The project.", {
    id: id("The project's id."),
    name: text("Its name."),
    policyVersion: number("Version of the policy that the verdicts follow.", 1),
    head: {
      description:
        "Head of the project's log of changes at that moment: the number of changes, a hyphen and a SHA-256 that covers all of them. Apparatus tells whether it still is a head of that log, and so whether anything before it was rewritten.",
      type: "string",
      pattern: "^[1-9][0-9]{0,9}-[0-9a-f]{64}$",
    },
  }),
  chosen: object("Which claims were asked for, and how; what is null does not narrow.", {
    state: one("Claims that stand there; vetted ones unless others are asked for.", exportStates),
    documentId: optional(id("Claims of this document.")),
    label: optional(one("Claims with this verdict.", labels)),
    dissent: optional(one("Claims with a dissenting label, or without.", ["with", "without"])),
    search: optional(text("Claims with these words.")),
    leaveOut: optional(
      one(
        "Whether passages with an open flag for privacy, a living person or a sensitive matter were left out, or any with such a flag that was not withdrawn. They are blacked out where a text is given; its SHA-256 is of the whole.",
        leftOutChoices,
      ),
    ),
    quotes: { description: "Whether the words of the texts are in the file, or positions only.", type: "boolean" },
    names: one("How openly people are named, but for those who allow less.", exportNames),
  }),
}

/** What a file of `claimsJsonFormat` holds, as a JSON Schema (draft 2020-12). */
export const claimsJsonSchema: Schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Exported claims, version 1",
  ...object(
    "Claims of a project with their evidence, and what is left out: the vetted ones, unless others were asked for.",
    {
      ...exportFields,
      documents: list("The documents that were chosen.", document),
      sources: list(
        "Every source that a claim of this file cites.",
        object("A source that a claim of this file cites.", sourceFields),
      ),
      lineage: list(
        "What those sources derive from, over however many others, which need not be cited themselves.",
        object("That a source derives from another, and so is no witness of its own.", derivationFields),
      ),
    },
  ),
}
