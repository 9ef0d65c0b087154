import type { Reply, WorldRequest } from '@blamefree/core'
import { answerBlocks } from './fake-block-answers.ts'
import { Refused } from './fake-blocks.ts'
import { answerPages, shownPage } from './fake-page-answers.ts'
import { missing, ok, problem } from './fake-reply.ts'
import { DATABASE, PARENT, SECRET, SOURCE, type FakeWorkspace } from './fake-workspace.ts'

/** What a workspace answers to a request. */
export function fakeAnswer(fake: FakeWorkspace, request: WorldRequest): Reply {
  const url = new URL(request.url)
  fake.requests.push(`${request.method} ${url.pathname.replace('/v1', '')}`)
  if (request.headers?.['authorization'] !== `Bearer ${SECRET}`) return problem(401, 'unauthorized', 'API token is invalid.')
  const body = typeof request.body === 'string' ? (JSON.parse(request.body) as Record<string, never>) : {}
  try {
    return answerOf(fake, { method: request.method, url, body, bytes: request.body })
  } catch (error) {
    if (error instanceof Refused) return problem(400, 'validation_error', `body failed validation: ${error.message}.`)
    if (typeof error === 'object' && error !== null && 'status' in error) return error as Reply
    throw error
  }
}

interface Asked {
  readonly method: string
  readonly url: URL
  readonly body: Record<string, never>
  readonly bytes: unknown
}

function answerOf(fake: FakeWorkspace, asked: Asked): Reply {
  const { method, url, body } = asked
  const [, kind = '', target = '', what = ''] = url.pathname.replace('/v1', '').split('/')
  switch (kind) {
    case 'users':
      return target === 'me'
        ? ok({ object: 'user', name: 'Blamefree' })
        : ok({ results: fake.people.map((person) => ({ id: person.id, person: { email: person.email } })), has_more: false })
    case 'file_uploads':
      return upload(fake, target, asked)
    case 'databases':
      return target === DATABASE ? ok({ object: 'database', id: DATABASE, title: [{ plain_text: 'Incidents' }], data_sources: [{ id: SOURCE }] }) : missing()
    case 'data_sources':
      return what === 'query' ? query(fake, body) : ok({ properties: { Blamefree: { type: 'rich_text' } } })
    case 'blocks':
      return method === 'GET' && target === PARENT ? pagesBelow(fake, target) : answerBlocks(fake, asked)
    case 'pages':
      return answerPages(fake, asked)
    default:
      return missing()
  }
}

function pagesBelow(fake: FakeWorkspace, target: string): Reply {
  return ok({
    results: [...fake.pages.values()]
      .filter(({ parent, in_trash }) => parent['page_id'] === target && !in_trash)
      .map((page) => ({ id: page.id, type: 'child_page', created_time: page.id, created_by: { object: 'user' }, child_page: { title: page.title } })),
    has_more: false,
  })
}

function query(fake: FakeWorkspace, body: { filter?: { property: string; rich_text?: { equals: string }; title?: { equals: string } } }): Reply {
  const wanted = body.filter
  const rows = [...fake.pages.values()].filter(
    ({ parent, properties, title, in_trash }) =>
      parent['data_source_id'] === SOURCE &&
      !in_trash &&
      (wanted?.rich_text === undefined || properties[wanted.property] === wanted.rich_text.equals) &&
      (wanted?.title === undefined || title === wanted.title.equals),
  )
  return ok({ results: rows.map((page) => shownPage(fake, page)), has_more: false })
}

function upload(fake: FakeWorkspace, target: string, { method, body, bytes }: { method: string; body: { filename?: string }; bytes: unknown }): Reply {
  if (method === 'POST' && target === '') {
    const made = fake.newId()
    fake.files.set(made, { name: body.filename ?? '', sent: false })
    return ok({ object: 'file_upload', id: made, status: 'pending' })
  }
  const file = fake.files.get(target)
  if (file === undefined || !(bytes instanceof Uint8Array)) return missing()
  file.sent = true
  return ok({ object: 'file_upload', id: target, status: 'uploaded' })
}
