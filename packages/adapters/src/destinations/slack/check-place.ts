import { BlamefreeError, flagAt, textAt, type PlaceAudience, type PlaceCheck, type World } from '@blamefree/core'
import { call, refusal } from './call.ts'
import type { SlackConfig } from './settings.ts'

/** Tries what publishing needs, without posting anything: the token and its scopes, the channel, and who sees it. */
export async function checkPlace(config: SlackConfig, world: World): Promise<PlaceCheck> {
  const findings: { ok: boolean; sentence: string }[] = []
  let where: string | null = null
  let audience: PlaceAudience = { level: 'unknown', sentence: 'Who is in the channel could not be read. Confirm that it is right for this post-mortem.' }
  const way = { config, world }
  try {
    const who = await call('auth.test', { query: {} }, way)
    if (who.error !== null) throw refusal(who, 'use Slack')
    findings.push({ ok: true, sentence: `The app works in the workspace ${textAt(who.json, 'team') ?? ''}.` })
    const channel = await call('conversations.info', { query: { channel: config.channel } }, way)
    if (channel.error !== null) throw refusal(channel, 'see the channel')
    const isPrivate = flagAt(channel.json, 'channel', 'is_private') === true
    where = `channel #${textAt(channel.json, 'channel', 'name') ?? config.channel}`
    const kind = isPrivate ? 'groups' : 'channels'
    const has = new Set((who.reply.headers['x-oauth-scopes'] ?? '').split(/\s*,\s*/).filter((scope) => scope !== ''))
    const missing =
      has.size === 0 ? [] : ['chat:write', `${kind}:read`, `${kind}:history`, ...(config.canvas ? ['canvases:write'] : [])].filter((scope) => !has.has(scope))
    const fault =
      missing.length > 0
        ? `The app has no ${missing.join(', ')}. Add the scopes, and install it again.`
        : flagAt(channel.json, 'channel', 'is_archived') === true
          ? `The ${where} is archived. Choose another one.`
          : flagAt(channel.json, 'channel', 'is_member') === false
            ? `The app is not in the ${where}. Invite it: /invite @its-name.`
            : null
    findings.push(fault === null ? { ok: true, sentence: `It may post in the ${where}.` } : { ok: false, sentence: fault })
    audience = audienceOf(isPrivate, flagAt(channel.json, 'channel', 'is_ext_shared') === true)
  } catch (error) {
    if (!(error instanceof BlamefreeError)) throw error
    findings.push({ ok: false, sentence: `${error.message} ${error.hint}` })
  }
  return { works: findings.every(({ ok }) => ok), findings, where, audience }
}

function audienceOf(isPrivate: boolean, isShared: boolean): PlaceAudience {
  if (isShared) return { level: 'public', sentence: 'The channel is shared with another company, whose people see it too.' }
  return isPrivate
    ? { level: 'people', sentence: 'Only the members of the private channel see it.' }
    : { level: 'company', sentence: 'Everybody in the workspace can see the channel.' }
}
