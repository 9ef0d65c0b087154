import { useEffect } from 'react'
import type { Query } from '@tanstack/react-query'
import { sayProblem } from '../shell/say.ts'
import { answer, api } from './client.ts'
import { Problem } from './problem.ts'
import { queries } from './queries.ts'

/** An event of `/v1/events`: ids, no texts. */
export interface Heard {
  readonly kind: string
  readonly incident: string | null
  readonly postMortem: string | null
  readonly data?: Readonly<Record<string, unknown>>
}

const listeners = new Set<(heard: Heard) => void>()

/** Calls back for everything that is heard, for what keeps more than a query does. Gives what ends it. */
export function onHeard(listener: (heard: Heard) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Keeps what is shown true: what others do is asked for again when it is on the screen. Query keys begin with what they are about:
 * `['incidents', …]`, `['incident', id or slug, part …]`, `['post-mortems', …]`, `['post-mortem', id, part …]`, `['follow-ups', …]`, `['findings', …]`, `['templates', …]`, `['template', …]`,
 * `['configuration']`, `['members', …]`, `['sessions']`, `['jobs', …]`, `['webhooks', …]`, `['api-keys']`, `['inbound-addresses']`, `['search', …]`,
 * `['pages', post-mortem]`, `['connections', …]`, `['archive']`.
 */
export function useHeardEvents(): void {
  useEffect(() => {
    const hear = (message: MessageEvent<string>): void => {
      const heard = JSON.parse(message.data) as Heard
      for (const listener of listeners) listener(heard)
      void queries.invalidateQueries({ predicate: (query) => concerns(heard, query) })
    }
    return keepOpen((stream) => {
      stream.addEventListener('message', hear)
      stream.addEventListener('reset', () => void queries.invalidateQueries())
    })
  }, [])
}

/** How long to wait before a stream that was refused is asked for again, in milliseconds. */
const AGAIN = 5000

/** Keeps a stream of events open. A browser comes back by itself unless it was answered with a refusal: then whoever has been signed out is told so, and for anybody else it is asked again. */
function keepOpen(listen: (stream: EventSource) => void): () => void {
  let waiting: number | undefined
  let stream: EventSource
  let closed = false
  const open = (): void => {
    stream = new EventSource('/v1/events')
    listen(stream)
    stream.addEventListener('error', () => {
      if (stream.readyState !== EventSource.CLOSED) return
      void answer(api.GET('/v1/me')).then(later, (error: unknown) => {
        if (closed) return
        if (error instanceof Problem && error.status === 401) sayProblem(error)
        else later()
      })
    })
  }
  const later = (): void => {
    // Nobody may listen any more by the time that the answer comes.
    if (!closed) waiting = window.setTimeout(open, AGAIN)
  }
  open()
  return () => {
    closed = true
    window.clearTimeout(waiting)
    stream.close()
  }
}

function concerns({ kind, incident, postMortem }: Heard, query: Query): boolean {
  const [about, which] = query.queryKey
  const topic = kind.split('.')[0]
  if (about === topic || about === `${topic ?? ''}s`) {
    if (about === 'incident') return which === incident || (query.state.data as { id?: string } | undefined)?.id === incident
    if (about === 'post-mortem') return which === postMortem
    return true
  }
  if (about === 'incident' && (topic === 'timeline' || topic === 'follow-up')) {
    return about === 'incident' && (which === incident || (query.state.data as { id?: string } | undefined)?.id === incident)
  }
  // What is written shows the facts in its live blocks.
  if (about === 'post-mortem' && (topic === 'incident' || topic === 'timeline' || topic === 'follow-up')) return factsOf(query) === incident
  // Whether a page elsewhere is behind.
  if (about === 'pages' && topic === 'post-mortem') return which === postMortem
  // Lists show the state of the post-mortem, and of follow-ups.
  return topic === 'post-mortem' && (about === 'incidents' || (about === 'incident' && which === incident))
}

const factsOf = (query: Query): string | undefined => (query.state.data as { incident?: { id?: string } } | undefined)?.incident?.id
