/** The styles that come with the tool, the default first. */
export const citationStyleIds = ["chicago", "apa", "mla", "harvard", "gost"] as const
export type CitationStyleId = (typeof citationStyleIds)[number]

export const citationStyleWords: Readonly<Record<CitationStyleId, string>> = {
  chicago: "Chicago, notes and bibliography",
  apa: "APA",
  mla: "MLA",
  harvard: "Harvard",
  gost: "GOST R 7.0.5-2008",
}

export const citationLocales = ["en-GB", "en-US", "ru-RU"] as const
export type CitationLocale = (typeof citationLocales)[number]

export const citationLocaleWords: Readonly<Record<CitationLocale, string>> = {
  "en-GB": "English, British",
  "en-US": "English, American",
  "ru-RU": "Russian",
}

/** How references to archives are set, which styles drop or set wrongly. */
export const archiveForms = ["latin", "russian", "gost"] as const
export type ArchiveForm = (typeof archiveForms)[number]

export const archiveFormWords: Readonly<Record<ArchiveForm, string>> = {
  latin: "In Latin letters: RGVA, f. 33987, op. 3, d. 851",
  russian: "In Russian: РГВА. Ф. 33987. Оп. 3. Д. 851",
  gost: "In Russian, after GOST R 7.0.5-2008",
}

/** How a project sets its sources. `style` names one that comes along, or is the id of one that was uploaded. */
export interface CitationSetting {
  readonly style: string
  readonly locale: CitationLocale
  readonly archives: ArchiveForm
}

/** A setting with the XML of its style. */
export interface StyleInUse extends Omit<CitationSetting, "style"> {
  readonly xml: string
}

export const isStyleId = (style: string): style is CitationStyleId =>
  (citationStyleIds as readonly string[]).includes(style)
