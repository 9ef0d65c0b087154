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

/** Names the words that were looked for, with what follows them; before them the excerpt may begin in another block of the text, and ` ... ` leaves something out. */
function saying(excerpt: Hit['excerpt']): string {
  const first = excerpt.findIndex(({ match }) => match)
  if (first === -1) return ''
  const [words = ''] = excerpt
    .slice(first)
    .map(({ text }) => text)
    .join('')
    .split(' ... ')
  return `#${hashOfWords(words)}`
}

/** Where a hit opens: the event on its timeline, the words in the post-mortem, the follow-up in its list, the incidents of a person. */
export const placeOf = (hit: Hit): string => PLACES[hit.kind](hit)
