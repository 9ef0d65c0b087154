import { useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { useMe } from '../../session/me.ts'
import { searchText as text } from '../../text/search.ts'
import { shell } from '../../text/shell.ts'
import { placeOf, type SearchHit } from './hit-place.ts'
import { recentPlaces } from './recent-places.ts'

/** Something that can be opened or done. */
export interface Choice {
  readonly key: string
  readonly kind: string
  readonly title: SearchHit['title']
  readonly excerpt?: SearchHit['excerpt']
  readonly at?: string
  readonly place?: string
  readonly run?: () => void
}

export interface ChoiceGroup {
  readonly title: string
  readonly choices: readonly Choice[]
}

/** In this order the kinds are shown, each with the best of its hits. */
const KINDS = ['incident', 'post-mortem', 'event', 'finding', 'follow-up', 'person'] as const
const OF_A_KIND = 5

/** What there is to choose from for some words: recent things for none. */
export function useChoices(words: string): { groups: readonly ChoiceGroup[]; state: 'ready' | 'searching' | 'none' | 'failed' } {
  const wanted = words.trimStart()
  const [asked] = useDebouncedValue(wanted, 120)
  const actions = useActions(wanted)
  const idle = wanted.trim() === ''
  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => answer(api.GET('/v1/search', { params: { query: { q: asked, limit: 40 } }, signal })),
    enabled: asked.trim() !== '',
    placeholderData: keepPreviousData,
  })
  const [recent] = useState(recentPlaces)
  const newest = useQuery({
    queryKey: ['incidents', 'newest'],
    queryFn: () => answer(api.GET('/v1/incidents', { params: { query: { limit: 5 } } })),
    enabled: idle,
  })
  if (idle) {
    const groups = [
      { title: text.kinds.recent, choices: recent.map((one): Choice => ({ ...one, key: `recent ${one.place}`, title: plain(one.title) })) },
      {
        title: text.kinds.newest,
        choices: (newest.data?.items ?? []).map(({ id, slug, title, happenedAt }): Choice => ({
          key: id,
          kind: 'incident',
          title: plain(title),
          at: happenedAt,
          place: `/incidents/${slug}`,
        })),
      },
      actions,
    ]
    return { groups: groups.filter(({ choices }) => choices.length > 0), state: 'ready' }
  }
  const hits = found.data?.items ?? []
  const groups = [
    ...KINDS.map((kind) => ({
      title: text.kinds[kind],
      choices: hits
        .filter((hit) => hit.kind === kind)
        .slice(0, OF_A_KIND)
        .map(choiceOf),
    })),
    actions,
  ].filter(({ choices }) => choices.length > 0)
  const waiting = found.isFetching || asked !== wanted
  return { groups, state: found.isError ? 'failed' : waiting ? 'searching' : groups.length === 0 ? 'none' : 'ready' }
}

function choiceOf(hit: SearchHit): Choice {
  const { kind, id, incident, postMortem, at, title, excerpt } = hit
  // Of what happens in an incident its own words say more than the incident's title.
  const inside = kind === 'event' || kind === 'finding' || kind === 'follow-up'
  return {
    key: `${kind} ${incident.id} ${postMortem ?? ''} ${id}`.replaceAll(' ', '-'),
    kind,
    title: inside ? excerpt : kind === 'person' ? withoutTitle(title, id) : title,
    excerpt: inside ? plain(text.inIncident(incident.title)) : excerpt,
    at,
    place: placeOf(hit),
  }
}

const plain = (words: string): SearchHit['title'] => [{ text: words, match: false }]
const withoutTitle = (title: SearchHit['title'], name: string): SearchHit['title'] => (title.length === 0 ? plain(name) : title)

/** What can be done from anywhere, as far as the words say so; all of the places for none. */
function useActions(words: string): ChoiceGroup {
  const { setColorScheme } = useMantineColorScheme()
  const writes = useMe().member.role !== 'viewer'
  const { incidents, postMortems, followUps, findings, templates, settings } = shell.places
  const all: Choice[] = [
    ...(writes ? [{ key: 'new', kind: 'action', title: plain(shell.newPostMortem), place: '/new' }] : []),
    ...Object.entries({
      '/incidents': incidents,
      '/post-mortems': postMortems,
      '/follow-ups': followUps,
      '/findings': findings,
      '/templates': templates,
      '/settings': settings,
    }).map(([place, name]) => ({ key: `go-${name}`, kind: 'action', title: plain(text.goTo(name)), place })),
    ...(['light', 'dark', 'auto'] as const).map((scheme) => ({
      key: `theme-${scheme}`,
      kind: 'action',
      title: plain(text.theme[scheme]),
      run: () => setColorScheme(scheme),
    })),
  ]
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean)
  const choices = all.filter(({ title }) => parts.every((part) => title[0]?.text.toLowerCase().includes(part) === true))
  return { title: text.kinds.action, choices: words.trim() === '' ? choices.slice(0, 1) : choices.slice(0, 5) }
}
