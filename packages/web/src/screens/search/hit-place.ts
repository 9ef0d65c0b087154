import type { components } from '../../api/schema.ts'

export type SearchHit = components['schemas']['SearchHit']

type Hit = Pick<SearchHit, 'kind' | 'id' | 'incident' | 'postMortem'>

const PLACES: Readonly<Record<SearchHit['kind'], (hit: Hit) => string>> = {
  incident: ({ incident }) => `/incidents/${incident.slug}`,
  event: ({ incident, id }) => `/incidents/${incident.slug}/timeline#${encodeURIComponent(id)}`,
  'post-mortem': ({ id }) => `/post-mortems/${id}`,
  finding: ({ postMortem, id }) => `/post-mortems/${postMortem ?? ''}#finding-${id}`,
  'follow-up': ({ id }) => `/follow-ups#${id}`,
  person: ({ id }) => `/incidents?person=${encodeURIComponent(id)}`,
}

/** Where a hit opens: the event on its timeline, the post-mortem, the follow-up in its list, the incidents of a person. */
export const placeOf = (hit: Hit): string => PLACES[hit.kind](hit)
