/**
 * The plain words of an event's inline Markdown: code marks, emphasis, link addresses and directives gone, code blocks left out, white space
 * single. For judging and quoting, never for the document itself.
 */
export function plainWords(markdown: string): string {
  let text = markdown.length > LONGEST ? markdown.slice(0, LONGEST) : markdown
  if (text.includes('```')) text = text.replace(/```[^`]*(?:`{1,2}[^`]+)*(?:```|$)/g, ' ')
  if (text.includes('](')) text = text.replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, '$1')
  if (text.includes(']{')) text = text.replace(/:[a-z]+\[([^\]]*)\]\{[^}]*\}/g, '$1')
  return text
    .replace(/\\(?:\n|([!-/:-@[-`{-~]))/g, (_, sign: string | undefined) => sign ?? ' ')
    .replace(/[*`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Text as inline Markdown that shows exactly these characters. */
export function escapeInline(text: string): string {
  return text.replace(/[\\`*_[\]<>#|{}~:$&!@]/g, String.raw`\$&`)
}

/** The first words of an event's text, escaped for inline Markdown: at most `most` characters, cut between words, with an ellipsis where cut. */
export function excerpt(markdown: string, most = 140): string {
  return escapeInline(cut(plainWords(markdown), most))
}

/** A text cut between words to at most `most` characters; an ellipsis says so. Never cuts a surrogate pair in two. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const head = text.slice(0, most - 1)
  const space = head.lastIndexOf(' ')
  return `${(space > most / 2 ? head.slice(0, space) : head).replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:.-]+$/, '')}…`
}

const LONGEST = 4000
