import {
  exportedTree,
  footerInline,
  lossesOf,
  plainText,
  safeUrl,
  type Document,
  type PageBody,
  type PageDestination,
  type PageOptions,
  type Problem,
} from '@blamefree/core'
import type { Heading, Nodes, RootContent } from 'mdast'
import { escapeMrkdwn, inlineMrkdwn, link, type Known } from './mrkdwn.ts'
import { portions } from './portions.ts'
import { LONGEST_CANVAS, type RenderedCanvas } from './render-canvas.ts'

const STAY_BEHIND = {
  heading: 'headings',
  table: 'tables',
  'table-alignment': 'aligned tables',
  list: 'lists',
  'ordered-list': 'numbered lists',
  'task-list': 'task lists',
  blockquote: 'quotations',
  callout: 'callouts',
  'code-block': 'blocks of code',
  footnote: 'footnotes',
  image: 'images',
  'thematic-break': 'lines across the page',
} as const

/** A message tells the summary; what stands elsewhere stays behind its link. */
export const LOSES: PageDestination['loses'] = Object.fromEntries(Object.keys(STAY_BEHIND).map((construct) => [construct, 'dropped']))

/** A document → the message that tells it: what the incident was, its summary, and the link. Pieces stand apart by an empty line. The canvas travels along. */
export function renderAnnouncement(document: Document, options: PageOptions, canvas: RenderedCanvas | null = null): PageBody {
  const { incident, footer } = options
  const records = new Map<string, string>()
  for (const { id, origin } of incident?.events ?? []) {
    const url = origin.url === null ? null : safeUrl(origin.url)
    if (url !== null) records.set(id, url)
  }
  const known: Known = { records, mentions: options.mentions ?? {} }
  const tree = exportedTree(document.tree, { evidence: false })
  const { name, nodes } = summaryOf(tree.children)
  const facts = [incident?.type?.value, incident?.severity?.value, incident?.services.map(({ value }) => value).join(', ')].filter(
    (fact) => typeof fact === 'string' && fact !== '',
  )
  const url = footer?.url ?? null
  const pieces = [
    ...(facts.length === 0 ? [] : [facts.map((fact) => escapeMrkdwn(String(fact))).join(' \u00b7 ')]),
    ...nodes.flatMap((node) => blockMrkdwn(node, known)),
    ...linkPieces(url, canvas),
    ...(options.audience === undefined ? [] : [`Copy for: ${escapeMrkdwn(options.audience)}`]),
    ...(footer === null ? [] : [inlineMrkdwn(footerInline(footer, false), known)]),
  ]
  const fits = canvas !== null && canvas.markdown.length <= LONGEST_CANVAS
  const losses = lossesOf({ type: 'root', children: tree.children.filter((node) => !nodes.includes(node)) }, LOSES, SENTENCES)
  return {
    title: document.title.toWellFormed().replace(/\s+/g, ' ').trim() || 'Post-mortem',
    text: portions(pieces).join('\n\n'),
    files: [],
    labels: [],
    ...(fits ? { extra: { canvas: canvas.markdown } } : {}),
    losses: fits ? losses.filter(({ construct }) => construct === 'image') : losses,
    problems: [
      {
        code: 'slack/summary-only',
        message: `The message tells ${name === '' ? 'the beginning' : `the section “${name}”`}; everything else ${fits ? 'is in the canvas' : 'stays behind its link'}.`,
        weight: 'info',
      },
      ...(canvas === null || fits ? [] : [TOO_LONG]),
    ],
  }
}

/** The link, whose fragment says which canvas goes with it: a message whose canvas is to change is a changed message. */
function linkPieces(url: string | null, canvas: RenderedCanvas | null): string[] {
  if (canvas === null) return url === null ? [] : [link(url, 'Read the post-mortem')]
  return url === null ? [`Canvas ${canvas.sum}`] : [link(`${url.split('#')[0]}#canvas-${canvas.sum}`, 'Read the post-mortem')]
}

const TOO_LONG: Problem = {
  code: 'slack/canvas-too-long',
  message: `The post-mortem has more than ${LONGEST_CANVAS} characters, too many for a canvas: the message is alone. Leave detail out of the timeline, and publish again.`,
  weight: 'warning',
}

/** The section that is the summary, or the first one with words. */
function summaryOf(nodes: readonly RootContent[]): { readonly name: string; readonly nodes: readonly RootContent[] } {
  const sections: { heading: Heading | null; nodes: RootContent[] }[] = [{ heading: null, nodes: [] }]
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth <= 2) sections.push({ heading: node, nodes: [] })
    else if (node.type !== 'footnoteDefinition') sections.at(-1)?.nodes.push(node)
  }
  const words = ({ heading }: (typeof sections)[number]): string => (heading === null ? '' : plainText(heading))
  const found = sections.find((section) => /summary/i.test(words(section))) ?? sections.find((section) => plainText(section.nodes) !== '')
  return found === undefined ? { name: '', nodes: [] } : { name: words(found), nodes: found.nodes }
}

function blockMrkdwn(node: Nodes, known: Known, indent = ''): string[] {
  switch (node.type) {
    case 'paragraph': {
      const words = inlineMrkdwn(node.children, known).trim()
      return words === '' ? [] : [`${indent}${words.replace(/\n{2,}/g, '\n')}`]
    }
    case 'heading':
      return [`*${escapeMrkdwn(plainText(node)) || '\u2026'}*`]
    case 'code':
      return [`\`\`\`\n${escapeMrkdwn(node.value.replace(/`/g, '\u02cb')).replace(/\n{2,}/g, '\n')}\n\`\`\``]
    case 'blockquote':
      return node.children.flatMap((child) => blockMrkdwn(child, known)).map((text) => text.replace(/^/gm, '> '))
    case 'list':
      return [
        node.children
          .map((item, index) => {
            const mark =
              typeof item.checked === 'boolean' ? (item.checked ? '\u2611' : '\u2610') : node.ordered === true ? `${(node.start ?? 1) + index}.` : '\u2022'
            return `${indent}${mark} ${item.children.flatMap((child) => blockMrkdwn(child, known, child.type === 'list' ? `${indent}    ` : '')).join('\n')}`
          })
          .join('\n'),
      ]
    case 'table':
      return [node.children.map((row) => row.children.map((cell) => inlineMrkdwn(cell.children, known).replace(/\n/g, ' ')).join(' | ')).join('\n')]
    case 'containerDirective':
      return node.children.flatMap((child) => blockMrkdwn(child, known, indent))
    default:
      return []
  }
}

const SENTENCES = Object.fromEntries(
  Object.entries(STAY_BEHIND).map(([construct, name]) => [
    construct,
    (count: number): string => `${count} ${name} outside of the summary are not in the message, and stay behind its link.`,
  ]),
)
