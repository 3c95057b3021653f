import type { CitationStyleId } from "../domain/citation-setting.ts"
import apa from "./csl/apa.json" with { type: "json" }
import chicago from "./csl/chicago-notes-bibliography.json" with { type: "json" }
import gost from "./csl/gost-r-7-0-5-2008.json" with { type: "json" }
import harvard from "./csl/harvard1.json" with { type: "json" }
import english from "./csl/locale-en-us.json" with { type: "json" }
import russian from "./csl/locale-ru-ru.json" with { type: "json" }
import mla from "./csl/modern-language-association.json" with { type: "json" }

/** The CSL of each style, unchanged; all of them are under CC BY-SA 3.0, as the style files themselves say. */
export const citationStyleXml: Readonly<Record<CitationStyleId, string>> = {
  chicago: chicago.xml,
  apa: apa.xml,
  mla: mla.xml,
  harvard: harvard.xml,
  gost: gost.xml,
}

/** What British English has otherwise than the American locale, which citeproc reads before it. */
const british = `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-GB">
  <style-options punctuation-in-quote="false"/>
  <date form="text">
    <date-part name="day" suffix=" "/>
    <date-part name="month" suffix=" "/>
    <date-part name="year"/>
  </date>
  <date form="numeric">
    <date-part name="day" form="numeric-leading-zeros" suffix="/"/>
    <date-part name="month" form="numeric-leading-zeros" suffix="/"/>
    <date-part name="year"/>
  </date>
  <terms>
    <term name="open-quote">‘</term>
    <term name="close-quote">’</term>
    <term name="open-inner-quote">“</term>
    <term name="close-inner-quote">”</term>
  </terms>
</locale>`

/** The XML of a locale, or of the American one, which is read before every other. */
export const localeXml = (tag: string): string =>
  tag === "en-GB" ? british : tag === "ru-RU" ? russian.xml : english.xml
