"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import type { Role } from "../../../../../lib/domain/access.ts"
import { type ApiFailure, api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { SelectField } from "../../../../_ui/select-field.tsx"
import { toast } from "../../../../_ui/toast.ts"
import type { Member } from "./member-item.tsx"
import { roleChoices } from "./role-choices.ts"

/** Chooses another role for a member; it is saved by a press, so that looking through the list changes nothing. */
export function RoleForm({ projectId, member }: { projectId: string; member: Member }) {
  const router = useRouter()
  const [shown, setShown] = useState(member)
  const [seen, setSeen] = useState(member)
  const [role, setRole] = useState<Role>(member.role)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [theirs, setTheirs] = useState<Member | null>(null)
  // The page brought a newer state; a choice that is not saved yet stays.
  if (shown.version !== member.version) {
    setShown(member)
    setSeen(member)
    if (role === seen.role) setRole(member.role)
  }

  const save = async (version: number) => {
    setBusy(true)
    setFailure(null)
    setTheirs(null)
    const path = `/projects/${projectId}/members/${member.userId}/role`
    const result = await api.post(path, { requestId: crypto.randomUUID(), version, role })
    setBusy(false)
    if (result.ok) {
      setSeen({ ...seen, role, version: version + 1 })
      toast({ text: `${member.name} is now ${nameOf(role)}.` })
      router.refresh()
    } else if (result.failure.code === "conflict") setTheirs(result.failure["current"] as Member)
    else setFailure(result.failure)
  }
  return (
    <form
      className="grid max-w-sm gap-2"
      onSubmit={event => {
        event.preventDefault()
        if (!busy) void save(seen.version)
      }}
    >
      <div className="flex gap-2">
        <SelectField
          label={`Role of ${member.name}`}
          hideLabel
          value={role}
          options={roleChoices}
          onChange={event => setRole(event.target.value as Role)}
        />
        {role !== seen.role && !theirs && (
          <Button type="submit" kind="primary" busy={busy} aria-label={`Save the role of ${member.name}`}>
            Save
          </Button>
        )}
      </div>
      <FormError failure={failure} />
      {theirs && (
        <div role="alert" className="grid gap-2 border-l-3 border-line pl-3">
          <p>
            {member.name} was made {nameOf(theirs.role)} in the meantime. You chose {nameOf(role)}.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button
              size="small"
              onClick={() => {
                setRole(theirs.role)
                setSeen(theirs)
                setTheirs(null)
                router.refresh()
              }}
            >
              Use theirs
            </Button>
            <Button size="small" busy={busy} onClick={() => void save(theirs.version)}>
              Save mine over it
            </Button>
          </div>
        </div>
      )}
    </form>
  )
}

const nameOf = (role: Role) => (role === "editor" || role === "owner" ? `an ${role}` : `a ${role}`)
