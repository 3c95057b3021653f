import type { Role } from "../../../../../lib/domain/access.ts"
import { Time } from "../../../../_ui/time.tsx"
import { RemoveMember } from "./remove-member.tsx"
import { RoleForm } from "./role-form.tsx"

export interface Member {
  readonly userId: string
  readonly name: string
  readonly email: string | null
  readonly role: Role
  readonly version: number
  /** ISO 8601; null for whom it would tell which pseudonym is whose. */
  readonly joinedAt: string | null
  /** Whether they came in an archive and have no account here. */
  readonly broughtIn: boolean
}

interface Props {
  readonly projectId: string
  readonly member: Member
  /** Whether it is the person who looks. */
  readonly own: boolean
  readonly manages: boolean
}

/** One member; those who manage members can change the role and remove the person. */
export function MemberItem({ projectId, member, own, manages }: Props) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-rule py-4">
      <div className="min-w-0 flex-1 basis-60">
        <p className="break-words">
          <b>{member.name}</b>
          {own && <span className="ml-2 text-accent">you</span>}
        </p>
        <p className="text-sm break-words text-soft">
          {member.broughtIn ? "brought in from an archive, has no account here, " : member.email && `${member.email}, `}
          {!manages && member.role}
          {member.joinedAt && (
            <>
              {!manages && ", "}joined <Time at={member.joinedAt} />
            </>
          )}
        </p>
      </div>
      {manages && (
        <div className="flex flex-wrap items-start gap-2">
          <RoleForm projectId={projectId} member={member} />
          <RemoveMember projectId={projectId} member={member} own={own} />
        </div>
      )}
    </li>
  )
}
