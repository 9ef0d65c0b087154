import { BlamefreeError, numberAt, sendPatiently, type PlaceAudience, type PlaceCheck, type World } from '@blamefree/core'
import { DOKUWIKI, notAllowed, refused } from './api-error.ts'
import { call, type Inside } from './call.ts'
import type { DokuWikiConfig } from './settings.ts'

type Finding = PlaceCheck['findings'][number]

/** Tries what can be tried without writing: the account, the API, its rights where pages go, and who can read. */
export async function checkWiki(config: DokuWikiConfig, world: World): Promise<PlaceCheck> {
  const inside = { config, world }
  const findings: Finding[] = []
  let where: string | null = null
  let audience: PlaceAudience = { level: 'unknown', sentence: 'Who can read the wiki could not be seen.' }
  try {
    const [version, title] = [await said('dokuwiki.getVersion', inside), await said('dokuwiki.getTitle', inside)]
    where = `wiki “${title}”${config.namespace === '' ? '' : `, namespace “${config.namespace}”`}`
    findings.push({ ok: true, sentence: `The wiki “${title}” (DokuWiki, ${version}) answers and knows the account.` })
    findings.push(...(await rightFindings(inside)))
    audience = await seenBy(inside)
  } catch (error) {
    if (!(error instanceof BlamefreeError)) throw error
    findings.push({ ok: false, sentence: `${error.message} ${error.hint}` })
  }
  return { works: findings.every(({ ok }) => ok), findings, where, audience }
}

async function said(method: string, inside: Inside): Promise<string> {
  const answer = await call(method, [], inside)
  if ('fault' in answer) throw answer.fault.code === 'forbidden' ? notAllowed() : refused('use the remote API', answer.fault)
  return typeof answer.value === 'string' ? answer.value : ''
}

/** A page that a post-mortem would be. */
const sampleId = ({ namespace }: DokuWikiConfig): string => (namespace === '' ? 'post-mortem' : `${namespace}:post-mortem`)

/** The levels of rights that DokuWiki has (`inc/defines.php`). */
const [CREATE, UPLOAD] = [4, 8]

async function rightFindings(inside: Inside): Promise<Finding[]> {
  const { namespace } = inside.config
  const rights = await call('wiki.aclCheck', [sampleId(inside.config)], inside)
  if ('fault' in rights) throw refused('read its rights', rights.fault)
  const level = numberAt({ level: rights.value }, 'level') ?? 0
  const place = namespace === '' ? 'at the top of the wiki' : `in the namespace “${namespace}”`
  if (level < CREATE)
    return [{ ok: false, sentence: `The account may not make pages ${place}. Give it “Upload” there in Admin → Access Control List Management.` }]
  const may: Finding = { ok: true, sentence: `The account may make and edit pages ${place}.` }
  return level >= UPLOAD ? [may] : [may, { ok: true, sentence: 'The account may not upload files there, so images are shown as their words.' }]
}

/** Whether somebody who is not signed in can read what stands there: a file of the namespace, which there is none, is refused (403) or missing (404), unlike a page. */
async function seenBy({ config, world }: Inside): Promise<PlaceAudience> {
  const url = `${config.base}lib/exe/fetch.php?media=${sampleId(config)}.png`
  const { status } = await sendPatiently({ method: 'GET', url, within: 60_000 }, world, DOKUWIKI)
  if (status === 401 || status === 403)
    return { level: 'company', sentence: 'Everybody who has an account in the wiki, and may read the namespace, can read it.' }
  if (status === 404 || (status >= 200 && status < 300)) return { level: 'public', sentence: 'Whoever reaches the wiki can read it without signing in.' }
  return { level: 'unknown', sentence: 'The wiki does not tell who can read it.' }
}
