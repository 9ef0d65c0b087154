import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PageBody, PageNow, World, WorldRequest } from '@blamefree/core'
import { publishPage } from '../../publish/publish-page.ts'
import { lowered } from '../markdown/lowered.ts'
import { documentOf, everyConstruct, EVIDENCE_WORDS, GUIDANCE_WORDS } from '../testing/every-construct.ts'
import { fakeWorld } from '../testing/fake-world.ts'
import { FOOTER } from '../testing/page-session.ts'
import { slack as slackWith } from './index.ts'
import { LONGEST_CANVAS, MOST_CELLS, renderCanvas } from './render-canvas.ts'
import { fakeSlack, type FakeSlack } from './testing/fake-slack.ts'

const slack = slackWith(lowered)
const CONFIG = slack.configure({ token: 'xoxb-good', channel: 'C0123456789', canvas: true })
const MARKER = 'blamefree:7'
const documentWith = (later: string): ReturnType<typeof documentOf> => documentOf(`## Summary\n\nCarts.\n\n## Timeline\n\n${later}`, 'Carts were empty')
const told = (later: string): PageBody => slack.render(documentWith(later), { footer: FOOTER }, CONFIG)
const methodOf = ({ url }: WorldRequest): string => new URL(url).pathname.replace('/api/', '')

function worldOf(fake: FakeSlack, cutBefore = Infinity): World & { readonly sent: string[] } {
  const sent: string[] = []
  const answer = (request: WorldRequest): ReturnType<FakeSlack['answer']> => {
    if (sent.length >= cutBefore) throw new Error('killed')
    sent.push(methodOf(request))
    return fake.answer(request)
  }
  return Object.assign(fakeWorld({ answer: (request) => Promise.resolve().then(() => answer(request)) }), { sent })
}

async function written(body: PageBody, page: PageNow, fake: FakeSlack): Promise<PageNow> {
  const after = await slack.write(body, page, CONFIG, worldOf(fake))
  assert.ok(after !== 'stale')
  return after
}

test('the whole post-mortem is a canvas that the channel can only read, linked from the message and replaced in one operation', async () => {
  const fake = fakeSlack()
  const page = await slack.create(told('first'), MARKER, CONFIG, worldOf(fake))
  assert.equal(page.text, told('first').text)
  assert.equal(page.unfinished, undefined)
  assert.equal(fake.canvases.get('F1')?.access, 'read')
  assert.match(fake.canvases.get('F1')?.markdown ?? '', /## Timeline\n\nfirst\n\n_Made by_/)
  assert.ok(JSON.stringify(fake.messages).includes('<https://ops.slack.com/docs/T1/F1|The whole post-mortem as a canvas>'))
  const found = await slack.find(MARKER, CONFIG, worldOf(fake))
  assert.equal(found?.ref.extra?.['canvas'], 'F1')
  const world = worldOf(fake)
  await slack.write(told('second'), page, CONFIG, world)
  assert.deepEqual(world.sent, ['conversations.history', 'canvases.edit', 'chat.update'])
  assert.match(fake.canvases.get('F1')?.markdown ?? '', /second/)
  assert.equal(fake.canvases.size, 1)
})

test('a change that only the canvas shows changes the message, another footer does not', () => {
  assert.notEqual(told('first').text, told('second').text)
  const later = slack.render(documentWith('first'), { footer: { ...FOOTER, version: '9' } }, CONFIG)
  assert.equal(slack.split(later.text).at(-2)?.text, slack.split(told('first').text).at(-2)?.text)
})

test('without canvases the message is posted, a sentence says why, and publishing again asks for nothing', async () => {
  for (const error of ['free_teams_cannot_create_non_tabbed_canvases', 'team_tier_cannot_create_channel_canvases', 'canvas_disabled_user_team']) {
    const fake = fakeSlack()
    fake.rules.canvasFault['canvases.create'] = error
    const ask = { destination: slack, config: CONFIG, document: documentWith('first'), options: { footer: FOOTER }, marker: MARKER, written: null }
    const first = await publishPage({ ...ask, incident: 'company' }, worldOf(fake))
    assert.ok(first.kind === 'created')
    assert.match(first.problems.at(-1)?.message ?? '', /^The message is in Slack, but its canvas is not up to date there: (the workspace|canvases are)/)
    const again = await publishPage({ ...ask, written: first.written, incident: 'company' }, worldOf(fake))
    assert.equal(again.kind, 'unchanged')
    assert.equal(fake.messages.length, 1)
  }
})

test('a canvas that cannot be made read-only goes again, and a missing scope is named', async () => {
  const fake = fakeSlack()
  fake.rules.canvasFault['canvases.access.set'] = 'missing_scope'
  const page = await slack.create(told('first'), MARKER, CONFIG, worldOf(fake))
  assert.equal(fake.canvases.size, 0)
  assert.match(page.problems?.[0]?.message ?? '', /no canvases:write/)
  assert.ok(!JSON.stringify(fake.messages).includes('as a canvas'))
  fake.rules.canvasFault = {}
  assert.equal((await written(told('first'), page, fake)).unfinished, undefined)
  assert.equal(fake.canvases.get('F1')?.access, 'read')
})

test('a canvas whose change fails is said and tried again, and one that was deleted is made anew', async () => {
  const fake = fakeSlack()
  const page = await slack.create(told('first'), MARKER, CONFIG, worldOf(fake))
  fake.rules.canvasFault['canvases.edit'] = 'canvas_editing_failed'
  const behind = await written(told('second'), page, fake)
  assert.equal(behind.unfinished, true)
  assert.match(behind.problems?.[0]?.message ?? '', /Slack answers canvas_editing_failed\. Publish again\.$/)
  fake.rules.canvasFault = {}
  const whole = await written(told('second'), behind, fake)
  assert.match(fake.canvases.get('F1')?.markdown ?? '', /second/)
  fake.canvases.clear()
  await written(told('third'), whole, fake)
  assert.match(fake.canvases.get('F1')?.markdown ?? '', /third/)
})

test('a publishing that is cut off anywhere leaves one message with a read-only canvas after the next, and never writes over an open one', async () => {
  for (let cut = 1; cut < 9; cut++) {
    const fake = fakeSlack()
    const made = await slack.create(told('first'), MARKER, CONFIG, worldOf(fake, cut)).catch(() => null)
    const open = [...fake.canvases.values()].filter(({ access }) => access === null)
    for (const canvas of open) canvas.markdown += 'words of somebody'
    const found = await slack.find(MARKER, CONFIG, worldOf(fake))
    assert.ok(found !== null, `cut before request ${cut + 1}`)
    if (made === null) assert.equal(found.unfinished, true)
    await written(told('first'), found, fake)
    assert.equal(fake.messages.length, 1)
    assert.equal(fake.canvases.get(JSON.stringify(fake.messages).match(/docs\/T1\/(F\d+)\|/)?.[1] ?? '')?.access, 'read')
    for (const canvas of open) assert.match(canvas.markdown, /words of somebody$/)
  }
})

test('switched off, the message loses its link and is whole, and switched on again it is the same canvas', async () => {
  const fake = fakeSlack()
  const page = await slack.create(told('first'), MARKER, CONFIG, worldOf(fake))
  fake.rules.canvasFault['canvases.edit'] = 'canvas_editing_failed'
  const behind = await written(told('second'), page, fake)
  fake.rules.canvasFault = {}
  const off = await written(slack.render(documentWith('second'), { footer: FOOTER }, { ...CONFIG, canvas: false }), behind, fake)
  assert.equal(off.unfinished, undefined)
  assert.ok(!JSON.stringify(fake.messages).includes('as a canvas'))
  await written(told('third'), off, fake)
  assert.deepEqual([...fake.canvases.keys()], ['F1'])
  assert.match(fake.canvases.get('F1')?.markdown ?? '', /third/)
})

test('what is too long for a canvas is said before anything is written', () => {
  const length = told('x').extra?.['canvas']?.length ?? 0
  for (const [by, fits] of [
    [-1, true],
    [0, true],
    [1, false],
  ] as const) {
    const body = told('x'.repeat(LONGEST_CANVAS - length + 1 + by))
    assert.equal(body.extra?.['canvas']?.length, fits ? LONGEST_CANVAS + by : undefined)
    assert.equal(body.problems.at(-1)?.code, fits ? 'slack/summary-only' : 'slack/canvas-too-long')
  }
})

test('a table with more cells than a canvas takes is several, and no row is lost', () => {
  const most = MOST_CELLS / 2 - 1
  for (const [rows, tables] of [
    [most - 1, 1],
    [most, 1],
    [most + 1, 2],
  ] as const) {
    const text = `| a | b |\n| - | - |\n${Array.from({ length: rows }, (_, index) => `| r${index} | x |`).join('\n')}`
    const { markdown } = renderCanvas(documentOf(text), { footer: null }, lowered)
    assert.equal(markdown.match(/\| a \| b \|/g)?.length, tables)
    assert.equal(markdown.match(/\| r\d+ \|/g)?.length, rows)
  }
})

test('every construct is in words of a canvas', () => {
  const { markdown } = renderCanvas(everyConstruct(), { footer: FOOTER }, lowered)
  assert.ok(!/^:::|:(?:person|event|time)\[|!\[|\[\^|^#{4}/m.test(markdown), markdown)
  assert.match(markdown, /> \*\*What customers saw\*\*/)
})

test('the test button asks for canvases:write only where a canvas is wanted', async () => {
  const fake = fakeSlack()
  assert.match((await slack.check(CONFIG, worldOf(fake))).findings.at(-1)?.sentence ?? '', /^The app has no canvases:write\./)
  fake.rules.scopes += ',canvases:write'
  assert.equal((await slack.check(CONFIG, worldOf(fake))).works, true)
})

test('guidance is never in the canvas, and evidence only when asked for', () => {
  const canvasOf = (evidence: boolean): string => slack.render(everyConstruct(), { footer: FOOTER, evidence }, CONFIG).extra?.['canvas'] ?? ''
  assert.deepEqual(
    [false, true].map((evidence) => [canvasOf(evidence).includes(GUIDANCE_WORDS), canvasOf(evidence).includes(EVIDENCE_WORDS)]),
    [
      [false, false],
      [false, true],
    ],
  )
})
