import { cleanText, exportedTree, footerInline, imageLosses, lossesOf, type Construct, type Document, type PageBody, type PageOptions } from '@blamefree/core'
import { blockPieces, nested } from './blocks.ts'
import { escapeWikitext } from './escape-wikitext.ts'
import { inlineWikitext } from './inline.ts'
import { joinPieces } from './join.ts'
import { pageOf, type Page } from './page.ts'
import type { MediaWikiConfig } from './settings.ts'
import { titleOf, titleProblems } from './title.ts'

/** What a wiki has no way to show as we have it. */
export const LOSES: Partial<Record<Construct, 'simplified' | 'dropped'>> = {
  'task-list': 'simplified',
  person: 'simplified',
  time: 'simplified',
  event: 'simplified',
}

const SENTENCES: Partial<Record<Construct, (count: number) => string>> = {
  'task-list': (count) => `The boxes of ${count === 1 ? '1 list are' : `${count} lists are`} characters, which nobody can tick by a click.`,
  person: (count) => `${count === 1 ? '1 person is' : `${count} people are`} mentioned where the wiki knows them, and plain names elsewhere.`,
  time: (count) => `${count === 1 ? '1 time is' : `${count} times are`} plain words.`,
  event: (count) => `${count === 1 ? '1 event of the timeline is' : `${count} events of the timeline are`} plain words.`,
}

/** A document as wikitext. Pure. */
export function renderMediaWiki(document: Document, options: PageOptions, config: MediaWikiConfig): PageBody {
  const tree = exportedTree(document.tree, { evidence: options.evidence === true })
  const page = pageOf(tree, options, config)
  const pieces = blockPieces(tree.children, page)
  const text = joinPieces([
    ...pieces,
    ...notePieces(page),
    ...audiencePieces(options.audience),
    ...categoryPieces(config),
    ...footerPieces(options.footer, page),
  ])
  return {
    title: titleOf(document.title, config.prefix),
    text,
    files: [...page.files.values()],
    labels: options.incident === undefined ? [] : [options.incident.id],
    losses: [...lossesOf(tree, LOSES, SENTENCES), ...imageLosses(page.lostImages)],
    problems: titleProblems(document.title, config.prefix),
  }
}

/** Where the notes stand: in the wiki's own list where it has the extension for it, and in a numbered list otherwise. */
function notePieces(page: Page): string[] {
  const notes = [...page.notes.entries()]
  if (notes.length === 0) return []
  const words = (identifier: string): string => {
    const blocks = page.notes.get(identifier)?.definition.children ?? []
    return blocks.every(({ type }) => type === 'paragraph') ? blockPieces(blocks, page).join('<br />') : `\n${nested(blocks, page)}`
  }
  // The extension shows an error for a note that nothing refers to.
  const cited = page.extensions.cite ? notes.filter(([identifier]) => page.noted.has(identifier)) : []
  const listed = notes.filter((note) => !cited.includes(note))
  return [
    '----',
    ...(cited.length === 0
      ? []
      : [`<references>\n${cited.map(([identifier, { number }]) => `<ref name="note-${number}">${words(identifier)}</ref>`).join('\n')}\n</references>`]),
    ...listed.map(([identifier, { number }]) => `<div id="note-${number}">\n&#91;${number}&#93; ${words(identifier)}\n</div>`),
  ]
}

function audiencePieces(audience: string | undefined): string[] {
  return audience === undefined ? [] : [`'''Copy for: ${escapeWikitext(cleanText(audience).trim(), 'prose')}'''`]
}

const categoryPieces = ({ category }: MediaWikiConfig): string[] => (category === null ? [] : [`[[Category:${category}]]`])

function footerPieces(footer: PageOptions['footer'], page: Page): string[] {
  return footer === null ? [] : [`<small>${inlineWikitext(footerInline(footer), page)}</small>`]
}
