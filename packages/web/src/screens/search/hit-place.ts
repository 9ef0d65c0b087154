import type { components } from '../../api/schema.ts'
import { hashOfWords } from '../../parts/named-words.ts'

export type SearchHit = components['schemas']['SearchHit']

type Hit = Pick<SearchHit, 'kind' | 'id' | 'incident' | 'postMortem' | 'excerpt'>

const PLACES: Readonly<Record<SearchHit['kind'], (hit: Hit) => string>> = {
  incident: ({ incident }) => `/incidents/${incident.slug}`,
  event: ({ incident, id }) => `/incidents/${incident.slug}/timeline#${encodeURIComponent(id)}`,
  'post-mortem': ({ id, excerpt }) => `/post-mortems/${id}${saying(excerpt)}`,
  finding: ({ postMortem, excerpt }) => `/post-mortems/${postMortem ?? ''}${saying(excerpt)}`,
  'follow-up': ({ id }) => `/follow-ups#${id}`,
  person: ({ id }) => `/incidents?person=${encodeURIComponent(id)}`,
}

/** Names the first words of an excerpt that has some that were looked for; an excerpt leaves out what is between two. */
function saying(excerpt: Hit['excerpt']): string {
  const parts = excerpt
    .map(({ text, match }) => (match ? `\u0002${text}` : text))
    .join('')
    .split(/ ?\.\.\. /)
  const words = (parts.find((part) => part.includes('\u0002')) ?? '').replaceAll('\u0002', '')
  return words.trim() === '' ? '' : `#${hashOfWords(words)}`
}

/** Where a hit opens: the event on its timeline, the words in the post-mortem, the follow-up in its list, the incidents of a person. */
export const placeOf = (hit: Hit): string => PLACES[hit.kind](hit)
