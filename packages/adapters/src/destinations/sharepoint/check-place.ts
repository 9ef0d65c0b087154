import { BlamefreeError, listAt, replyJson, textAt, type PlaceAudience, type PlaceCheck, type World } from '@blamefree/core'
import { call, driveId, graphUrl, pathOf } from './call.ts'
import type { SharePointConfig } from './settings.ts'

/** Tries what publishing needs, without writing anything: the app, the library, the folder, and who sees it. */
export async function checkPlace(config: SharePointConfig, world: World): Promise<PlaceCheck> {
  const findings: { ok: boolean; sentence: string }[] = []
  let where: string | null = null
  let audience = UNKNOWN
  try {
    const drive = await driveId(config, world)
    findings.push({ ok: true, sentence: 'The app works and sees the library of documents.' })
    where = config.folder === '' ? 'the top of the library' : `folder "${config.folder}"`
    const item = `drives/${encodeURIComponent(drive)}/root${config.folder === '' ? '' : `:/${pathOf(config.folder)}:`}`
    const folder = await call({ method: 'GET', url: graphUrl(`${item}?$select=id,name,folder`) }, config, world)
    const there = folder.status === 200 && textAt(replyJson(folder), 'id') !== null
    if (there)
      findings.push({
        ok: true,
        sentence: `The ${where.replace(/^the /, '')} is there. Whether the app may write is seen when it does: Microsoft tells no app what it may.`,
      })
    else if (folder.status === 404) findings.push({ ok: true, sentence: `The ${where} is not there yet; it is made with the first post-mortem.` })
    else findings.push({ ok: false, sentence: `The ${where} cannot be seen (${folder.status}). Grant the app the role "write" on the site.` })
    const seen = there ? item : `drives/${encodeURIComponent(drive)}/root`
    audience = audienceOf(
      await call({ method: 'GET', url: graphUrl(`${seen}/permissions`) }, config, world).then((reply) => (reply.status === 200 ? replyJson(reply) : null)),
    )
  } catch (error) {
    if (!(error instanceof BlamefreeError)) throw error
    findings.push({ ok: false, sentence: `${error.message} ${error.hint}` })
  }
  return { works: findings.every(({ ok }) => ok), findings, where, audience }
}

const UNKNOWN: PlaceAudience = {
  level: 'unknown',
  sentence: 'Microsoft does not tell the app with whom the folder is shared. Confirm that it is right for this post-mortem.',
}

/** Claims that mean everybody: "Everyone" and "Everyone except external users". */
const EVERYONE = /spo-grid-all-users|c:0\(\.s\|true|everyone/i

function audienceOf(json: unknown): PlaceAudience {
  const permissions = listAt(json, 'value')
  if (permissions.length === 0) return UNKNOWN
  const scopes = new Set(permissions.map((one) => textAt(one, 'link', 'scope')))
  if (scopes.has('anonymous')) return { level: 'public', sentence: 'Everybody who has a link can see what is in the folder, also without signing in.' }
  if (scopes.has('organization') || permissions.some((one) => EVERYONE.test(JSON.stringify(one))))
    return { level: 'company', sentence: 'Everybody in the company can see what is in the folder.' }
  return { level: 'people', sentence: `The folder is shared with ${permissions.length} people and groups.` }
}
