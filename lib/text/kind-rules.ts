import type { Rule } from "./rule.ts"

/** The rules that name a unit's kind, by id. */
export const kindRules = {
  "is-question": {
    title: "Question",
    explanation: "The unit asks by its form, so it asserts nothing; rhetorical questions and links count as well.",
    example: "Why was the file sealed?",
  },
  "is-inversion": {
    title: "Question without its mark",
    explanation: "The words stand in the order of a question although the question mark is missing.",
    example: "does anybody know who signed it",
  },
  "is-instruction": {
    title: "Instruction",
    explanation: "The unit tells the reader or another poster what to do.",
    example: "Please name the archive.",
  },
  "is-about-the-thread": {
    title: "About the discussion",
    explanation: "The unit speaks about the thread, the recording or the text itself rather than its subject.",
    example: "This answer repeats the one above.",
  },
  "is-page-chrome": {
    title: "Page furniture",
    explanation: "The wording belongs to a web page's menus, notices or link lists.",
    example: "Sign up for our newsletter",
  },
  "is-page-number": {
    title: "Page number",
    explanation: "The unit is the number of a page.",
    example: "— 14 —",
  },
  "is-advert": {
    title: "Advertisement",
    explanation: "The unit opens as small advertisements in newspapers do.",
    example: "WANTED, a clerk with good references.",
  },
  "is-counter": {
    title: "Counter",
    explanation: "The unit counts votes, comments, answers or views.",
    example: "12 votes, 3 comments.",
  },
  "is-timestamp": {
    title: "Time stamp",
    explanation: "The unit says only when something was posted or recorded.",
    example: "2 yr. ago.",
  },
  "is-byline": {
    title: "Byline or credit",
    explanation: "The unit names an author, a translator or who took a picture.",
    example: "Photo: Jane Roe",
  },
  "is-speaker-label": {
    title: "Speaker label",
    explanation: "The unit only says who speaks next.",
    example: "Q:",
  },
  "is-comment-marker": {
    title: "Comment marker",
    explanation: "The unit only addresses another commenter.",
    example: "@j.roe.",
  },
  "is-rule-line": {
    title: "Drawn line",
    explanation: "The unit is a row of signs between parts of the text.",
    example: "==========",
  },
  "is-web-address": {
    title: "Web address",
    explanation: "The unit is nothing but a web address.",
    example: "www.example.org",
  },
  "has-no-words": {
    title: "No words",
    explanation: "The unit holds neither letters nor digits.",
    example: "***",
  },
  "is-caption": {
    title: "Caption",
    explanation: "The unit is a picture's caption without a predicate.",
    example: "Nadia Orlova, 1921",
  },
  "is-heading": {
    title: "Heading",
    explanation: "The unit is a heading without a predicate.",
    example: "EARLY CAREER",
  },
  "is-dateline": {
    title: "Dateline",
    explanation: "The unit says only where and when a report was written.",
    example: "MOSCOW (AP) —",
  },
  "is-salutation": {
    title: "Salutation",
    explanation: "The unit is a greeting or a closing formula.",
    example: "Best regards,",
  },
  "is-list-number": {
    title: "List number",
    explanation: "The unit is a number or letter of a list without its item.",
    example: "5.",
  },
  "is-reference": {
    title: "Archival reference",
    explanation: "The unit is a reference to an archive's holdings; its stops do not end it.",
    example: "РГВА. Ф. 1. Оп. 2. Д. 3.",
  },
  "has-no-predicate": {
    title: "No predicate",
    explanation: "The unit has no finite verb that the rules know, so it asserts nothing by itself.",
    example: "A letter to the editor.",
  },
  "is-evaluation": {
    title: "Evaluation",
    explanation: "The unit passes judgement in the writer's own voice.",
    example: "The plan was absurd.",
  },
  "is-projection": {
    title: "Projection",
    explanation: "The unit says in the writer's own voice what will happen.",
    example: "The young will remember him.",
  },
  "is-assertion": {
    title: "Assertion",
    explanation: "The unit asserts something and no other rule knows it; in doubt a unit is a claim.",
    example: "He left Odessa in 1902.",
  },
} as const satisfies Record<string, Rule>
