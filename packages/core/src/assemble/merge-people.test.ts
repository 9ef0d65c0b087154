import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '../person.ts'
import { madePerson } from '../testing/made-reading.ts'
import { mergePeople } from './merge-people.ts'

const one = (id: string, name: string, more: Partial<Person> = {}): Person => madePerson(id, { name, ...more })

/** What the accounts are, and which of them are one person: their groups, each as the ids of its members. */
const CASES: readonly (readonly [string, readonly (readonly Person[])[], readonly string[]])[] = [
  [
    'one e-mail address, in any case',
    [[one('slack:1', 'chris', { email: 'C@x.example' })], [one('jira:1', 'C. Evans', { email: 'c@X.example' })]],
    ['slack:1 jira:1'],
  ],
  ['one handle', [[one('slack:1', 'Chris Evans', { handle: 'chris' })], [one('github:1', 'chris', { handle: 'Chris' })]], ['slack:1 github:1']],
  ['one name, whatever its accents and case', [[one('slack:1', 'José  Núñez')], [one('jira:1', 'jose nunez')]], ['slack:1 jira:1']],
  [
    'a name that is the other’s handle',
    [[one('slack:1', 'Chris Evans', { handle: 'chris' })], [one('transcript:chris', 'chris')]],
    ['slack:1 transcript:chris'],
  ],
  ['a first name that a person typed', [[one('slack:1', 'Chris Evans')], [one('person:chris', 'Chris')]], ['slack:1 person:chris']],
  [
    'a first name that two bear',
    [[one('slack:1', 'Chris Evans'), one('slack:2', 'Chris Wood')], [one('person:chris', 'Chris')]],
    ['slack:1', 'slack:2', 'person:chris'],
  ],
  [
    'two e-mail addresses',
    [[one('slack:1', 'Chris Evans', { email: 'a@x.example' })], [one('jira:1', 'Chris Evans', { email: 'b@x.example' })]],
    ['slack:1', 'jira:1'],
  ],
  [
    'an account whose address changed, and one without an address',
    [[one('slack:1', 'Jo Lee', { email: 'a@x.example' })], [one('slack:1', 'Jo Lee', { email: 'b@x.example' }), one('jira:1', 'Jo Lee')]],
    ['slack:1 jira:1'],
  ],
  ['a bot and a person of one name', [[one('slack:1', 'Deploy', { bot: true })], [one('jira:1', 'Deploy')]], ['slack:1', 'jira:1']],
  ['two of one name in one system', [[one('slack:1', 'Jo Lee', { handle: 'jo' }), one('slack:2', 'Jo Lee', { handle: 'lee' })]], ['slack:1', 'slack:2']],
  [
    'a name that two of one system bear says nothing of a third',
    [[one('slack:1', 'Jo Lee'), one('slack:2', 'Jo Lee')], [one('jira:1', 'Jo Lee')]],
    ['slack:1', 'slack:2', 'jira:1'],
  ],
  [
    'one handle, two full names',
    [[one('slack:1', 'Alex Smith', { handle: 'alex' })], [one('github:1', 'Alexandra Jones', { handle: 'alex' })]],
    ['slack:1', 'github:1'],
  ],
  [
    'one handle of two words, and a full name',
    [[one('github:1', 'ops-lead', { handle: 'ops-lead' })], [one('slack:1', 'Ana Bell', { handle: 'ops-lead' })]],
    ['github:1 slack:1'],
  ],
  [
    'a name that is the handle of the same person’s other account',
    [
      [
        one('a:1', 'ana-bell', { email: 'a@x.example' }),
        one('b:1', 'Ana', { email: 'a@x.example', handle: 'ana-bell' }),
        one('c:1', 'Bo Carr', { handle: 'ana-bell' }),
      ],
    ],
    ['a:1 b:1 c:1'],
  ],
  [
    'over a third account',
    [[one('a:1', 'Ann', { email: 'a@x.example' })], [one('b:1', 'Ann Lee', { email: 'a@x.example', handle: 'al' })], [one('c:1', 'al', { handle: 'al' })]],
    ['a:1 b:1 c:1'],
  ],
]

for (const [title, lists, groups] of CASES) {
  test(`people: ${title}`, () => {
    const { people, renamed } = mergePeople(lists)
    assert.deepEqual(
      people.map(({ accounts }) => accounts.join(' ')),
      groups,
    )
    for (const { id, accounts } of people) for (const account of accounts) assert.equal(renamed.get(account) ?? account, id)
  })
}

/** Accounts that are two people, though one of them has more names than the incident keeps. */
const KEPT_APART: Readonly<Record<string, readonly Person[]>> = {
  'signs after a word are no second word': [
    one('a:1', 'Bo Carr', { handle: 'ana' }),
    one('b:1', 'Ana ```', { email: 'a@x.example' }),
    one('c:1', 'di.ely', { email: 'a@x.example' }),
  ],
  'two of one system bear a name': [one('a:1', 'Jo Lee', { email: 'a@x.example' }), one('b:1', 'Jo', { email: 'a@x.example' }), one('b:2', 'Jo Lee')],
  'a first name is typed by somebody who is known': [
    one('person:chris', 'Chris', { email: 'a@x.example' }),
    one('a:1', 'Chris', { email: 'a@x.example' }),
    one('b:1', 'Chris Wood'),
  ],
}
for (const [title, list] of Object.entries(KEPT_APART))
  test(`who are two people are two when what became of them is read again: ${title}`, () => {
    const { people } = mergePeople([list])
    assert.equal(people.length, 2)
    assert.deepEqual(mergePeople([people]).people, people)
  })

test('the best of what is known of a person is kept', () => {
  const { people } = mergePeople([
    [one('slack:1', 'chris@x.example', { email: 'chris@x.example' })],
    [one('jira:1', 'Chris Evans', { email: 'chris@x.example', zone: 'Europe/London' })],
  ])
  assert.deepEqual([people[0]?.name, people[0]?.zone, people[0]?.email], ['Chris Evans', 'Europe/London', 'chris@x.example'])
})
