import type { Reply, WorldRequest } from '@blamefree/core'
import type { FakePlace } from '../../testing/page-subject.ts'
import { GOES_ON, withoutMark } from '../mark.ts'
import { changeBlock, placeOfBlock, Refused, shownBlock, storeBlocks, type BlockHouse, type StoredBlock } from './fake-blocks.ts'
import { madeBlocks, setText, textOf, type FakePage } from './fake-page.ts'

/** A Notion that keeps pages, files and people in memory, and refuses what the real one refuses. */
export interface FakeNotion {
  readonly pages: Map<string, FakePage>
  readonly requests: string[]
  readonly files: Map<string, { name: string; sent: boolean }>
  readonly people: { id: string; email: string }[]
  /** Pages that are not shared any more. */
  readonly hidden: Set<string>
  truncated: boolean
  unknown: string[]
  /** Whether its Markdown endpoints are there, and take our version. */
  markdown: 'there' | 'absent' | 'newer'
  publicUrl: string | null
  answer(request: WorldRequest): Promise<Reply>
  /** A person edits a page. */
  edit(id: string, change: (text: string) => string): void
}

/** The page, and the database with its data source, that everything is put into. */
export const PARENT = '11111111-1111-1111-1111-111111111111'
export const DATABASE = '22222222-2222-2222-2222-222222222222'
export const SOURCE = '33333333-3333-3333-3333-333333333333'
export const SECRET = 'ntn_a-secret-secret'

/** An empty one. */
export function fakeNotion(): FakeNotion {
  let count = 0
  let signature = 0
  const id = (): string => `aaaaaaaa-0000-0000-0000-${String(++count).padStart(12, '0')}`
  const fake: FakeNotion = {
    pages: new Map(),
    requests: [],
    files: new Map(),
    people: [],
    hidden: new Set(),
    truncated: false,
    unknown: [],
    markdown: 'there',
    publicUrl: null,
    answer(request) {
      const url = new URL(request.url)
      fake.requests.push(`${request.method} ${url.pathname.replace('/v1', '')}`)
      if (request.headers?.['authorization'] !== `Bearer ${SECRET}`) return Promise.resolve(problem(401, 'unauthorized', 'API token is invalid.'))
      const body = typeof request.body === 'string' ? (JSON.parse(request.body) as Record<string, never>) : {}
      return Promise.resolve(route(request.method, url, { body, bytes: request.body }))
    },
    edit(page, change) {
      const found = fake.pages.get(page)
      if (found === undefined) throw new Error(`no page ${page}`)
      setText(found, change(textOf(found)))
      found.edited++
    },
  }
  const house: BlockHouse = { newId: id, fileName: (upload) => (fake.files.get(upload)?.sent === true ? (fake.files.get(upload)?.name ?? null) : null) }
  const sign = (name: string): string => `https://prod-files-secure.s3.amazonaws.com/x/${name}?X-Amz-Signature=${++signature}`
  const blocksOf = (page: FakePage): StoredBlock[] => (page.blocks ??= madeBlocks(page.text, house))
  const object = (page: FakePage): unknown => ({
    object: 'page',
    id: page.id,
    url: `https://www.notion.so/${page.id.replaceAll('-', '')}`,
    in_trash: page.in_trash,
    is_archived: page.is_archived ?? false,
    last_edited_time: new Date(Date.UTC(2026, 2, 4, 10, page.edited)).toISOString(),
    public_url: fake.publicUrl,
    parent: { type: Object.keys(page.parent)[0], ...page.parent },
    properties: { Name: { id: 'title', type: 'title', title: [{ plain_text: page.title }] } },
  })
  const shown = (page: FakePage): unknown => ({
    object: 'page_markdown',
    id: page.id,
    markdown: textOf(page).replace(/\(file:\/\/([^)]+)\)/g, (_whole, name: string) => `(${sign(name)})`),
    truncated: fake.truncated,
    unknown_block_ids: fake.unknown,
  })
  /** Uploaded files get an address of Notion's; what it already had keeps its own. */
  const stored = (text: string): string =>
    text
      .replace(/\(file-upload:\/\/([^)]+)\)/g, (_whole, upload: string) => {
        const file = fake.files.get(upload)
        if (file?.sent !== true) throw problem(400, 'validation_error', `File upload ${upload} is not there.`)
        return `(file://${file.name})`
      })
      .replace(/\(https:\/\/prod-files-secure[^)]*\/([^/?]+)\?[^)]*\)/g, '(file://$1)')
  const route = (method: string, url: URL, { body, bytes }: { body: Record<string, never>; bytes: unknown }): Reply => {
    const [, kind = '', target = '', what = ''] = url.pathname.replace('/v1', '').split('/')
    const page = fake.hidden.has(target) ? undefined : fake.pages.get(target)
    try {
      if (kind === 'users')
        return target === 'me'
          ? ok({ object: 'user', name: 'Blamefree' })
          : ok({ results: fake.people.map((person) => ({ id: person.id, person: { email: person.email } })), has_more: false })
      if (kind === 'file_uploads') return file(method, target, { body, bytes })
      if (kind === 'databases')
        return target === DATABASE ? ok({ object: 'database', id: DATABASE, title: [{ plain_text: 'Incidents' }], data_sources: [{ id: SOURCE }] }) : missing()
      if (kind === 'data_sources') return what === 'query' ? query(body) : ok({ properties: { Blamefree: { type: 'rich_text' } } })
      if (kind === 'blocks') return method === 'GET' && target === PARENT ? children(target) : blocks(method, url, body)
      const refused = refusal(url, body)
      if (refused !== null) return refused
      if (kind === 'pages' && method === 'POST') return create(body)
      if (target === PARENT)
        return ok({ object: 'page', id: PARENT, properties: { title: { type: 'title', title: [{ plain_text: 'Operations' }] } }, public_url: fake.publicUrl })
      if (page === undefined) return missing()
      if (what === 'markdown') return method === 'GET' ? ok(shown(page)) : change(page, body)
      if (method === 'PATCH') return patch(page, body)
      return ok(object(page))
    } catch (error) {
      if (error instanceof Refused) return problem(400, 'validation_error', `body failed validation: ${error.message}.`)
      if (typeof error === 'object' && error !== null && 'status' in error) return error as Reply
      throw error
    }
  }
  const refusal = (url: URL, body: { markdown?: string; markdown_version?: string }): Reply | null => {
    const isMarkdown = url.pathname.endsWith('/markdown')
    if (fake.markdown === 'there' || (!isMarkdown && body.markdown === undefined)) return null
    if (fake.markdown === 'newer') return problem(400, 'validation_error', 'markdown_version `v1` is not supported by this version of the API.')
    if (isMarkdown) return problem(400, 'invalid_request_url', 'Invalid request URL.')
    return problem(400, 'validation_error', 'body failed validation: body.markdown should be not present, instead was a string.')
  }
  const blocks = (method: string, url: URL, body: Record<string, unknown>): Reply => {
    const [, , target = '', what = ''] = url.pathname.replace('/v1', '').split('/')
    for (const page of fake.pages.values()) {
      if (fake.hidden.has(page.id)) continue
      const place = page.id === target ? null : placeOfBlock(blocksOf(page), target)
      if (place === null && page.id !== target) continue
      const block = place === null ? null : (place.list[place.at] ?? null)
      const list = block === null ? blocksOf(page) : block.children
      if (method === 'GET' && what === 'children') return listed(list, url)
      if (page.in_trash) return problem(400, 'validation_error', "Can't edit block that is archived. You must unarchive the block before editing.")
      page.edited++
      if (method === 'PATCH' && what === 'children') return appended(list, body, block?.type ?? 'page')
      if (block === null || place === null) return problem(400, 'validation_error', 'A page is no block of a page.')
      if (method === 'DELETE') place.list.splice(place.at, 1)
      else changeBlock(block, body, house)
      return ok(shownBlock(block, sign))
    }
    return missing()
  }
  const listed = (list: readonly StoredBlock[], url: URL): Reply => {
    const size = Math.min(100, Number(url.searchParams.get('page_size') ?? 100))
    const start = url.searchParams.get('start_cursor')
    const from = start === null ? 0 : list.findIndex((block) => block.id === start)
    const rest = list.slice(from + size)
    const results = list.slice(from, from + size).map((block) => shownBlock(block, sign))
    return ok({ object: 'list', type: 'block', block: {}, results, has_more: rest.length > 0, next_cursor: rest[0]?.id ?? null })
  }
  const appended = (list: StoredBlock[], body: { children?: unknown; position?: { type?: string; after_block?: { id?: string } } }, type: string): Reply => {
    const after = body.position?.after_block?.id
    const at = body.position?.type === 'start' ? 0 : after === undefined ? list.length : list.findIndex((block) => block.id === after) + 1
    if (after !== undefined && at === 0) throw new Refused(`block ${after} is no child of the parent`)
    const made = storeBlocks(body.children, house, type)
    list.splice(at, 0, ...made)
    return ok({ object: 'list', type: 'block', block: {}, results: made.map((block) => shownBlock(block, sign)), has_more: false, next_cursor: null })
  }
  const create = (body: {
    parent?: Record<string, string>
    properties?: Record<string, { title?: { text: { content: string } }[]; rich_text?: { text: { content: string } }[] }>
    markdown?: string
    children?: unknown
  }): Reply => {
    const properties: Record<string, string> = {}
    for (const [name, { rich_text }] of Object.entries(body.properties ?? {}))
      if (rich_text !== undefined) properties[name] = rich_text.map(({ text }) => text.content).join('')
    const page: FakePage = {
      id: id(),
      title: (body.properties?.['title']?.title ?? []).map(({ text }) => text.content).join(''),
      text: stored(body.markdown ?? ''),
      blocks: body.children === undefined ? null : storeBlocks(body.children, house),
      parent: body.parent ?? {},
      properties,
      in_trash: false,
      edited: 0,
    }
    fake.pages.set(page.id, page)
    return ok(object(page))
  }
  const change = (
    page: FakePage,
    body: { type?: string; replace_content?: { new_str: string }; update_content?: { content_updates: { old_str: string; new_str: string }[] } },
  ): Reply => {
    if (page.in_trash) return problem(400, 'validation_error', 'The page is in the trash.')
    page.text = textOf(page)
    page.blocks = null
    if (body.replace_content !== undefined) page.text = stored(body.replace_content.new_str)
    for (const { old_str, new_str } of body.update_content?.content_updates ?? []) {
      if (page.text.split(old_str).length !== 2) return problem(400, 'validation_error', `old_str was found ${page.text.split(old_str).length - 1} times.`)
      page.text = page.text.replace(old_str, () => stored(new_str))
    }
    page.edited++
    return ok(shown(page))
  }
  const patch = (
    page: FakePage,
    body: { in_trash?: boolean; is_archived?: boolean; properties?: { title?: { title: { text: { content: string } }[] } } },
  ): Reply => {
    if (body.in_trash !== undefined) page.in_trash = body.in_trash
    if (body.is_archived !== undefined) page.is_archived = body.is_archived
    if (body.properties?.title !== undefined) page.title = body.properties.title.title.map(({ text }) => text.content).join('')
    page.edited++
    return ok(object(page))
  }
  const children = (target: string): Reply =>
    ok({
      results: [...fake.pages.values()]
        .filter(({ parent, in_trash }) => parent['page_id'] === target && !in_trash)
        .map((page) => ({ id: page.id, type: 'child_page', created_time: page.id, created_by: { object: 'user' }, child_page: { title: page.title } })),
      has_more: false,
    })
  const query = (body: { filter?: { property: string; rich_text?: { equals: string }; title?: { equals: string } } }): Reply => {
    const wanted = body.filter
    const rows = [...fake.pages.values()].filter(
      ({ parent, properties, title, in_trash }) =>
        parent['data_source_id'] === SOURCE &&
        !in_trash &&
        (wanted?.rich_text === undefined || properties[wanted.property] === wanted.rich_text.equals) &&
        (wanted?.title === undefined || title === wanted.title.equals),
    )
    return ok({ results: rows.map(object), has_more: false })
  }
  const file = (method: string, target: string, { body, bytes }: { body: { filename?: string }; bytes: unknown }): Reply => {
    const upload = fake.files.get(target)
    if (method === 'POST' && target === '') {
      const made = id()
      fake.files.set(made, { name: body.filename ?? '', sent: false })
      return ok({ object: 'file_upload', id: made, status: 'pending' })
    }
    if (upload === undefined || !(bytes instanceof Uint8Array)) return missing()
    upload.sent = true
    return ok({ object: 'file_upload', id: target, status: 'uploaded' })
  }
  return fake
}

function reply(status: number, value: unknown): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: new TextEncoder().encode(JSON.stringify(value)) }
}
const ok = (value: unknown): Reply => reply(200, value)
const problem = (status: number, code: string, message: string): Reply => reply(status, { object: 'error', status, code, message })
const missing = (): Reply => problem(404, 'object_not_found', 'Could not find it.')

/** It as a place for the suite of all destinations. */
export function placeOf(fake: FakeNotion): FakePlace {
  const standing = (): FakePage[] => [...fake.pages.values()].filter(({ in_trash, is_archived }) => !in_trash && is_archived !== true)
  const first = (): FakePage => {
    const [page] = fake.pages.values()
    if (page === undefined) throw new Error('there is no page')
    return page
  }
  return {
    answer: (request) => fake.answer(request),
    pages: () =>
      standing().map((page) => ({
        title: page.title,
        text: withoutMark(textOf(page))
          .text.replace(`\n${GOES_ON}`, '')
          .replace(/\(file:\/\/([^)]+)\)/g, '(https://prod-files-secure.s3.amazonaws.com/x/$1?X-Amz-Signature=0)'),
      })),
    state: () => JSON.stringify([...fake.pages.values()]),
    edit(change) {
      const page = first()
      const { text, marker } = withoutMark(textOf(page))
      setText(page, `${change(text)}\n<span color="gray">Blamefree page ${(marker ?? '').replace(/[\\*~`$[\]<>{}|^]/g, '\\$&')}</span>`)
      page.edited++
    },
    rename(title) {
      first().title = title
      first().edited++
    },
    remove(how) {
      if (how === 'deleted') fake.pages.delete(first().id)
      else if (how === 'archived') first().is_archived = true
      else first().in_trash = true
    },
  }
}
