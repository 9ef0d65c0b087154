import { textAt, valueAt, type PageGone, type PlaceAudience } from '@blamefree/core'
import { replyOf } from './faults.ts'
import type { FakePlace } from './page-subject.ts'

interface Kept {
  readonly id: string
  readonly marker: string
  title: string
  text: string
  version: number
  gone: PageGone['gone'] | null
}

/** The server of the `memory` destination. */
export function fakeMemory(): FakePlace {
  const kept: Kept[] = []
  let level: PlaceAudience['level'] = 'company'
  const alive = (): Kept[] => kept.filter(({ gone }) => gone === null || gone === 'forbidden' || gone === 'locked')
  const first = (): Kept => {
    const [page] = alive()
    if (page === undefined) throw new Error('There is no page to change.')
    return page
  }
  return {
    answer({ method, url, body }) {
      const { pathname, searchParams } = new URL(url)
      const given = typeof body === 'string' ? (JSON.parse(body) as unknown) : null
      const page = kept.find(({ id }) => pathname.startsWith(`/pages/${id}`))
      if (pathname === '/me') return replyOf(200, { level })
      if (method === 'POST' && pathname === '/pages') {
        const made = { id: `p${kept.length + 1}`, marker: textAt(given, 'marker') ?? '', title: '', text: '', version: 1, gone: null }
        kept.push(Object.assign(made, { title: textAt(given, 'title') ?? '', text: String(valueAt(given, 'text')) }))
        return replyOf(201, made)
      }
      if (pathname === '/pages') return replyOf(200, { pages: kept.filter(({ marker, gone }) => gone === null && marker === searchParams.get('marker')) })
      if (page === undefined) return replyOf(404, {})
      if (pathname.endsWith('/restore')) page.gone = null
      if (page.gone !== null) return replyOf(410, { gone: page.gone })
      if (method === 'PUT') {
        if (textAt(given, 'version') !== String(page.version)) return replyOf(409, {})
        Object.assign(page, { title: textAt(given, 'title') ?? '', text: String(valueAt(given, 'text')), version: page.version + 1 })
      }
      return replyOf(200, page)
    },
    pages: () => alive(),
    state: () => JSON.stringify(kept),
    edit(change) {
      const page = first()
      page.text = change(page.text)
      page.version++
    },
    rename(title) {
      const page = first()
      page.title = title
      page.version++
    },
    remove(how) {
      first().gone = how
    },
    seenBy(now) {
      level = now
    },
  }
}
