import { actOnFlags } from "../commands/act-on-flags.ts"
import { answerFlag } from "../commands/answer-flag.ts"
import { changeView } from "../commands/change-view.ts"
import { deleteView } from "../commands/delete-view.ts"
import { placeFlag } from "../commands/place-flag.ts"
import { raiseFlag } from "../commands/raise-flag.ts"
import { restoreFlag } from "../commands/restore-flag.ts"
import { saveView } from "../commands/save-view.ts"
import { undoFlags } from "../commands/undo-flags.ts"
import { withdrawFlag } from "../commands/withdraw-flag.ts"
import { flagPreview } from "../queries/flag-preview.ts"
import { flags, flagsChosen, moreFlags } from "../queries/flags.ts"
import { flagDesk, moreOfDesk } from "./answers.ts"
import { operation } from "./operation.ts"

export const flagOperations = {
  answerFlag: operation(
    answerFlag,
    "Answer a flag",
    "Say how it was dealt with, and close it. An answer that another editor gave in between is a conflict that carries it; who has seen it can put another answer in its place, which the history keeps both of.",
  ),
  placeFlag: operation(
    placeFlag,
    "Put an open flag that a new version lost on words of the current text that a person chose",
  ),
  restoreFlag: operation(
    restoreFlag,
    "Bring a withdrawn flag back",
    "One's own, or anybody's for those who answer flags. It stays raised by who raised it.",
  ),
  flagPreview: operation(
    flagPreview,
    "A flag with what stands around it",
    "Its passage in its surroundings, and of the claims that it touches what each reviewer said and how many citations there are, as far as the caller may see either.",
  ),
  withdrawFlag: operation(withdrawFlag, "Take back a flag that one raised oneself"),
  raiseFlag: operation(
    raiseFlag,
    "Mark a passage as needing work",
    "The span may cross claims; its quote has to be the text's own.",
  ),
  actOnFlags: operation(
    actOnFlags,
    "Answer, assign, date, withdraw or reopen flags of several documents at once",
    "What is done in each is one change of its own, so that a document that can't be held just now keeps none of the others waiting; the same request again makes no second one.",
  ),
  flagsChosen: operation(
    flagsChosen,
    "All flags that a filter asks for",
    "As far as an act on many has to know them. `most` is the number at which the list was cut off, null when it is whole.",
  ),
  moreFlags: operation(moreFlags, "More flags of a list", "`after` is the cursor with which the list before ended.", {
    answer: moreOfDesk,
  }),
  flags: operation(
    flags,
    "The flag desk",
    "The first flags that the parameters ask for, how many there are of each kind, and the views of the project. What the parameters say goes before what the view says.",
    { answer: flagDesk },
  ),
  undoFlags: operation(
    undoFlags,
    "Take back one's own acts at the flag desk, named by the changes that they were",
    "Nothing else is taken back, also when one did something since. `undone` counts flags that are as they were before, `kept` those that were changed since.",
  ),
  deleteView: operation(
    deleteView,
    "Delete a view, one's own, and as an editor one that the project shares",
    "The flags that it showed stay as they are.",
  ),
  changeView: operation(
    changeView,
    "Change what a view is called, who sees it and what it lists",
    "One's own, and as an editor one that the project shares.",
  ),
  saveView: operation(
    saveView,
    "Keep a filter of the flag desk under a name",
    "For oneself, or as an editor for the whole project.",
  ),
}
