/** What the address of the list of post-mortems says. */
export interface PostMortemsSearch {
  readonly q?: string
  readonly show?: 'draft' | 'in-review' | 'published' | 'mine'
}

export function postMortemsSearch({ q, show }: Readonly<Record<string, unknown>>): PostMortemsSearch {
  const words = typeof q === 'string' || typeof q === 'number' ? String(q).trim().slice(0, 400) : ''
  const known = show === 'draft' || show === 'in-review' || show === 'published' || show === 'mine'
  return { ...(words === '' ? {} : { q: words }), ...(known ? { show } : {}) }
}
