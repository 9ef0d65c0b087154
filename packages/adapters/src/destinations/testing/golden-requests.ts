import { join } from 'node:path'
import type { PageBody, PageDestination, Settings } from '@blamefree/core'
import { PAGE_DESTINATIONS } from '../../page-destinations.ts'
import { ASSETS, everyConstruct } from './every-construct.ts'
import { FOOTER } from './page-session.ts'
import { requestText } from './request-text.ts'
import { sampleSettings } from './sample-settings.ts'

/** A file that lies in a destination's `golden/`, and what has to be in it. */
export interface Golden {
  readonly path: string
  readonly text: string
}

/** What is sent for a new page of the document that has every construct. `isIn` is the golden file that holds the page's own text already. */
const REQUESTS: readonly { readonly id: string; readonly name: string; readonly settings?: Settings; readonly isIn?: string }[] = [
  { id: 'confluence', name: 'request.txt', settings: { edition: 'cloud' }, isIn: 'page.xml' },
  { id: 'confluence', name: 'request-data-center.txt', settings: { edition: 'data-center' }, isIn: 'page.xml' },
  { id: 'google-docs', name: 'request.txt' },
  { id: 'jira', name: 'request.txt', isIn: 'every-construct.json' },
  { id: 'notion', name: 'request.txt', isIn: 'page.md' },
  { id: 'outline', name: 'request.txt', isIn: 'page.md' },
  { id: 'sharepoint', name: 'request.txt' },
  { id: 'slack', name: 'request.txt' },
  { id: 'webhook', name: 'request.txt' },
]

/** Every request, and what a canvas of Slack says. */
export function goldenRequests(): Golden[] {
  const requests = REQUESTS.map(({ id, name, settings = {}, isIn }): Golden => {
    const { destination, config } = placeOf(id, settings)
    const body = bodyOf(destination, config)
    const request = destination.request(body, null, config)
    if (request === null) throw new Error(`${id} does not say what it would send.`)
    return { path: pathOf(id, name), text: requestText(request, isIn === undefined ? null : { value: body.text, isIn }) }
  })
  const slack = placeOf('slack', { canvas: true })
  return [...requests, { path: pathOf('slack', 'canvas.md'), text: bodyOf(slack.destination, slack.config).extra?.['canvas'] ?? '' }]
}

const pathOf = (id: string, name: string): string => join(import.meta.dirname, '..', id, 'golden', name)

function placeOf(id: string, more: Settings): { readonly destination: PageDestination; readonly config: unknown } {
  const destination = PAGE_DESTINATIONS.find((one) => one.id === id)
  if (destination === undefined) throw new Error(`There is no place ${id}.`)
  return { destination, config: destination.configure({ ...sampleSettings(destination), ...more }) }
}

function bodyOf(destination: PageDestination, config: unknown): PageBody {
  return destination.render(everyConstruct(), { footer: FOOTER, assets: ASSETS, evidence: true, mentions: { 'slack:U1': 'person-1' } }, config)
}
