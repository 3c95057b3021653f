// Nothing runs here: the type checker is the test. Each line below an expected error would let somebody past the door.

import * as z from "zod"
import { accountCommand, documentCommand, projectCommand } from "../lib/commands/command.ts"
import { applyEffect } from "../lib/db/apply-effect.ts"
import { applyInBulk } from "../lib/db/bulk-units.ts"
import { type AccountPass, ProjectPass } from "../lib/db/pass.ts"
import { members, saveRole } from "../lib/db/project-rows.ts"
import { roomUnits } from "../lib/db/reading-rows.ts"
import { ownSessions } from "../lib/db/session-rows.ts"
import { fail, ok } from "../lib/domain/failure.ts"
import { failureSentence } from "../lib/domain/failure-sentence.ts"
import { inDocument, inProject } from "../lib/schema/place.ts"

declare const accountPass: AccountPass
declare const projectPass: ProjectPass
const { tx, actor, role, projectId, projectRevision, at } = projectPass

// @ts-expect-error A pass's class is exported as a type: nobody else can make one.
new ProjectPass(tx, actor, role, projectId, projectRevision, at)
// @ts-expect-error A look-alike with every field is no pass.
void members({ tx, actor, role, projectId, projectRevision, at })
// @ts-expect-error Nor is a copy of a real one.
void members({ ...projectPass })
// @ts-expect-error Nor is one whose project was swapped.
void saveRole({ ...projectPass, projectId: "another" }, "person", "owner")
// @ts-expect-error A pass of an account opens no project.
void members(accountPass)
// @ts-expect-error A pass of a project opens no document.
void roomUnits(projectPass)
// @ts-expect-error A pass of a project writes no effect into a document.
void applyEffect(projectPass, {})
// @ts-expect-error Nor one on thousands of units.
void applyInBulk(projectPass, {}, () => {})
// @ts-expect-error A pass of a project is not one of an account.
void ownSessions(projectPass)
// @ts-expect-error A pass can't be pointed at another project.
projectPass.projectId = "another"
// @ts-expect-error Nor can its role be raised.
projectPass.role = "owner"

const kept = async () => ok({ change: { kind: "kind-changed" as const, effect: {} } })
documentCommand("unit.edit", inDocument, kept)
// @ts-expect-error A command names a permission that the policy knows.
documentCommand("unit.edti", inDocument, kept)
// @ts-expect-error A command can't leave its permission out.
documentCommand(inDocument, kept)
// @ts-expect-error A command of a document takes a document's id and a request's.
documentCommand("unit.edit", z.strictObject({ projectId: z.uuid() }), kept)
// @ts-expect-error A command says what it changed.
documentCommand("unit.edit", inDocument, async () => ok(undefined))
// @ts-expect-error What it changed is of a kind that the log knows.
documentCommand("unit.edit", inDocument, async () => ok({ change: { kind: "unit-vanished", effect: {} } }))
// @ts-expect-error A change of a document carries its effect.
documentCommand("unit.edit", inDocument, async () => ok({ change: { kind: "kind-changed" } }))
// @ts-expect-error A command of a project doesn't write into a document's stream.
projectCommand("project.edit", inProject, kept)
// @ts-expect-error A command of an account hasn't been let into a project.
accountCommand(inProject, async pass => ok(await members(pass)))

// @ts-expect-error A failure is one that the list knows.
fail({ code: "something-else" })
// @ts-expect-error A failure carries what its sentence needs.
failureSentence({ code: "too-often" })
