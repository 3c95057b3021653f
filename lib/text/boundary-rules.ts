import type { Rule } from "./rule.ts"

/** The rules that end a unit, by id. */
export const boundaryRules = {
  "full-stop": {
    title: "Full stop",
    explanation: "The unit ends at a full stop that belongs to no abbreviation, initial, number or address.",
    example: "The train left at noon.",
  },
  "question-mark": {
    title: "Question mark",
    explanation: "The unit ends at a question mark.",
    example: "Who signed the order?",
  },
  "exclamation-mark": {
    title: "Exclamation mark",
    explanation: "The unit ends at an exclamation mark that is not part of a name.",
    example: "He never came back!",
  },
  ellipsis: {
    title: "Ellipsis",
    explanation: "The unit ends at an ellipsis before a capital letter; before a small letter the sentence goes on.",
    example: "They waited for an answer…",
  },
  "lost-space": {
    title: "Lost space",
    explanation: "A sentence ends here although the space after its stop was lost.",
    example: "It lay in the archive.|In 1950 it was found.",
  },
  "lost-stop": {
    title: "Lost full stop",
    explanation: "A sentence ends here although its stop was lost: a word that opens sentences follows with a capital.",
    example: "They never met|He was already abroad.",
  },
  paragraph: {
    title: "Blank line",
    explanation: "A blank line ends the unit, with or without a stop.",
    example: "The arrest",
  },
  "line-start": {
    title: "New line",
    explanation: "The next line begins a list item, a speech or a sentence after a short line such as a heading.",
    example: "Sources",
  },
  "list-item": {
    title: "List item",
    explanation: "The next number, letter or bullet of the same list begins here.",
    example: "1) the diary|2) the letters",
  },
  "list-number": {
    title: "Stray number",
    explanation: "A list number stands here without its list, so it is a unit of its own.",
    example: "5.",
  },
  timestamp: {
    title: "Time stamp",
    explanation: "A time of posting or a time code stands by itself.",
    example: "[00:12:31]",
  },
  byline: {
    title: "Byline",
    explanation: "A line that names an author stands by itself, also when the next sentence follows without a stop.",
    example: "Answer by Jane Roe",
  },
  "comment-marker": {
    title: "Comment marker",
    explanation: "A marker that addresses another commenter stands by itself before a new sentence.",
    example: "@j.roe.",
  },
  dateline: {
    title: "Dateline",
    explanation: "The place, and the agency or day, before a news report stands by itself.",
    example: "MOSCOW (AP) —",
  },
  salutation: {
    title: "Salutation",
    explanation: "A greeting or a closing formula stands by itself.",
    example: "Dear colleagues,",
  },
  "speaker-label": {
    title: "Speaker label",
    explanation: "The name or letter that says who speaks stands by itself.",
    example: "Interviewer:",
  },
  heading: {
    title: "Heading in capitals",
    explanation: "Words in capitals before an ordinary sentence are a heading that ran into the text.",
    example: "EARLY CAREER",
  },
  caption: {
    title: "Caption",
    explanation: "Names and a year without a verb before a sentence are a picture's caption.",
    example: "Nadia Orlova, 1921",
  },
  "page-header": {
    title: "Running header",
    explanation: "A page's header, number or other line of furniture stands by itself, also within a sentence.",
    example: "12 THE EVENING POST",
  },
  "reference-line": {
    title: "Reference under the text",
    explanation: "A reference that the mark ^ opens is one unit up to the end of its line, whatever stops stand in it.",
    example: "^ Roe, J. (1935). The Mill. Vol. 2.",
  },
  "rule-line": {
    title: "Drawn line",
    explanation: "A row of dashes, stars or the like separates parts of the text.",
    example: "==========",
  },
  "web-address": {
    title: "Web address",
    explanation: "A web address stands by itself before a new sentence.",
    example: "https://example.org/letters",
  },
  "bracketed-remark": {
    title: "Remark in brackets",
    explanation: "Brackets that hold a whole remark between sentences are a unit of their own.",
    example: "(Applause)",
  },
  emoticon: {
    title: "Emoticon",
    explanation: "An emoticon ends the sentence before a capital letter.",
    example: "Good luck :)",
  },
  "end-of-text": {
    title: "End of the text",
    explanation: "The text ends here.",
    example: "And so it remained",
  },
} as const satisfies Record<string, Rule>
