import type { PhrasingContent } from 'mdast'

/** One line of Jira's wiki markup → inline nodes: `*bold*`, `_emphasis_`, `-deleted-`, `{{code}}`, `[text|address]`, `[~somebody]`, `!image.png!`, `\\`. */
export function wikiInline(text: string, depth = 0): PhrasingContent[] {
  const found: PhrasingContent[] = []
  let from = 0
  TOKEN.lastIndex = 0
  const tokens = depth > DEEPEST ? [] : text.slice(0, LONGEST).matchAll(TOKEN)
  for (const match of tokens) {
    const nodes = nodesOf(match, depth)
    if (nodes === null) continue
    push(found, text.slice(from, match.index))
    found.push(...nodes)
    from = match.index + match[0].length
  }
  push(found, text.slice(from))
  return found
}

const DEEPEST = 4
/** Marks are looked for in this much of a line; what comes after stays plain. */
const LONGEST = 20_000

const BOUND = String.raw`(?<![\p{L}\p{N}])`
const AFTER = String.raw`(?![\p{L}\p{N}])`

/** The inline notations; each alternative is a named group. Nothing here may look back over more than one character: lines come from strangers. */
const TOKEN = new RegExp(
  [
    String.raw`\\\\(?<break>)(?!\\)`,
    String.raw`\\(?<escaped>[*_\-+^~{}[\]!|\\])`,
    String.raw`\{\{(?<code>[^{}]{1,500})\}\}`,
    String.raw`\{(?:color|anchor)(?::[^{}]{0,60})?\}(?<nothing>)`,
    String.raw`\[~(?:accountid:)?(?<user>[^\]|\n]{1,120})\]`,
    String.raw`\[(?:(?<label>[^\]|\n]{1,500})\|)?(?<url>(?:https?:\/\/|mailto:)[^\]|\s]{1,2000})(?:\|[^\]\n]{0,60})?\]`,
    String.raw`!(?<image>[^!|\s][^!|\n]{0,300}\.[A-Za-z0-9]{2,5})(?:\|[^!\n]{0,100})?!`,
    String.raw`${BOUND}\*(?<bold>[^\s*](?:[^*\n]{0,500}[^\s*])?)\*${AFTER}`,
    String.raw`${BOUND}_(?<emphasis>[^\s_](?:[^_\n]{0,500}[^\s_])?)_${AFTER}`,
    String.raw`(?<![\p{L}\p{N}-])-(?<deleted>[^\s-](?:[^-\n]{0,500}[^\s-])?)-(?![\p{L}\p{N}-])`,
    String.raw`${BOUND}\?\?(?<cited>[^?\n]{1,500})\?\?`,
    String.raw`${BOUND}\+(?<inserted>[^\s+](?:[^+\n]{0,500}[^\s+])?)\+${AFTER}`,
  ].join('|'),
  'gu',
)

function nodesOf(match: RegExpExecArray, depth: number): PhrasingContent[] | null {
  const groups = match.groups ?? {}
  const inner = (text: string): PhrasingContent[] => wikiInline(text, depth + 1)
  if (groups['break'] !== undefined) return [{ type: 'break' }]
  if (groups['nothing'] !== undefined) return []
  if (groups['escaped'] !== undefined) return [{ type: 'text', value: groups['escaped'] }]
  if (groups['code'] !== undefined) return [{ type: 'inlineCode', value: groups['code'] }]
  if (groups['user'] !== undefined) return [{ type: 'text', value: `@${groups['user']}` }]
  if (groups['url'] !== undefined) return [{ type: 'link', title: null, url: groups['url'], children: inner(groups['label'] ?? groups['url']) }]
  if (groups['image'] !== undefined) return image(groups['image'])
  if (groups['bold'] !== undefined) return [{ type: 'strong', children: inner(groups['bold']) }]
  if (groups['emphasis'] !== undefined) return [{ type: 'emphasis', children: inner(groups['emphasis']) }]
  if (groups['deleted'] !== undefined) return [{ type: 'delete', children: inner(groups['deleted']) }]
  if (groups['cited'] !== undefined) return [{ type: 'emphasis', children: inner(groups['cited']) }]
  return groups['inserted'] === undefined ? null : inner(groups['inserted'])
}

/** An image by its address; one that is attached to the issue has only a name. */
function image(source: string): PhrasingContent[] {
  if (/^https?:\/\//i.test(source)) return [{ type: 'image', url: source, alt: source.split('/').at(-1) ?? 'image', title: null }]
  return [{ type: 'emphasis', children: [{ type: 'text', value: `Attachment: ${source}` }] }]
}

/** Bare addresses become links; everything else is text. */
function push(found: PhrasingContent[], text: string): void {
  let from = 0
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'|[\]{}]{1,2000}[^\s<>"'|[\]{}.,;:!?)]/g)) {
    if (match.index > from) found.push({ type: 'text', value: text.slice(from, match.index) })
    found.push({ type: 'link', title: null, url: match[0], children: [{ type: 'text', value: match[0] }] })
    from = match.index + match[0].length
  }
  if (from < text.length) found.push({ type: 'text', value: text.slice(from) })
}
