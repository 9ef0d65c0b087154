import { BlamefreeError, listAt, replyJson, textAt, valueAt, type PageNow, type Reply, type World } from '@blamefree/core'
import { askConfluence, refused, type ConfluenceRequest } from './ask.ts'
import type { ConfluenceConfig } from './config.ts'
import { pageNow, PROPERTY } from './page-now.ts'
import type { Wiki } from './wiki.ts'

const V2 = '/api/v2'

/** The API of Confluence Cloud, version 2. */
export function cloud(config: ConfluenceConfig, world: World): Wiki {
  const ask = (request: ConfluenceRequest): Promise<Reply> => askConfluence({ ...request, path: `${V2}${request.path}` }, config, world)
  const pages = async (path: string): Promise<PageNow[]> => {
    const reply = await ask({ method: 'GET', path })
    if (reply.status !== 200) throw refused('look for the page in Confluence', reply)
    return listAt(replyJson(reply), 'results').map((json) => cloudPage(json, config))
  }
  const space = async (): Promise<string> => {
    const found = await cloudSpace(config, world)
    if (found !== null) return found.id
    throw new BlamefreeError(
      'confluence/no-space',
      `Cannot publish to Confluence: there is no space with the key ${config.space}, or the account may not see it.`,
      'Check the key, and let the account view the space.',
    )
  }
  return {
    newest: async () => pages(`/spaces/${await space()}/pages?sort=-created-date&limit=10&body-format=storage`),
    byTitle: async (title) => (await pages(`/pages?space-id=${await space()}&title=${encodeURIComponent(title)}&limit=5&body-format=storage`))[0] ?? null,
    read: (id) => ask({ method: 'GET', path: `/pages/${id}?body-format=storage&status=current,archived,trashed&include-labels=true&include-properties=true` }),
    page: (json) => cloudPage(json, config),
    async create({ title, text }) {
      const parent = config.parent === null ? {} : { parentId: config.parent }
      return ask({ method: 'POST', path: '/pages', json: { spaceId: await space(), ...parent, status: 'current', title, body: storage(text) } })
    },
    update: (id, { title, text }, version) =>
      ask({
        method: 'PUT',
        path: `/pages/${id}`,
        json: { id, status: 'current', title, body: storage(text), version: { number: version + 1, message: 'Published by Blamefree' } },
      }),
    setProperty: (id, key, value) => ask({ method: 'POST', path: `/pages/${id}/properties`, json: { key, value } }),
  }
}

const storage = (value: string): object => ({ representation: 'storage', value })

/** The space; null where there is none that the account can see. */
export async function cloudSpace(config: ConfluenceConfig, world: World): Promise<{ readonly id: string; readonly name: string } | null> {
  const reply = await askConfluence({ method: 'GET', path: `${V2}/spaces?keys=${encodeURIComponent(config.space)}` }, config, world)
  if (reply.status !== 200) throw refused('look for the space in Confluence', reply)
  const found = listAt(replyJson(reply), 'results').find((space) => textAt(space, 'key') === config.space)
  const id = textAt(found, 'id')
  return id === null ? null : { id, name: textAt(found, 'name') ?? config.space }
}

function cloudPage(json: unknown, { base, space }: ConfluenceConfig): PageNow {
  const property = listAt(json, 'properties', 'results').find((known) => textAt(known, 'key') === PROPERTY)
  const key = /^\/spaces\/([^/]+)\//.exec(textAt(json, '_links', 'webui') ?? '')?.[1] ?? space
  const parent = textAt(json, 'parentId')
  return pageNow({
    json,
    property: valueAt(property, 'value'),
    labels: listAt(json, 'labels', 'results').flatMap((label) => textAt(label, 'name') ?? []),
    base,
    where: `space ${decodeURIComponent(key)}${parent === null ? '' : `, below page ${parent}`}`,
    changedBy: null,
    changedAt: ['version', 'createdAt'],
  })
}
