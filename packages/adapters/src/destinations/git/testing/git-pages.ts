import { BlamefreeError, type PageBody, type PageGone, type PageNow, type Reply, type World, type WorldRequest } from '@blamefree/core'
import assert from 'node:assert/strict'
import { jsonOf } from '../../json/render.ts'
import { LOSES, markdownOf } from '../../markdown/render.ts'
import { ASSETS, documentOf } from '../../testing/every-construct.ts'
import { git } from '../index.ts'

/** The place under test, as the registry makes it. */
export const place = git({ markdown: markdownOf, json: jsonOf }, LOSES)

/** The marker of the page of most tests. */
export const MARKER = 'pm_01'

const FOOTER = { url: 'https://b.example/p/1', at: '2026-03-04T10:00:00.000Z' as never, shownAt: '4 Mar 2026, 10:00 UTC', by: 'Noor', version: '3' }

/** A post-mortem as what is written to a repository. */
export function bodyOf(markdown: string, title = 'Poison pill'): PageBody {
  return place.render(documentOf(markdown, title), { footer: FOOTER, assets: ASSETS }, undefined as never)
}

/** A world whose hosts are all at this machine; answers over HTTP are given by the first two parts of their path. */
export function worldHere(hosts: ReadonlyMap<string, (request: WorldRequest) => Reply> = new Map()): World {
  return {
    now: () => '2026-03-04T10:00:00.000Z' as never,
    id: () => 'an-id',
    pause: () => Promise.resolve(),
    reach: () => Promise.resolve(['127.0.0.1']),
    send: (request) => {
      const answer = hosts.get(new URL(request.url).pathname.split('/').slice(0, 3).join('/'))
      return Promise.resolve(answer?.(request) ?? { status: 404, headers: {}, body: new Uint8Array() })
    },
  }
}

/** What was read or written, which has to be a page. */
export function isPage(page: PageNow | PageGone | 'stale' | null): PageNow {
  assert.ok(page !== null && page !== 'stale' && 'text' in page, JSON.stringify(page))
  return page
}

/** The sentence with which something is refused, in which no secret is. */
export async function refuses(work: Promise<unknown>, code: string): Promise<BlamefreeError> {
  let found: unknown = null
  await work.catch((error: unknown) => (found = error))
  assert.ok(found instanceof BlamefreeError, String(found))
  assert.equal(found.code, code, `${found.message} ${found.hint}`)
  assert.ok(!/secret-token|PRIVATE KEY/.test(`${found.message} ${found.hint} ${String(found.cause)} ${String(found.stack)}`))
  return found
}
