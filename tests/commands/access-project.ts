import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { changePolicy } from "../../lib/commands/change-policy.ts"
import { changeRole } from "../../lib/commands/change-role.ts"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { chooseDocumentBlindness } from "../../lib/commands/choose-document-blindness.ts"
import { describeDocument } from "../../lib/commands/describe-document.ts"
import { describeProject } from "../../lib/commands/describe-project.ts"
import { inviteMember } from "../../lib/commands/invite-member.ts"
import { linkClaims } from "../../lib/commands/link-claims.ts"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { withdrawInvitation } from "../../lib/commands/withdraw-invitation.ts"
import { withdrawLink } from "../../lib/commands/withdraw-link.ts"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import type { Network } from "../../lib/net/safe-fetch.ts"
import { fetchedFile, filePreview } from "../../lib/queries/file-preview.ts"
import { members } from "../../lib/queries/members.ts"
import { policy } from "../../lib/queries/policy.ts"
import { policyPreview } from "../../lib/queries/policy-preview.ts"
import { projects } from "../../lib/queries/projects.ts"
import { sampleText, value } from "../queries/project.ts"
import { invited, joined, link, place, provenance, requestId, text } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"

const open = { blind: false, pseudonyms: false }

/** A site that every address leads to, so that none is asked on the web. */
const site = createServer((_, response) => response.setHeader("content-type", "text/plain").end("The ship sank."))
site.listen(0, "127.0.0.1").unref()
const network: Network = {
  resolve: async () => ["93.184.216.34"],
  dial: () => ({ host: "127.0.0.1", port: (site.address() as AddressInfo).port }),
}

/** What is done with a project. */
export const projectRows: readonly Row[] = [
  row(
    "addDocument",
    "POST projects/[projectId]/documents",
    "forbidden forbidden ok ok not-found not-found signed-out",
    addDocument(() => 1_000_000),
    async ({ projectId }) => ({
      projectId,
      id: uuidv7(),
      ...provenance,
      text: sampleText,
      again: true,
      requestId: requestId(),
    }),
  ),
  row(
    "filePreview",
    "POST projects/[projectId]/documents/read",
    "forbidden forbidden ok ok not-found not-found signed-out",
    filePreview(() => 1_000_000),
    async ({ projectId }) => ({
      projectId,
      file: { name: "log.txt", mediaType: "", base64: Buffer.from(sampleText).toString("base64"), encoding: "" },
    }),
  ),
  row(
    "fetchedFile, from a site of our own",
    "POST projects/[projectId]/documents/fetch",
    "forbidden forbidden ok ok not-found not-found signed-out",
    fetchedFile(() => ({ limit: 1_000_000, off: false }), network),
    async ({ projectId }) => ({ projectId, address: "http://example.org/" }),
  ),
  row(
    "describeDocument",
    "POST projects/[projectId]/documents/[documentId]",
    "forbidden forbidden ok ok not-found not-found signed-out",
    describeDocument,
    async room => {
      const { documentId } = await place(room)
      return {
        projectId: room.projectId,
        documentId,
        version: 1,
        ...provenance,
        title: "Ship's log",
        requestId: requestId(),
      }
    },
  ),
  row(
    "linkClaims",
    "POST projects/[projectId]/claim-links",
    "forbidden forbidden ok ok not-found not-found signed-out",
    linkClaims,
    link,
  ),
  row(
    "withdrawLink",
    "POST projects/[projectId]/claim-links/[linkId]/withdraw",
    "forbidden forbidden ok ok not-found not-found signed-out",
    withdrawLink,
    async room => {
      const made = await link(room)
      value(await linkClaims(room.owner, made))
      return { projectId: made.projectId, linkId: made.id, why: "", requestId: requestId() }
    },
  ),
  row(
    "policyPreview",
    "POST projects/[projectId]/policy/preview",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    policyPreview,
    async ({ projectId }) => ({ projectId, ...defaultPolicy }),
  ),
  row(
    "changePolicy",
    "POST projects/[projectId]/policy",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    changePolicy,
    async ({ projectId }) => ({ projectId, version: 1, ...defaultPolicy, requestId: requestId() }),
  ),
  row(
    "chooseBlindness",
    "POST projects/[projectId]/blindness",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    chooseBlindness,
    async ({ projectId }) => ({ projectId, blind: true, pseudonyms: false, seen: open, requestId: requestId() }),
  ),
  row(
    "chooseDocumentBlindness",
    "POST projects/[projectId]/documents/[documentId]/blindness",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    chooseDocumentBlindness,
    async room => {
      const { documentId } = await place(room)
      return { projectId: room.projectId, documentId, blind: true, seen: null, requestId: requestId() }
    },
  ),
  row(
    "describeProject",
    "POST projects/[projectId]",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    describeProject,
    async ({ projectId }) => ({ projectId, version: 1, name: "Seminar 2", description: "", requestId: requestId() }),
  ),
  row(
    "inviteMember",
    "POST projects/[projectId]/invitations",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    inviteMember,
    async ({ projectId }) => ({ projectId, id: uuidv7(), role: "owner", note: "", requestId: requestId() }),
  ),
  row(
    "withdrawInvitation",
    "POST projects/[projectId]/invitations/[invitationId]/withdraw",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    withdrawInvitation,
    async room => {
      const { invitationId } = await invited(room)
      return { projectId: room.projectId, invitationId, requestId: requestId() }
    },
  ),
  row(
    "changeRole",
    "POST projects/[projectId]/members/[userId]/role",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    changeRole,
    async room => ({ ...(await joined(room)), role: "owner" }),
  ),
  row(
    "removeMember",
    "POST projects/[projectId]/members/[userId]/remove",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    removeMember,
    joined,
  ),
]
