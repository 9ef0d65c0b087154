import fc from 'fast-check'
import type { PhrasingContent, Table, TableCell, TableRow, Text } from 'mdast'
import { exportedTree, plainText, type Document, type PageBody, type PageDestination } from '@blamefree/core'
import { anyText, anyTree } from '../../../../core/src/testing/any-tree.ts'
import { ASSETS, documentOf, everyConstruct, EVIDENCE_WORDS, GUIDANCE_WORDS } from './every-construct.ts'
import { lossFaults } from './destination-faults.ts'
import { FOOTER } from './page-session.ts'
import { promise, type Findings, type PagePromise } from './page-promise.ts'

/** What the pure half of a destination keeps: rendering, splitting, joining, comparing, reading back. */
export const TEXT_PROMISES: readonly PagePromise[] = [
  promise('any document is rendered the same twice, splits into pieces and joins to the same again', async (_, found, { destination, settings }) => {
    const config = destination.configure(settings)
    holdText(destination, config, everyConstruct(), found)
    for (const text of ['', '# Only a heading', '| |\n|-|\n| |', '```\n```', '- [ ]\n\n:person[]{id=1}']) holdText(destination, config, documentOf(text), found)
    await fc.assert(
      fc.asyncProperty(anyTree, anyText, (tree, title) => {
        if (found.sentences.length < 4) holdText(destination, config, { ...documentOf(''), title, tree }, found)
        return Promise.resolve()
      }),
      { numRuns: 40 },
    )
  }),
  promise('losses are declared, and reported as often as they occur', (_, found, { destination, settings }) => {
    const document = everyConstruct()
    const body = destination.render(document, { footer: FOOTER, assets: ASSETS, evidence: true }, destination.configure(settings))
    const shown = { ...document, tree: exportedTree(document.tree, { evidence: true }) }
    for (const sentence of lossFaults(destination, body, shown)) found.expect(false, sentence)
    return Promise.resolve()
  }),
  promise('guidance is never exported, and evidence only when asked for', (_, found, { destination, settings }) => {
    const config = destination.configure(settings)
    const words = (evidence?: boolean): string =>
      squeezed(bodyWords(destination, destination.render(everyConstruct(), { footer: null, ...(evidence === undefined ? {} : { evidence }) }, config)))
    found.expect(!words(true).includes(squeezed(GUIDANCE_WORDS)), 'Guidance is exported.')
    found.expect(!words().includes(squeezed(EVIDENCE_WORDS)), 'Evidence is exported unasked.')
    found.expect(words(true).includes(squeezed(EVIDENCE_WORDS)), 'Evidence is not exported when asked for.')
    return Promise.resolve()
  }),
  promise('settings that are wrong are named', (_, found, { destination, settings }) => {
    for (const { key, optional } of destination.connect.settings.filter((setting) => setting.optional !== true && setting.kind !== 'switch')) {
      try {
        destination.configure(Object.fromEntries(Object.entries(settings).filter(([name]) => name !== key)))
        found.expect(optional === true, `Nothing is said when ${key} is left out.`)
      } catch (error) {
        found.expect((error as { code?: string }).code?.startsWith(`${destination.id}/`) === true, `Without ${key}, it throws ${String(error)}.`)
      }
    }
    return Promise.resolve()
  }),
  promise('a timeline of 2,000 rows is rendered to its end', (_, found, { destination, settings }) => {
    const { text, losses } = destination.render(timeline(2000), { footer: FOOTER }, destination.configure(settings))
    found.expect(text.includes('worker-1999') || losses.length > 0, 'The last row is not there, and no loss says so.')
    return Promise.resolve()
  }),
]

/** A table of rows with marks, links and code. Made without the parser, which would take longer than what is measured. */
function timeline(rows: number): Document {
  const cell = (...children: PhrasingContent[]): TableCell => ({ type: 'tableCell', children })
  const text = (value: string): Text => ({ type: 'text', value })
  const row = (index: number): TableRow => ({
    type: 'tableRow',
    children: [
      cell(text(`09:${String(index % 60).padStart(2, '0')}`)),
      cell({ type: 'inlineCode', value: `worker-${index}` }, text(' restarted and '), { type: 'strong', children: [text('came back')] }, text(', see '), {
        type: 'link',
        url: `https://a.example/${index}`,
        children: [text('it')],
      }),
    ],
  })
  const header: TableRow = { type: 'tableRow', children: [cell(text('Time')), cell(text('Event'))] }
  const table: Table = { type: 'table', align: [null, null], children: [header, ...Array.from({ length: rows }, (_, index) => row(index))] }
  return { ...documentOf('', 'A long timeline'), tree: { type: 'root', children: [{ type: 'heading', depth: 2, children: [text('Timeline')] }, table] } }
}

function holdText(destination: PageDestination, config: unknown, document: Document, found: Findings): void {
  const render = (): PageBody => destination.render(structuredClone(document), { footer: FOOTER, assets: ASSETS }, config)
  const body = render()
  const name = JSON.stringify(document.tree).slice(0, 300)
  found.expect(JSON.stringify(body) === JSON.stringify(render()), `The same document gives another body the second time: ${name}`)
  const sums = (text: string): string[] => destination.split(text).map((block) => destination.canonical(block.text))
  const blocks = destination.split(body.text)
  const joined = destination.join(blocks)
  found.expect(JSON.stringify(sums(joined)) === JSON.stringify(sums(body.text)), `Split, joined and split again it says something else: ${name}`)
  found.expect(blocks.filter(({ kind }) => kind === 'footer').length === 1, `The footer is not found again: ${name}`)
  found.expect(blocks.at(-1)?.kind === 'footer', `The footer is not the last: ${name}`)
  for (const { text } of blocks)
    found.expect(destination.canonical(destination.canonical(text)) === destination.canonical(text), `What is canonical changes again: ${text.slice(0, 200)}`)
  for (const { text } of blocks) destination.readBack(text)
  destination.readBack(body.text)
  for (const { message } of [...body.losses, ...body.problems]) found.expect(/^[A-Z0-9“][^]*\.$/.test(message), `“${message}” is not a sentence.`)
}

const squeezed = (text: string): string => text.replace(/\s+/g, '')

/** The words of a body, as reading it back has them. */
const bodyWords = (destination: PageDestination, body: PageBody): string => plainText(destination.readBack(body.text).tree)
