import { BlamefreeError, flagAt, listAt, replyJson, textAt, valueAt, type PlaceAudience, type PlaceCheck, type World } from '@blamefree/core'
import { ask, must } from './ask.ts'
import type { OutlineConfig } from './settings.ts'

/** Tries what can be tried without writing: the key, the collection, the right to write there, the parent document. */
export async function checkPlace(config: OutlineConfig, world: World): Promise<PlaceCheck> {
  const findings: { ok: boolean; sentence: string }[] = []
  let where: string | null = null
  let audience: PlaceAudience = { level: 'unknown', sentence: 'Who can see the collection could not be read.' }
  try {
    const me = await must('auth.info', null, { config, world })
    findings.push({
      ok: true,
      sentence: `The key is that of ${textAt(me, 'data', 'user', 'name') ?? 'somebody'} in ${textAt(me, 'data', 'team', 'name') ?? 'a workspace'}.`,
    })
    const reply = await ask('collections.info', { id: config.collection }, { config, world })
    const collection = reply.status === 200 ? valueAt(replyJson(reply), 'data') : null
    if (collection === null)
      findings.push({ ok: false, sentence: 'The collection is not there, or not shown to the owner of the key. Choose another, or give access to it.' })
    else {
      const name = textAt(collection, 'name') ?? ''
      where = `collection “${name}”`
      audience = audienceOf(collection)
      const abilities = valueAt(listAt(replyJson(reply), 'policies')[0], 'abilities')
      const writes = flagAt(abilities, 'createDocument')
      findings.push(
        writes === false
          ? { ok: false, sentence: `The owner of the key may not write in “${name}”. Give them the right to edit there.` }
          : { ok: true, sentence: `The collection “${name}” can be read${writes === true ? ' and written to' : ''}.` },
      )
    }
    if (config.parent !== null) {
      const { status } = await ask('documents.info', { id: config.parent }, { config, world })
      findings.push(
        status === 200
          ? { ok: true, sentence: 'The parent document can be read.' }
          : { ok: false, sentence: 'The parent document is not there. Choose another, or leave it empty.' },
      )
    }
  } catch (error) {
    if (!(error instanceof BlamefreeError)) throw error
    findings.push({ ok: false, sentence: `${error.message} ${error.hint}` })
  }
  return { works: findings.every(({ ok }) => ok), findings, where, audience }
}

/** A collection without a permission for everybody is for its members; sharing alone makes nothing public, but lets people do so. */
function audienceOf(collection: unknown): PlaceAudience {
  const shares = flagAt(collection, 'sharing') === true ? ' Its pages may be shared by a link.' : ''
  return textAt(collection, 'permission') === null
    ? { level: 'people', sentence: `Only the members of the collection can see it.${shares}` }
    : { level: 'company', sentence: `Everybody in the workspace can see it.${shares}` }
}
