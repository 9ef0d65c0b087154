import { BlamefreeError, listAt, textAt, type PlaceAudience, type PlaceCheck, type World } from '@blamefree/core'
import { apiErrorOf, quotable } from './api-error.ts'
import { askAsNobody, query, siteOfWiki, type Inside } from './session.ts'
import type { MediaWikiConfig } from './settings.ts'
import type { Site } from './site.ts'

type Finding = PlaceCheck['findings'][number]

/** Tries what can be tried without writing: the account, its rights, the place where pages go, the extensions, and who can read. */
export async function checkWiki(config: MediaWikiConfig, world: World): Promise<PlaceCheck> {
  const inside = { config, world }
  const findings: Finding[] = []
  let where: string | null = null
  let audience: PlaceAudience = { level: 'unknown', sentence: 'Who can read the wiki could not be seen.' }
  try {
    const site = await siteOfWiki(inside)
    where = `wiki “${site.name}”${config.prefix === '' ? '' : `, pages called “${config.prefix}…”`}`
    findings.push({ ok: true, sentence: `The wiki “${site.name}” (${site.generator}) answers and knows the account ${site.user}.` })
    findings.push(...accountFindings(site), await placeFinding(inside), ...extensionFindings(site, config))
    audience = await seenBy(inside)
  } catch (error) {
    if (!(error instanceof BlamefreeError)) throw error
    findings.push({ ok: false, sentence: `${error.message} ${error.hint}` })
  }
  return { works: findings.every(({ ok }) => ok), findings, where, audience }
}

function accountFindings({ rights, blocked, readOnly, uploads, user }: Site): Finding[] {
  const findings: Finding[] = []
  if (blocked) findings.push({ ok: false, sentence: `The account ${user} is blocked. Ask an administrator of the wiki to unblock it.` })
  if (readOnly !== null) findings.push({ ok: false, sentence: `The wiki can only be read now: ${quotable(readOnly)}. Try again later.` })
  const missing = ['edit', 'createpage'].filter((right) => !rights.has(right))
  findings.push(
    missing.length > 0
      ? {
          ok: false,
          sentence: `The account may not write: it lacks the right ${missing.join(' and ')}. Give it that, and its bot password the grants that the guide names.`,
        }
      : { ok: true, sentence: 'The account may make and edit pages.' },
  )
  if (!rights.has('move'))
    findings.push({ ok: true, sentence: 'The account may not move pages, so a page keeps its name when the post-mortem gets another title.' })
  if (!uploads) findings.push({ ok: true, sentence: 'The wiki takes no files, so images are shown as their words.' })
  else if (!rights.has('upload')) findings.push({ ok: true, sentence: 'The account may not upload files, so images are shown as their words.' })
  return findings
}

/** Whether a page may be made where pages go: a namespace may be closed, and a name forbidden. */
async function placeFinding(inside: Inside): Promise<Finding> {
  const title = `${inside.config.prefix}Post-mortem`
  const [page] = listAt(await query({ titles: title, prop: 'info', intestactions: 'edit', intestactionsdetail: 'full' }, inside), 'query', 'pages')
  const [denied] = listAt(page, 'actions', 'edit')
  const why = textAt(denied, 'text') ?? textAt(page, 'invalidreason')
  if (why === null) return { ok: true, sentence: `Pages go to “${title.replace(/Post-mortem$/, '…')}”.` }
  return {
    ok: false,
    sentence: `No page can be made at “${title}”: ${quotable(why)}. Let titles begin with something else.`,
  }
}

function extensionFindings({ tags }: Site, config: MediaWikiConfig): Finding[] {
  return (
    [
      ['ref', config.cite, 'Cite', 'Footnotes by Cite'],
      ['syntaxhighlight', config.syntaxHighlight, 'SyntaxHighlight', 'Code in colours'],
    ] as const
  ).flatMap(([tag, wanted, name, setting]): Finding[] => {
    if (wanted === tags.has(tag)) return wanted ? [{ ok: true, sentence: `The wiki has ${name}.` }] : []
    return wanted
      ? [{ ok: false, sentence: `The wiki does not have ${name}. Switch “${setting}” off.` }]
      : [{ ok: true, sentence: `The wiki has ${name}: “${setting}” can be switched on.` }]
  })
}

/** Whether somebody who is not signed in can read. */
async function seenBy(inside: Inside): Promise<PlaceAudience> {
  const json = await askAsNobody({ action: 'query', meta: 'userinfo', uiprop: 'rights' }, inside)
  const rights = listAt(json, 'query', 'userinfo', 'rights')
  if (rights.includes('read')) return { level: 'public', sentence: 'Whoever reaches the wiki can read it without signing in.' }
  if (apiErrorOf(json) === null && rights.length === 0) return { level: 'unknown', sentence: 'The wiki does not tell who can read it.' }
  return { level: 'company', sentence: 'Everybody who has an account in the wiki can read it.' }
}
