import {
  BlamefreeError,
  exportedTree,
  footerInline,
  isFooterText,
  lossesOf,
  plainText,
  replyJson,
  sendPatiently,
  textAt,
  listAt,
  valueAt,
  type Construct,
  type PageBlock,
  type PageBody,
  type PageDestination,
  type PageGone,
  type PageNow,
  type PlaceCheck,
  type Reply,
  type World,
} from '@blamefree/core'
import type { Nodes, Root } from 'mdast'

interface MemoryConfig {
  readonly token: string
}

const BASE = 'https://memory.example.com'
const ME = { id: 'memory', title: 'Memory' }
const SIMPLER: readonly Construct[] = [
  'emphasis',
  'strong',
  'strikethrough',
  'inline-code',
  'link',
  'image',
  'line-break',
  'list',
  'ordered-list',
  'task-list',
  'table',
  'table-alignment',
]
const WORDS_ONLY: readonly Construct[] = ['blockquote', 'callout', 'code-block', 'thematic-break', 'footnote', 'person', 'time', 'event', 'evidence']
const LOSES = Object.fromEntries([...SIMPLER, ...WORDS_ONLY].map((construct) => [construct, 'simplified' as const]))

/** The smallest honest page destination: a line a piece, `p| words`, kept by a server that compares versions. It shows that the suite can be passed. */
export const memory: PageDestination<MemoryConfig> = {
  ...ME,
  loses: LOSES,
  connect: {
    becomes: 'A page in memory',
    steps: ['Make a token.'],
    settings: [{ key: 'token', label: 'Token', help: 'Any words, such as `abc`.', secret: true }],
  },
  configure({ token }) {
    if (typeof token !== 'string' || token === '')
      throw new BlamefreeError('memory/settings', 'Cannot connect to Memory: the token is missing.', 'Enter a token.')
    return { token }
  },
  render(document, { footer, evidence }) {
    const tree = exportedTree(document.tree, { evidence: evidence === true })
    const lines = linesOf(tree)
    if (footer !== null) lines.push(`p| ${oneLine(plainText({ type: 'paragraph', children: footerInline(footer) }))}`)
    return { title: oneLine(document.title) || 'Post-mortem', text: lines.join('\n'), files: [], labels: [], losses: lossesOf(tree, LOSES, {}), problems: [] }
  },
  split(text) {
    let section = ''
    return text.split('\n').flatMap((line): PageBlock[] => {
      const [kind = '', words = ''] = splitOnce(line)
      if (line === '') return []
      if (kind === 'h') section = words
      return [isFooterText(words) ? { text: line, section, kind: 'footer' } : { text: line, section }]
    })
  },
  join: (blocks) => blocks.map(({ text }) => text).join('\n'),
  canonical: (text) => text.replace(/ +/g, ' ').trim(),
  readBack: (text) => ({
    tree: { type: 'root', children: text.split('\n').map((line) => ({ type: 'paragraph', children: [{ type: 'text', value: splitOnce(line)[1] ?? '' }] })) },
    problems: [],
  }),
  request: (body, page) => ({ method: page === null ? 'POST' : 'PUT', url: `${BASE}/pages${page === null ? '' : `/${page.ref.id}`}`, body: bodyJson(body) }),
  keeps: 'theirs',
  check,
  async find(marker, config, world) {
    const reply = await ask({ method: 'GET', path: `/pages?marker=${encodeURIComponent(marker)}` }, config, world)
    const [first] = listAt(replyJson(answered(reply)), 'pages')
    return first === undefined ? null : pageOf(first)
  },
  async read(ref, config, world) {
    const reply = await ask({ method: 'GET', path: `/pages/${ref.id}` }, config, world)
    return reply.status === 404 || textAt(replyJson(reply), 'gone') !== null ? goneOf(reply) : pageOf(replyJson(answered(reply)))
  },
  async create(body, marker, config, world) {
    const made = await ask({ method: 'POST', path: '/pages', body: bodyJson(body, { marker }) }, config, world)
    return pageOf(replyJson(answered(made)))
  },
  async write(body, page, config, world) {
    const reply = await ask({ method: 'PUT', path: `/pages/${page.ref.id}`, body: bodyJson(body, { version: page.version }) }, config, world)
    return reply.status === 409 ? 'stale' : pageOf(replyJson(answered(reply)))
  },
  async restore(ref, config, world) {
    return pageOf(replyJson(await ask({ method: 'POST', path: `/pages/${ref.id}/restore` }, config, world)))
  },
}

const bodyJson = ({ title, text }: PageBody, more: object = {}): string => JSON.stringify({ title, text, ...more })
const oneLine = (text: string): string => text.toWellFormed().replace(/\s+/g, ' ').trim()
const splitOnce = (line: string): string[] => [line.slice(0, line.indexOf('|')), line.slice(line.indexOf('|') + 1).trim()]

function linesOf(node: Nodes): string[] {
  if (node.type === 'heading') return [`h| ${oneLine(plainText(node))}`]
  if (node.type === 'paragraph' || node.type === 'tableRow' || node.type === 'code') {
    const words = node.type === 'tableRow' ? node.children.map((cell) => oneLine(plainText(cell))).join(' / ') : plainText(node)
    return [`${node.type === 'tableRow' ? 'r' : 'p'}| ${oneLine(words)}`]
  }
  return 'children' in node ? (node as Root).children.flatMap(linesOf) : []
}

interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: string
}

async function ask({ path, ...request }: Asked, { token }: MemoryConfig, world: World): Promise<Reply> {
  const reply = await sendPatiently(
    { ...request, url: `${BASE}${path}`, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } },
    world,
    ME,
  )
  if (reply.status === 401)
    throw new BlamefreeError('memory/unauthorised', 'Cannot reach Memory: it does not know the token.', 'Make a new token and enter it in the settings.')
  return reply
}

/** An answer that is what was asked for; throws for any other. */
function answered(reply: Reply): Reply {
  if (reply.status < 300) return reply
  throw new BlamefreeError('memory/refused', `Cannot publish to Memory: it answers ${reply.status}.`, 'Publish again.')
}

function pageOf(json: unknown): PageNow {
  const id = textAt(json, 'id') ?? ''
  const text = valueAt(json, 'text')
  return {
    ref: { id, url: `${BASE}/${id}` },
    title: textAt(json, 'title') ?? '',
    version: textAt(json, 'version') ?? '',
    text: typeof text === 'string' ? text : '',
    marker: textAt(json, 'marker'),
    where: 'Memory',
  }
}

function goneOf(reply: Reply): PageGone {
  const gone = textAt(replyJson(reply), 'gone') as PageGone['gone'] | null
  return { gone: gone ?? 'deleted', sentence: `The page is ${gone ?? 'deleted'} in Memory.` }
}

async function check(config: MemoryConfig, world: World): Promise<PlaceCheck> {
  try {
    const me = replyJson(await ask({ method: 'GET', path: '/me' }, config, world))
    const level = textAt(me, 'level') === 'people' ? 'people' : textAt(me, 'level') === 'public' ? 'public' : 'company'
    return { works: true, findings: [{ ok: true, sentence: 'Memory answers.' }], where: 'Memory', audience: { level, sentence: 'It tells who sees it.' } }
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    return { works: false, findings: [{ ok: false, sentence }], where: null, audience: { level: 'unknown', sentence: 'It could not be asked.' } }
  }
}
