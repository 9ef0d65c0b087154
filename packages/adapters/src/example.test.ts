import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { BUILT_IN_TEMPLATES, DEFAULT_CONFIGURATION, fill, lint, parseTemplate, understand } from '@blamefree/core'
import { DESTINATIONS } from './destinations.ts'
import { readRaw } from './read-raw.ts'
import { rawAt } from './sources/testing/fixtures.ts'

const HOME = join(import.meta.dirname, '../../../examples/poison-pill')

/** The example as Markdown, from all of its record or without some of it. */
async function written(templateId: string, without: readonly string[] = []): Promise<{ text: string; problems: readonly string[] }> {
  const readings = readdirSync(HOME)
    .filter((name) => !without.includes(name) && !name.endsWith('.md'))
    .toSorted()
    .map((name) => readRaw(rawAt(join(HOME, name), name)))
  const { incident, problems } = understand(readings, DEFAULT_CONFIGURATION)
  const { template } = parseTemplate(BUILT_IN_TEMPLATES.find(({ id }) => id === templateId)?.text ?? '', templateId)
  const { document } = fill(template, incident, DEFAULT_CONFIGURATION)
  const markdown = DESTINATIONS.find(({ id }) => id === 'markdown')
  assert.ok(markdown !== undefined)
  const { bytes } = await markdown.render(document, {})
  return { text: new TextDecoder().decode(bytes), problems: [...readings.flatMap((reading) => reading.problems), ...problems].map(({ code }) => code) }
}

/** What the seed shows in its samples, in its order and formats; where the seed only describes, what the example's record has of it. */
const IN_ORDER: readonly (string | RegExp)[] = [
  '## Key information',
  'Tagged Data',
  '- Incident Type: Platform',
  '- Severity: Major',
  '- Affected services: Login, Cart, User Preferences',
  'Team',
  '- Incident Lead: Chris Evans',
  '- Reporter: Steven Millhouse',
  '- Active participants: Rebecca Song',
  '- Observers: Michael Scott',
  'Useful Links',
  /- \[Jira issue[^\]]*\]\(https:/,
  /- (?:\[)?Slack channel/,
  'Key Timestamps',
  '- Impact started at: November 18, 2022 3:39 PM',
  '- Reported at: November 18, 2022 3:41 PM',
  '- Identified at: November 18, 2022 4:07 PM',
  '- Fixed at: November 18, 2022 4:23 PM (UTC)',
  '- Closed at: November 18, 2022 4:31 PM',
  '## Incident summary',
  // What the seed's own summary tells: when, what it was, why it took everything down, what was tried, what helped, how it ended.
  /On 2022-11-18 from 15:39 to (?:approximately )?16:23/,
  'poison pill',
  'nil pointer',
  'recover',
  /restarted the servers|rebooted the servers/,
  '## Incident timeline',
  'All times are in UTC',
  /\| Timestamp +\| Event +\|/,
  /\| \[?15:39:00\]?/,
  /15:41:20 \(\+2mins\) \| Steven Millhouse/,
  /15:43:\d\d \(\+4mins\).*lead/,
  /15:46:55 \(\+7mins\).*Restarting/,
  /15:56:30 \(\+17mins\).*Rolling back/,
  /16:07:15 \(\+28mins\).*Found it/,
  /16:18:30 \(\+39mins\).*deploying/,
  /16:2[34]:\d\d \(\+4[45]mins\)/,
  /16:31:00 \(\+52mins\).*closing the incident/,
  '## Contributors',
  '**Technical**',
  '**Human**',
  '**External**',
  '## Mitigators',
  'working hours',
  'on call',
  '## Learnings and risks',
  'Learnings',
  'Risks',
  'key-person risk',
  '## Follow-up actions',
  /- \[ \] .*\(Rebecca Song, due 2022-11-22/,
  /- \[ \] Page on crash loops next week \(/,
  '## Post-mortem meeting notes',
]

test('the example holds all that the seed shows, in its order and formats', async () => {
  const { text, problems } = await written('default')
  assert.deepEqual(problems, [])
  let from = 0
  for (const wanted of IN_ORDER) {
    const rest = text.slice(from)
    const found = typeof wanted === 'string' ? rest.indexOf(wanted) : rest.search(wanted)
    assert.ok(found >= 0, `not found, or not in its place: ${String(wanted)}`)
    from += found + 1
  }
})

test('what somebody stated has no evidence above it, and chatter, joins and the making of the channel are no rows', async () => {
  const { text } = await written('default')
  const section = (title: string): string => text.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
  for (const title of ['Incident summary', 'Contributors', 'Mitigators', 'Learnings and risks']) {
    assert.ok(section(title).length > 50, title)
    assert.doesNotMatch(section(title), /What the record shows/, title)
  }
  assert.doesNotMatch(section('Incident timeline'), /created the channel|joined|hmm|nice|Thanks both|approved/)
})

test('without the debrief, sections left to people get what the record offers: deploys named, what was rolled back and restarted', async () => {
  const { text } = await written('default', ['debrief.yaml'])
  const section = (title: string): string => text.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
  assert.match(section('Contributors'), /What the record shows[^]*deploy of v481 at 15:20/)
  assert.match(
    section('Mitigators'),
    /3:46 PM \(UTC\): Rebecca Song: “Restarting the servers now”[^]*3:56 PM \(UTC\): Rebecca Song: “Rolling back to v480”[^]*v482/,
  )
})

test('every built-in template fills the example without a problem of the record', async () => {
  for (const { id } of BUILT_IN_TEMPLATES) {
    const { text, problems } = await written(id)
    assert.deepEqual(problems, [], id)
    assert.ok(text.length > 800, id)
  }
})

for (const { id } of BUILT_IN_TEMPLATES) {
  test(`lint finds in the ${id} example only the follow-ups that really have no owner or no date`, async () => {
    const { text } = await written(id)
    const rules = lint(text, { configuration: DEFAULT_CONFIGURATION }).map(({ rule }) => rule)
    assert.deepEqual(
      [...new Set(rules)].filter((rule) => rule !== 'follow-up-owner' && rule !== 'follow-up-date'),
      [],
    )
  })
}
