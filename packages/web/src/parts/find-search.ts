/** What the address of a list with a find bar says: which part of it is shown, and the words to find. */
export interface FindSearch {
  readonly show?: string
  readonly q?: string
}

/** Anything that an address may say → what of it we understand. */
export function findSearch(search: Readonly<Record<string, unknown>>): FindSearch {
  const { show, q } = search
  // The router reads `q=503` as a number.
  const words = typeof q === 'string' || typeof q === 'number' ? String(q).trim().slice(0, 400) : ''
  return { ...(typeof show === 'string' && show !== '' ? { show } : {}), ...(words === '' ? {} : { q: words }) }
}
