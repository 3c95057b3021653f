/** The name of what a script that runs sets in its window. */
export const canary = "ranHere"
const run = `window.${canary}=1`

/** A host that no page of ours may ask; names under .invalid lead nowhere (RFC 6761). */
export const elsewhere = "elsewhere.invalid"

/** Words that become a script, a style, a frame, a request or a way out wherever they are taken for markup or code. */
export const injections: readonly string[] = [
  `<script>${run}</script>`,
  `"><script>${run}</script>`,
  `'><img src=x onerror=${run}>`,
  `<svg onload=${run}>`,
  `</title><script>${run}</script>`,
  `</textarea><svg/onload=${run}>`,
  `" autofocus onfocus=${run} x="`,
  `javascript:${run}`,
  `[a](javascript:${run})`,
  `\`\${${run}}\``,
  `{{constructor.constructor('${run}')()}}`,
  `<a href="&#106;avascript:${run}">a</a>`,
  `<iframe srcdoc="<script>parent.${canary}=1</script>">`,
  `<img src=//${elsewhere}/a.png>`,
  `<style>@import '//${elsewhere}/a.css'</style>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=1 onerror=${run}>">`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<svg><style><a id="</style><img src=1 onerror=${run}>"></svg>`,
  `<details open ontoggle=${run}>a</details>`,
  `<base href=//${elsewhere}/>`,
  `<meta http-equiv=refresh content="0;url=//${elsewhere}/">`,
  `<form action=//${elsewhere}/><button>a</button></form>`,
  `<object data="data:text/html,<script>${run}</script>"></object>`,
  `\u2028;${run}//`,
  `＜script＞${run}＜/script＞`,
  `\u202E<script>${run}</script>`,
  `]]><script>${run}</script><![CDATA[`,
  `--><script>${run}</script><!--`,
  `<x style="background:url(//${elsewhere}/b.png)">a</x>`,
  `<script src=//${elsewhere}/a.js></script>`,
  `<svg><a xlink:href="javascript:${run}"><text>a</text></a></svg>`,
  `{"__proto__":{"innerHTML":"<img src=x onerror=${run}>"}}`,
  `\\u003cscript\\u003e${run}\\u003c/script\\u003e`,
]

/** As many of them as fit in so many characters, beginning at another one each time it is asked. */
export function hostileWords(): (most: number) => string {
  let next = 0
  return most => {
    let words = ""
    for (let tried = 0; tried < injections.length; tried++) {
      const one = injections[(next + tried) % injections.length]!
      if (words.length + one.length + 1 <= most) words += `${words === "" ? "" : " "}${one}`
    }
    next += 1
    // A line holds no separator of lines at its ends.
    return words.trim()
  }
}
