import { beginRound } from "../commands/begin-round.ts"
import { changePolicy } from "../commands/change-policy.ts"
import { changeRole } from "../commands/change-role.ts"
import { chooseBlindness } from "../commands/choose-blindness.ts"
import { createProject } from "../commands/create-project.ts"
import { describeProject } from "../commands/describe-project.ts"
import { endRound } from "../commands/end-round.ts"
import { importProject, inspectArchive } from "../commands/import-project.ts"
import { inviteMember } from "../commands/invite-member.ts"
import { limitExportNames } from "../commands/limit-export-names.ts"
import { removeMember } from "../commands/remove-member.ts"
import { revealRound } from "../commands/reveal-round.ts"
import { withdrawInvitation } from "../commands/withdraw-invitation.ts"
import { members } from "../queries/members.ts"
import { overview } from "../queries/overview.ts"
import { policy } from "../queries/policy.ts"
import { policyPreview } from "../queries/policy-preview.ts"
import { projectArchive } from "../queries/project-archive.ts"
import { projectOverview } from "../queries/project-overview.ts"
import { projects } from "../queries/projects.ts"
import { round } from "../queries/round.ts"
import { rounds } from "../queries/rounds.ts"
import { projectList, projectPage } from "./answers.ts"
import { operation } from "./operation.ts"

export const projectOperations = {
  importProject: operation(
    importProject,
    "Bring in a project from its archive, as it was, with its history",
    "All of it or nothing. Whoever brings it in owns it here; an archive with words of somebody else who has an account here is refused.",
  ),
  inspectArchive: operation(inspectArchive, "Check an archive whole and tell what is in it, and store nothing"),
  projectArchive: operation(
    projectArchive,
    "Everything of a project in one archive, to keep or to bring into another instance",
    "The same project is the same bytes, but for the time in the manifest.",
    { media: ["application/zip"] },
  ),
  chooseBlindness: operation(chooseBlindness, "Choose what the project's reviewers see of each other"),
  limitExportNames: operation(limitExportNames, "Choose how openly the project's exports may name people"),
  withdrawInvitation: operation(withdrawInvitation, "Make an invitation's link useless"),
  inviteMember: operation(
    inviteMember,
    "Make a link with which one person can join in a role, once, within seven days",
    "The secret is in the answer and nowhere else; when the answer was lost, withdraw the invitation and make another.",
  ),
  removeMember: operation(
    removeMember,
    "Take a member out of the project",
    "What they wrote stays, under their name. The last owner stays.",
  ),
  changeRole: operation(
    changeRole,
    "Give a member another role",
    "It counts at their very next request. The last owner stays one.",
  ),
  members: operation(
    members,
    "Who is in the project",
    "Open invitations and the others' e-mail addresses are for those who manage members; everybody else gets an empty list and null. Under pseudonyms nobody is told when others joined.",
  ),
  overview: operation(
    overview,
    "A project at a glance",
    "How its claims stand and came to stand so, document by document, how far reviewers agree, what is contested, what is in the way, who has what to do, what changed last. All of one snapshot, and only of what the caller may see.",
  ),
  policyPreview: operation(
    policyPreview,
    "Which verdicts would be others under a policy that nobody has saved yet",
    "Nothing is stored.",
  ),
  policy: operation(
    policy,
    "The project's policy as it stands",
    "With what reviewers see of each other, how exports name people, and its versions, the newest first, each with what it changed in words.",
  ),
  changePolicy: operation(
    changePolicy,
    "Make the next version of the policy and compute every verdict of the project again under it",
  ),
  endRound: operation(endRound, "End a round, and keep the labels as they stood after the discussion"),
  revealRound: operation(
    revealRound,
    "Open what everybody said in a round",
    "All at once, and keep the labels as they stood.",
  ),
  round: operation(
    round,
    "A norming round",
    "Its claims and, once it is revealed, everybody's labels before and after, with how far they agree.",
  ),
  rounds: operation(rounds, "The norming rounds of a project, the newest first"),
  beginRound: operation(
    beginRound,
    "Begin a norming round",
    "Draw claims that nobody labelled, for everybody to label blind.",
  ),
  projectOverview: operation(
    projectOverview,
    "A project with its documents",
    "50 documents at once, and how far the work on each is; `names` lists all of them by title.",
    { answer: projectPage },
  ),
  describeProject: operation(describeProject, "Change the project's name and description"),
  projects: operation(projects, "The projects one belongs to, with one's role and how far the work is", "", {
    answer: projectList,
  }),
  createProject: operation(
    createProject,
    "Create a project",
    "Its maker is its first owner and its policy the default one.",
  ),
}
