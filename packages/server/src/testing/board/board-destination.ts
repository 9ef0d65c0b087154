import {
  BlamefreeError,
  exportedTree,
  footerInline,
  isFooterText,
  parseMarkdown,
  plainText,
  printMarkdown,
  replyJson,
  type PageBlock,
  type PageDestination,
  type PageNow,
  type Reply,
  type World,
  type WorldRequest,
} from '@blamefree/core'
import type { Nodes, RootContent } from 'mdast'

interface BoardConfig {
  readonly address: string
  readonly token: string
}

/** A kind of place for tests: Markdown on the server of `board-server.ts`. It asks for a setting of every kind. */
export const board: PageDestination<BoardConfig> = {
  id: 'board',
  title: 'Board',
  loses: { callout: 'simplified' },
  connect: {
    becomes: 'A page on the board',
    steps: ['Open **Settings** of the board and make a token that may `read` and `write` pages.', 'Copy its address.'],
    settings: [
      { key: 'address', label: 'Address', help: 'Where the board is, such as `https://board.example.com`.' },
      { key: 'token', label: 'Token', help: 'It begins with `board-`.', secret: true },
      { key: 'labels', label: 'Labels', help: 'One a line.', kind: 'lines', optional: true },
      { key: 'width', label: 'Width', help: 'How wide pages are.', kind: ['narrow', 'wide'], optional: true },
      { key: 'quiet', label: 'Tell nobody', help: 'Whether followers are told of changes.', kind: 'switch', optional: true },
    ],
  },
  configure({ address, token }) {
    if (typeof address !== 'string' || !URL.canParse(address))
      throw new BlamefreeError('board/settings', 'Cannot connect the Board: its address is missing.', 'Enter it as it is in the address bar.')
    if (typeof token !== 'string' || !token.startsWith('board-'))
      throw new BlamefreeError('board/settings', 'Cannot connect the Board: the token does not begin with board-.', 'Copy it again.')
    return { address: address.replace(/\/$/, ''), token }
  },
  render(document, { footer }) {
    const nodes = flat(exportedTree(document.tree, { evidence: false }).children)
    const blocks = nodes.map(printed)
    if (footer !== null) blocks.push(printed({ type: 'paragraph', children: footerInline(footer) }))
    return { title: document.title, text: blocks.join('\n\n'), files: [], labels: [], losses: [], problems: [] }
  },
  split(text) {
    let section = ''
    return parseMarkdown(text).tree.children.map((node): PageBlock => {
      if (node.type === 'heading') section = plainText(node)
      return { text: printed(node), section, ...(isFooterText(plainText(node)) ? { kind: 'footer' as const } : {}) }
    })
  },
  join: (blocks) => blocks.map(({ text }) => text).join('\n\n'),
  canonical: (text) => text.trim(),
  readBack: (text) => ({ tree: parseMarkdown(text).tree, problems: [] }),
  request: ({ title, text }, page, { address }) => ({
    method: page === null ? 'POST' : 'PUT',
    url: `${address}/pages${page === null ? '' : `/${page.ref.id}`}`,
    body: JSON.stringify({ title, text }),
  }),
  keeps: 'theirs',
  async check(config, world) {
    const reply = await ask({ method: 'GET', path: '/me' }, config, world).catch((error: unknown) =>
      error instanceof BlamefreeError ? error : Promise.reject(error as Error),
    )
    const bad = reply instanceof BlamefreeError ? `${reply.message} ${reply.hint}` : reply.status === 200 ? null : 'The board does not know the token.'
    const level = bad === null ? (replyJson(reply as Reply) as { level: 'company' }).level : 'unknown'
    const who = {
      people: 'Only the people invited to it see it.',
      company: 'Everybody of the company sees it.',
      public: 'Everybody sees it.',
      unknown: 'It does not tell.',
    }
    return {
      works: bad === null,
      findings: [{ ok: bad === null, sentence: bad ?? 'The board takes the token.' }],
      where: bad === null ? 'the board “Operations”' : null,
      audience: { level, sentence: who[level] },
    }
  },
  async find(marker, config, world) {
    const [first] = replyJson(await ask({ method: 'GET', path: `/pages?marker=${encodeURIComponent(marker)}` }, config, world)) as unknown[]
    return first === undefined ? null : pageOf(config, first)
  },
  async read(ref, config, world) {
    const reply = await ask({ method: 'GET', path: `/pages/${ref.id}` }, config, world)
    return reply.status === 200 ? pageOf(config, replyJson(reply)) : { gone: 'deleted', sentence: 'The page was deleted from the board.' }
  },
  async create({ title, text }, marker, config, world) {
    return pageOf(config, replyJson(await ask({ method: 'POST', path: '/pages', body: { marker, title, text } }, config, world)))
  },
  async write({ title, text }, page, config, world) {
    const reply = await ask({ method: 'PUT', path: `/pages/${page.ref.id}`, body: { title, text, version: page.version } }, config, world)
    return reply.status === 409 ? 'stale' : pageOf(config, replyJson(reply))
  },
}

const printed = (node: RootContent): string => printMarkdown({ type: 'root', children: [node] }).trim()

/** Without our own constructs: what is in a container stands alone, and a directive in a text becomes its words. */
function flat(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node) => (node.type === 'containerDirective' ? flat(node.children as RootContent[]) : [wordsOnly(node)]))
}

function wordsOnly<N extends Nodes>(node: N): N {
  if (node.type === 'textDirective') return { type: 'text', value: plainText(node) } as unknown as N
  return 'children' in node ? { ...node, children: (node.children as Nodes[]).map(wordsOnly) } : node
}

function pageOf({ address }: BoardConfig, json: unknown): PageNow {
  const { id, title, text, version, marker } = json as { id: string; title: string; text: string; version: number; marker: string }
  return { ref: { id, url: `${address}/pages/${id}` }, title, text, version: String(version), marker, where: 'the board “Operations”' }
}

async function ask(
  { method, path, body }: Pick<WorldRequest, 'method'> & { readonly path: string; readonly body?: object },
  { address, token }: BoardConfig,
  world: World,
): Promise<Reply> {
  const reply = await world.send({
    method,
    url: `${address}${path}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (reply.status === 401) throw new BlamefreeError('board/unauthorised', 'The board does not know the token.', 'Make a new one and enter it in the settings.')
  if (reply.status >= 500) throw new BlamefreeError('board/away', 'The board does not answer.', 'Try again later.')
  return reply
}
