/** Claims up to which a file is made while its reader waits; files of more are made in the background. */
export const exportsAtOnce = (): number => Number(process.env["EXPORT_AT_ONCE"]) || 2_000
