import type { Code } from 'mdast'

/** Code between tags that show it as it is; `<file>` where its own words would end the other. */
export function codeDoku({ lang, value }: Code): string {
  const tag = !value.includes('</code>') ? 'code' : 'file'
  const safe = value.replaceAll(`</${tag}>`, `</${tag}\u2060>`)
  return `<${tag}${/^[\w+#.-]{1,20}$/.test(lang ?? '') ? ` ${lang}` : ''}>\n${safe}\n</${tag}>`
}
