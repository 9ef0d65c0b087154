import { clockText, type Instant } from '@blamefree/core'
import { IconActivity } from '../../../parts/icons.tsx'
import type { Extension } from '@tiptap/core'
import { answer, api } from '../../../api/client.ts'
import { queries } from '../../../api/queries.ts'
import type { components } from '../../../api/schema.ts'
import { postMortem as words } from '../../../text/post-mortem.ts'
import type { Choice } from './menu-list.tsx'
import { suggesting } from './suggesting.ts'

interface EventChoice extends Choice {
  readonly event: components['schemas']['Event']
}

const LONGEST = 60

/** `#`: the events of the incident's timeline. What is put in leads to the message; its time is in the document's zone. */
export function eventMenu(incident: string, zone: string): Extension {
  return suggesting<EventChoice>({
    name: 'eventMenu',
    character: '#',
    label: words.eventMenu,
    spaces: true,
    async choices(query) {
      const text = query.trim()
      const { items } = await queries.fetchQuery({
        queryKey: ['incident', incident, 'timeline', 'menu', text],
        queryFn: () =>
          answer(
            api.GET('/v1/incidents/{incident}/timeline', {
              params: { path: { incident }, query: { limit: 30, ...(text === '' ? { level: 'key' as const } : { text }) } },
            }),
          ),
      })
      return items.map((event) => ({ id: event.id, event, label: plain(event.text), hint: clockText(event.at as Instant, zone), icon: IconActivity }))
    },
    run(editor, range, { event, label, hint = '' }) {
      const said = label.length > LONGEST ? `${label.slice(0, LONGEST - 1).trimEnd()}…` : label
      const attrs = {
        name: 'event',
        attributes: JSON.stringify({ id: event.id, at: event.at }),
        label: JSON.stringify([{ type: 'text', value: `${hint} ${said}` }]),
        around: event.origin.url === null ? null : JSON.stringify([{ type: 'link', attrs: { href: event.origin.url, title: null } }]),
      }
      editor
        .chain()
        .focus()
        .insertContentAt(range, [
          { type: 'directive', attrs },
          { type: 'text', text: ' ' },
        ])
        .run()
    },
  })
}

/** Markdown of one paragraph as plain words, near enough for a menu. */
const plain = (markdown: string): string =>
  markdown
    .replace(/:(?:person|event|time)\[([^\]]*)\](?:\{[^}]*\})?/g, '$1')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~\\]/g, '')
    .trim()
