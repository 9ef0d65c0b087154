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
import { blocksXml } from './blocks.ts'
import type { ConfluenceConfig } from './config.ts'
import { escapeXml } from './escape-xml.ts'
import { inlineXml } from './inline.ts'
import { emptyMacro } from './macro.ts'
import { pageOf, type Page } from './page.ts'
import { MARKER_ANCHOR } from './split.ts'

/** What Confluence has no way to show as we have it. */
export const LOSES: Partial<Record<Construct, 'simplified' | 'dropped'>> = {
  footnote: 'simplified',
  person: 'simplified',
  time: 'simplified',
  event: 'simplified',
}

const SENTENCES: Partial<Record<Construct, (count: number) => string>> = {
  footnote: (count) => `${count === 1 ? '1 footnote is' : `${count} footnotes are`} numbers in the text and a list at its end.`,
  person: (count) => `${count === 1 ? '1 person is' : `${count} people are`} mentioned where Confluence knows them, and plain names elsewhere.`,
  time: (count) => `${count === 1 ? '1 time is' : `${count} times are`} plain words.`,
  event: (count) => `${count === 1 ? '1 event of the timeline is' : `${count} events of the timeline are`} plain words.`,
}

/** The longest title that Confluence takes, in characters. */
export const TITLE_LIMIT = 255

/** A document as storage format, which Cloud and Data Center share. Pure. */
export function renderConfluence(document: Document, options: PageOptions, config: ConfluenceConfig): PageBody {
  const tree = exportedTree(document.tree, { evidence: options.evidence === true })
  const page = pageOf(tree, options, config)
  const body = blocksXml(tree.children, page)
  const text = `${body}${notesXml(page)}${audienceXml(options.audience)}${footerXml(options.footer, page)}`
  return {
    title: titleOf(document.title),
    text,
    files: [...page.files.values()],
    labels: labelsOf(options),
    losses: [...lossesOf(tree, LOSES, SENTENCES), ...imageLosses(page.lostImages)],
    problems: cutTitle(document.title),
  }
}

/** The marker of a page as a piece of it, so that a page and its marker are made in one request. */
export function withMarker(text: string, marker: string): string {
  return `${text}<p>${emptyMacro('anchor', { '': `${MARKER_ANCHOR}${marker}` })}</p>`
}

/** The marker that a text has; null where it has none. */
export function markerIn(text: string): string | null {
  const at = text.lastIndexOf(`>${MARKER_ANCHOR}`)
  return at < 0 ? null : (/^[^<]+/.exec(text.slice(at + 1 + MARKER_ANCHOR.length))?.[0] ?? null)
}

/** A title in one line that Confluence takes; a longer one ends in an ellipsis. */
export function titleOf(title: string, suffix = '', limit = TITLE_LIMIT): string {
  const words = cleanText(title).replace(/\s+/g, ' ').trim() || 'Post-mortem'
  const room = limit - suffix.length
  return `${
    words.length <= room
      ? words
      : `${words
          .slice(0, room - 1)
          .toWellFormed()
          .trimEnd()}\u2026`
  }${suffix}`
}

function cutTitle(title: string): Problem[] {
  const whole = titleOf(title, '', Infinity)
  if (whole.length <= TITLE_LIMIT) return []
  return [
    {
      code: 'confluence/title-cut',
      message: `The title has ${whole.length} characters, and Confluence takes ${TITLE_LIMIT}: the page has the first of them.`,
      hint: 'Give the post-mortem a shorter title.',
      weight: 'warning',
    },
  ]
}

/** Labels in lower case, without what a label cannot have. The incident's own id is the first. */
function labelsOf({ incident }: PageOptions): string[] {
  if (incident === undefined) return []
  const facts = [incident.id, incident.severity?.value, incident.type?.value, ...incident.services.map(({ value }) => value)]
  const labels = facts.map((fact) =>
    (fact ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_-]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 200),
  )
  return [...new Set(labels.filter((label) => label !== ''))].slice(0, 20)
}

function notesXml(page: Page): string {
  if (page.notes.size === 0) return ''
  const items = [...page.notes.values()].map(({ definition }) => `<li>${blocksXml(definition.children, page)}</li>`)
  return `<hr/><ol>${items.join('')}</ol>`
}

function audienceXml(audience: string | undefined): string {
  return audience === undefined ? '' : `<p><strong>Copy for: ${escapeXml(cleanText(audience))}</strong></p>`
}

function footerXml(footer: PageOptions['footer'], page: Page): string {
  return footer === null ? '' : `<p><sub>${inlineXml(footerInline(footer), page)}</sub></p>`
}
