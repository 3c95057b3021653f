/** The kinds of file that become documents, as people call them and for the browser's own choice of files. */
export const documentFiles = ".txt, .md, .html, .docx, .odt, .pdf, .epub or TEI (.xml)"
export const documentAccept = [
  ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.odt,.pdf,.epub,.xml,.tei",
  "text/plain,text/markdown,text/html,application/pdf,application/epub+zip,application/xml,text/xml",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.oasis.opendocument.text",
].join(",")
