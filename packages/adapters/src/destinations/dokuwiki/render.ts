import {
  cleanText,
  exportedTree,
  footerInline,
  imageLosses,
  lossesOf,
  type Construct,
  type Document,
  type PageBody,
  type PageOptions,
  type Problem,
} from '@blamefree/core'
import { blockPieces } from './blocks.ts'
import { escapeDoku } from './escape-doku.ts'
import { inlineDoku, noteDoku } from './inline.ts'
import { joinPieces } from './join.ts'
import { pageOf, type Page } from './page.ts'
import type { DokuWikiConfig } from './settings.ts'
import { titleOf } from './title.ts'

/** What DokuWiki has no way to show as we have it. */
export const LOSES: Partial<Record<Construct, 'simplified' | 'dropped'>> = {
  'task-list': 'simplified',
  callout: 'simplified',
  evidence: 'simplified',
  person: 'simplified',
  time: 'simplified',
  event: 'simplified',
}

const many = (count: number, one: string, more: string): string => (count === 1 ? `1 ${one}` : `${count} ${more}`)

const SENTENCES: Partial<Record<Construct, (count: number) => string>> = {
  'task-list': (count) => `The boxes of ${many(count, 'list are', 'lists are')} characters, which nobody can tick by a click.`,
  callout: (count) => `${many(count, 'box is a quote', 'boxes are quotes')} with a title.`,
  evidence: (count) => `${many(count, 'block of evidence is a quote', 'blocks of evidence are quotes')} with a title.`,
  person: (count) => `${many(count, 'person is', 'people are')} mentioned where names of users are known, and plain names elsewhere.`,
  time: (count) => `${many(count, 'time is', 'times are')} plain words.`,
  event: (count) => `${many(count, 'event of the timeline is', 'events of the timeline are')} plain words.`,
}

/** A document as the text of a page, without its title. Pure. */
export function renderDokuWiki(document: Document, options: PageOptions, config: Pick<DokuWikiConfig, 'namespace'>): PageBody {
  const tree = exportedTree(document.tree, { evidence: options.evidence === true })
  const page = pageOf(tree, options, config)
  const pieces = blockPieces(tree.children, page)
  const text = joinPieces([...pieces, ...notePieces(page), ...audiencePieces(options.audience), ...footerPieces(options.footer, page)])
  return {
    title: titleOf(document.title),
    text,
    files: [...page.files.values()],
    labels: options.incident === undefined ? [] : [options.incident.id],
    losses: [...lossesOf(tree, LOSES, SENTENCES), ...imageLosses(page.lostImages)],
    problems: plainProblems(page),
  }
}

/** Notes that nothing in the text could show stand at the end. */
function notePieces(page: Page): string[] {
  const left = [...page.notes].filter(([identifier]) => !page.noted.has(identifier))
  return left.flatMap(([, { number, definition }]) => {
    const words = noteDoku(definition.children, page, false)
    return words === '' ? [] : [`[${number}] ${words}`]
  })
}

function audiencePieces(audience: string | undefined): string[] {
  return audience === undefined ? [] : [`**Copy for: ${escapeDoku(cleanText(audience).trim(), { after: '*' })}**`]
}

function footerPieces(footer: PageOptions['footer'], page: Page): string[] {
  return footer === null ? [] : [`<sub>${inlineDoku(footerInline(footer), page)}</sub>`]
}

function plainProblems({ plainLabels, plainBlocks }: Page): Problem[] {
  const problems: Problem[] = []
  if (plainLabels > 0)
    problems.push({
      code: 'dokuwiki/plain-label',
      message: `${many(plainLabels, 'heading or link has', 'headings and links have')} lost bold, code and the like: DokuWiki shows plain words there.`,
      weight: 'info',
    })
  if (plainBlocks > 0)
    problems.push({
      code: 'dokuwiki/plain-block',
      message: `${many(plainBlocks, 'block is', 'blocks are')} plain lines, because DokuWiki has no place for tables in quotes and items, nor for other first numbers of lists.`,
      weight: 'info',
    })
  return problems
}
