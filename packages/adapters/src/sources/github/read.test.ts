import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { missingTestData, testData } from '../../../../../tools/test-data.ts'
import { fixturesOf, rawAt, rawOf } from '../testing/fixtures.ts'
import { junkFaults } from '../testing/source-faults.ts'
import { github } from './index.ts'

const reading = (name: string): ReturnType<typeof github.read> => github.read(fixturesOf(github).find((raw) => raw.name === name) ?? rawOf('', ''))
const rows = (name: string): string[] => reading(name).events.map(({ at, text, what }) => `${at.slice(11, 16)} ${what.kind} ${text}`)

test('a deployment starts and succeeds', () => {
  assert.deepEqual(rows('deployment-status.json'), [
    '09:00 deploy Deploy of shop v42 to production started',
    '09:01 deploy Deploy of shop v42 to production succeeded',
  ])
})

test('pull requests are merged, releases published', () => {
  assert.deepEqual(rows('pulls-and-releases.ndjson'), [
    '09:25 action Opened pull request #41: Limit the retries',
    '09:40 action Merged pull request #41: Limit the retries',
    '09:42 action Released shop v43: The fix',
  ])
})

test('one issue is the incident\u2019s ticket, and what we conclude from it is inferred', () => {
  const { title, severity, roles, summary } = reading('issue-comment.json')
  assert.deepEqual([title?.value, severity?.value, severity?.rule, roles['lead']?.[0]?.value], ['Checkout fails', 'high', 'issue-label', 'github:rebecca'])
  assert.equal(summary?.value, 'A third of checkouts fails.\n\n- [ ] roll back v42')
  assert.deepEqual(rows('issue-comment.json'), ['09:04 action Opened issue #7: Checkout fails', '09:20 comment Rolling back to `v41`'])
})

const REAL = 'tickets/octokit__webhooks/payload-examples/api.github.com'

test('GitHub\u2019s own example payloads are read, and those about deploys, releases, pulls and issues recognised', { skip: missingTestData(REAL) }, () => {
  const folder = testData(REAL) ?? ''
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json') && statSync(join(folder, name)).isFile())
  for (const name of names) {
    const raw = rawAt(join(folder, name), name)
    assert.deepEqual(junkFaults(github, raw), [], name)
    if (/^(?:deployment|deployment_status|release|pull_request|issues|issue_comment)\//.test(name)) assert.equal(github.recognise(raw), 'certain', name)
  }
})
