import type { Reply, WorldRequest } from '@blamefree/core'

/** A file as the fake keeps it. */
export interface FakeItem {
  readonly id: string
  name: string
  folder: string
  version: number
  bytes: Uint8Array
}

/** A library of SharePoint behind Microsoft Graph, as much of it as we use. What is in `items` may be changed as people change it over there. */
export interface FakeGraph {
  readonly items: Map<string, FakeItem>
  readonly rules: { locked: boolean; permissions: unknown[]; pageSize: number }
  answer(request: WorldRequest): Promise<Reply>
}

interface Session {
  readonly id: string | null
  readonly folder: string
  readonly name: string
  bytes: Uint8Array
}

/** A fresh one. */
export function fakeGraph(): FakeGraph {
  const items = new Map<string, FakeItem>()
  const sessions = new Map<string, Session>()
  const rules: FakeGraph['rules'] = { locked: false, permissions: [{ id: '1', grantedToV2: { siteGroup: { displayName: 'Ops Members' } } }], pageSize: 200 }
  let next = 1

  const shown = (item: FakeItem): Record<string, unknown> => ({
    id: item.id,
    name: item.name,
    eTag: `"{${item.id}},${item.version}"`,
    webUrl: `https://contoso.sharepoint.com/sites/ops/${encodeURIComponent(item.name)}`,
    lastModifiedDateTime: '2026-03-04T09:00:00Z',
    parentReference: { path: `/drives/d1/root:${item.folder === '' ? '' : `/${encodeURIComponent(item.folder)}`}` },
    '@microsoft.graph.downloadUrl': `https://contoso.sharepoint.com/download?id=${item.id}&tempauth=x`,
  })
  const taken = (folder: string, name: string): boolean => [...items.values()].some((item) => item.folder === folder && item.name === name)

  function put(id: string | null, { folder, name, bytes }: Omit<Session, 'id'>): Reply {
    if (id === null) {
      if (taken(folder, name)) return json(409, { error: { code: 'nameAlreadyExists' } })
      const item: FakeItem = { id: `item-${next++}`, name, folder, version: 1, bytes }
      items.set(item.id, item)
      return json(201, shown(item))
    }
    const item = items.get(id)
    if (item === undefined) return json(404, {})
    Object.assign(item, { version: item.version + 1, bytes })
    return json(200, shown(item))
  }

  /** Why an item may not be written, or null. */
  function refused(id: string, request: WorldRequest): Reply | null {
    const item = items.get(id)
    if (item === undefined) return json(404, { error: { code: 'itemNotFound' } })
    if (rules.locked) return json(423, { error: { code: 'notAllowed' } })
    const match = request.headers?.['if-match']
    return match === undefined || match === shown(item)['eTag'] ? null : json(412, { error: { code: 'resourceModified' } })
  }

  function itemCall(request: WorldRequest, id: string, below: string | undefined): Reply {
    if (below === undefined) return items.has(id) ? json(200, shown(items.get(id) as FakeItem)) : json(404, {})
    const no = refused(id, request)
    if (no !== null) return no
    return below === 'content'
      ? put(id, { folder: '', name: '', bytes: Uint8Array.from(Buffer.from(request.body ?? '')) })
      : sessionFor({ id, folder: '', name: '', bytes: new Uint8Array() })
  }

  function sessionFor(session: Session): Reply {
    const url = `https://contoso.sharepoint.com/upload?session=${sessions.size}`
    sessions.set(url, session)
    return json(200, { uploadUrl: url })
  }

  function piece(request: WorldRequest, session: Session): Reply {
    const [, from, to, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers?.['content-range'] ?? '') ?? []
    const bytes = Buffer.from(request.body ?? '')
    if (Number(from) !== session.bytes.byteLength || bytes.byteLength !== Number(to) - Number(from) + 1) return json(416, {})
    session.bytes = Uint8Array.from(Buffer.concat([session.bytes, bytes]))
    const done = session.bytes.byteLength === Number(size)
    if (!done && bytes.byteLength % (320 * 1024) !== 0) return json(400, {})
    return done ? put(session.id, session) : json(202, { nextExpectedRanges: [] })
  }

  function pathCall(request: WorldRequest, path: string): Reply {
    const [, where = '', below] = /^\/(.*?):(?:\/(\w+))?$/.exec(path) ?? []
    const names = where.split('/').map(decodeURIComponent)
    if (below === 'content' || below === 'createUploadSession') {
      const goal = { folder: names.slice(0, -1).join('/'), name: names.at(-1) ?? '' }
      return below === 'content'
        ? put(null, { ...goal, bytes: Uint8Array.from(Buffer.from(request.body ?? '')) })
        : sessionFor({ id: null, ...goal, bytes: new Uint8Array() })
    }
    const inside = [...items.values()].filter((item) => item.folder === names.join('/'))
    if (below === 'permissions') return json(200, { value: rules.permissions })
    if (inside.length === 0) return json(404, { error: { code: 'itemNotFound' } })
    if (below === undefined) return json(200, { id: 'folder', name: where })
    const from = Number(new URL(request.url).searchParams.get('skip') ?? 0)
    const more =
      from + rules.pageSize < inside.length
        ? { '@odata.nextLink': `https://graph.microsoft.com/v1.0/drives/d1/root:/${where}:/children?skip=${from + rules.pageSize}` }
        : {}
    return json(200, { value: inside.slice(from, from + rules.pageSize).map(shown), ...more })
  }

  return {
    items,
    rules,
    answer(request) {
      const url = new URL(request.url)
      const signed = request.headers?.['authorization'] !== undefined
      const session = sessions.get(request.url)
      // Addresses that let in by themselves must not get the token.
      if (url.host === 'contoso.sharepoint.com') {
        if (signed) return Promise.resolve(json(400, {}))
        if (session !== undefined) return Promise.resolve(piece(request, session))
        const item = items.get(url.searchParams.get('id') ?? '')
        return Promise.resolve(item === undefined ? json(404, {}) : { status: 200, headers: {}, body: item.bytes })
      }
      if (url.host === 'login.microsoftonline.com') {
        const good = new URLSearchParams(String(request.body)).get('client_secret') === 'good'
        return Promise.resolve(good ? json(200, { access_token: 'a-token', expires_in: 3599 }) : json(401, { error: 'invalid_client', error_codes: [7000222] }))
      }
      if (request.headers?.['authorization'] !== 'Bearer a-token') return Promise.resolve(json(401, {}))
      const path = url.pathname.replace('/v1.0/', '')
      if (path === 'sites/contoso.sharepoint.com:/sites/ops:/drive') return Promise.resolve(json(200, { id: 'd1' }))
      if (path.startsWith('drives/d1/root:')) return Promise.resolve(pathCall(request, path.replace('drives/d1/root:', '')))
      const [, id = '', below] = /^drives\/d1\/items\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? []
      if (id !== '') return Promise.resolve(itemCall(request, id, below))
      return Promise.resolve(path === 'drives/d1/root/permissions' ? json(200, { value: rules.permissions }) : json(404, {}))
    },
  }
}

function json(status: number, value: unknown): Reply {
  return { status, headers: {}, body: new TextEncoder().encode(JSON.stringify(value)) }
}
