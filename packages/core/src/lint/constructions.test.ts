import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_CONFIGURATION, lint } from '../index.ts'

/** A way of blaming, sentences that do it, and sentences that look alike and do not. */
const CONSTRUCTIONS: readonly (readonly [name: string, blames: readonly string[], blamesNot: readonly string[]])[] = [
  [
    'what somebody ought to have done and left',
    [
      'The night nurse was supposed to change the pump battery and didn’t.',
      'He left the migration running over the weekend and told no one about it.',
      'The caseworker closed 300 applications without opening them.',
    ],
    [
      'The night nurse changed the pump battery at two, as the plan says.',
      'The migration was left running over the weekend, as the runbook advises.',
      'The engineer rebooted the host without any downtime.',
      'The developer had not been told that the field is required.',
    ],
  ],
  [
    'what somebody had been told before',
    ['The driver had been told twice not to unplug the trailer.', 'The lead architect was warned on two occasions, yet persisted.'],
    ['The driver had been told that the trailer had its own battery.', 'The developers were warned by the vendor mail only after the incident was finished.'],
  ],
  [
    'what somebody cannot do',
    ['Luca can’t be left alone with production.', 'The team leader is not capable to organize his people.'],
    ['Customers were not able to check out.', 'The claims handler could not open the attachment.'],
  ],
  [
    'where harm is laid at a door',
    ['The whole episode cost us a customer, thanks to the account manager.', 'I blame the integrator.', 'By the fault of the provider we lost two days.'],
    ['Thanks to the dispatchers who worked all night, every ambulance reached its call.', 'The mistake in the runbook was corrected by Greta.'],
  ],
  [
    'what is to be done about somebody',
    ['The conductor should be removed from the roster.', 'The supervisor must answer for what happened on Tuesday.', 'We must punish the one who did this.'],
    ['The supervisor answered all of our questions on Tuesday.', 'The person who creates the ticket is not responsible for completing it.'],
  ],
  [
    'culprits without a name',
    ['Whoever approved this should not be approving anything.', 'A certain team in the basement still thinks that backups are somebody else’s business.'],
    ['Whoever approves a change sees only the title of it.', 'JupyterHub only uses a certain length of the secret.'],
  ],
  [
    'questions that want no answer',
    ['How do you forget to lock the door of a server room?', 'What was Sandra doing in the production console at 2 a.m.?'],
    [
      'What did Sandra see in the console at 2 a.m.?',
      'Could the page have been shown to the second engineer as well?',
      'How do we test that without real traffic?',
    ],
  ],
  [
    'a condition that somebody did not meet',
    ['It could have been a blip if the DBAs knew how their own replica works.', 'If my colleagues would do their work, I would not need to write this.'],
    ['If the label had been larger, the operator would have seen it.', 'Had the alert named the host, the engineer would have looked there first.'],
  ],
  [
    'English that was learned late',
    ['Our colleague from Lisbon did not made attention and deleted the table.', 'Mister Petrov is guilty that the server was off.'],
    ['Our colleague from Lisbon deleted the table, which had the same name as the one in test.', 'The colleagues of the night shift have looked the screens.'],
  ],
]

const isBlame = (text: string): boolean => lint(text, { configuration: DEFAULT_CONFIGURATION }).some(({ rule }) => rule === 'blame')

for (const [name, blames, blamesNot] of CONSTRUCTIONS)
  test(`blame is found in ${name}, and not in what looks like it`, () => {
    for (const text of blames) assert.ok(isBlame(text), text)
    for (const text of blamesNot) assert.ok(!isBlame(text), text)
  })

test('what could not be said instead without nonsense is not', () => {
  for (const text of [
    'Dmitri pushed to prod without running a single test.',
    'The manager did not see fit to read it.',
    'The clerk never bothered to ring the pharmacy.',
  ])
    assert.ok(
      lint(text, { configuration: DEFAULT_CONFIGURATION }).every(({ suggestion }) => suggestion === null),
      text,
    )
})

test('a title before a name ends no sentence', () => {
  assert.ok(isBlame('It must be noted that Ms. Okafor was repeatedly reminded of the procedure and chose to ignore it.'))
})

test('a word that a device has as well is a person only behind a word that says so', () => {
  assert.ok(isBlame('The forklift driver failed to look behind him.'))
  assert.ok(!isBlame('The driver failed to load.'))
  assert.ok(!isBlame('The leader should have stepped down when it lost the quorum.'))
})
