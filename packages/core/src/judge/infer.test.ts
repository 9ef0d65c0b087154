import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assemble } from '../assemble.ts'
import { DEFAULT_CONFIGURATION } from '../configuration.ts'
import { inferred, stated } from '../fact.ts'
import type { Incident } from '../incident.ts'
import type { Instant } from '../instant.ts'
import { madePerson, madeReading, messageEvent, typedEvent } from '../testing/made-reading.ts'
import { elapsedText, clockText } from '../time.ts'
import type { TimelineEvent } from '../event.ts'
import { understand } from '../walk.ts'
import { infer } from './infer.ts'

const PEOPLE = ['Chris Evans', 'Steven Millhouse', 'Rebecca Song', 'Michael Scott'].map((name) =>
  madePerson(`chat:${name.split(' ')[0]?.toLowerCase() ?? ''}`, { name, handle: name.split(' ')[0]?.toLowerCase() ?? '' }),
)
const at = (time: string): Instant => `2022-11-18T${time.length === 5 ? `${time}:00` : time}.000Z` as Instant

/** A conversation, one line a message: `15:41 steven: text`. */
function chat(...lines: readonly string[]): TimelineEvent[] {
  return lines.map((line, index) => {
    const [, time = '', who = '', text = ''] = /^(\S+) (\w+): ([\s\S]*)$/.exec(line) ?? []
    return messageEvent(`chat:${index}`, at(time), { actor: `chat:${who}`, text })
  })
}

function inferredFrom(events: readonly TimelineEvent[], known: Partial<Incident> = {}): ReturnType<typeof infer> {
  const { incident } = assemble([madeReading('chat', { people: PEOPLE, events })], DEFAULT_CONFIGURATION)
  return infer({ ...incident, ...known }, DEFAULT_CONFIGURATION)
}

const times = ({ timestamps }: Incident): Record<string, string> =>
  Object.fromEntries(Object.entries(timestamps).map(([id, { value, rule }]) => [id, `${value.slice(11, 16)} ${rule ?? 'stated'}`]))

const CONVERSATION = chat(
  "15:41 steven: We're seeing a 503 on every page, is the app down for everyone?",
  "15:43 chris: I'll take incident lead. Setting severity to major",
  '15:46 rebecca: Restarting the servers now',
  '15:49 rebecca: All three are up again, requests are going through',
  '15:53 rebecca: They are going down again, one after the other, same order',
  '16:07 rebecca: Found it: a nil pointer dereference in the consumer',
  '16:24 chris: Confirmed fixed: error rate is back to normal',
  "16:27 rebecca: Follow-up: stop returning an error that wraps nil. I'll do that by Tuesday, [APP-1483](https://example.atlassian.net/browse/APP-1483)",
  '16:28 chris: Action item for me: add a dead-letter queue, so that an event which fails three times is set aside',
  "16:29 steven: We should page on crash loops next week, the router's 503s only told us once everything was down",
  "16:31 chris: I'm closing the incident. Post-mortem on Monday, thank you all",
)
const ALERT = [
  typedEvent('alert:1', at('15:39'), { kind: 'alert', name: 'AppUnavailable', state: 'firing', key: 'k', labels: { severity: 'critical', service: 'Login' } }),
  typedEvent('alert:2', at('16:23'), { kind: 'alert', name: 'AppUnavailable', state: 'resolved', key: 'k', labels: {} }),
]

test('the five timestamps are read out of a conversation and its alert', () => {
  assert.deepEqual(times(inferredFrom([...CONVERSATION, ...ALERT]).incident), {
    reported: '15:41 first-report',
    'impact-started': '15:39 first-alert',
    fixed: '16:23 alert-resolved-and-confirmed',
    identified: '16:07 sure-finding',
    closed: '16:31 closing-word',
  })
})

test('a word that it works again counts only when no word follows that it does not', () => {
  assert.equal(times(inferredFrom(CONVERSATION).incident)['fixed'], '16:24 confirmed-fixed')
})

test('an inferred fact names the events that it rests on, and they exist', () => {
  const { incident } = inferredFrom([...CONVERSATION, ...ALERT])
  const ids = new Set(incident.events.map(({ id }) => id))
  const facts = [...Object.values(incident.timestamps), ...Object.values(incident.roles).flat(), ...incident.followUps, incident.severity, incident.title]
  for (const fact of facts) {
    assert.ok(fact !== null && fact.basis === 'inferred' && fact.rule !== null && fact.evidence.length > 0 && fact.evidence.every((id) => ids.has(id)))
  }
})

test('lead and reporter have their roles, who wrote took part, who only joined or reacted observes, bots are nobody', () => {
  const extra = [
    typedEvent('chat:j', at('15:40'), { kind: 'membership', action: 'joined', channel: 'inc' }, { actor: 'chat:michael' }),
    typedEvent('chat:j2', at('15:40'), { kind: 'membership', action: 'joined', channel: 'inc' }, { actor: 'chat:chris' }),
    messageEvent('chat:bot', at('15:40'), { actor: 'chat:pagerbot', bot: true, text: 'paging' }),
  ]
  const people = [...PEOPLE, madePerson('chat:pagerbot', { name: 'pagerbot', bot: true })]
  const { incident } = inferredFrom([...CONVERSATION, ...extra], { people })
  const names = Object.entries(incident.roles).map(([role, facts]) => [role, facts.map(({ value }) => value)])
  assert.deepEqual(Object.fromEntries(names), {
    lead: ['chat:chris'],
    reporter: ['chat:steven'],
    participants: ['chat:rebecca'],
    observers: ['chat:michael'],
  })
})

test('follow-ups have the words, the owner, the day and the ticket that were named', () => {
  const { followUps } = inferredFrom(CONVERSATION).incident
  assert.deepEqual(
    followUps.map(({ value: { text, owner, due, ticket } }) => [text, owner, due, ticket?.title ?? null]),
    [
      ['Stop returning an error that wraps nil', 'chat:rebecca', '2022-11-22', 'Jira issue APP-1483'],
      ['Add a dead-letter queue, so that an event which fails three times is set aside', 'chat:chris', null, null],
      ['Page on crash loops next week', null, '2022-11-25', null],
    ],
  )
})

test('check boxes are follow-ups, done or open', () => {
  const events = chat('16:30 chris: Action items:\n- [ ] alert on disk errors @rebecca\n- [x] rotate the token', '16:31 chris: - \\[ \\] write the runbook')
  assert.deepEqual(
    inferredFrom(events).incident.followUps.map(({ value: { text, owner, outcome } }) => [text, owner, outcome]),
    [
      ['Alert on disk errors @rebecca', 'chat:rebecca', 'open'],
      ['Rotate the token', null, 'done'],
      ['Write the runbook', null, 'open'],
    ],
  )
})

test('once it is closed, who is told to do something has a follow-up; each owner in parentheses has one; what was asked of a vendor before has none', () => {
  const events = chat(
    '15:41 steven: logins fail',
    '15:45 chris: Rebecca please open a ticket with the vendor',
    '16:10 rebecca: restarted it, works again',
    '16:20 chris: closing this',
    '16:21 chris: Two actions please. Rebecca: exclude the brokers from the rotation.',
    '16:22 chris: Steven, thank support from me',
    '16:23 chris: AIs: second gateway (Steven), an alert on the lag (me)',
  )
  assert.deepEqual(
    inferredFrom(events).incident.followUps.map(({ value: { text, owner } }) => [text, owner]),
    [
      ['Rebecca: exclude the brokers from the rotation', 'chat:rebecca'],
      ['Second gateway (Steven)', 'chat:steven'],
      ['An alert on the lag (me)', 'chat:chris'],
    ],
  )
})

test('what is stated stays as it is', () => {
  const origin = { source: 'jira', ref: 'OPS-1', url: null, label: 'Jira issue OPS-1' }
  const known: Partial<Incident> = {
    title: stated('Poison pill', origin),
    severity: stated('Minor', origin),
    timestamps: { fixed: stated(at('16:30'), origin) },
    roles: { lead: [stated('chat:michael', origin)] },
  }
  const { incident } = inferredFrom(CONVERSATION, known)
  assert.deepEqual(
    [incident.title, incident.severity, incident.timestamps['fixed'], incident.roles['lead']],
    [known.title, known.severity, known.timestamps?.['fixed'], known.roles?.['lead']],
  )
})

test('people’s own words are better than an alert’s label and a ticket’s form', () => {
  const origin = { source: 'jira', ref: 'OPS-1', url: null, label: 'Jira issue OPS-1' }
  const { incident } = inferredFrom(CONVERSATION, {
    severity: inferred('Critical', origin, 'alert-severity'),
    roles: { lead: [inferred('chat:michael', origin, 'ticket-assignee')] },
  })
  assert.deepEqual([incident.severity?.value, incident.roles['lead']?.map(({ value }) => value)], ['Major', ['chat:chris']])
})

test('a time that contradicts a stated one is left open, and said', () => {
  const origin = { source: 'jira', ref: 'OPS-1', url: null, label: 'Jira issue OPS-1' }
  const { incident, problems } = inferredFrom(CONVERSATION, { timestamps: { 'impact-started': stated(at('15:45'), origin) } })
  assert.equal(incident.timestamps['reported'], undefined)
  assert.match(problems[0]?.message ?? '', /“Reported at” is left open: the record suggests .*3:41 PM.*contradicts “Impact started at”/)
})

test('nothing is read out of nothing, nor out of small talk', () => {
  for (const events of [[], chat('09:00 chris: morning!', '09:01 steven: :wave:', '09:02 chris: thanks all')]) {
    const { incident, problems } = inferredFrom(events)
    assert.deepEqual([incident.timestamps, incident.roles['lead'] ?? null, incident.severity, incident.followUps, problems], [{}, null, null, [], []])
  }
})

test('a recovery of one part is not the fix', () => {
  const events = chat(
    '10:00 chris: checkout is down in Austria and Germany',
    '10:30 chris: Austria recovered; Germany does not',
    '11:00 steven: Germany is back to normal',
  )
  assert.equal(times(inferredFrom(events).incident)['fixed'], '11:00 confirmed-fixed')
})

test('a status that somebody set to resolved is when it was fixed only where nobody said so before', () => {
  const resolved = typedEvent('chat:s', at('17:00'), { kind: 'change', field: 'status', from: null, to: 'Resolved' })
  assert.equal(times(inferredFrom([...CONVERSATION, resolved]).incident)['fixed'], '16:24 confirmed-fixed')
  assert.equal(times(inferredFrom([...CONVERSATION.slice(0, 1), resolved]).incident)['fixed'], '17:00 status-change')
})

test('a report in words is earlier than the ticket that was opened after it', () => {
  const origin = { source: 'jira', ref: 'OPS-1', url: null, label: 'Jira issue OPS-1' }
  const { incident } = inferredFrom(CONVERSATION, { timestamps: { reported: inferred(at('15:42'), origin, 'ticket-created') } })
  assert.equal(times(incident)['reported'], '15:41 first-report')
})

test('what sets people talking at once is the report, in whatever words, before one in known words half an hour later', () => {
  const talk = chat(
    '10:22 steven: nurses on 4 West get no potassium results since about ten',
    '10:23 rebecca: on it, with the lab',
    '10:26 chris: telling the charge nurses',
    '10:34 rebecca: 1,140 messages in the queue of the interface engine',
    '11:20 steven: we are seeing errors in the lab portal too',
  )
  assert.equal(times(inferredFrom(talk).incident)['reported'], '10:22 first-report')
  const coffee = '10:00 steven: the coffee machine in building two speaks Klingon today'
  assert.equal(times(inferredFrom([...chat(coffee), ...CONVERSATION.slice(0, 4)]).incident)['reported'], '15:41 first-report')
})

test('the title is what the first report says is wrong', () => {
  const titleOf = (text: string): string | undefined => inferredFrom(chat(`10:00 steven: ${text}`)).incident.title?.value
  assert.equal(titleOf('Hi all, logins fail with a 503 since the deploy.'), 'Logins fail with a 503 since the deploy')
  assert.equal(titleOf('@oncall something is wrong'), 'Something is wrong')
  const greeted = inferredFrom(chat('10:00 steven: Team.', '10:01 steven: logins fail with a 503', '10:02 chris: looking'))
  assert.equal(greeted.incident.title?.value, 'Logins fail with a 503')
})

test('a shrug, and one of several things that is only thought to be found, name no cause', () => {
  for (const line of ['steven: well that explains why it is slow ¯\\\\\\_(ツ)\\_/¯', 'steven: a burst of failures\\\nooh I found one I think\\\nlooking'])
    assert.equal(times(inferredFrom([...CONVERSATION.slice(0, 3), ...chat(`15:50 ${line}`)]).incident)['identified'], undefined, line)
})

const LEADS: readonly (readonly [string, string | null])[] = [
  ["steven: I'll take IC", 'chat:steven'],
  ['steven: /incident lead @rebecca', 'chat:rebecca'],
  ['steven: Incident lead: Chris Evans', 'chat:chris'],
  ['steven: @rebecca is IC', 'chat:rebecca'],
  ['steven: who is incident lead?', null],
  ['steven: Michael Scott is the incident commander', 'chat:michael'],
]
for (const [line, lead] of LEADS) {
  test(`who leads: ${line}`, () => {
    assert.equal(inferredFrom(chat(`12:00 ${line}`)).incident.roles['lead']?.[0]?.value ?? null, lead)
  })
}

test('the seed’s other sample: a timeline written by hand', () => {
  const lines = ['12:00 Chris reported the incident', '12:07 Incident lead assigned', '12:10 Issue identified', '12:12 Incident closed']
  const events = lines.map((line, index) => typedEvent(`file:${index}`, at(line.slice(0, 5)), { kind: 'note' }, { text: line.slice(6) }))
  const { incident, problems } = understand([madeReading('incident-file', { people: PEOPLE, events })], DEFAULT_CONFIGURATION)
  assert.deepEqual(times(incident), { reported: '12:00 timeline-line', identified: '12:10 timeline-line', closed: '12:12 timeline-line' })
  const start = incident.timestamps['reported']?.value ?? at('00:00')
  const rows = incident.events
    .filter(({ mark }) => mark.level === 'key')
    .map((event) => {
      const elapsed = elapsedText(start, event.at)
      return `${clockText(event.at, incident.zone.value)}${elapsed === '' ? '' : ` (${elapsed})`} ${event.text}`
    })
  assert.deepEqual(rows, [
    '12:00:00 Chris reported the incident',
    '12:07:00 (+7mins) Incident lead assigned',
    '12:10:00 (+10mins) Issue identified',
    '12:12:00 (+12mins) Incident closed',
  ])
  assert.deepEqual([incident.roles['reporter']?.map(({ value }) => value), problems], [['chat:chris'], []])
})

/** What is read out of a few lines: a timestamp as a time of day, lead and reporter by name; null for none. */
const READ: readonly (readonly [string, string | null, readonly string[]])[] = [
  // Whoever notices says it in many ways.
  ['reported', '15:41', ['15:41 steven: all logins fail since a minute ago', '15:50 rebecca: customers report errors']],
  ['reported', '15:41', ['15:41 steven: a mail from a researcher: our API key is on github', '15:50 rebecca: we are seeing errors too']],
  // Who takes the lead has been told before: what began the talk is the report, whatever its words; small talk before a pause is not.
  [
    'reported',
    '15:41',
    [
      '15:20 rebecca: my coffee machine at home makes funny noises',
      '15:41 steven: did we send that test mail to the whole list?',
      "15:42 chris: I'll lead",
      '15:50 rebecca: customers report it too',
    ],
  ],
  // Only trouble starts an impact.
  ['impact-started', '15:20', ['15:41 steven: logins fail since 15:20']],
  ['impact-started', null, ['15:41 steven: logins fail', '16:10 chris: all servers have been up since 15:20']],
  // A cause that is not known is none; what calls itself the cause comes before what may be a symptom; a denial in its sentence does not matter.
  ['identified', null, ['15:41 steven: logins fail', '15:50 chris: the cause is under investigation']],
  ['identified', '16:05', ['15:41 steven: logins fail', '15:50 chris: found one pod that restarts', "16:05 chris: here's the cause: the secret was rotated"]],
  ['identified', '15:50', ['15:41 steven: logins fail', '15:50 chris: the cleaner never ran because its thread died']],
  // What is on its way, or part of it, is not fixed.
  ['fixed', '16:10', ['15:41 steven: logins fail', '16:00 chris: errors are dropping', '16:10 chris: logins work again']],
  ['fixed', '16:10', ['15:41 steven: logins fail', '16:00 chris: most regions are back to normal', '16:10 chris: everything is back to normal']],
  ['fixed', '16:10', ['15:41 steven: logins fail', '16:00 chris: node 4 is up but refuses to join', '16:10 chris: customers get mails again, queue draining']],
  ['fixed', '16:10', ['15:41 steven: logins fail', '16:10 chris: the export ran without errors']],
  ['fixed', null, ['15:41 steven: logins fail', '16:10 chris: right now I look at the graphs']],
  ['fixed', null, ['15:41 steven: logins fail', '16:00 chris: it should be fine now']],
  // Closing words.
  ['closed', '16:31', ['15:41 steven: logins fail', '16:10 chris: it is fixed', '16:31 chris: This incident is hereby closed.']],
  ['closed', null, ['15:41 steven: logins fail', '16:10 chris: it is fixed', '16:31 chris: closing in on the reason why it was slow']],
  ['lead', 'Chris Evans', ['15:41 steven: logins fail', '15:42 chris: I will coordinate']],
  ['lead', 'Chris Evans', ['15:41 steven: logins fail', "15:42 chris: ok, I'm on point for this"]],
  ['lead', null, ['15:41 steven: logins fail', '15:42 chris: I can take a look']],
  [
    'reported',
    '15:41',
    [
      '15:39 steven: two minutes to kick off, is everybody ready?',
      '15:40 chris: born ready',
      '15:41 steven: the stream stutters on all smart televisions',
      '15:42 chris: mine too, looking',
      '15:44 rebecca: looking at the packager',
      '16:20 steven: people are complaining about the referee now',
    ],
  ],
  // Who tells the others what to do, and is answered, leads without saying so; a cry for help is no order.
  [
    'lead',
    'Chris Evans',
    [
      '15:41 steven: logins fail',
      '15:42 chris: Rebecca, check the database please. Steven can you tell support?',
      '15:44 rebecca: checking',
      '15:45 steven: done',
      '15:50 chris: Rebecca, restart it',
    ],
  ],
  [
    'lead',
    null,
    ['15:41 steven: logins fail, can somebody please look?', '15:42 rebecca: looking', '15:50 rebecca: it is the database', '15:55 steven: thanks'],
  ],
  // The lead is whoever took it last before the end; a second claim that nobody made room for changes nothing.
  [
    'lead',
    'Rebecca Song',
    [
      '15:41 steven: logins fail',
      "15:42 chris: I'm IC",
      '16:00 chris: my shift ends, handing over to Rebecca',
      '16:01 rebecca: got it',
      '16:10 rebecca: logins work again',
    ],
  ],
  [
    'lead',
    'Chris Evans',
    ['15:41 steven: logins fail', "15:42 chris: I'm IC", "15:43 rebecca: I'll coordinate with the vendor", '16:10 rebecca: logins work again'],
  ],
  // What is hoped for, promised or put off is not there yet.
  ['fixed', null, ['15:41 steven: logins fail', '15:50 chris: restarted it', '16:00 chris: they say they hope to be back to normal by noon']],
  ['closed', null, ['15:41 steven: logins fail', '16:10 chris: it is fixed', '16:31 chris: we close this afternoon if nothing happens']],
  ['closed', '16:31', ['15:41 steven: logins fail', '16:10 chris: it is fixed', '16:31 chris: calling it. thanks']],
  ['closed', '16:31', ['15:41 steven: logins fail', '16:10 chris: it is fixed', '16:31 chris: forty quiet minutes, standing us down']],
  // Nothing had been done, so nothing was fixed; what came back was not fixed either.
  [
    'fixed',
    '16:20',
    ['15:41 steven: logins fail', '15:50 chris: their hotline says all is normal', '16:10 chris: restarted the proxy', '16:20 steven: logins work again'],
  ],
  [
    'fixed',
    '16:20',
    [
      '15:41 steven: logins fail',
      '15:50 chris: restarted it, works again',
      '16:00 steven: phones are ringing again, same 502',
      '16:20 steven: all good on our side',
    ],
  ],
  ['fixed', null, ['15:41 steven: logins fail', '15:50 chris: restarted it', '16:00 rebecca: the CDN says all good on their side']],
  // What others applaud, or watch for a while, works again, in whatever words.
  [
    'fixed',
    '16:20',
    [
      '15:41 steven: logins fail',
      '16:10 chris: restarted the proxy',
      '16:20 steven: the nurses are moving through the ward screens',
      '16:21 chris: amazing, stay close for another hour',
    ],
  ],
  // Another matter in the same channel has an end of its own.
  [
    'fixed',
    '16:20',
    [
      '15:41 steven: logins fail',
      '15:50 michael: separate thing: CI is stuck',
      '16:00 chris: restarted the proxy',
      '16:05 michael: CI is back, all fixed',
      '16:20 steven: logins work again',
    ],
  ],
  // A cause that nobody calls so: the yes to a guess, and what was explained before the order that mended it.
  [
    'identified',
    '15:55',
    [
      '15:41 steven: logins fail',
      '15:50 chris: maybe the pool?',
      '15:55 rebecca: yes, every call holds a worker for thirty seconds and the pool has only twenty',
    ],
  ],
  [
    'identified',
    '15:55',
    [
      '15:41 steven: logins fail',
      '15:55 rebecca: firewall rule 941 takes the signature header of every login for an attack',
      '15:57 chris: exclude that rule please',
      '16:05 steven: logins work again',
    ],
  ],
  ['identified', null, ['15:41 steven: logins fail', '15:50 chris: nothing was changed or removed since Monday']],
  // When it began is told in many ways; a meeting or a job has a time of its own.
  ['impact-started', '15:20', ['15:41 steven: logins fail, nobody has got in from 15:20 on']],
  ['impact-started', '15:34', ['15:41 steven: the shop is dead for like 7 mins']],
  ['impact-started', '15:00', ['15:41 steven: the VPN drops all the time, started right at 3']],
  ['impact-started', '15:30', ['15:41 steven: logins fail since half past three']],
  ['impact-started', null, ['15:41 steven: logins fail', '15:50 chris: back from my meeting at 15:00']],
  // A false alarm had no impact and no fix.
  ['impact-started', null, ['15:41 steven: no signups since 15:00?', '16:10 chris: false alarm then, only the dashboard was late. closing']],
]
for (const [name, expected, lines] of READ) {
  test(`${name} is ${expected ?? 'left open'} in: ${lines.at(-1) ?? ''}`, () => {
    const { incident } = inferredFrom(chat(...lines))
    const person = incident.people.find(({ id }) => id === incident.roles[name]?.[0]?.value)?.name
    assert.equal(name === 'lead' ? (person ?? null) : (incident.timestamps[name]?.value.slice(11, 16) ?? null), expected)
  })
}
