import { type CitationSetting, isStyleId, type StyleInUse } from "../domain/citation-setting.ts"
import { citationStyleXml } from "./citation-styles.ts"

/** The choice with its XML; `uploaded` is that of a style that does not come along. One that is gone falls back to the default. */
export const styleInUse = ({ style, locale, archives }: CitationSetting, uploaded: string | null): StyleInUse => ({
  xml: isStyleId(style) ? citationStyleXml[style] : (uploaded ?? citationStyleXml.chicago),
  locale,
  archives,
})
