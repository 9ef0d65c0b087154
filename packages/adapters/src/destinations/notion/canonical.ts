import { withoutAddresses } from './images.ts'

/** A piece without what Notion changes by itself: the signed addresses of files, indentation of tables, widths and colours of theirs, needless escapes, `_` for `*`. */
export function canonical(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n')
  if (/^`{3}/.test(lines[0] ?? '')) return lines.map((line) => line.trimEnd()).join('\n')
  const table = /^\s*<(?:table|tr)\b/.test(lines[0] ?? '')
  const joined = table ? lines.map((line) => line.trim()).filter((line) => !/^<\/?(?:colgroup|col)\b/.test(line)) : lines
  const same = joined
    .join(table ? '' : '\n')
    .replace(/<(table|tr|td|callout|details)\b([^>]*)>/g, (_whole, tag: string, attributes: string) => `<${tag}${kept(attributes)}>`)
    .replace(/<mention-user url="([^"]*)"[^>]*?(?:\/>|>[^<]*<\/mention-user>)/g, '<mention-user $1>')
    .replace(/<br\s*\/?>/g, '<br>')
    .replace(/\\([^])/g, (whole, sign: string) => (MUST.test(sign) ? whole : sign))
    .replace(/^(\t*)\d{1,9}\. /gm, '$11. ')
    .replace(/ {2,}/g, ' ')
    .replace(/[ \t]+$/gm, '')
  return withoutAddresses(same)
}

/** What Notion itself escapes. */
const MUST = /[\\*~`$[\]<>{}|^\n]/

/** Of a tag's attributes, those that say something, in one order. */
function kept(attributes: string): string {
  const found = [...attributes.matchAll(/([a-z-]+)="([^"]*)"/g)].filter(
    ([, name = '', value]) => (name === 'color' && value !== '') || name === 'icon' || name === 'header-row',
  )
  return found
    .map(([, name, value]) => ` ${name}="${value}"`)
    .toSorted()
    .join('')
}
