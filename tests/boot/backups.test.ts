import { expect, test } from "vitest"
import { backupName, isBackupName } from "../../lib/boot/backup-names.js"
import { backupSchedule, lastDue } from "../../lib/boot/start-backups.js"

test("backups are made by schedule when somebody asks for it, and what can't be is said", () => {
  expect(backupSchedule({})).toBeNull()
  expect(backupSchedule({ BACKUP_DIR: "/b" })).toEqual({ folder: "/b", at: { hour: 3, minute: 30 }, keep: 14 })
  expect(backupSchedule({ DATA_DIR: "/d", BACKUP_AT: "23:05", BACKUP_KEEP: "2" })).toEqual({
    folder: "/d/backups",
    at: { hour: 23, minute: 5 },
    keep: 2,
  })
  for (const BACKUP_AT of ["24:00", "3.30", "night"])
    expect(() => backupSchedule({ BACKUP_AT })).toThrow(/^BACKUP_AT has/)
  for (const BACKUP_KEEP of ["0", "many", "1.5"])
    expect(() => backupSchedule({ BACKUP_DIR: "/b", BACKUP_KEEP })).toThrow(/^BACKUP_KEEP has/)
})

test("a backup is due once a day, and its name says when it was made", () => {
  const at = { hour: 3, minute: 30 }
  expect(lastDue(at, new Date(2026, 4, 2, 3, 29, 59))).toEqual(new Date(2026, 4, 1, 3, 30))
  expect(lastDue(at, new Date(2026, 4, 2, 3, 30, 0))).toEqual(new Date(2026, 4, 2, 3, 30))
  expect(backupName(new Date("2026-05-02T03:30:07Z"))).toBe("apparatus-2026-05-02T033007Z.tar.gz")
  expect(isBackupName("apparatus-2026-05-02T033007Z.tar.gz")).toBe(true)
  for (const name of ["apparatus-2026-05-02T033007Z.tar.gz.part", "mine.tar.gz"]) expect(isBackupName(name)).toBe(false)
})
