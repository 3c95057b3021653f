import { adjudicateClaim } from "../commands/adjudicate-claim.ts"
import { askAnnotators } from "../commands/ask-annotators.ts"
import { giveAnnotation } from "../commands/give-annotation.ts"
import { linkClaims } from "../commands/link-claims.ts"
import { reopenAdjudication } from "../commands/reopen-adjudication.ts"
import { withdrawAnnotation } from "../commands/withdraw-annotation.ts"
import { withdrawLink } from "../commands/withdraw-link.ts"
import { agreement } from "../queries/agreement.ts"
import { agreementClaims } from "../queries/agreement-claims.ts"
import { agreementFile } from "../queries/agreement-file.ts"
import { claimCard } from "../queries/claim-card.ts"
import { claimNotes } from "../queries/claim-notes.ts"
import { claims } from "../queries/claims.ts"
import { contested } from "../queries/contested.ts"
import { contestedClaim } from "../queries/contested-claim.ts"
import { reopened } from "../queries/reopened.ts"
import { claimOpinion, secondOpinion } from "../queries/second-opinion.ts"
import { card, claimList } from "./answers.ts"
import { operation } from "./operation.ts"

export const claimOperations = {
  reopenAdjudication: operation(
    reopenAdjudication,
    "Take a decision back, so that the policy counts again",
    "The decision stays in the history.",
  ),
  adjudicateClaim: operation(
    adjudicateClaim,
    "Decide on a claim, with a reason and the evidence that its label needs",
    "The reviewers' labels stay as they are and go into the export as dissent. How it was decided and whom it follows is held against their labels as they stand.",
  ),
  giveAnnotation: operation(
    giveAnnotation,
    "Label a claim, or change one's label, confidence or rationale",
    "What was said before is kept, and whether it was given blind.",
  ),
  withdrawAnnotation: operation(withdrawAnnotation, "Take one's own label back", "It stays in the claim's history."),
  claimNotes: operation(
    claimNotes,
    "The citations of a claim's card as short notes in the project's style",
    "None when the style can't set them.",
  ),
  claimOpinion: operation(
    claimOpinion,
    "The model's opinion on one claim",
    "Null, with why, when the model has none or fewer than two labels on it are in sight.",
  ),
  claimCard: operation(
    claimCard,
    "Everything about one claim",
    "Its cues, what was said and cited, its flags and decisions, and what its verdict lacks.",
    { answer: card },
  ),
  askAnnotators: operation(
    askAnnotators,
    "Send a claim back to annotators with a question",
    "It waits until each of them wrote an answer or gave another label, or until somebody resolves the question.",
  ),
  agreementClaims: operation(
    agreementClaims,
    "The claims behind a figure of agreement",
    "A page of them, each with the labels that it is made of.",
  ),
  agreementFile: operation(
    agreementFile,
    "Figures of agreement as a CSV file",
    "As they are chosen by the parameters.",
    { media: ["text/csv"] },
  ),
  agreement: operation(
    agreement,
    "How far people agree on a project's claims",
    "Of the labels alone that the caller may see. Each claim weighs alike. The figures are kept until something changes. `head` is the head of the project's log.",
  ),
  secondOpinion: operation(
    secondOpinion,
    "What a model makes of the labels",
    "Dawid and Skene's, of the labels that the caller may see, beside the verdicts: a page of the claims of a list, and how reliable people are at what, of everybody for who may see that, of oneself for everybody else.",
  ),
  withdrawLink: operation(withdrawLink, "Take back what was said of two claims", "Each has its own evidence again."),
  linkClaims: operation(
    linkClaims,
    "Say how two claims stand to each other",
    "That they say the same, so that they share their evidence; that they contradict each other, so that both can't be documented; or neither, so that nobody proposes it again.",
  ),
  claims: operation(
    claims,
    "List the claims of a project",
    "Those that fit the parameters, 50 at once, each with its state and the conditions that keep it from being vetted. Only who assigns work may ask whose assignments are left, beside their own.",
    { answer: claimList },
  ),
  contestedClaim: operation(
    contestedClaim,
    "A contested claim for whom decides on it",
    "What each annotator says, what is cited, what the policy makes of it and why that does not decide, and its neighbours in the list that the parameters ask for. Blindness hides what it hides.",
  ),
  contested: operation(
    contested,
    "Contested claims",
    "Over all documents of a project that the caller may see, 50 at once, by default those on which people agree least first.",
  ),
  reopened: operation(
    reopened,
    "Claims whose verdict fell",
    "Those that have none again, each with what it was and what brought it down, 50 at once, what fell last first.",
  ),
}
