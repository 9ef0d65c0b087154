import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { decodeText, isRecord, valueAt } from '@blamefree/core'
import { parse } from 'yaml'
import { fixturesOf, rawAt, rawOf } from '../testing/fixtures.ts'
import { incidentFile } from './index.ts'
import { CHOICES, KEYS } from './schema.ts'

const read = (text: string): ReturnType<typeof incidentFile.read> => incidentFile.read(rawOf('x.yaml', text))
const full = (): ReturnType<typeof incidentFile.read> => incidentFile.read(fixturesOf(incidentFile).find(({ name }) => name === 'full.yaml') ?? rawOf('', ''))
const schema: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'schema.json'), 'utf8'))
const example = join(import.meta.dirname, '..', '..', '..', '..', '..', 'examples', 'poison-pill', 'debrief.yaml')

test('the schema and the reader know the same keys and the same words', () => {
  for (const [kind, keys] of Object.entries(KEYS)) {
    const properties = kind === 'root' ? valueAt(schema, 'properties') : valueAt(schema, '$defs', kind, 'properties')
    assert.deepEqual(Object.keys(isRecord(properties) ? properties : {}), [...keys], kind)
  }
  assert.deepEqual(valueAt(schema, '$defs', 'followUp', 'properties', 'outcome', 'enum'), [...CHOICES.outcome])
  assert.deepEqual(valueAt(schema, '$defs', 'finding', 'properties', 'category', 'enum'), [...CHOICES.category])
  assert.deepEqual(valueAt(schema, '$defs', 'link', 'properties', 'kind', 'enum'), [...CHOICES.kind])
})

test('every fixture and the example are valid by the schema, and read without a problem', () => {
  const validate = new Ajv2020({ strict: false }).compile(schema as object)
  for (const raw of [...fixturesOf(incidentFile), rawAt(example, 'debrief.yaml')]) {
    assert.ok(validate(parse(decodeText(raw.files[0]?.bytes ?? new Uint8Array()))), `${raw.name}: ${JSON.stringify(validate.errors)}`)
    assert.deepEqual(incidentFile.read(raw).problems, [], raw.name)
  }
  assert.ok(!validate({ incident: { tittle: 'x' } }), 'a misspelt key is valid')
})

test('everything can be written by hand', () => {
  const { title, summary, severity, services, fields, roles, people, followUps, findings, links } = full()
  assert.deepEqual([title?.value, title?.basis, severity?.value], ['Checkout failed for a third of customers', 'stated', 'Major'])
  assert.equal(summary?.value, 'From **09:02 to 09:41** a third of checkouts failed.\n\nWe rolled back `v42`.')
  assert.deepEqual(
    services.map(({ value }) => value),
    ['Checkout', 'Payments'],
  )
  assert.deepEqual(
    Object.values(fields).map(({ value }) => value),
    [1240, false, ['eu-west-1', 'us-east-1']],
  )
  assert.deepEqual(
    people.map(({ name }) => name),
    ['Chris Evans', 'Rebecca Song', 'Deploy bot', 'Steven Millhouse'],
  )
  const names = (role: string): (string | undefined)[] => (roles[role] ?? []).map(({ value }) => people.find(({ id }) => id === value)?.name)
  assert.deepEqual([names('lead'), names('reporter'), names('participants')], [['Chris Evans'], ['Steven Millhouse'], ['Rebecca Song', 'Chris Evans']])
  assert.deepEqual(
    followUps.map(({ value }) => [value.outcome, value.due, value.reason, value.ticket?.url ?? null]),
    [
      ['open', null, null, null],
      ['done', '2026-03-18', null, 'https://jira.example.com/browse/PAY-3'],
      ['wont-do', null, 'It is replaced in May', null],
    ],
  )
  assert.deepEqual(
    findings.map(({ value }) => [value.kind, value.category]),
    [
      ['contributor', 'technical'],
      ['contributor', null],
      ['mitigator', null],
      ['learning', null],
      ['risk', null],
    ],
  )
  assert.deepEqual(
    links.map(({ value }) => [value.kind, value.title]),
    [
      ['channel', 'Slack channel'],
      ['other', 'status.example.com/incidents/1'],
    ],
  )
})

test('times carry an offset, name a zone, or are in the file\u2019s zone and on its day', () => {
  assert.deepEqual(
    Object.values(full().timestamps).map(({ value }) => value.slice(0, 16)),
    ['2026-03-04T09:02', '2026-03-04T09:04', '2026-03-04T09:41', '2026-03-04T09:41'],
  )
})

test('timeline lines are notes, key unless they say otherwise', () => {
  assert.deepEqual(
    full().events.map(({ at, text, mark }) => `${at.slice(8, 16)} ${mark.level} ${text}`),
    [
      '04T09:02 key Deploy of `v42` starts',
      '04T09:04 key Steven reports failing checkouts',
      '04T09:10 key Chris takes the lead',
      '04T09:12 detail Somebody fetches coffee',
      '04T09:41 key Rolled back, see [the graph](https://grafana.example.com/d/1)',
      '04T00:30 key Last customer told',
    ].toSorted(),
  )
})

test('a timeline that runs past midnight goes on with the next day', () => {
  const raw = fixturesOf(incidentFile).find(({ name }) => name === 'midnight.yml') ?? rawOf('', '')
  assert.deepEqual(
    incidentFile.read(raw).events.map(({ at }) => at.slice(0, 16)),
    ['2026-03-08T04:50', '2026-03-08T04:58', '2026-03-08T05:07', '2026-03-08T07:20'],
  )
})

const PROBLEMS: readonly (readonly [string, string])[] = [
  ['incident:\n  tittle: x', '2:3 unknown-key An incident file has no "tittle" here. Did you mean title?'],
  ['incident:\n  followups: []', '2:3 unknown-key An incident file has no "followups" here. Did you mean follow-ups?'],
  ['incident:\n  title: [1]', '2:10 wrong-value Expected "title" to be text, got a list.'],
  [
    'incident:\n  timestamps:\n    reported: soon',
    '3:15 wrong-value Expected "reported" to be a time such as 2026-03-04 09:00 or 2026-03-04T09:00:00Z, got "soon".',
  ],
  [
    'incident:\n  timestamps:\n    reported: 2026-03-04 09:00',
    '3:15 no-zone 2026-03-04 09:00 has no zone. Give `zone: Europe/London` (or UTC) under `incident`, or an offset such as +01:00.',
  ],
  ['incident:\n  zone: UTC\n  timeline:\n    - 09:00 x', '4:7 no-date 09:00 has no day. Write the day too, or give `date: 2026-03-04` under `incident`.'],
  ['incident:\n  zone: Mars', '2:9 wrong-value Expected "zone" to be a time zone such as Europe/London, UTC or +02:00, got "Mars".'],
  [
    'incident:\n  zone: Europe/London\n  timestamps:\n    fixed: 2026-10-25 01:30',
    '4:12 ambiguous In Europe/London the clocks showed 2026-10-25 01:30 twice; the earlier one is taken.',
  ],
  ['incident:\n  follow-ups:\n    - { text: x, outcome: maybe }', '3:27 wrong-value Expected "outcome" to be one of open, done, wont-do, got "maybe".'],
  ['incident:\n  title: "x', '2:12 broken The incident file cannot be read:'],
]

for (const [text, expected] of PROBLEMS) {
  test(`${JSON.stringify(text)} is a problem with its place`, () => {
    const [problem] = read(text).problems
    const said = `${problem?.place?.line}:${problem?.place?.column} ${problem?.code.split('/')[1]} ${problem?.message} ${problem?.hint ?? ''}`
    assert.ok(said.startsWith(expected), said)
  })
}

test('an incident of PagerDuty is not ours', () => {
  assert.equal(incidentFile.recognise(rawOf('x.json', '{"incident":{"title":"x","status":"resolved","incident_number":1}}')), 'no')
})

test('the example reads as the team wrote it', () => {
  const { title, type, severity, findings } = incidentFile.read(rawAt(example, 'debrief.yaml'))
  assert.deepEqual([title?.value, type?.value, severity?.value, findings.length], ['The poison pill', 'Platform', 'Major', 12])
})
