/** Words as the text or a quoted attribute of XML 1.0; what XML cannot hold, not even escaped, becomes U+FFFD. */
export const xmlText = (words: string): string =>
  words
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
