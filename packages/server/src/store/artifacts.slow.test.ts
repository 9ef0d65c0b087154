import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../testing/databases.ts'
import { ARTIFACT_DAYS, removeOldArtifacts } from './artifacts.ts'
import { newId } from './identity.ts'

test('files made of post-mortems are kept as long as is said, finished or not', async (context) => {
  const db = await testDatabase(context)
  const [incident, postMortem] = [newId(), newId()]
  await db.pool.query(`insert into incident (id, slug, title, happened_at, facts) values ($1, 'x', 'x', now(), '{}')`, [incident])
  await db.pool.query(`insert into post_mortem (id, incident_id, title, status, document, plain) values ($1, $2, 'x', 'draft', '{}', '')`, [
    postMortem,
    incident,
  ])
  for (const [name, state, created, finished] of [
    ['new', 'done', 0, 0],
    ['old', 'done', ARTIFACT_DAYS + 2, ARTIFACT_DAYS + 1],
    ['asked for long ago, made lately', 'done', ARTIFACT_DAYS + 2, ARTIFACT_DAYS - 1],
    ['never made', 'waiting', ARTIFACT_DAYS + 2, null],
    ['being made', 'making', 0, null],
  ] as const)
    await db.pool.query(
      `insert into artifact (id, post_mortem_id, destination, options, state, name, created_at, finished_at)
       values ($1, $2, 'pdf', '{}', $3, $4, now() - make_interval(days => $5), now() - make_interval(days => $6))`,
      [newId(), postMortem, state, name, created, finished],
    )
  await removeOldArtifacts(db)
  const { rows } = await db.pool.query<{ name: string }>('select name from artifact order by name')
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['asked for long ago, made lately', 'being made', 'new'],
  )
})
