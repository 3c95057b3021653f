/** Why a project's archive can't be read or brought in; the message is a sentence for whoever sent it. */
export class ArchiveTrouble extends Error {}
