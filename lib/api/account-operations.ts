import { acceptInvitation } from "../commands/accept-invitation.ts"
import { addPasskey } from "../commands/add-passkey.ts"
import { beginPasskey } from "../commands/begin-passkey.ts"
import { beginPasskeyProof } from "../commands/begin-passkey-proof.ts"
import { beginPasskeySignIn } from "../commands/begin-passkey-sign-in.ts"
import { beginSecondFactor } from "../commands/begin-second-factor.ts"
import { changeName } from "../commands/change-name.ts"
import { changePassword } from "../commands/change-password.ts"
import { chooseExportNames } from "../commands/choose-export-names.ts"
import { chooseMail } from "../commands/choose-mail.ts"
import { confirmSecondFactor } from "../commands/confirm-second-factor.ts"
import { createOwner } from "../commands/create-owner.ts"
import { deleteAccount } from "../commands/delete-account.ts"
import { disconnectIdentity } from "../commands/disconnect-identity.ts"
import { endOtherSessions } from "../commands/end-other-sessions.ts"
import { endSession } from "../commands/end-session.ts"
import { makeToken } from "../commands/make-token.ts"
import { proveByPasskey } from "../commands/prove-by-passkey.ts"
import { proveYourself } from "../commands/prove-yourself.ts"
import { registerByInvitation } from "../commands/register-by-invitation.ts"
import { removePasskey } from "../commands/remove-passkey.ts"
import { removeSecondFactor } from "../commands/remove-second-factor.ts"
import { renamePasskey } from "../commands/rename-passkey.ts"
import { renewRecoveryCodes } from "../commands/renew-recovery-codes.ts"
import { signOut } from "../commands/sign-out.ts"
import { unsubscribe } from "../commands/unsubscribe.ts"
import { withdrawToken } from "../commands/withdraw-token.ts"
import { ownData } from "../queries/own-data.ts"
import { whoAmI } from "../queries/who-am-i.ts"
import { addedPasskey, appSecret, caller, madeToken, passkeyOptions, recoveryCodeList } from "./answers.ts"
import { operation } from "./operation.ts"

export const accountOperations = {
  chooseExportNames: operation(chooseExportNames, "Choose what exports may call one, in every project"),
  disconnectIdentity: operation(
    disconnectIdentity,
    "Disconnect a provider from one's account, unless it is the only way in",
  ),
  chooseMail: operation(chooseMail, "Choose how often one is told by e-mail what concerns one"),
  changeName: operation(changeName, "Change the name under which others see one's work"),
  changePassword: operation(
    changePassword,
    "Change one's password",
    "All other sessions end, so that whoever got in with the old one is out. A password that was changed in between is not overwritten.",
  ),
  endSession: operation(endSession, "End one of one's own sessions", "Its next request is refused."),
  endOtherSessions: operation(
    endOtherSessions,
    "End all of one's own sessions but the one that asks",
    "Answers how many that were.",
  ),
  signOut: operation(signOut, "End the session that asks, so that a copy of its cookie is worth nothing either"),
  proveYourself: operation(
    proveYourself,
    "Prove again who one is",
    "With all that signing in asks for. For a quarter of an hour the session may then do what decides who gets into the account; without, that is refused with proof-needed.",
  ),
  beginSecondFactor: operation(
    beginSecondFactor,
    "Begin to set up two-step sign-in",
    "It asks for nothing until a code of the app is confirmed; begun again, there is another secret.",
    { answer: appSecret },
  ),
  confirmSecondFactor: operation(
    confirmSecondFactor,
    "Switch two-step sign-in on with the first code of the app",
    "No recovery codes are made when there are some from a passkey. When the answer was lost, renew them.",
    { answer: recoveryCodeList },
  ),
  renewRecoveryCodes: operation(renewRecoveryCodes, "Make new recovery codes", "The earlier ones count no more.", {
    answer: recoveryCodeList,
  }),
  removeSecondFactor: operation(removeSecondFactor, "Give up one's authenticator app"),
  beginPasskey: operation(
    beginPasskey,
    "Begin to add a passkey",
    "Answers the options for the browser's navigator.credentials.create. They count for five minutes, for the session that asks.",
    { answer: passkeyOptions },
  ),
  addPasskey: operation(
    addPasskey,
    "Add the passkey that a browser made",
    "Its answer counts once. Recovery codes are made at the first second factor of an account with a password; when the answer was lost, renew them.",
    { answer: addedPasskey },
  ),
  renamePasskey: operation(renamePasskey, "Call one of one's own passkeys something else"),
  removePasskey: operation(removePasskey, "Remove one of one's own passkeys"),
  beginPasskeyProof: operation(
    beginPasskeyProof,
    "Begin to prove with a passkey who one is",
    "Answers the options for the browser's navigator.credentials.get. They count for five minutes, for the session that asks.",
    { answer: passkeyOptions },
  ),
  proveByPasskey: operation(
    proveByPasskey,
    "Prove with a passkey who one is",
    "It is as good as the password and a code.",
  ),
  beginPasskeySignIn: operation(
    beginPasskeySignIn,
    "Begin to sign in with a passkey",
    "Answers the options for the browser's navigator.credentials.get. They ask for any passkey of this site, and so say nothing about any account.",
    { answer: passkeyOptions },
  ),
  acceptInvitation: operation(acceptInvitation, "Join a project with an invitation's secret", "It works once."),
  registerByInvitation: operation(
    registerByInvitation,
    "Make an account with an invitation and join its project, both or neither",
    "Only who holds an open invitation is told that an e-mail address is taken.",
  ),
  createOwner: operation(
    createOwner,
    "Create the first account of a fresh server",
    "With the one-time link from its log, and nothing else.",
  ),
  unsubscribe: operation(
    unsubscribe,
    "Stop the e-mails to whom the signed link of one names, who need not be signed in",
  ),
  deleteAccount: operation(
    deleteAccount,
    "Delete one's account, for good",
    "The name, the e-mail address and every way in are gone; what one did in projects stays under the pseudonym that is answered. Refused while one is the only owner of a project in which others work.",
  ),
  whoAmI: operation(whoAmI, "Who is calling", "For programs that have nothing but a token.", { answer: caller }),
  ownData: operation(
    ownData,
    "Everything that is kept of oneself",
    "What the account says, and what one did in every project that one is or was in, as JSON: a list for each kind of thing. Nothing of it is somebody else's, and no secret is in it.",
    { media: ["application/json"] },
  ),
  makeToken: operation(
    makeToken,
    "Make an access token",
    "The answer is the only place where the token stands. Sent again, after a lost answer, it is refused, because what was made can't be told a second time: withdraw it and make another.",
    { answer: madeToken },
  ),
  withdrawToken: operation(withdrawToken, "Withdraw an access token", "Its next request is refused."),
}
