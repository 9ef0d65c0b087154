import { artifactName, cleanText, exportedTree, imageLosses } from '@blamefree/core'
import type { Artifact, Document, RenderOptions } from '@blamefree/core'
import { blocksHtml } from './blocks.ts'
import { escapeHtml } from './escape-html.ts'
import { pageOf, type Page } from './page.ts'
import { STYLE } from './style.ts'

/**
 * A document → one HTML file: images inside it, no scripts, and a policy (CSP) that lets it ask the network for nothing. Well-formed XML too, but for the doctype.
 */
export function renderHtml(document: Document, options: RenderOptions = {}): Artifact {
  const tree = exportedTree(document.tree, options)
  const page = pageOf(tree, options)
  const title = cleanText(document.title).trim()
  const body = blocksHtml(tree.children, page)
  const main = `<main id="document">\n${body}${notesHtml(page)}</main>\n`
  const html = `${headHtml(document, title, options)}<body>\n<a class="skip" href="#document">Skip to the document</a>\n<div class="page">\n<header><h1 dir="auto">${escapeHtml(title || 'Post-mortem')}</h1></header>\n${contentsHtml(page)}${main}</div>\n${footerHtml(document, options)}</body>\n</html>\n`
  return {
    name: `${options.name ?? artifactName(document.title)}.html`,
    mediaType: 'text/html;charset=utf-8',
    bytes: new TextEncoder().encode(html),
    losses: imageLosses(page.lostImages),
    problems: [],
  }
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

function headHtml(document: Document, title: string, { reference, audience }: RenderOptions): string {
  const language = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(document.language) ? document.language : 'en'
  const direction = /^(?:ar|he|fa|ur|yi|dv|ps|ckb)\b/i.test(language) ? ' dir="rtl"' : ''
  const company = reference === undefined ? '' : new TextDecoder().decode(reference.bytes).replace(/<(?=[/!])/g, '\\3C ')
  const printed = audience === undefined ? '' : `@page { @bottom-center { content: "Copy for: ${cssText(audience)}"; font: 8pt sans-serif; } }\n`
  return `<!doctype html>
<html lang="${language}"${direction}>
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="referrer" content="no-referrer"/>
<title>${escapeHtml(title || 'Post-mortem')}</title>
<style>
${STYLE}${printed}</style>
${company === '' ? '' : `<style>\n${company}\n</style>\n`}</head>
`
}

const cssText = (text: string): string => text.replace(/[^\p{L}\p{N} .,_-]/gu, ' ')

/** The table of contents: sections and what is directly in them. Nothing where there is little to choose from. */
function contentsHtml({ headings }: Page): string {
  const shown = [...headings.values()].filter(({ level, text }) => level <= 3 && text !== '')
  if (shown.filter(({ level }) => level === 2).length < 3) return ''
  const items = shown.map(({ level, id, text }) => `<li class="l${level}"><a href="#${escapeHtml(id)}" dir="auto">${escapeHtml(text)}</a></li>\n`)
  return `<nav aria-label="Contents"><p class="title ours">Contents</p>\n<ul>\n${items.join('')}</ul></nav>\n`
}

function notesHtml(page: Page): string {
  if (page.notes.size === 0) return ''
  const items = [...page.notes].map(([identifier, { definition }]) => {
    const content = blocksHtml(definition.children, page)
    const back = Array.from(
      { length: page.referred.get(identifier) ?? 0 },
      (_, index) => ` <a class="back" href="#ref-${identifier}-${index + 1}" role="doc-backlink" aria-label="Back to the text">\u21a9\ufe0e</a>`,
    )
    return `<li id="note-${identifier}">${content}${back.length === 0 ? '' : `<p class="ours">${back.join('')}</p>`}</li>\n`
  })
  return `<section class="notes" role="doc-endnotes" aria-label="Footnotes"><ol>\n${items.join('')}</ol></section>\n`
}

function footerHtml(document: Document, { audience }: RenderOptions): string {
  const copy = audience === undefined ? '' : `<strong>Copy for: ${escapeHtml(cleanText(audience))}</strong> \u00b7 `
  return `<footer><p>${copy}Times are in ${escapeHtml(cleanText(document.zone))}.</p></footer>\n`
}
