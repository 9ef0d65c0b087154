import { isRecord, listAt, recordAt, textAt, valueAt } from '@blamefree/core'
import type { JsonRecord, Reply, WorldRequest } from '@blamefree/core'

/** An issue as the fake keeps it. */
export interface FakeIssue {
  readonly id: string
  key: string
  fields: Record<string, unknown>
  readonly properties: Record<string, unknown>
  readonly attachments: { readonly id: string; readonly filename: string; readonly bytes: Uint8Array }[]
}

/** A Jira Cloud with one project, as much of it as we use: `issues` is what it holds, and may be changed as people change it over there. */
export interface FakeJira {
  readonly issues: Map<string, FakeIssue>
  /** What may be changed about it: whether deleting is allowed, whether the account may see the project, whether everybody may; whether its media store is told of (`hidden`: the file comes instead), and takes what is shown. */
  readonly rules: { mayDelete: boolean; visible: boolean; open: boolean; required: string[]; media: 'shown' | 'hidden' | 'refused' }
  answer(request: WorldRequest): Promise<Reply>
}

/** A fresh one. */
export function fakeJira(): FakeJira {
  const issues = new Map<string, FakeIssue>()
  const rules = { mayDelete: true, visible: true, open: false, required: [] as string[], media: 'shown' as FakeJira['rules']['media'] }
  let next = 10_001
  let clock = 0
  const attachments = (): FakeIssue['attachments'] => [...issues.values()].flatMap((issue) => issue.attachments)

  const touch = (issue: FakeIssue): void => {
    issue.fields['updated'] = `2026-03-04T09:00:${String(clock++ % 60).padStart(2, '0')}.000+0000`
  }
  const shown = (issue: FakeIssue): JsonRecord => ({
    id: issue.id,
    key: issue.key,
    fields: { ...issue.fields, attachment: issue.attachments.map(({ id, filename }) => ({ id, filename })) },
    properties: issue.properties,
  })

  function create(body: unknown): Reply {
    const fields = recordAt(body, 'fields')
    const missing = rules.required.filter((field) => !Object.hasOwn(fields, field))
    if (missing.length > 0) return json(400, { errorMessages: [], errors: Object.fromEntries(missing.map((field) => [field, `${field} is required.`])) })
    if (JSON.stringify(fields['description']).length > 32_767) return json(400, { errorMessages: [], errors: { description: 'CONTENT_LIMIT_EXCEEDED' } })
    const id = String(next++)
    const properties = listAt(body, 'properties').map((one) => [textAt(one, 'key') ?? '', valueAt(one, 'value')])
    const issue: FakeIssue = {
      id,
      key: `OPS-${id}`,
      fields: { ...fields, project: { key: 'OPS', name: 'Operations' } },
      properties: Object.fromEntries(properties) as Record<string, unknown>,
      attachments: [],
    }
    touch(issue)
    issues.set(id, issue)
    return json(201, { id, key: issue.key, self: '' })
  }

  function put(issue: FakeIssue, body: unknown): Reply {
    const unknown = mediaIn(valueAt(body, 'fields', 'description')).filter(
      (id) => rules.media === 'refused' || !attachments().some((one) => mediaIdOf(one.id) === id),
    )
    if (unknown.length > 0) return json(400, { errorMessages: ['ATTACHMENT_VALIDATION_ERROR'], errors: {} })
    const before = mediaIn(issue.fields['description'])
    Object.assign(issue.fields, stored(recordAt(body, 'fields')))
    // What is not shown any more is not attached any more.
    const now = mediaIn(issue.fields['description'])
    for (const one of issue.attachments.filter(({ id }) => before.includes(mediaIdOf(id)) && !now.includes(mediaIdOf(id))))
      issue.attachments.splice(issue.attachments.indexOf(one), 1)
    for (const one of listAt(body, 'properties')) issue.properties[textAt(one, 'key') ?? ''] = valueAt(one, 'value')
    const added = listAt(body, 'update', 'labels').flatMap((one) => textAt(one, 'add') ?? [])
    issue.fields['labels'] = [...new Set([...listAt(issue.fields, 'labels'), ...added])]
    touch(issue)
    return json(200, { ...shown(issue), properties: undefined })
  }

  async function issueCall(request: WorldRequest, rest: string, body: unknown): Promise<Reply> {
    const [id = '', below] = rest.split('?')[0]?.split('/') ?? []
    const issue = issues.get(id)
    if (issue === undefined || !rules.visible)
      return json(404, { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} })
    if (below === 'attachments') {
      if (request.headers?.['x-atlassian-token'] !== 'no-check') return json(403, { errorMessages: ['XSRF check failed'] })
      const form = await new Response(request.body as ConstructorParameters<typeof Response>[0], {
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      }).formData()
      const file = form.get('file')
      if (!(file instanceof File)) return json(400, {})
      const attachment = { id: String(next++), filename: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
      issue.attachments.push(attachment)
      return json(200, [{ id: attachment.id, filename: file.name }])
    }
    if (request.method === 'GET') return json(200, shown(issue))
    if (request.method === 'PUT') return put(issue, body)
    if (!rules.mayDelete) return json(403, { errorMessages: ['You do not have permission to delete issues.'] })
    issues.delete(id)
    return json(204, null)
  }

  function content(id: string): Reply {
    const one = attachments().find((found) => found.id === id)
    if (one === undefined) return json(404, { errorMessages: ['The attachment with id was not found.'] })
    if (rules.media === 'hidden') return { status: 200, headers: { 'content-type': 'image/png' }, body: one.bytes }
    const location = `https://api.media.atlassian.com/file/${mediaIdOf(id)}/binary?token=abc&client=def&name=${one.filename}`
    return { status: 303, headers: { location }, body: new Uint8Array() }
  }

  return {
    issues,
    rules,
    async answer(request) {
      const path = request.url.replace(/^https:\/\/[^/]+\/rest\/api\/3/, '')
      const signed = request.headers?.['authorization'] === `Basic ${btoa('bot@example.com:secret')}`
      const body: unknown = typeof request.body === 'string' ? JSON.parse(request.body) : null
      if (path === '/project/OPS') return signed ? json(rules.visible ? 200 : 404, PROJECT) : json(rules.open ? 200 : 404, rules.open ? PROJECT : {})
      if (!signed) return json(401, {})
      if (path.startsWith('/mypermissions')) return json(200, { permissions: Object.fromEntries(PERMISSIONS.map((key) => [key, { havePermission: true }])) })
      if (path.startsWith('/issue/createmeta/OPS/issuetypes/7'))
        return json(200, { fields: FIELDS.map((id) => ({ fieldId: id, name: id, required: rules.required.includes(id), hasDefaultValue: false })) })
      if (path.startsWith('/issue/createmeta/OPS/issuetypes')) return json(200, { issueTypes: [{ id: '7', name: 'Task', subtask: false }] })
      if (path.startsWith('/user/search')) return json(200, path.includes('noor%40') ? [{ accountId: 'acc-noor', accountType: 'atlassian' }] : [])
      if (path === '/issue') return create(body)
      if (path === '/search/jql') {
        const label = /labels = "([^"]+)"/.exec(textAt(body, 'jql') ?? '')?.[1] ?? ''
        return json(200, { issues: [...issues.values()].filter(({ fields }) => listAt(fields, 'labels').includes(label)).map(shown), isLast: true })
      }
      if (path.startsWith('/attachment/content/')) return content(path.slice('/attachment/content/'.length))
      return path.startsWith('/issue/') ? issueCall(request, path.slice('/issue/'.length), body) : json(404, {})
    },
  }
}

/** Where the media store has an attachment. */
const mediaIdOf = (attachment: string): string => `0f3a1b2c-0000-4000-8000-${attachment.padStart(12, '0')}`

/** The ids of what a description shows of the media store. */
function mediaIn(node: unknown): string[] {
  const own = textAt(node, 'type') === 'media' && textAt(node, 'attrs', 'type') === 'file' ? textAt(node, 'attrs', 'id') : null
  return [...(own === null ? [] : [own]), ...listAt(node, 'content').flatMap(mediaIn)]
}

const PROJECT = { id: '1', key: 'OPS', name: 'Operations' }
const PERMISSIONS = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'CREATE_ATTACHMENTS']
const FIELDS = ['summary', 'description', 'labels', 'customfield_10050']

/** As Jira keeps it: tables get their standard attributes, tasks other ids, pictures where they are stored. */
function stored(value: unknown): JsonRecord {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk)
    if (!isRecord(node)) return node
    const inner = Object.fromEntries(Object.entries(node).map(([key, found]) => [key, walk(found)]))
    if (node['type'] === 'table')
      return { ...inner, attrs: { isNumberColumnEnabled: false, layout: 'default', localId: 'from-jira', ...recordAt(inner, 'attrs') } }
    if (node['type'] === 'media')
      return { ...inner, attrs: { ...recordAt(inner, 'attrs'), localId: 'from-jira', collection: 'issue', __fileName: 'graph.png' } }
    return node['type'] === 'taskItem' ? { ...inner, attrs: { ...recordAt(inner, 'attrs'), localId: 'from-jira' } } : inner
  }
  return walk(value) as JsonRecord
}

function json(status: number, value: unknown): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: status === 204 ? new Uint8Array() : new TextEncoder().encode(JSON.stringify(value)) }
}
