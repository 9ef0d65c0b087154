import assert from 'node:assert/strict'
import { test } from 'node:test'
import { titleWords } from './title-words.ts'

const TITLES: readonly (readonly [said: string, title: string])[] = [
  ["@test-infra-oncall there's something broken. I'm seeing failures on every pull request.", 'Failures on every pull request'],
  ['Hi all, logins fail with a 503 since the deploy', 'Logins fail with a 503 since the deploy'],
  ['@oncall something is wrong', 'Something is wrong'],
  ['so is the app down for everyone?', 'Is the app down for everyone?'],
  ['Good morning. Counters 12 to 31 cannot print bag tags since about 04:40. Kiosks also show an error.', 'Counters 12 to 31 cannot print bag tags'],
  ['Lab here. No results have crossed to the charts since 0220. Analyzers are fine', 'No results have crossed to the charts'],
  ['ok so, checkout answers 503 for everybody, looking', 'Checkout answers 503 for everybody'],
  ['OK. So. Checkout is down!!', 'Checkout is down'],
  ['CHECKOUT API IS DOWN FOR ALL EU CUSTOMERS!!! HTTP 503', 'Checkout API is down for all EU customers'],
  ['sooo is anyone else getting "could not save" on literally everything', '"could not save" on literally everything'],
  ['images load slowly for people on Sky, anyone else?', 'Images load slowly for people on Sky'],
  ['iDEAL payments fail for all merchants, thread please', 'iDEAL payments fail for all merchants'],
  ['orders_v2 answers 500 :fire:', 'orders_v2 answers 500'],
  ['Team.', ''],
  ['all robots in hall B stand still', 'All robots in hall B stand still'],
  ['hey folks everyone sees a 503', 'Everyone sees a 503'],
  ['Dear colleagues, the clerk informs me that declarations cannot be sent', 'Declarations cannot be sent'],
  ['/incident Webhooks are delayed', 'Webhooks are delayed'],
  [
    'Front desks in Rhodes and Kos report that online bookings do not arrive in the property system, and nobody at the counter can say why that would be the case today',
    'Online bookings do not arrive in the property system',
  ],
  [
    'Provisioning of SIM cards is failing for all of the partners, about 40 orders are stuck by now, the first one at 14:30',
    'Provisioning of SIM cards is failing for all of the partners',
  ],
]

for (const [said, title] of TITLES) test(`${said.slice(0, 60)} is called “${title}”`, () => assert.equal(titleWords(said), title))

test('a long message takes linear time', () => {
  const began = process.cpuUsage().user
  for (const text of ['so '.repeat(2000), 'a, '.repeat(2000), '😂'.repeat(2000), `${'x '.repeat(40)}since 12:3`.repeat(50)]) titleWords(text)
  assert.ok(process.cpuUsage().user - began < 2_000_000)
})
