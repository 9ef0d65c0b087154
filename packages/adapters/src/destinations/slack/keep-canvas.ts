import { listAt, textAt, type PageBody, type Problem } from '@blamefree/core'
import { shortened } from './blocks.ts'
import { call, type SlackAnswer, type Way } from './call.ts'
import type { Canvas } from './canvas.ts'

/** A canvas after an attempt, and what could not be done. */
export interface Attempt {
  readonly canvas: Canvas
  readonly problem: Problem | null
}

/** Makes a canvas that the app alone sees. Its id is to be kept before anybody else gets to see it. */
export async function makeCanvas(body: PageBody, way: Way): Promise<Attempt> {
  const who = await call('auth.test', { query: {} }, way)
  const content = contentOf(body)
  const answer = who.error === null ? await call('canvases.create', { body: { title: shortened(body.title), document_content: content } }, way) : who
  const id = answer.error === null ? textAt(answer.json, 'canvas_id') : null
  if (id === null) return failed(answer)
  const [site, team] = [textAt(who.json, 'url') ?? 'https://app.slack.com/', textAt(who.json, 'team_id') ?? '']
  return { canvas: { state: 'pending', id, url: new URL(`docs/${team}/${id}`, site).href, shown: true }, problem: null }
}

/** Lets the channel read a new canvas, and nobody write in it. Where Slack does not, the canvas goes again: what people would write in it would be lost. */
export async function closeCanvas(canvas: Canvas, channel: string, way: Way): Promise<Attempt> {
  const answer = await call('canvases.access.set', { body: { canvas_id: canvas.id, access_level: 'read', channel_ids: [channel] } }, way)
  if (answer.error === null && listAt(answer.json, 'failed_to_update_channel_ids').length === 0)
    return { canvas: { ...canvas, state: 'read-only' }, problem: null }
  await call('canvases.delete', { body: { canvas_id: canvas.id } }, way)
  return failed(answer)
}

/** Writes over a canvas that nobody else can edit, all of it in one go. Null where it is not there any more. */
export async function replaceCanvas(canvas: Canvas, body: PageBody, way: Way): Promise<Attempt | null> {
  const changes = [{ operation: 'replace', document_content: contentOf(body) }]
  const answer = await call('canvases.edit', { body: { canvas_id: canvas.id, changes } }, way)
  if (answer.error === null) return { canvas: { ...canvas, state: 'read-only', shown: true }, problem: null }
  if (answer.error === 'canvas_not_found' || answer.error === 'canvas_deleted') return null
  return { canvas: { ...canvas, state: 'behind', shown: false }, problem: problemOf(answer) }
}

const contentOf = (body: PageBody): unknown => ({ type: 'markdown', markdown: body.extra?.['canvas'] ?? '' })

function failed(answer: SlackAnswer): Attempt {
  const state = answer.error !== null && Object.hasOwn(UNAVAILABLE, answer.error) ? 'none' : 'pending'
  return { canvas: { state, id: null, url: null, shown: false }, problem: problemOf(answer) }
}

const FREE = 'the workspace has no paid plan. Switch the canvas off in the connection, or change the plan'

/** Errors that stay until somebody changes the workspace. */
const UNAVAILABLE: Readonly<Record<string, string>> = {
  team_tier_cannot_create_channel_canvases: FREE,
  free_teams_cannot_create_non_tabbed_canvases: FREE,
  free_teams_cannot_edit_standalone_canvases: FREE,
  free_team_canvas_tab_already_exists: FREE,
  canvas_disabled_user_team: 'canvases are switched off in the workspace. Ask an administrator, or switch the canvas off in the connection',
}

function problemOf({ error }: SlackAnswer): Problem {
  const why =
    UNAVAILABLE[error ?? ''] ??
    (error === 'missing_scope'
      ? 'the app has no canvases:write. Add the scope, and install it again'
      : `Slack answers ${error ?? 'that the channel cannot be given access to it'}. Publish again`)
  return { code: 'slack/canvas', message: `The message is in Slack, but its canvas is not up to date there: ${why}.`, weight: 'warning' }
}
