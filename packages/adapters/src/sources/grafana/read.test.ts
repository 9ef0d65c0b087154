import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fixturesOf, rawOf } from '../testing/fixtures.ts'
import { grafana } from './index.ts'

const rows = (raw: ReturnType<typeof rawOf>): string[] => grafana.read(raw).events.map(({ at, text, what }) => `${at.slice(11, 16)} ${what.kind} ${text}`)
const fixture = (name: string): ReturnType<typeof rawOf> => fixturesOf(grafana).find((raw) => raw.name === name) ?? rawOf('', '')

test('an alert fires and resolves at its own times', () => {
  assert.deepEqual(rows(fixture('webhook.json')), [
    '09:02 alert Alert fires: HighLatency \u2013 p99 above 20 s',
    '09:40 alert Alert resolved: HighLatency \u2013 p99 above 20 s',
  ])
})

test('annotations are events, those of alerts fire', () => {
  assert.deepEqual(rows(fixture('annotations.json')), ['09:02 action Deployed v42', '09:03 alert Alert fires: HighLatency'])
})

test('an old webhook without a time is a problem, not a guess', () => {
  const { events, problems } = grafana.read(rawOf('x.json', '{"ruleId":1,"ruleName":"r","state":"alerting","evalMatches":[]}'))
  assert.deepEqual([events.length, problems[0]?.code], [0, 'grafana/no-time'])
})
