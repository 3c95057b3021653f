/** What is wrong with a version of Node, or null. @param {string} version */
export function nodeTrouble(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return null
  return `Apparatus needs Node 20.19 or newer; this is ${version}. Install a newer Node, then start again.`
}
