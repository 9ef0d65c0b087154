import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assemble } from './assemble.ts'
import { DEFAULT_CONFIGURATION } from './configuration.ts'
import { inferred, stated, type Fact, type Origin } from './fact.ts'
import type { Instant } from './instant.ts'
import { madePerson, madeReading, messageEvent } from './testing/made-reading.ts'

const at = (time: string): Instant => `2022-11-18T${time}:00.000Z` as Instant
const origin = (source: string, label: string, ref = label): Origin => ({ source, ref, url: null, label })
const fact = <T>(value: T, source: string, label: string): Fact<T> => stated(value, origin(source, label))

test('a value is the most believed source’s, and one that another states is a problem that names both', () => {
  const jira = madeReading('jira', { severity: fact('High', 'jira', 'Jira issue OPS-7') })
  const pagerduty = madeReading('pagerduty', { severity: fact('P1', 'pagerduty', 'PagerDuty incident 9') })
  for (const readings of [
    [jira, pagerduty],
    [pagerduty, jira],
  ]) {
    const { incident, problems } = assemble(readings, DEFAULT_CONFIGURATION)
    assert.equal(incident.severity?.value, 'Major')
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['The sources disagree on the severity: Jira issue OPS-7 says “Major”, PagerDuty incident 9 says “Critical”. The first is used.'],
    )
    assert.deepEqual(problems[0]?.choice, {
      path: 'severity',
      values: [
        { value: 'Major', shown: '“Major”', says: 'Jira issue OPS-7' },
        { value: 'Critical', shown: '“Critical”', says: 'PagerDuty incident 9' },
      ],
    })
  }
})

test('a person’s word beats every source and clashes with none', () => {
  const jira = madeReading('jira', { severity: fact('High', 'jira', 'OPS-7'), timestamps: { fixed: fact(at('16:00'), 'jira', 'OPS-7') } })
  const person = madeReading('person', { severity: fact('sev-1', 'person', 'typed'), timestamps: { fixed: fact(at('17:00'), 'person', 'typed') } })
  const { incident, problems } = assemble([jira, person], DEFAULT_CONFIGURATION)
  assert.deepEqual([incident.severity?.value, incident.timestamps['fixed']?.value, problems], ['Critical', at('17:00'), []])
})

test('what is stated beats what is inferred, whoever says it', () => {
  const jira = madeReading('jira', { severity: inferred('High', origin('jira', 'OPS-7'), 'ticket-priority') })
  const slack = madeReading('slack-export', { severity: fact('minor', 'slack-export', 'workflow') })
  const { incident, problems } = assemble([jira, slack], DEFAULT_CONFIGURATION)
  assert.deepEqual([incident.severity?.value, problems], ['Minor', []])
})

test('times of one moment disagree only when they are more than a minute apart', () => {
  const started = (source: string, value: Instant): ReturnType<typeof madeReading> =>
    madeReading(source, { timestamps: { 'impact-started': fact(value, source, `${source} thing`) } })
  const near = assemble([started('jira', at('15:39')), started('pagerduty', at('15:40'))], DEFAULT_CONFIGURATION)
  assert.deepEqual(near.problems, [])
  const far = assemble([started('jira', at('15:39')), started('pagerduty', at('15:41'))], DEFAULT_CONFIGURATION)
  assert.match(far.problems[0]?.message ?? '', /“Impact started at”: jira thing says November 18, 2022 3:39 PM \(UTC\), pagerduty thing says .* 3:41 PM/)
})

test('names of severities, roles and timestamps are the team’s, by id, name or alias; an unknown severity stays and is told', () => {
  const reading = madeReading('pagerduty', {
    severity: fact('purple', 'pagerduty', 'incident 9'),
    roles: { Incident_Commander: [fact('pagerduty:ana', 'pagerduty', 'incident 9')] },
    timestamps: { 'Started At': fact(at('15:39'), 'pagerduty', 'incident 9') },
    people: [madePerson('pagerduty:ana', { name: 'Ana Ruiz' })],
  })
  const { incident, problems } = assemble([reading], DEFAULT_CONFIGURATION)
  assert.equal(incident.severity?.value, 'purple')
  assert.deepEqual([Object.keys(incident.roles), Object.keys(incident.timestamps)], [['lead'], ['impact-started']])
  assert.deepEqual(
    problems.map(({ code, weight }) => [code, weight]),
    [['assemble/unknown-severity', 'info']],
  )
})

test('timestamps in an impossible order are a problem that names both', () => {
  const timestamps = { 'impact-started': fact(at('15:39'), 'jira', 'OPS-7'), fixed: fact(at('15:20'), 'pagerduty', 'incident 9') }
  const { problems } = assemble([madeReading('jira', { timestamps })], DEFAULT_CONFIGURATION)
  assert.match(problems[0]?.message ?? '', /^“Fixed at” \(.*incident 9\) lies 19mins before “Impact started at” \(.*OPS-7\)/)
})

test('an event that is told twice is there once, the edited telling of it', () => {
  const first = messageEvent('slack-export:1', at('15:40'), { text: 'it is down' })
  const edited = messageEvent('slack-export:1', at('15:40'), { text: 'login is down', edited: true })
  for (const pair of [
    [first, edited],
    [edited, first],
  ]) {
    const { events } = assemble(
      pair.map((event) => madeReading('slack-export', { events: [event] })),
      DEFAULT_CONFIGURATION,
    ).incident
    assert.deepEqual(
      events.map(({ text }) => text),
      ['login is down'],
    )
  }
})

test('one person in two systems is one, and every reference follows', () => {
  const slack = madeReading('slack-export', {
    people: [madePerson('slack-export:U1', { name: 'chris', handle: 'chris', email: 'Chris@example.com', zone: 'Europe/London' })],
    events: [messageEvent('slack-export:1', at('15:40'), { actor: 'slack-export:U1', reactions: [{ name: 'eyes', people: ['jira:c-evans'] }] })],
  })
  const jira = madeReading('jira', {
    people: [madePerson('jira:c-evans', { name: 'Chris Evans', email: 'chris@example.com' })],
    roles: { lead: [fact('jira:c-evans', 'jira', 'OPS-7')] },
    events: [
      messageEvent('jira:2', at('15:41'), {
        actor: 'jira:c-evans',
        text: 'ask :person[Chris]{id=jira:c-evans} or :person[Chris]{role=lead id="jira:c-evans"}',
      }),
    ],
    followUps: [
      fact({ id: 'jira:f', text: 'x', owner: 'jira:c-evans', due: null, priority: null, outcome: 'open', reason: null, ticket: null }, 'jira', 'OPS-7'),
    ],
  })
  const { incident } = assemble([slack, jira], DEFAULT_CONFIGURATION)
  assert.deepEqual(
    incident.people.map(({ id, name, zone, accounts }) => [id, name, zone, accounts]),
    [['slack-export:U1', 'Chris Evans', 'Europe/London', ['slack-export:U1', 'jira:c-evans']]],
  )
  assert.ok(!JSON.stringify([incident.roles, incident.events, incident.followUps]).includes('jira:c-evans'))
})

test('the id is the day in the document’s zone and the title, the same for the same record', () => {
  const reading = madeReading('jira', {
    title: fact('The poison pill', 'jira', 'OPS-7'),
    timestamps: { reported: fact('2022-11-18T23:30:00.000Z' as Instant, 'jira', 'OPS-7') },
  })
  assert.equal(assemble([reading], DEFAULT_CONFIGURATION).incident.id, '2022-11-18-poison-pill')
  assert.equal(assemble([reading], { ...DEFAULT_CONFIGURATION, zone: 'Asia/Kolkata' }).incident.id, '2022-11-19-poison-pill')
  assert.equal(assemble([], DEFAULT_CONFIGURATION).incident.id, 'incident')
})
