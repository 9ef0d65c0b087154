import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Raw } from '@blamefree/core'
import { missingTestData, testData } from '../../../../../tools/test-data.ts'
import { alertmanager } from './index.ts'

const fixture = (name: string): Raw => rawOf(join(import.meta.dirname, 'fixtures', name), name)
const rows = (raw: Raw): string[] => alertmanager.read(raw).events.map(({ at, text }) => `${at.slice(11, 19)} ${text}`)

function rawOf(path: string, name: string): Raw {
  const bytes = new Uint8Array(readFileSync(path))
  return { name, files: [{ path: name, size: bytes.length, bytes }] }
}

test('a group that fires may hold resolved alerts', () => {
  assert.deepEqual(rows(fixture('webhook-firing.json')), [
    '08:58:11 Alert fires: CheckoutErrors \u2013 8% of checkouts fail',
    '09:02:11 Alert fires: CheckoutErrors \u2013 31% of checkouts fail (\\`error_ratio\\` > 0.05)',
    '09:02:11 Alert resolved: CheckoutErrors \u2013 8% of checkouts fail',
  ])
})

test('alerts that were left out are a problem', () => {
  const { problems } = alertmanager.read(fixture('webhook-firing.json'))
  assert.deepEqual(
    problems.map(({ code, message }) => [code, message]),
    [['alertmanager/truncated', 'Alertmanager left 2 alerts out of this notification (max_alerts).']],
  )
})

test('a repeated notification adds nothing, and the resolution comes with the same start', () => {
  assert.deepEqual(rows(fixture('webhooks.ndjson')), [
    '10:00:00 Alert fires: InstanceDown \u2013 payments-1 does not answer',
    '10:05:30 Alert resolved: InstanceDown \u2013 payments-1 does not answer',
  ])
})

test('the expiry of a firing alert is not its end', () => {
  assert.deepEqual(rows(fixture('api-alerts.json')), ['09:10:00 Alert fires: QueueGrows \u2013 Queue grows'])
})

test('who silenced, and why', () => {
  const { events, people } = alertmanager.read(fixture('api-silences.json'))
  assert.equal(events[0]?.text, 'Alert silenced: CheckoutErrors \u2013 known, rollback is running')
  assert.equal(people.find(({ id }) => id === events[0]?.actor)?.name, 'rebecca')
})

test('the worst alert gives the severity, and says that it is inferred', () => {
  const { severity, services } = alertmanager.read(fixture('webhook-firing.json'))
  assert.deepEqual([severity?.value, severity?.basis, severity?.rule], ['critical', 'inferred', 'alert-severity'])
  assert.deepEqual(
    services.map(({ value, basis }) => [value, basis]),
    [['checkout', 'stated']],
  )
  assert.equal(alertmanager.read(fixture('api-alerts.json')).services[0]?.rule, 'alert-label')
})

const REAL = 'alerts/alertmanager-real'

test('thirty recorded deliveries are recognised and tell of each firing once', { skip: missingTestData(REAL) }, () => {
  const folder = testData(REAL) ?? ''
  const names = readdirSync(folder).filter((name) => /^\d{3}-.*\.json$/.test(name))
  assert.equal(names.length, 30)
  const events = names.flatMap((name) => {
    const raw = rawOf(join(folder, name), name)
    assert.equal(alertmanager.recognise(raw), 'certain', name)
    return alertmanager.read(raw).events
  })
  const firings = new Set(events.filter(({ what }) => what.kind === 'alert' && what.state === 'firing').map(({ id }) => id))
  const ends = new Map<string, Set<string>>()
  for (const { id, at, what } of events) if (what.kind === 'alert' && what.state === 'resolved') ends.set(id, (ends.get(id) ?? new Set()).add(at))
  assert.ok(firings.size > 0 && firings.size < events.length / 2, `${firings.size} firings in ${events.length} events`)
  for (const [id, instants] of ends) assert.equal(instants.size, 1, `${id} ends at ${[...instants].join(', ')}`)
})
