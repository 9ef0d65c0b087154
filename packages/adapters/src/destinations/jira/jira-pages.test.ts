import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listAt, type Document, type PageGone } from '@blamefree/core'
import { missingTestData } from '../../../../../tools/test-data.ts'
import { openApiContract } from '../testing/open-api.ts'
import { holdPageToContract } from '../testing/page-contract.ts'
import type { FakePlace } from '../testing/page-subject.ts'
import { vendorFile } from '../testing/vendor-files.ts'
import { jira } from './index.ts'
import { ASSETS, documentOf } from '../testing/every-construct.ts'
import { fakeWorld } from '../testing/fake-world.ts'
import { FOOTER, pageSession } from '../testing/page-session.ts'
import { issueNow } from './issue.ts'
import { fakeJira, type FakeJira } from './testing/fake-jira.ts'

/** The fake as the suite of all pages wants it. */
function place(made?: (fake: FakeJira) => void): FakePlace {
  const fake = fakeJira()
  made?.(fake)
  const config = jira.configure(SETTINGS)
  const first = (): ReturnType<typeof fake.issues.get> => fake.issues.values().next().value
  return {
    answer: (request) => fake.answer(request),
    pages: () => [...fake.issues.values()].map((issue) => ({ title: String(issue.fields['summary']), text: issueNow({ ...issue }, config)?.text ?? '' })),
    state: () => JSON.stringify([...fake.issues.values()].map(({ fields, attachments }) => [fields, listAt({ attachments }, 'attachments').length])),
    edit(change) {
      const issue = first()
      if (issue !== undefined) issue.fields['description'] = JSON.parse(change(JSON.stringify(issue.fields['description'])))
    },
    rename(title) {
      const issue = first()
      if (issue !== undefined) issue.fields['summary'] = title
    },
    remove(_how: PageGone['gone']) {
      fake.issues.clear()
    },
  }
}

const SETTINGS = { site: 'https://a.atlassian.net', email: 'bot@example.com', token: 'secret', project: 'OPS' }

const SPEC = 'specs/vendor/jira-v3.json'
const missing = missingTestData(SPEC)
const contract = missing === false ? openApiContract(vendorFile(SPEC), 'https://a.atlassian.net') : null

test('every request of the suite is held against Jira’s own contract', { skip: missing }, () => assert.ok(contract !== null))

test('so is what images take', { skip: missing }, async () => {
  const fake = fakeJira()
  const world = fakeWorld({ answer: (request) => fake.answer(request) })
  const config = jira.configure(SETTINGS)
  const body = (words: string): ReturnType<typeof jira.render> =>
    jira.render(documentOf(`![Graph](graph.png)\n\n${words}`), { footer: null, assets: ASSETS }, config)
  const page = await jira.create(body('One.'), 'blamefree-7', config, world)
  await jira.write(body('Two.'), page, config, world)
  assert.deepEqual(
    world.requests.map(({ method }) => method),
    ['POST', 'POST', 'POST', 'GET', 'PUT', 'GET', 'PUT'],
  )
  assert.ok(world.requests.filter(({ body: sent }) => typeof sent === 'string' && sent.includes('"images"')).length === 2)
  for (const request of world.requests) assert.deepEqual(contract?.check(request), [], request.url)
})

test('an issue with images that is cut off anywhere is whole in the end, each image shown and attached once', async () => {
  const pictured = (words: string): Document => documentOf(`## Impact\n\n![Graph](graph.png)\n\n${words}`)
  const options = { footer: FOOTER, assets: ASSETS }
  for (const fault of ['killed', 'killed-after', 'lost'] as const)
    for (const first of [false, true])
      for (let at = 1; at <= 6; at++) {
        const jiras: FakeJira[] = []
        const subject = { destination: jira, settings: SETTINGS, fake: () => place((fake) => jiras.push(fake)) }
        const session = pageSession(subject)
        if (!first) await session.publish(documentOf('## Impact\n\nOne.'), { options })
        await session.run(pictured('Two.'), { options, faults: { [at]: fault } })
        const outcome = await session.publish(pictured('Two.'), { options })
        const where = `${fault} at ${at} of ${first ? 'the first' : 'a later'} publishing`
        assert.ok(outcome.kind !== 'conflict' && outcome.kind !== 'gone', `${where}: ${JSON.stringify(outcome)}`)
        assert.equal((await session.publish(pictured('Two.'), { options })).kind, 'unchanged', where)
        const issues = [...(jiras[0]?.issues.values() ?? [])]
        const text = JSON.stringify(issues[0]?.fields['description'])
        assert.deepEqual([issues.length, text.split('mediaSingle').length, text.split('Two.').length], [1, 2, 2], `${where}: ${text}`)
        assert.equal(issues[0]?.attachments.length, 1, where)
      }
})

holdPageToContract({
  destination: jira,
  settings: SETTINGS,
  fake: () => place(),
  goes: ['deleted'],
  requests: [3, 1, 3],
  locks: false,
  ...(contract === null ? {} : { check: (request) => contract.check(request) ?? ['It goes to another host.'] }),
})
