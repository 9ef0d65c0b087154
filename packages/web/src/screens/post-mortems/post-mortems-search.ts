/** What the address of the list of post-mortems says. */
export interface PostMortemsSearch {
  readonly q?: string
  readonly show?: 'draft' | 'in-review' | 'published' | 'mine'
  readonly severity?: string
  readonly type?: string
  readonly service?: string
  readonly author?: string
  /** Days on which the incident happened, the first and the last. */
  readonly from?: string
  readonly to?: string
}

/** What narrows the list by one of several values. */
export const NARROWED = ['severity', 'type', 'service', 'author'] as const

export function postMortemsSearch(search: Readonly<Record<string, unknown>>): PostMortemsSearch {
  const { q, show } = search
  const words = wordsOf(q)
  const known = show === 'draft' || show === 'in-review' || show === 'published' || show === 'mine'
  const others = [...NARROWED, 'from', 'to'].flatMap((name) => {
    const value = wordsOf(search[name])
    return value === '' || ((name === 'from' || name === 'to') && !/^\d{4}-\d{2}-\d{2}$/.test(value)) ? [] : [[name, value]]
  })
  return { ...(words === '' ? {} : { q: words }), ...(known ? { show } : {}), ...Object.fromEntries(others) }
}

const wordsOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, 400) : '')
