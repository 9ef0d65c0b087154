import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { announcedAs, EVENT_KINDS } from './event-kinds.ts'

const known = new Set(EVENT_KINDS.map(({ kind }) => kind))
const sources = join(import.meta.dirname, '..')

test('docs/events.md lists every kind with its sentence', () => {
  const page = readFileSync(join(sources, '../../../docs/events.md'), 'utf8')
  for (const { kind, sentence } of EVENT_KINDS) assert.ok(page.includes(`| \`${kind}\` | ${sentence} |`), kind)
  const listed = [...page.matchAll(/^\| `([a-z-]+\.[a-z-]+)` \|/gm)].map(([, kind]) => kind)
  assert.deepEqual(new Set(listed), known)
})

test('whatever the audit log calls a change of an incident is announced as a kind that is listed', () => {
  const actions = globSync('api/*.ts', { cwd: sources }).flatMap((file) => [
    ...readFileSync(join(sources, file), 'utf8').matchAll(/\baction: '((?:incident|timeline|follow-up|record)\.[a-z-]+)'/g),
  ])
  assert.ok(actions.length > 5)
  for (const [, action = ''] of actions) assert.ok(known.has(announcedAs(action)), action)
  assert.deepEqual(['incident.correct', 'incident.access', 'incident.delete', 'timeline.add', 'record.remove'].map(announcedAs), [
    'incident.changed',
    'incident.access-changed',
    'incident.deleted',
    'timeline.changed',
    'incident.changed',
  ])
})
