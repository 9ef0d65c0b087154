import { listAt, replyJson, textAt, type PlaceAudience, type PlaceCheck, type World } from '@blamefree/core'
import { askConfluence } from './ask.ts'
import { cloudSpace } from './cloud.ts'
import type { ConfluenceConfig } from './config.ts'
import { readPage } from './pages.ts'

const UNKNOWN: PlaceAudience = { level: 'unknown', sentence: 'Confluence does not tell this account who can see the space.' }

/** Whether the connection works: the space, the right to add pages, the parent page, and who can see them. */
export async function checkConfluence(config: ConfluenceConfig, world: World): Promise<PlaceCheck> {
  const findings: { ok: boolean; sentence: string }[] = []
  let where: string | null = null
  let audience = UNKNOWN
  try {
    const space = config.edition === 'cloud' ? await cloudSpace(config, world) : await dataCenterSpace(config, world)
    findings.push({ ok: true, sentence: 'Confluence answers and knows the account.' })
    if (space === null)
      findings.push({
        ok: false,
        sentence: `There is no space with the key ${config.space}, or the account may not see it. Check the key, and let the account view the space.`,
      })
    else {
      where = `space “${space.name}” (${config.space})`
      findings.push({ ok: true, sentence: `The account sees the ${where}.` })
      if (config.edition === 'cloud') {
        findings.push(await mayCreate(space.id, config, world))
        audience = await seenBy(space.id, config, world)
      }
    }
    if (config.parent !== null) findings.push(await parentFinding(config.parent, config, world))
  } catch (error) {
    findings.push({
      ok: false,
      sentence: error instanceof Error ? `${error.message}${'hint' in error ? ` ${String(error.hint)}` : ''}` : 'Confluence does not answer.',
    })
  }
  return { works: findings.every(({ ok }) => ok), findings, where, audience }
}

async function parentFinding(parent: string, config: ConfluenceConfig, world: World): Promise<{ ok: boolean; sentence: string }> {
  const page = await readPage(parent, config, world)
  return 'gone' in page
    ? { ok: false, sentence: `The parent page ${parent} cannot be used: ${page.sentence}` }
    : { ok: true, sentence: `Pages go below “${page.title}”.` }
}

async function dataCenterSpace(config: ConfluenceConfig, world: World): Promise<{ readonly id: string; readonly name: string } | null> {
  const reply = await askConfluence({ method: 'GET', path: `/rest/api/space/${encodeURIComponent(config.space)}` }, config, world)
  return reply.status === 200 ? { id: textAt(replyJson(reply), 'id') ?? '', name: textAt(replyJson(reply), 'name') ?? config.space } : null
}

async function mayCreate(id: string, config: ConfluenceConfig, world: World): Promise<{ ok: boolean; sentence: string }> {
  const reply = await askConfluence({ method: 'GET', path: `/api/v2/spaces/${id}/operations` }, config, world)
  if (reply.status !== 200) return { ok: true, sentence: 'Confluence does not tell what the account may do in the space.' }
  const may = listAt(replyJson(reply), 'operations').some((one) => textAt(one, 'operation') === 'create' && textAt(one, 'targetType') === 'page')
  return may
    ? { ok: true, sentence: 'The account may add pages there.' }
    : { ok: false, sentence: 'The account may not add pages there. Let it add pages and attachments in the permissions of the space.' }
}

/** Who may read the space. Of groups and roles Confluence does not say who is in them, and whether it is open to the world is not told at all. */
async function seenBy(id: string, config: ConfluenceConfig, world: World): Promise<PlaceAudience> {
  const reply = await askConfluence({ method: 'GET', path: `/api/v2/spaces/${id}/permissions?limit=250` }, config, world)
  if (reply.status !== 200) return UNKNOWN
  const readers = listAt(replyJson(reply), 'results').filter(
    (one) => textAt(one, 'operation', 'key') === 'read' && textAt(one, 'operation', 'targetType') === 'space',
  )
  const kinds = readers.map((one) => textAt(one, 'principal', 'type'))
  if (kinds.length === 0) return UNKNOWN
  if (kinds.every((kind) => kind === 'user'))
    return { level: 'people', sentence: `Only ${kinds.length === 1 ? 'one person is' : `${kinds.length} people are`} named in the permissions of the space.` }
  return kinds.some((kind) => kind !== 'user' && kind !== 'group')
    ? { level: 'unknown', sentence: 'The space can be seen by roles, and Confluence does not tell who has them.' }
    : { level: 'unknown', sentence: 'Whole groups can see the space, and Confluence does not tell who is in them.' }
}
