import { isRecord, listAt, recordAt, textAt, type Reply, type WorldRequest } from '@blamefree/core'

/** A workspace of Slack with one channel, as much of it as we use. */
export interface FakeSlack {
  messages: Record<string, unknown>[]
  readonly canvases: Map<string, { title: string; markdown: string; access: string | null }>
  readonly rules: {
    member: boolean
    archived: boolean
    private: boolean
    shared: boolean
    scopes: string
    pageSize: number
    canvasFault: Record<string, string>
  }
  answer(request: WorldRequest): Reply
}

/** A fresh one. */
export function fakeSlack(): FakeSlack {
  const rules = {
    member: true,
    archived: false,
    private: false,
    shared: false,
    scopes: 'chat:write,channels:read,channels:history',
    pageSize: 200,
    canvasFault: {},
  }
  let clock = 1_772_582_400
  const fake: FakeSlack = {
    messages: [],
    canvases: new Map(),
    rules,
    answer(request) {
      const url = new URL(request.url)
      const method = url.pathname.replace('/api/', '')
      if (request.headers?.['authorization'] !== 'Bearer xoxb-good') return json({ ok: false, error: 'invalid_auth' })
      const query = url.searchParams
      const body: unknown = typeof request.body === 'string' ? JSON.parse(request.body) : {}
      if (method === 'auth.test') return json({ ok: true, team: 'Ops', team_id: 'T1', url: 'https://ops.slack.com/' }, { 'x-oauth-scopes': rules.scopes })
      if (method.startsWith('canvases.')) return canvasAnswer(fake, method, body)
      const channel = query.get('channel') ?? textAt(body, 'channel')
      if (channel !== 'C0123456789') return json({ ok: false, error: 'channel_not_found' })
      if (method === 'conversations.info')
        return json({
          ok: true,
          channel: {
            id: channel,
            name: 'incidents',
            is_private: rules.private,
            is_ext_shared: rules.shared,
            is_member: rules.member,
            is_archived: rules.archived,
          },
        })
      if (method === 'chat.getPermalink')
        return json({ ok: true, permalink: `https://ops.slack.com/archives/${channel}/p${query.get('message_ts')?.replace('.', '')}` })
      if (!rules.member) return json({ ok: false, error: 'not_in_channel' })
      if (method === 'conversations.history') return history(fake, query)
      const fault = faultOf(body)
      if (fault !== null) return json({ ok: false, error: fault })
      if (rules.archived) return json({ ok: false, error: 'is_archived' })
      const ts = textAt(body, 'ts') ?? `${clock++}.000100`
      const at = fake.messages.findIndex((message) => message['ts'] === ts)
      if (method === 'chat.postMessage') fake.messages.unshift({ ...recordAt(body), ts })
      else if (at < 0) return json({ ok: false, error: 'message_not_found' })
      else if (method === 'chat.delete') fake.messages.splice(at, 1)
      else fake.messages[at] = { ...fake.messages[at], ...recordAt(body), edited: { ts } }
      return json({ ok: true, ts, channel })
    },
  }
  return fake
}

/** Canvases: access can be given only to a channel in which the canvas is linked. */
function canvasAnswer({ canvases, messages, rules }: FakeSlack, method: string, body: unknown): Reply {
  const fault = rules.canvasFault[method]
  if (fault !== undefined) return json({ ok: false, error: fault })
  const markdown = textAt(body, 'document_content', 'markdown') ?? textAt(body, 'changes', 0, 'document_content', 'markdown') ?? ''
  if (method === 'canvases.create') {
    const canvas_id = `F${canvases.size + 1}`
    canvases.set(canvas_id, { title: textAt(body, 'title') ?? '', markdown, access: null })
    return json({ ok: true, canvas_id })
  }
  const id = textAt(body, 'canvas_id') ?? ''
  const canvas = canvases.get(id)
  if (canvas === undefined) return json({ ok: false, error: 'canvas_not_found' })
  if (method === 'canvases.delete') canvases.delete(id)
  else if (method === 'canvases.edit') {
    if (listAt(body, 'changes').length !== 1 || textAt(body, 'changes', 0, 'operation') !== 'replace') return json({ ok: false, error: 'invalid_arguments' })
    canvas.markdown = markdown
  } else if (!JSON.stringify(messages).includes(`/${id}|`)) return json({ ok: true, failed_to_update_channel_ids: listAt(body, 'channel_ids') })
  else canvas.access = textAt(body, 'access_level')
  return json({ ok: true })
}

function history({ messages, rules }: FakeSlack, query: URLSearchParams): Reply {
  const shown = messages.map((message) => (query.get('include_all_metadata') === 'true' ? message : { ...message, metadata: undefined }))
  const latest = query.get('latest')
  if (latest !== null) return json({ ok: true, messages: shown.filter(({ ts }) => ts === latest) })
  const from = Number(query.get('cursor') ?? 0)
  const next = from + rules.pageSize
  return json({ ok: true, messages: shown.slice(from, next), response_metadata: { next_cursor: next < shown.length ? String(next) : '' } })
}

/** Slack's limits: 50 blocks, 3,000 characters in a section, 150 in a header. */
function faultOf(body: unknown): string | null {
  const blocks = listAt(body, 'blocks')
  if (blocks.length > 50) return 'invalid_blocks'
  const tooLong = blocks.some((block) => {
    const text = textAt(block, 'text', 'text') ?? ''
    return !isRecord(block) || text.length > (block['type'] === 'header' ? 150 : 3000)
  })
  return tooLong ? 'invalid_blocks' : null
}

function json(value: unknown, headers: Record<string, string> = {}): Reply {
  return { status: 200, headers, body: new TextEncoder().encode(JSON.stringify(value)) }
}
