/** An archive that references name by its letters. */
export interface Archive {
  readonly russian: string
  readonly latin: string
  /** Further ways in which it is written. */
  readonly also: readonly string[]
  /** Its files are storage units: "Ед. хр." stands where others have "Д.". */
  readonly units?: true
}

const archive = (russian: string, latin: string, ...also: readonly string[]): Archive => ({ russian, latin, also })

/** The archives of Soviet and Russian history that are cited by their letters, with their older names as they were. */
const archives: readonly Archive[] = [
  archive("РГВА", "RGVA", "Российский государственный военный архив", "Russian State Military Archive"),
  archive("ЦГАСА", "TsGASA", "Центральный государственный архив Советской армии"),
  archive(
    "РГАСПИ",
    "RGASPI",
    "Российский государственный архив социально-политической истории",
    "Russian State Archive of Socio-Political History",
  ),
  archive("РЦХИДНИ", "RTsKhIDNI"),
  archive("ЦПА ИМЛ", "TsPA IML", "ЦПА ИМЛ при ЦК КПСС"),
  archive("РГАНИ", "RGANI", "Российский государственный архив новейшей истории"),
  archive("ЦХСД", "TsKhSD"),
  archive(
    "ГАРФ",
    "GARF",
    "ГА РФ",
    "GA RF",
    "Государственный архив Российской Федерации",
    "State Archive of the Russian Federation",
  ),
  archive("ЦГАОР", "TsGAOR", "ЦГАОР СССР", "TsGAOR SSSR"),
  archive("АП РФ", "AP RF", "АПРФ", "APRF", "Архив Президента Российской Федерации"),
  archive("ЦА ФСБ", "TsA FSB", "ЦА ФСБ РФ", "ЦА ФСБ России", "TsA FSB RF", "TsA FSB Rossii"),
  archive("ЦАМО", "TsAMO", "ЦАМО РФ", "TsAMO RF", "ЦА МО РФ", "TsA MO RF", "ЦА МО"),
  archive("АВП РФ", "AVP RF", "АВПРФ", "AVPRF", "Архив внешней политики Российской Федерации"),
  archive("РГАЭ", "RGAE", "Российский государственный архив экономики"),
  { ...archive("РГАЛИ", "RGALI", "Российский государственный архив литературы и искусства"), units: true },
  archive("РГВИА", "RGVIA", "Российский государственный военно-исторический архив"),
  archive("РГИА", "RGIA", "Российский государственный исторический архив"),
  archive("РГАДА", "RGADA", "Российский государственный архив древних актов"),
  archive("РГАВМФ", "RGAVMF", "РГА ВМФ", "RGA VMF", "Российский государственный архив Военно-морского флота"),
  archive("РГАКФД", "RGAKFD"),
  archive("ЦГА СПб", "TsGA SPb"),
  archive("ЦГАИПД СПб", "TsGAIPD SPb"),
  archive("ЦА МВД", "TsA MVD", "ЦА МВД РФ", "ЦА МВД России"),
]

const folded = (name: string) =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

const byName = new Map(
  archives.flatMap(known => [known.russian, known.latin, ...known.also].map(name => [folded(name), known] as const)),
)

/** The archive that has this name, however it is spaced, pointed or written in capitals, else null. */
export const archiveNamed = (name: string): Archive | null => byName.get(folded(name)) ?? null

/** Two names mean the same archive when these are the same. Names that nobody listed are compared as they are. */
export const archiveKey = (name: string): string => folded(archiveNamed(name)?.russian ?? name)

/** The longest name of a known archive that a text ends with, as it stands there, else null. */
export function archiveAtEnd(text: string): string | null {
  const words = [...text.matchAll(/[\p{L}\p{N}-]+/gu)].slice(-8)
  const first = words.find(word => archiveNamed(text.slice(word.index)) !== null)
  return first ? text.slice(first.index).trim() : null
}
