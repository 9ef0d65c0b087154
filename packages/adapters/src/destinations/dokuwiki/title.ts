import { cleanText } from '@blamefree/core'

/** A title as the page’s first heading shows it: on one line, and never empty. */
export const titleOf = (title: string): string => cleanText(title).replace(/\s+/g, ' ').trim() || 'Post-mortem'

/** A page as the wiki keeps it, in two: its title, which is its first and largest heading, and everything else. */
export interface TitledText {
  /** Null where the page has no such heading. */
  readonly title: string | null
  readonly text: string
}

/** The largest heading there is, on a line of its own. */
const TITLE = /^[ \t]*={6,}([^\n]+?)={2,}[ \t]*$/m

/** A page’s title and the rest. What stands above the title stays in the text, where it is. */
export function splitTitle(raw: string): TitledText {
  const source = raw.replace(/\r\n?/g, '\n')
  const found = TITLE.exec(source)
  if (found === null) return { title: null, text: source.replace(/^\n+|\s+$/g, '') }
  const [line, words = ''] = found
  const above = source.slice(0, found.index).replace(/^\n+|\s+$/g, '')
  const below = source.slice(found.index + line.length).replace(/^\n+|\s+$/g, '')
  return { title: words.trim(), text: above === '' || below === '' ? above + below : `${above}\n\n${below}` }
}

/** The page to write: the title above the text, or below what people have set above it in the page as it is (`raw`). */
export function withTitle({ title, text }: TitledText, raw: string): string {
  if (title === null) return text
  const heading = `====== ${title} ======`
  const source = raw.replace(/\r\n?/g, '\n')
  const above = source.slice(0, TITLE.exec(source)?.index ?? 0).replace(/^\n+|\s+$/g, '')
  if (above !== '' && text.startsWith(`${above}\n\n`)) return `${above}\n\n${heading}\n\n${text.slice(above.length + 2)}`
  return text === '' ? heading : `${heading}\n\n${text}`
}
