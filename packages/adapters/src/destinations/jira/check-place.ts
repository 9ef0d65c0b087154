import { BlamefreeError, flagAt, listAt, replyJson, sendPatiently, textAt } from '@blamefree/core'
import type { PlaceAudience, PlaceCheck, Reply, World } from '@blamefree/core'
import { call, requestFor } from './call.ts'
import type { JiraConfig } from './settings.ts'

interface Finding {
  readonly ok: boolean
  readonly sentence: string
}

/** Tries what publishing needs, without writing anything: the account, the project, its permissions, the fields that it asks for, and whether the world sees it. */
export async function checkPlace(config: JiraConfig, world: World): Promise<PlaceCheck> {
  const findings: Finding[] = []
  let where: string | null = null
  let audience = UNKNOWN
  try {
    const project = await call({ method: 'GET', path: `/project/${config.project}` }, config, world)
    const name = project.status === 200 ? textAt(replyJson(project), 'name') : null
    if (name === null)
      findings.push({
        ok: false,
        sentence: `There is no project ${config.project} that this account can see (${project.status}). Check its key, or give the account access.`,
      })
    else {
      where = `project "${name}" (${config.project})`
      findings.push({ ok: true, sentence: `The account works and sees the ${where}.` }, await permissions(config, world), await fields(config, world))
      audience = await audienceOf(config, world)
    }
  } catch (error) {
    if (!(error instanceof BlamefreeError)) throw error
    findings.push({ ok: false, sentence: `${error.message} ${error.hint}` })
  }
  return { works: findings.every(({ ok }) => ok), findings, where, audience }
}

const NEEDED = { BROWSE_PROJECTS: 'browse the project', CREATE_ISSUES: 'create issues', EDIT_ISSUES: 'edit issues', CREATE_ATTACHMENTS: 'create attachments' }

async function permissions(config: JiraConfig, world: World): Promise<Finding> {
  const path = `/mypermissions?projectKey=${config.project}&permissions=${Object.keys(NEEDED).join(',')}`
  const json = replyJson(await call({ method: 'GET', path }, config, world))
  const missing = Object.entries(NEEDED).filter(([key]) => flagAt(json, 'permissions', key, 'havePermission') !== true)
  if (missing.length === 0) return { ok: true, sentence: 'It may browse, create and edit issues and add attachments.' }
  return { ok: false, sentence: `It may not ${missing.map(([, does]) => does).join(', ')}. Give the account these permissions in the project's settings.` }
}

/** What Jira asks for when an issue is made: whatever has no default and is not ours to fill in must be set by hand. */
async function fields(config: JiraConfig, world: World): Promise<Finding> {
  const base = `/issue/createmeta/${config.project}/issuetypes`
  const types = listOf(await call({ method: 'GET', path: `${base}?maxResults=200` }, config, world), 'issueTypes')
  const type = types.find((one) => textAt(one, 'name')?.toLowerCase() === config.issueType.toLowerCase())
  const id = textAt(type, 'id')
  if (id === null) {
    const names = types.flatMap((one) => (flagAt(one, 'subtask') === true ? [] : (textAt(one, 'name') ?? [])))
    return { ok: false, sentence: `The project has no type of issue "${config.issueType}". It has: ${names.join(', ') || 'none that the account may use'}.` }
  }
  const asked = listOf(await call({ method: 'GET', path: `${base}/${encodeURIComponent(id)}?maxResults=200` }, config, world), 'fields')
  const has = (name: string): boolean => asked.some((field) => textAt(field, 'fieldId') === name)
  if (asked.length > 0 && !has('labels'))
    return {
      ok: false,
      sentence: `The type of issue "${config.issueType}" has no field for labels, by which we find the issue again. Add "Labels" to its screen.`,
    }
  if (asked.length > 0 && !has('description'))
    return { ok: false, sentence: `The type of issue "${config.issueType}" has no description. Add it to its screen, or choose another type.` }
  const missing = asked.filter(
    (field) => flagAt(field, 'required') === true && flagAt(field, 'hasDefaultValue') !== true && !filled(textAt(field, 'fieldId') ?? '', config),
  )
  if (missing.length === 0) return { ok: true, sentence: `An issue of the type "${config.issueType}" needs nothing that is not filled in.` }
  const names = missing.map((field) => `${textAt(field, 'name') ?? '?'} (${textAt(field, 'fieldId') ?? '?'})`)
  return { ok: false, sentence: `The project asks for ${names.join(', ')}. Enter a value under "Other fields", or choose another type of issue.` }
}

const OURS = new Set(['project', 'issuetype', 'summary', 'description', 'labels', 'reporter'])
const filled = (id: string, config: JiraConfig): boolean => OURS.has(id) || Object.hasOwn(config.fields, id)
const listOf = (reply: Reply, key: string): readonly unknown[] => listAt(replyJson(reply), key)

const UNKNOWN: PlaceAudience = {
  level: 'unknown',
  sentence:
    'Jira does not tell who can see the issues of a project: its permissions and security levels decide. Confirm that they are right for this post-mortem.',
}

/** Without a token Jira shows what it shows to everybody. */
async function audienceOf(config: JiraConfig, world: World): Promise<PlaceAudience> {
  const reply = await sendPatiently(requestFor({ method: 'GET', path: `/project/${config.project}` }, config), world, { id: 'jira', title: 'Jira' })
  const open = reply.status === 200 && textAt(replyJson(reply), 'key') === config.project
  return open ? { level: 'public', sentence: 'Everybody can see this project, also without signing in.' } : UNKNOWN
}
