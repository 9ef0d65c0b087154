import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { listAt, parseInline, plainText, textAt, valueAt, type Reading } from '@blamefree/core'
import { missingTestData, testData } from '../../../../../tools/test-data.ts'
import { fixturesOf, rawAt, rawOf } from '../testing/fixtures.ts'
import { statuspage } from './index.ts'

const fixture = (name: string): ReturnType<typeof rawOf> => fixturesOf(statuspage).find((raw) => raw.name === name) ?? rawOf('', '')

test('an incident\u2019s updates are events at the time the page shows', () => {
  assert.deepEqual(
    statuspage.read(fixture('incident.json')).events.map(({ at, text, what }) => `${at.slice(11, 16)} ${what.kind} ${text}`),
    [
      '09:06 update We are _looking_ at [failing checkouts](https://status.example.com/x).',
      '09:06 change Checkout: operational \u2192 partial outage',
      '09:20 update Status: identified',
      '09:41 update We rolled back.\\\n09:38 - rollback & restart',
      '10:41 update This incident has been resolved.',
      '10:41 change Checkout: partial outage \u2192 operational',
    ],
  )
})

test('its fields are stated, what we read into them is inferred', () => {
  const { timestamps, severity, summary, services } = statuspage.read(fixture('incident.json'))
  assert.deepEqual(
    Object.entries(timestamps).map(([id, { value, rule }]) => [id, value.slice(11, 16), rule]),
    [
      ['impact-started', '09:02', null],
      ['reported', '09:06', 'status-page-created'],
      ['identified', '09:20', null],
      ['fixed', '09:41', 'status-page-monitoring'],
      ['closed', '10:41', null],
    ],
  )
  assert.deepEqual([severity?.value, severity?.basis], ['major', 'stated'])
  assert.equal(summary?.value, '## What happened\n\nA deploy broke _checkout_.\n\n- one\n- two')
  assert.deepEqual(
    services.map(({ value }) => value),
    ['Checkout', 'Payments'],
  )
})

test('of several incidents the latest is taken, unless another is asked for', () => {
  const all = statuspage.read(fixture('summary.json'))
  assert.deepEqual(
    [all.title?.value, all.problems[0]?.code, all.parts.map(({ id }) => id)],
    ['Search is down', 'statuspage/several-incidents', ['new1', 'mnt1']],
  )
  const one = statuspage.read(fixture('summary.json'), { channels: ['mnt1'] })
  assert.deepEqual(
    [one.title?.value, one.severity, one.fields['scheduled-until']?.value, one.problems],
    ['Database upgrade', null, '2026-03-01T04:00:00.000Z', []],
  )
})

const REAL = 'statuspage/GitHub-Incident-History__GitHub-Incident-History/incidents'
const words = (text: string): string => text.replace(/\s+/g, ' ').trim()
/** A second, independent reading of an update's body: tags out, references resolved. */
const bodyWords = (body: string): string =>
  words(
    body
      .replace(/<\/?[a-z][^<>]*>/gi, ' ')
      .replace(/&amp;/g, '&')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&nbsp;/g, ' '),
  )

test('1,282 real incidents give exactly the facts of their JSON', { skip: missingTestData(REAL) }, () => {
  const folder = testData(REAL) ?? ''
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  assert.equal(names.length, 1282)
  for (const name of names) {
    const path = join(folder, name)
    const raw = rawAt(path, name)
    assert.equal(statuspage.recognise(raw), 'certain', name)
    const reading = statuspage.read(raw)
    same(reading, valueAt(JSON.parse(readFileSync(path, 'utf8')), 'incident'), name)
  }
})

function same(reading: Reading, incident: unknown, name: string): void {
  const impact = textAt(incident, 'impact')
  assert.deepEqual(reading.problems, [], name)
  assert.deepEqual(
    [reading.title?.value, reading.status?.value, reading.severity?.value ?? 'none'],
    [textAt(incident, 'name')?.replace(/\s+/g, ' '), textAt(incident, 'status'), impact],
    name,
  )
  const time = (id: string): string | null => reading.timestamps[id]?.value ?? null
  const at = (key: string): string | null => textAt(incident, key)
  assert.deepEqual(
    [time('impact-started'), time('reported'), time('closed'), time('fixed')],
    [at('started_at'), at('created_at'), at('resolved_at'), at('monitoring_at') ?? at('resolved_at')],
    name,
  )
  // Where the incident itself lists none, its updates say what was affected.
  const named = (list: readonly unknown[]): (string | null)[] => [...new Set(list.map((component) => textAt(component, 'name')))]
  const own = named(listAt(incident, 'components'))
  const affected = named(listAt(incident, 'incident_updates').flatMap((update) => listAt(update, 'affected_components')))
  assert.deepEqual(
    reading.services.map(({ value }) => value),
    own.length > 0 ? own : affected,
    name,
  )
  const updates = listAt(incident, 'incident_updates')
  const events = reading.events.filter(({ what }) => what.kind === 'update')
  assert.equal(events.length, updates.length, name)
  for (const update of updates) {
    const event = events.find(({ id }) => id.endsWith(`:${textAt(update, 'id')}`))
    const status = event?.what.kind === 'update' ? event.what.status : undefined
    assert.deepEqual([event?.at, status], [textAt(update, 'display_at'), textAt(update, 'status')], name)
    const shown = words(plainText(parseInline(event?.text ?? '')))
    const told = bodyWords(textAt(update, 'body') ?? '')
    const bare = (text: string): string => text.replace(/[\s*_`\\[\]()<>#~•-]+/g, '')
    assert.equal(bare(shown), bare(told) === '' ? bare(`Status: ${status}`) : bare(told.replace(/^\d+\. /, '')), name)
  }
}
