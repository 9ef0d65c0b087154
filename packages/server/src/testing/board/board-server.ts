import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page on the board. */
export interface BoardPage {
  readonly id: string
  readonly marker: string
  title: string
  text: string
  version: number
  gone: boolean
}

/** A place of another system that outlives the servers that publish to it. */
export interface BoardServer {
  readonly address: string
  readonly pages: BoardPage[]
  /** What was asked of it: `PUT /pages/1`. */
  readonly asked: string[]
  /** Who sees it. */
  level: 'people' | 'company' | 'public' | 'unknown'
  /** Called before an answer is sent, with the request; what it awaits holds the answer up. Gives a status to answer with instead. */
  before: (asked: string) => Promise<number | void> | number | void
  close(): void
}

/** The only token that it takes. */
export const BOARD_TOKEN = 'board-secret-5f1c'

export async function boardServer(): Promise<BoardServer> {
  const pages: BoardPage[] = []
  const asked: string[] = []
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const board: BoardServer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    asked,
    level: 'company',
    before: () => undefined,
    close: () => server.close().closeAllConnections(),
  }
  return board

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const what = `${request.method ?? ''} ${request.url ?? ''}`
    asked.push(what)
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const [status, said] = request.headers.authorization === `Bearer ${BOARD_TOKEN}` ? respond(what, body === '' ? {} : (JSON.parse(body) as Given)) : [401, {}]
    // What was asked has happened, whatever becomes of the answer.
    const instead = await board.before(what)
    if (response.destroyed) return
    response.writeHead(typeof instead === 'number' ? instead : status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  }

  function respond(what: string, given: Given): readonly [number, unknown] {
    const [method = '', path = ''] = what.split(' ')
    const marker = /^\/pages\?marker=(.+)$/.exec(path)?.[1]
    if (path === '/me') return [200, { level: board.level }]
    if (method === 'GET' && marker !== undefined) return [200, pages.filter((page) => page.marker === decodeURIComponent(marker) && !page.gone)]
    if (method === 'POST') {
      const page = { id: String(pages.length + 1), marker: given.marker ?? '', title: given.title ?? '', text: given.text ?? '', version: 1, gone: false }
      pages.push(page)
      return [201, page]
    }
    const page = pages.find(({ id }) => path === `/pages/${id}`)
    if (page === undefined || page.gone) return [404, {}]
    if (method === 'PUT') {
      if (given.version !== String(page.version)) return [409, {}]
      Object.assign(page, { title: given.title, text: given.text, version: page.version + 1 })
    }
    return [200, page]
  }
}

interface Given {
  readonly marker?: string
  readonly title?: string
  readonly text?: string
  readonly version?: string
}
