import { join, resolve } from "node:path"
import { dataFolder } from "./data-folder.js"
import { root } from "./prepare.js"

/** Where backups go when nobody names a file. @param {Record<string, string | undefined>} env */
export const backupFolder = env =>
  env["BACKUP_DIR"] ? resolve(root, env["BACKUP_DIR"]) : join(dataFolder(env), "backups")

/** What backups are called that nobody gave a name: by the time, so that their names are in order. @param {Date} at */
export const backupName = at => `apparatus-${at.toISOString().slice(0, 19).replaceAll(":", "")}Z.tar.gz`
export const isBackupName = (/** @type {string} */ name) => /^apparatus-\d{4}-\d\d-\d\dT\d{6}Z\.tar\.gz$/.test(name)
