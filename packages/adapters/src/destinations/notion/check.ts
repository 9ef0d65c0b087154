import { BlamefreeError, flagAt, listAt, textAt, type PlaceCheck, type World } from '@blamefree/core'
import { ask } from './ask.ts'
import { dataSourceOf } from './find-page.ts'
import { goneOf, titleOf } from './read-page.ts'
import type { NotionConfig } from './settings.ts'

/** Tries what can be tried without writing: the secret, the page or database, and the property for our mark. */
export async function checkPlace(config: NotionConfig, world: World): Promise<PlaceCheck> {
  const findings: { ok: boolean; sentence: string }[] = []
  let where: string | null = null
  let open = false
  const found = (ok: boolean, sentence: string): boolean => {
    findings.push({ ok, sentence })
    return ok
  }
  try {
    const me = await ask({ method: 'GET', path: '/users/me' }, config, world)
    found(true, `The secret is that of the connection “${textAt(me, 'name') ?? 'without a name'}”.`)
    const { kind, id } = config.parent
    const parent = await ask({ method: 'GET', path: kind === 'page' ? `/pages/${id}` : `/databases/${id}` }, config, world)
    if (parent === null) found(false, `The ${kind} is not there, or not shared with the connection. Add it there under ••• → Connections.`)
    else {
      const name =
        kind === 'page'
          ? titleOf(parent)
          : listAt(parent, 'title')
              .map((part) => textAt(part, 'plain_text') ?? '')
              .join('')
      const gone = goneOf(parent)
      where = `${kind} “${name}”`
      open = textAt(parent, 'public_url') !== null
      if (gone !== null) found(false, `The ${kind} “${name}” lies in the trash. Bring it back, or choose another.`)
      else
        found(
          true,
          `The ${kind} “${name}” can be read. Whether the connection may add to it is seen only when it does: it needs the capability Insert content.`,
        )
      if (config.property !== null) await checkProperty(config.property, { config, world, found })
      if (flagAt(parent, 'is_locked') === true) found(true, 'It is locked against changes by hand; the connection may still add to it.')
    }
  } catch (error) {
    if (!(error instanceof BlamefreeError)) throw error
    found(false, `${error.message} ${error.hint}`)
  }
  return {
    works: findings.every(({ ok }) => ok),
    findings,
    where,
    audience: open
      ? { level: 'public', sentence: 'It is published on the web: everybody can see it.' }
      : { level: 'unknown', sentence: 'Notion does not tell who can see a page. Look at Share there.' },
  }
}

async function checkProperty(
  property: string,
  { config, world, found }: { config: NotionConfig; world: World; found: (ok: boolean, sentence: string) => boolean },
): Promise<void> {
  const source = await ask({ method: 'GET', path: `/data_sources/${await dataSourceOf(config, world)}` }, config, world)
  const type = textAt(source, 'properties', property, 'type')
  if (type === 'rich_text') found(true, `The property “${property}” is there.`)
  else found(false, `The database has no property “${property}” of the kind Text. Add it there, or leave the setting empty.`)
}
