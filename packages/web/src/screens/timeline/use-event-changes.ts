import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { answer, api } from '../../api/client.ts'
import { offerUndo } from '../../shell/undo.tsx'
import { timeline as text } from '../../text/timeline.ts'
import type { Event } from './event-queries.ts'
import { dropEvent, putEvent } from './use-record.ts'

/** What may be said of an event: another text or time, or with `undo` those of the record again. */
export interface EventWords {
  readonly text?: string
  readonly at?: string
  readonly undo?: true
  /** `null` lets the rules decide again. */
  readonly level?: 'key' | 'detail' | null
}

export interface EventChanges {
  readonly change: (event: Event, words: EventWords) => void
  readonly add: (line: { readonly at: string; readonly text: string }) => void
  readonly remove: (event: Event) => void
}

/** Changes to events, shown at once, each with its way back. `id`: the incident's. */
export function useEventChanges(id: string): EventChanges {
  const queries = useQueryClient()
  const path = { incident: id }
  const { mutate: send } = useMutation({
    mutationFn: ({ event, words }: { event: Event; words: EventWords; final?: boolean }) =>
      answer(api.PATCH('/v1/incidents/{incident}/timeline/{event}', { params: { path: { ...path, event: event.id } }, body: words })),
    onMutate: ({ event, words }) => putEvent(queries, id, shown(event, words)),
    onSuccess: (now, { event, final }) => {
      putEvent(queries, id, now)
      if (final !== true) offerUndo(text.changed, () => send({ event: now, words: wayBack(event), final: true }))
    },
    onError: (_error, { event }) => putEvent(queries, id, event),
  })
  const { mutate: take } = useMutation({
    mutationFn: (event: Event) => answer(api.DELETE('/v1/incidents/{incident}/timeline/{event}', { params: { path: { ...path, event: event.id } } })),
    onMutate: (event) => dropEvent(queries, id, event.id),
    onSuccess: (_answer, event) =>
      offerUndo(text.removed, () =>
        write({ at: event.at, text: event.text, ...(event.actorName === null ? {} : { actor: event.actorName }), level: event.level }),
      ),
    onError: (_error, event) => putEvent(queries, id, event),
  })
  const { mutate: write } = useMutation({
    mutationFn: (body: { at: string; text: string; actor?: string; level: 'key' | 'detail' }) =>
      answer(api.POST('/v1/incidents/{incident}/timeline', { params: { path }, body })),
    onSuccess: (event) => putEvent(queries, id, event),
  })
  return {
    // Whoever edits a line of the timeline wants it there: with other words no rule might choose it.
    change: useCallback(
      (event, words) => send({ event, words: event.level === 'key' && event.rule !== 'person' ? { ...words, level: 'key' } : words }),
      [send],
    ),
    add: useCallback((line) => write({ ...line, level: 'key' }), [write]),
    remove: useCallback((event) => take(event), [take]),
  }
}

/** What makes an event what it was. */
function wayBack({ original, text: words, at, level, rule }: Event): EventWords {
  const said = rule === 'person' ? level : null
  return original === null ? { undo: true, level: said } : { text: words, at, level: said }
}

function shown(event: Event, { undo, level: _level, ...words }: EventWords): Event {
  if (undo === true) return { ...event, ...event.original, original: null, editedBy: null }
  return { ...event, ...words, original: event.original ?? { text: event.text, at: event.at } }
}
