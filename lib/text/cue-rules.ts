import type { Rule } from "./rule.ts"

/** The rules that find cues, by id. */
export const cueRules = {
  "hedge-word": {
    title: "Uncertain",
    explanation: "A word such as “perhaps” or “возможно” leaves open whether it was so.",
    example: "Perhaps he knew.",
  },
  "hedge-seeming": {
    title: "Only seems so",
    explanation: "The text says how something seems, not how it was.",
    example: "He appears to have left early.",
  },
  "hedge-modal": {
    title: "Inferred or possible",
    explanation: "“May”, “might” or “must have” marks what the writer infers or thinks possible.",
    example: "She must have read it.",
  },
  "hedge-writer": {
    title: "The writer's belief",
    explanation: "The writer gives it as a belief or as far as memory goes.",
    example: "As far as I know, no copy exists.",
  },
  "hedge-approximation": {
    title: "Approximate",
    explanation: "A number or date is given roughly; the claim itself is not in doubt.",
    example: "About 300 officers were present.",
  },
  name: {
    title: "A name",
    explanation:
      "Words with capitals inside the sentence name a person, a place or a body. Copies that differ in a name are never taken for the same.",
    example: "The clerk met Vera Orlova there.",
  },
  number: {
    title: "A number",
    explanation: "An amount in figures or words; the reading is the number without its grouping signs.",
    example: "The mill employed 1,200 people.",
  },
  "vague-source": {
    title: "Unnamed source",
    explanation: "The text leans on somebody it does not name.",
    example: "It is widely believed that he lied.",
  },
  "reporting-verb": {
    title: "Said by somebody",
    explanation: "A verb of saying or thinking gives the content to a source, which is the reading.",
    example: "Orlova later recalled that the door was open.",
  },
  "reporting-participle": {
    title: "Said by somebody",
    explanation: "A participle of saying gives the content to the subject of the sentence, which is the reading.",
    example: "Orlova refused, saying that she was ill.",
  },
  "source-left-out": {
    title: "Said by somebody named before",
    explanation: "A verb of saying has no subject here; the source must stand in an earlier unit.",
    example: "And then told her sister that he was gone.",
  },
  "according-to": {
    title: "According to a source",
    explanation: "The content is given according to a source, which is the reading.",
    example: "According to Orlova, the door was open.",
  },
  "in-the-view-of": {
    title: "In somebody's view",
    explanation: "The content is somebody's view or words; the reading says whose.",
    example: "In Orlova's view, the plan had failed.",
  },
  "source-colon": {
    title: "Quoted after a name",
    explanation: "A quotation follows a name and a colon, so the name is its source.",
    example: "Orlova in her letter: “The door was open.”",
  },
  "date-day": {
    title: "Day",
    explanation: "A day, read in EDTF; XXXX stands for a year that the text does not give here.",
    example: "14 March 1921",
  },
  "date-two-styles": {
    title: "Day in two calendars",
    explanation: "A day is given in Old and New Style; the reading is the New Style day in EDTF.",
    example: "25 October (7 November) 1917",
  },
  "date-range": {
    title: "Days or months from and to",
    explanation: "From one day or month to another, read as an EDTF interval.",
    example: "12–15 March 1921",
  },
  "date-month": {
    title: "Month",
    explanation: "A month with its year, read in EDTF.",
    example: "March 1921",
  },
  "date-year": {
    title: "Year",
    explanation: "A year, read in EDTF; “~” marks an approximate one.",
    example: "ca. 1921",
  },
  "date-span": {
    title: "Span of years",
    explanation: "From one year to another, read as an EDTF interval.",
    example: "1921–24",
  },
  "date-decade": {
    title: "Decade",
    explanation: "Ten years, read in EDTF with an X for the last digit.",
    example: "the 1920s",
  },
  "date-century": {
    title: "Century",
    explanation: "A century, read in EDTF with XX for the years.",
    example: "the 19th century",
  },
  "date-damaged-span": {
    title: "Span of years, damaged",
    explanation: "Six digits that read as two years whose dash was lost; “?” marks both as probable only.",
    example: "(192124)",
  },
  "lost-dash": {
    title: "Lost dash",
    explanation: "A dash between two years was probably lost; the reading restores it.",
    example: "192124",
  },
  "lost-apostrophe": {
    title: "Lost apostrophe",
    explanation: "An apostrophe was probably lost; the reading restores it.",
    example: "Orlovas letters",
  },
  "confused-letters": {
    title: "Confused letters",
    explanation: "Letters or digits were probably misread when the page was scanned; the reading is the likely word.",
    example: "tlie clerk",
  },
  "glued-words": {
    title: "Glued words",
    explanation: "Two words stand together, probably because a dash or a space was lost.",
    example: "friendsOrlova",
  },
  "lost-words": {
    title: "Lost words",
    explanation: "Two signs stand together that never do, so words between them were probably lost.",
    example: "his brother,.",
  },
  "broken-encoding": {
    title: "Broken characters",
    explanation: "Characters were garbled when the text was stored or copied.",
    example: "Orlovaâ€™s",
  },
} as const satisfies Record<string, Rule>
