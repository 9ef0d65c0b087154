import { decodeReferences, type Problem } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'

/** What reads the words of a label. */
type ReadInline = (wikitext: string, problems: Problem[], linked: boolean) => PhrasingContent[]

/** A category: it says where a page belongs, and shows nothing. In the languages that are written most. */
export const CATEGORY = /^\s*(?:category|kategorie|catégorie|categoría|categoria|categorie|kategoria|категория|分类|カテゴリ)\s*:/i
const FILE = /^\s*(?:file|image)\s*:|^[^:|]+:[^|]*\.(?:png|jpe?g|gif|svg|webp|avif)\s*$/i
const OPTION = /^(?:\d*(?:x\d+)?px|\w+=.*|thumb|thumbnail|mini|frameless|frame|border|left|right|center|none)$/i

/** What stands in `[[…]]`: a note of ours, an image, a category, or a link within the wiki, of which the words stay. */
export function wikiLinkOf(inside: string, problems: Problem[], read: ReadInline): PhrasingContent[] {
  const [target = '', ...parts] = inside.split('|')
  const note = /^#note-(\d+)$/.exec(target.trim())?.[1]
  if (note !== undefined) return [{ type: 'footnoteReference', identifier: `note-${note}` }]
  if (FILE.test(target)) return imageOf(target, parts, read)
  if (CATEGORY.test(target)) return []
  const page = decodeReferences(target.replace(/^:/, '').trim())
  problems.push(
    /^user\s*:/i.test(page)
      ? { code: 'mediawiki/mention', message: 'Somebody who is mentioned there has become a plain name.', weight: 'warning' }
      : { code: 'mediawiki/link', message: `The link to “${page.slice(0, 80)}” in the wiki has become its words.`, weight: 'warning' },
  )
  return parts.length > 0 ? read(parts.join('|'), problems, true) : [{ type: 'text', value: page }]
}

function imageOf(target: string, parts: readonly string[], read: ReadInline): PhrasingContent[] {
  const option = (name: string): string => decodeReferences(parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? '')
  const last = parts.at(-1) ?? ''
  const caption = OPTION.test(last) ? '' : textOf(read(last, [], true))
  const [alt, link] = [option('alt'), option('link')]
  const image: PhrasingContent = {
    type: 'image',
    url: target.replace(/^[^:]*:/, '').trim(),
    alt: alt === '' ? caption : alt,
    title: alt === '' || caption === '' || caption === alt ? null : caption,
  }
  return link === '' ? [image] : [{ type: 'link', url: link, title: null, children: [image] }]
}

const textOf = (nodes: readonly PhrasingContent[]): string =>
  nodes.map((node) => ('value' in node ? node.value : 'children' in node ? textOf(node.children) : '')).join('')
