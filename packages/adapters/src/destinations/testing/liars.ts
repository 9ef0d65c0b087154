import type { Artifact, Destination, Document, RenderOptions } from '@blamefree/core'
import type { Nodes, Root } from 'mdast'

/** A destination that breaks one promise, and a part of the sentence that must catch it. */
export interface Liar {
  readonly lie: string
  readonly caughtBy: RegExp
  tell(honest: Destination): Destination
}

type Render = (document: Document, options: RenderOptions) => Promise<Artifact>

const rendering =
  (lie: (render: Render) => Render) =>
  (honest: Destination): Destination => ({ ...honest, render: (document, options = {}) => lie((its, own) => honest.render(its, own))(document, options) })

/** What is rendered, changed: `null` leaves a node out, `undefined` keeps it. */
const changed = (change: (node: Nodes) => Nodes | null | undefined) =>
  rendering((render) => (document, options) => {
    const walk = (node: Nodes): Nodes[] => {
      const made = change(node)
      if (made === null) return []
      const kept = made ?? node
      return ['children' in kept ? ({ ...kept, children: (kept.children as Nodes[]).flatMap(walk) } as Nodes) : kept]
    }
    return render({ ...document, tree: walk(document.tree)[0] as Root }, options)
  })

const artifact = (change: (artifact: Artifact, document: Document) => Partial<Artifact>) =>
  rendering((render) => async (document, options) => {
    const made = await render(document, options)
    return { ...made, ...change(made, document) }
  })

const options = (change: (options: RenderOptions) => RenderOptions) => rendering((render) => (document, given) => render(document, change(given)))

const without = (given: RenderOptions, name: keyof RenderOptions): RenderOptions => Object.fromEntries(Object.entries(given).filter(([key]) => key !== name))
const words = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? (node.children as Nodes[]).map(words).join(' ') : '')
const text = (node: Nodes): Nodes => ({ type: 'text', value: words(node) })
const paragraph = (node: Nodes): Nodes => ({ type: 'paragraph', children: [{ type: 'text', value: words(node) }] })
const when = (type: Nodes['type'], change: (node: Nodes) => Nodes | null) => changed((node) => (node.type === type ? change(node) : undefined))

let renderings = 0

/** One liar for each promise of a destination. The contract suite must catch every one of them. */
export const LIARS: readonly Liar[] = [
  { lie: 'silently drops tables', caughtBy: /Words are missing/, tell: when('table', () => null) },
  { lie: 'makes paragraphs of tables', caughtBy: /table does not survive/, tell: when('table', paragraph) },
  {
    lie: 'drops the last column',
    caughtBy: /Words are missing/,
    tell: changed((node) => (node.type === 'tableRow' ? { ...node, children: node.children.slice(0, -1) } : undefined)),
  },
  { lie: 'forgets how columns align', caughtBy: /table-alignment does not/, tell: when('table', (table) => ({ ...table, align: [] }) as Nodes) },
  { lie: 'ticks every box', caughtBy: /task-list does not/, tell: when('listItem', (item) => ({ ...item, checked: true }) as Nodes) },
  { lie: 'forgets numbers', caughtBy: /ordered-list does not/, tell: when('list', (list) => ({ ...list, ordered: false }) as Nodes) },
  { lie: 'drops what footnotes say', caughtBy: /Words are missing/, tell: when('footnoteDefinition', () => null) },
  { lie: 'drops the marks of footnotes', caughtBy: /footnote does not/, tell: when('footnoteReference', () => null) },
  { lie: 'loses bold', caughtBy: /strong does not/, tell: when('strong', text) },
  { lie: 'loses stress', caughtBy: /emphasis does not/, tell: when('emphasis', text) },
  { lie: 'loses headings', caughtBy: /heading does not/, tell: when('heading', paragraph) },
  { lie: 'sends links elsewhere', caughtBy: /link does not/, tell: when('link', (link) => ({ ...link, url: 'https://example.com/' }) as Nodes) },
  { lie: 'drops images', caughtBy: /image does not/, tell: when('image', () => null) },
  { lie: 'loses hard breaks', caughtBy: /line-break does not/, tell: when('break', () => ({ type: 'text', value: ' ' })) },
  {
    lie: 'makes quotes of callouts',
    caughtBy: /callout does not/,
    tell: when('containerDirective', (node) => ({ ...node, type: 'blockquote' }) as unknown as Nodes),
  },
  { lie: 'reads code as prose', caughtBy: /code-block does not/, tell: when('code', paragraph) },
  { lie: 'forgets who people are', caughtBy: /person does not/, tell: when('textDirective', text) },
  { lie: 'exports guidance', caughtBy: /Guidance is exported/, tell: options((given) => ({ ...given, guidance: true })) },
  { lie: 'never exports guidance', caughtBy: /not exported when asked/, tell: options((given) => ({ ...given, guidance: false })) },
  { lie: 'exports evidence that was not wanted', caughtBy: /Evidence is exported/, tell: options((given) => ({ ...given, evidence: true })) },
  { lie: 'always leaves evidence out', caughtBy: /Evidence is left out/, tell: options((given) => ({ ...given, evidence: false })) },
  { lie: 'leaves the audience out', caughtBy: /audience is not printed/, tell: options((given) => without(given, 'audience')) },
  { lie: 'ignores the name', caughtBy: /name that was asked for/, tell: options((given) => without(given, 'name')) },
  {
    lie: 'leaves the title out',
    caughtBy: /title is not shown/,
    tell: rendering((render) => (document, given) => render({ ...document, title: 'Post-mortem' }, given)),
  },
  {
    lie: 'gives other bytes each time',
    caughtBy: /second time/,
    tell: artifact(({ bytes }) => ({ bytes: Uint8Array.from([...bytes, ...new TextEncoder().encode(' '.repeat(++renderings))]) })),
  },
  {
    lie: 'throws on junk',
    caughtBy: /Rendering throws/,
    tell: rendering((render) => (document, given) => {
      if (document.tree.children.length === 0) throw new TypeError('There are no sections')
      return render(document, given)
    }),
  },
  {
    lie: 'reports a loss that it never declared',
    caughtBy: /never declared/,
    tell: artifact(() => ({ losses: [{ construct: 'heading', what: 'dropped', count: 1, message: 'A heading went.' }] })),
  },
  {
    lie: 'reports a loss of what is not there',
    caughtBy: /holds none/,
    tell: artifact(() => ({ losses: [{ construct: 'image', what: 'dropped', count: 1, message: 'An image went.' }] })),
  },
  { lie: 'declares a loss and never reports it', caughtBy: /reported 0 times/, tell: (honest) => ({ ...honest, loses: { heading: 'simplified' } }) },
  { lie: 'reports in half sentences', caughtBy: /not a sentence/, tell: artifact(() => ({ problems: [{ code: 'x', message: 'oops', weight: 'info' }] })) },
  { lie: 'names the file after hostile words', caughtBy: /not one for a file/, tell: artifact((_, { title }) => ({ name: `../${title}.json` })) },
  { lie: 'makes half a file', caughtBy: /Reading it back throws/, tell: artifact(({ bytes }) => ({ bytes: bytes.slice(0, bytes.length / 2) })) },
]
