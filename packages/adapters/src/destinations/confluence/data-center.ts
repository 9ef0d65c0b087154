import { listAt, replyJson, textAt, valueAt, type PageNow, type Reply, type World } from '@blamefree/core'
import { askConfluence, refused, type ConfluenceRequest } from './ask.ts'
import type { ConfluenceConfig } from './config.ts'
import { pageNow, PROPERTY } from './page-now.ts'
import type { Wiki } from './wiki.ts'

const CONTENT = '/rest/api/content'
/** What is asked for with a page. */
const EXPAND = `expand=body.storage,version,space,ancestors,metadata.labels,metadata.properties.${PROPERTY}`

/** The API of Confluence Data Center. */
export function dataCenter(config: ConfluenceConfig, world: World): Wiki {
  const ask = (request: ConfluenceRequest): Promise<Reply> => askConfluence(request, config, world)
  return {
    // The label is made with the page, so that there is none that only its age would find.
    newest: () => Promise.resolve([]),
    async byTitle(title) {
      const path = `${CONTENT}?type=page&spaceKey=${encodeURIComponent(config.space)}&title=${encodeURIComponent(title)}&${EXPAND}`
      const reply = await ask({ method: 'GET', path })
      if (reply.status !== 200) throw refused('look for the page in Confluence', reply)
      const [found] = listAt(replyJson(reply), 'results')
      return found === undefined ? null : pageOf(found, config)
    },
    read: (id) => ask({ method: 'GET', path: `${CONTENT}/${id}?status=any&${EXPAND}` }),
    page: (json) => pageOf(json, config),
    create({ title, text }, labels) {
      const ancestors = config.parent === null ? {} : { ancestors: [{ id: config.parent }] }
      const metadata = { labels: labels.map((name) => ({ prefix: 'global', name })) }
      return ask({ method: 'POST', path: CONTENT, json: { type: 'page', title, space: { key: config.space }, ...ancestors, body: storage(text), metadata } })
    },
    update: (id, { title, text }, version) =>
      ask({
        method: 'PUT',
        path: `${CONTENT}/${id}`,
        json: { id, type: 'page', status: 'current', title, body: storage(text), version: { number: version + 1, message: 'Published by Blamefree' } },
      }),
    setProperty: (id, key, value) => ask({ method: 'POST', path: `${CONTENT}/${id}/property`, json: { key, value } }),
  }
}

const storage = (value: string): object => ({ storage: { value, representation: 'storage' } })

function pageOf(json: unknown, { base, space }: ConfluenceConfig): PageNow {
  const parent = listAt(json, 'ancestors').at(-1)
  return pageNow({
    json,
    property: valueAt(json, 'metadata', 'properties', PROPERTY, 'value'),
    labels: listAt(json, 'metadata', 'labels', 'results').flatMap((label) => textAt(label, 'name') ?? []),
    base,
    where: `space ${textAt(json, 'space', 'key') ?? space}${textAt(parent, 'title') === null ? '' : `, below “${textAt(parent, 'title')}”`}`,
    changedBy: textAt(json, 'version', 'by', 'displayName'),
    changedAt: ['version', 'when'],
  })
}
