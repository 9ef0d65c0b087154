import { BlamefreeError, type PageBody, type PageGone, type PageNow, type Settings, type World } from '@blamefree/core'
import assert from 'node:assert/strict'
import { testData } from '../../../../../../tools/test-data.ts'
import { ASSETS, documentOf } from '../../testing/every-construct.ts'
import { notion } from '../index.ts'
import type { FakeNotion } from './fake-notion.ts'
import { PARENT, SECRET } from './fake-workspace.ts'
import { readContract } from './notion-contract.ts'

/** Where Notion's own types are; null where the test data is absent. */
export const TYPES = testData('specs/makenotion__notion-sdk-js/src/api-endpoints')

/** What holds requests against them. */
export const contract = TYPES === null ? null : readContract(TYPES)

/** The footer of the pages. */
export const FOOTER = { url: 'https://b.example/p/1', at: '2026-03-04T10:00:00.000Z' as never, shownAt: '4 Mar 2026, 10:00 UTC', by: 'Noor', version: '3' }

/** Our mark. */
export const MARKER = 'pm_01'

/** Settings of a connection to the fake. */
export const SETTINGS: Settings = { token: SECRET, parent: PARENT, kind: 'page' }

/** A page's body of Markdown. */
export function bodyOf(markdown: string, title = 'Poison pill'): PageBody {
  return notion.render(documentOf(markdown, title), { footer: FOOTER, assets: ASSETS }, notion.configure(SETTINGS))
}

/** A world in front of the fake, which holds every request against the contract. `cut`: the request, counted from 0, whose answer is lost after it was carried out. */
export function worldOf(fake: FakeNotion, cut = -1): World {
  let count = 0
  return {
    now: () => '2026-03-04T10:00:00.000Z' as never,
    id: () => 'id',
    pause: () => Promise.resolve(),
    reach: () => Promise.resolve([]),
    async send(request) {
      assert.equal(contract?.fault(request) ?? null, null, `${request.method} ${request.url} ${String(request.body).slice(0, 2000)}`)
      const answer = await fake.answer(request)
      if (count++ === cut) throw new BlamefreeError('outbound/unreachable', 'Cut off.', 'Try again.')
      return answer
    },
  }
}

/** The page, which must be there. */
export function isPage(page: PageNow | PageGone | 'stale' | null): PageNow {
  assert.ok(page !== null && page !== 'stale' && 'text' in page, JSON.stringify(page))
  return page
}

/** Two texts are the same page. */
export function same(one: string, other: string): void {
  assert.deepEqual(
    notion.split(one).map(({ text }) => notion.canonical(text)),
    notion.split(other).map(({ text }) => notion.canonical(text)),
  )
}
