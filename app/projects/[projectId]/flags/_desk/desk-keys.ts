/** What a key does at the flag desk, in the order of the help sheet. */
export const deskKeys = [
  { key: "j", action: "next", words: "Next flag, also ↓" },
  { key: "k", action: "previous", words: "Previous flag, also ↑" },
  { key: "x", action: "choose", words: "Choose it, or no longer" },
  { key: "X", action: "choose-to", words: "Choose all from the last chosen one to here, also Shift+↓" },
  { key: "a", action: "answer", words: "Answer" },
  { key: "e", action: "assign", words: "Give it to somebody" },
  { key: "d", action: "date", words: "Set the day by which it is due" },
  { key: "w", action: "withdraw", words: "Withdraw what you raised" },
  { key: "r", action: "reopen", words: "Open it again" },
  { key: "o", action: "open", words: "Open the passage in its text, also Enter" },
  { key: "p", action: "preview", words: "Show or hide the preview" },
  { key: "/", action: "search", words: "Search" },
  { key: "f", action: "filters", words: "Filters" },
  { key: "g", action: "group", words: "Groups" },
  { key: "v", action: "views", words: "Views" },
  { key: "u", action: "undo", words: "Undo what you did last here" },
  { key: "Escape", action: "clear", words: "Choose none" },
  { key: "?", action: "help", words: "Show these keys" },
] as const
export type DeskAction = (typeof deskKeys)[number]["action"]
