import { BlamefreeError, flagAt, listAt, replyJson, textAt, type PlaceAudience, type PlaceCheck, type World } from '@blamefree/core'
import { call, driveUrl } from './call.ts'
import type { GoogleConfig } from './settings.ts'

interface Finding {
  readonly ok: boolean
  readonly sentence: string
}

/** Tries what publishing needs, without writing anything: the account, the folder, and who sees it. */
export async function checkPlace(config: GoogleConfig, world: World): Promise<PlaceCheck> {
  const findings: Finding[] = []
  let where: string | null = config.folder === null ? 'the top of the account\u2019s own drive' : null
  let audience: PlaceAudience = config.folder === null ? OWN : UNKNOWN
  try {
    const about = await call({ method: 'GET', url: driveUrl('about', { fields: 'user(displayName,emailAddress)' }) }, config, world)
    const user = textAt(replyJson(about), 'user', 'emailAddress')
    findings.push(
      about.status === 200
        ? { ok: true, sentence: `The account works${user === null ? '' : ` (${user})`}.` }
        : { ok: false, sentence: `Google answers ${about.status}. Switch on the Google Drive API in the project of the key.` },
    )
    if (config.folder !== null && about.status === 200) {
      const folder = await folderOf(config, config.folder, world)
      findings.push(folder.finding)
      where = folder.where
      if (folder.finding.ok) audience = await audienceOf(config.folder, config, world)
    }
  } catch (error) {
    if (!(error instanceof BlamefreeError)) throw error
    findings.push({ ok: false, sentence: `${error.message} ${error.hint}` })
  }
  return { works: findings.every(({ ok }) => ok), findings, where, audience }
}

async function folderOf(config: GoogleConfig, id: string, world: World): Promise<{ finding: Finding; where: string | null }> {
  const reply = await call(
    { method: 'GET', url: driveUrl(`files/${encodeURIComponent(id)}`, { fields: 'id,name,mimeType,driveId,capabilities(canAddChildren)' }) },
    config,
    world,
  )
  const json = replyJson(reply)
  const name = reply.status === 200 ? textAt(json, 'name') : null
  if (name === null)
    return { where: null, finding: { ok: false, sentence: 'The account does not see the folder. Add its address to the shared drive as a Content manager.' } }
  const where = `folder "${name}"`
  const fault =
    textAt(json, 'mimeType') !== 'application/vnd.google-apps.folder'
      ? `"${name}" is not a folder. Copy the address of a folder.`
      : flagAt(json, 'capabilities', 'canAddChildren') !== true
        ? `The account may not put files into the ${where}. Make it a Content manager of the shared drive.`
        : config.account.kind === 'service' && textAt(json, 'driveId') === null
          ? `The ${where} is not in a shared drive, and a service account has no storage of its own. Choose a folder in a shared drive.`
          : null
  return { where, finding: fault === null ? { ok: true, sentence: `It may put documents into the ${where}.` } : { ok: false, sentence: fault } }
}

const OWN: PlaceAudience = { level: 'people', sentence: 'New documents in the account\u2019s own drive are seen by the account alone, until it shares them.' }
const UNKNOWN: PlaceAudience = {
  level: 'unknown',
  sentence: 'Google does not tell this account with whom the folder is shared. Confirm that it is right for this post-mortem.',
}

async function audienceOf(folder: string, config: GoogleConfig, world: World): Promise<PlaceAudience> {
  const query = { fields: 'permissions(type,domain),nextPageToken', pageSize: '100' }
  const reply = await call({ method: 'GET', url: driveUrl(`files/${encodeURIComponent(folder)}/permissions`, query) }, config, world)
  if (reply.status !== 200) return UNKNOWN
  const permissions = listAt(replyJson(reply), 'permissions')
  const has = (type: string): boolean => permissions.some((one) => textAt(one, 'type') === type)
  if (has('anyone')) return { level: 'public', sentence: 'Everybody who has a link can see what is in the folder.' }
  if (has('domain')) return { level: 'company', sentence: 'Everybody in the company can see what is in the folder.' }
  if (textAt(replyJson(reply), 'nextPageToken') !== null) return UNKNOWN
  return { level: 'people', sentence: `The folder is shared with ${permissions.length} people and groups.` }
}
