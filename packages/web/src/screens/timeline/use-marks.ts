import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keyEventsQuery, type Event } from './event-queries.ts'

/** A marking that was made here, for saying it and taking it back. */
export interface Marking {
  readonly event: Event
  readonly level: 'key' | 'detail'
  /** Whether it was key before, and whether a person had said so. */
  readonly wasKey: boolean
  readonly bySomebody: boolean
}

export interface Marks {
  /** What goes into the document, with what was marked here a moment ago; null while it is read. */
  readonly keyEvents: readonly Event[] | null
  readonly isKey: (event: string) => boolean
  readonly mark: (event: Event, level: 'key' | 'detail') => void
  readonly last: Marking | null
  readonly undo: () => void
}

interface Waiting {
  readonly event: Event
  readonly level: 'key' | 'detail'
}

/** Which events go into the document: what the server says, under what was marked here and is on its way. Several people's marks come together by what is heard. */
export function useMarks(id: string): Marks {
  const queries = useQueryClient()
  const { queryKey } = keyEventsQuery(id)
  const { data } = useQuery(keyEventsQuery(id))
  const [waiting, setWaiting] = useState<ReadonlyMap<string, Waiting>>(new Map())
  const [made, setMade] = useState<readonly Marking[]>([])
  const keyEvents = useMemo(() => (data === undefined ? null : together(data, waiting)), [data, waiting])
  const ids = useMemo(() => new Set((keyEvents ?? []).map((event) => event.id)), [keyEvents])
  const now = useRef(ids)
  now.current = ids
  const { mutate } = useMutation({
    mutationKey: ['mark', id],
    scope: { id: `mark ${id}` },
    mutationFn: ({ event, say }: { event: Event; level: 'key' | 'detail'; say: 'key' | 'detail' | null }) =>
      answer(api.POST('/v1/incidents/{incident}/timeline/marks', { params: { path: { incident: id } }, body: { events: [event.id], level: say } })),
    onMutate: ({ event, level }) => setWaiting((before) => new Map(before).set(event.id, { event, level })),
    onSuccess: (_answer, { event, level, say }) => {
      const told: Event = { ...event, level, rule: say === null ? event.rule : 'person' }
      queries.setQueryData(queryKey, (events) => (events === undefined ? events : together(events, new Map([[event.id, { event: told, level }]]))))
    },
    onSettled: (_answer, _error, { event, level }) => {
      setWaiting((before) => (before.get(event.id)?.level === level ? without(before, event.id) : before))
      // With others on their way, the last of them asks.
      if (queries.isMutating({ mutationKey: ['mark', id] }) <= 1) void queries.invalidateQueries({ queryKey })
    },
  })
  const mark = useCallback(
    (event: Event, level: 'key' | 'detail') => {
      const wasKey = now.current.has(event.id)
      if (wasKey === (level === 'key')) return
      setMade((before) => [...before.slice(-49), { event, level, wasKey, bySomebody: event.rule === 'person' }])
      mutate({ event, level, say: level })
    },
    [mutate],
  )
  const undo = useCallback(() => {
    const last = made.at(-1)
    if (last === undefined) return
    setMade(made.slice(0, -1))
    const level = last.wasKey ? 'key' : 'detail'
    mutate({ event: last.event, level, say: last.bySomebody ? level : null })
  }, [made, mutate])
  const isKey = useCallback((event: string) => ids.has(event), [ids])
  return { keyEvents, isKey, mark, undo, last: made.at(-1) ?? null }
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  const left = new Map(map)
  left.delete(key)
  return left
}

function together(events: readonly Event[], waiting: ReadonlyMap<string, Waiting>): Event[] {
  if (waiting.size === 0) return [...events]
  const known = new Set(events.map(({ id }) => id))
  const kept = events.filter(({ id }) => waiting.get(id)?.level !== 'detail')
  const added = [...waiting.values()]
    .filter(({ event, level }) => level === 'key' && !known.has(event.id))
    .map(({ event }): Event => ({ ...event, level: 'key', rule: 'person' }))
  return added.length === 0 ? kept : [...kept, ...added].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
