/** The words of a line of Notion-flavoured Markdown, without marks, tags, attributes and escapes. */
export function plainLine(text: string): string {
  return text
    .replace(/\{(?:\s*[a-z_]+="[^"]*")+\s*\}\s*$/, '')
    .replace(/<br\s*\/?>/g, ' ')
    .replace(/(?<!\\)<[^<>]*(?<!\\)>/g, '')
    .replace(/!?\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)(?:\*{1,3}|~~|`)/g, '')
    .replace(/\\([\\*~`$[\]<>{}|^#+:.)-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
