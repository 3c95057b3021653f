import { archiveNamed } from "./archives.ts"
import type { ArchiveReference } from "./source.ts"

/** How an archive reference is set: in Russian after GOST R 7.0.5, or in Latin letters as in books in English. */
export type ReferenceForm = "russian" | "latin"

/** The form in which a reference is written as it stands: by the letters of its archive's name. */
export const formAsWritten = ({ archive }: ArchiveReference): ReferenceForm =>
  /\p{Script=Cyrillic}/u.test(archive) ? "russian" : "latin"

/** "РГВА. Ф. 33987. Оп. 3. Д. 851. Л. 12–14 об." or "RGVA, f. 33987, op. 3, d. 851, ll. 12–14ob." Parts that are not known are left out. */
export const setReference = (reference: ArchiveReference, form: ReferenceForm): string =>
  form === "russian" ? russianReference(reference) : latinReference(reference)

/**
 * The reference after GOST R 7.0.5-2008: parts in order with their abbreviations, each ended by a point. Letters of an
 * archive that is not known stay as they are written.
 */
function russianReference({ archive, fond, opis, delo, list }: ArchiveReference): string {
  const known = archiveNamed(archive)
  const name = known && formAsWritten({ archive }) === "latin" ? known.russian : archive
  const unit = known?.units ? "Ед. хр." : "Д."
  const parts = [
    name,
    fond && `Ф. ${fond}`,
    opis && `Оп. ${opis}`,
    delo && `${unit} ${delo}`,
    list && `Л. ${verso(list, "russian")}`,
  ]
  return `${parts.filter(Boolean).join(". ")}.`.replace(/\.\.$/, ".")
}

function latinReference({ archive, fond, opis, delo, list }: ArchiveReference): string {
  const known = archiveNamed(archive)
  const name = known && formAsWritten({ archive }) === "russian" ? known.latin : archive
  const unit = known?.units ? "ed. khr." : "d."
  const leaf = list && (/[–,-]/.test(list) ? "ll." : "l.")
  const parts = [
    name,
    fond && `f. ${fond}`,
    opis && `op. ${opis}`,
    delo && `${unit} ${delo}`,
    list && `${leaf} ${verso(list, "latin")}`,
  ]
  return parts.filter(Boolean).join(", ")
}

/** The back of a leaf: "12 об." or "12ob." */
const verso = (list: string, form: ReferenceForm) =>
  list.replaceAll(/\s*(?:об|ob)(?!\p{L})\.?/giu, form === "russian" ? " об." : "ob.")
