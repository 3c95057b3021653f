/** Why a file is no text that can be read, although it came as a whole. */
export type FileTrouble =
  | "encrypted"
  | "no-text"
  | "damaged"
  | "too-much"
  | "too-slow"
  | "other-archive"
  | "old-word"
  | "image"

export const fileTroubleSentences: Readonly<Record<FileTrouble, string>> = {
  encrypted: "This file is locked with a password or against copying. Save a copy without that and choose it.",
  "no-text":
    "This file has no text layer: its pages are pictures. Run text recognition over it, or paste the text, and try again.",
  damaged: "This file is damaged or incomplete. Open it in the program that made it, save it anew and choose it again.",
  "too-much": "There is more in this file than can be unpacked safely. Save a part of it, or paste the text.",
  "too-slow": "Reading this file takes too long. Save a part of it, or paste the text.",
  "other-archive":
    "This archive is no document. Choose a Word (.docx), OpenDocument (.odt) or EPUB file, or unpack it first.",
  "old-word": "This is a file of an old Word. Open it in Word or LibreOffice, save it as .docx and choose that.",
  image: "This is a picture. Run text recognition over it and choose the text.",
}
