import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listAt, type Document, type PageBody } from '@blamefree/core'
import { fakeWorld, type FakeWorld } from '../testing/fake-world.ts'
import { lowered } from '../markdown/lowered.ts'
import { documentOf, everyConstruct } from '../testing/every-construct.ts'
import { FOOTER } from '../testing/page-session.ts'
import { canonicalPiece, messageBlocks } from './blocks.ts'
import { slack as slackWith } from './index.ts'
import { messageOf } from './message.ts'
import { escapeMrkdwn, link } from './mrkdwn.ts'
import { LONGEST_SECTION } from './portions.ts'
import { fakeSlack, type FakeSlack } from './testing/fake-slack.ts'

const slack = slackWith(lowered)
const CONFIG = slack.configure({ token: 'xoxb-good', channel: 'C0123456789' })
const MARKER = 'blamefree:7'
const bodyOf = (document: Document): PageBody => slack.render(document, { footer: FOOTER }, CONFIG)
const told = (words: string, title = 'Carts were empty'): PageBody =>
  bodyOf(documentOf(`## Key information\n\n- a\n\n## Incident summary\n\n${words}\n\n## Timeline\n\nlater`, title))

const worldOf = (fake: FakeSlack): FakeWorld => fakeWorld({ answer: (request) => fake.answer(request) })

test('a message tells the summary and the link, and says what stays behind', () => {
  const body = told('One **server** at <https://a.example/?a=1&b=2> & a<b.\n\n- first\n- second')
  assert.equal(
    body.text,
    `One *server* at <https://a.example/?a=1&amp;b=2|https://a.example/?a=1&amp;b=2> &amp; a&lt;b.\n\n• first\n• second\n\n<${FOOTER.url}|Read the post-mortem>\n\nMade by <${FOOTER.url}|Blamefree> on 5 March 2026 09:00 by Noor from version 3. To change something, change the post-mortem.`,
  )
  assert.equal(body.problems[0]?.message, 'The message tells the section “Incident summary”; everything else stays behind its link.')
  assert.deepEqual(
    body.losses.map(({ construct }) => construct),
    ['heading', 'list'],
  )
  assert.deepEqual(
    messageBlocks(body).map((block) => (block as { type: string }).type),
    ['header', 'section', 'section', 'section', 'context'],
  )
})

test('words cannot become formatting, mentions or links', () => {
  assert.equal(escapeMrkdwn('<!channel> *now* & <@U1>'), '&lt;!channel&gt; \u200b*now\u200b* &amp; &lt;@U1&gt;')
  assert.equal(link('https://a.example/|<x>', 'a|b'), '<https://a.example/%7C%3Cx%3E|a\u2223b>')
  assert.equal(link('javascript:x', 'a'), 'a')
  assert.equal(canonicalPiece('\u200b*a'), '*a')
  const { text } = bodyOf(everyConstruct())
  assert.ok(!/<(?![h@m]|https?:|mailto:)/.test(text), text)
})

test('the words for notifications are just words: nobody is called by a title or a summary', () => {
  const { text } = messageOf(told('Ask <!channel> & co.', 'A <!here> & <b>'), MARKER) as { text: string }
  assert.match(text, /^A &lt;!here&gt; &amp; &lt;b&gt;\nAsk &lt;!channel&gt; &amp; co\.\n/)
})

test('a message is posted with its marker, found by it, and updated where it stands', async () => {
  const fake = fakeSlack()
  const world = worldOf(fake)
  assert.equal(await slack.find(MARKER, CONFIG, world), null)
  const page = await slack.create(told('One.'), MARKER, CONFIG, world)
  assert.match(page.ref.url, /^https:\/\/ops\.slack\.com\/archives\/C0123456789\/p\d+$/)
  assert.equal(page.text, told('One.').text)
  const before = world.requests.length
  const written = await slack.write(told('Two.'), page, CONFIG, world)
  assert.ok(written !== 'stale' && written.text === told('Two.').text && world.requests.length === before + 2)
  const read = await slack.read(page.ref, CONFIG, world)
  assert.equal(world.requests.length, before + 3)
  assert.ok(!('gone' in read) && read.version === written.version)
  assert.equal(fake.messages.length, 1)
  assert.equal(await slack.write(told('Three.'), page, CONFIG, world), 'stale')
  fake.messages = []
  const gone = await slack.read(page.ref, CONFIG, world)
  assert.ok('gone' in gone && gone.gone === 'deleted')
})

test('of two messages that were posted at once the first stays, also in a busy channel', async () => {
  const fake = fakeSlack()
  fake.rules.pageSize = 1
  const pages = await Promise.all([1, 2].map(() => slack.create(told('One.'), MARKER, CONFIG, worldOf(fake))))
  assert.equal(fake.messages.length, 1)
  assert.equal(new Set(pages.map(({ ref }) => ref.id)).size, 1)
})

test('sections are cut at the limit and no word is lost; a message that is too long says so and keeps its link', async () => {
  const fake = fakeSlack()
  for (const length of [LONGEST_SECTION - 1, LONGEST_SECTION, LONGEST_SECTION + 1]) {
    const words = 'word '.repeat(length).slice(0, length - 1) + 'e'
    const body = told(words)
    assert.equal(listAt({ blocks: messageBlocks(body) }, 'blocks').length, length > LONGEST_SECTION ? 5 : 4)
    assert.ok(body.text.replace(/\s/g, '').startsWith(words.replace(/\s/g, '')))
  }
  const long = told(Array.from({ length: 80 }, (_, index) => `Paragraph ${index}.`).join('\n\n'), 'x'.repeat(200))
  assert.ok(messageBlocks(long).length <= 50)
  assert.match(long.text, /The summary is longer than a message of Slack; the rest is in the post-mortem\.\n\n/)
  assert.ok(long.text.includes('Read the post-mortem'))
  await slack.create(long, MARKER, CONFIG, worldOf(fake))
})

test('the test button names missing scopes, says who sees the channel, and posts nothing', async () => {
  const fake = fakeSlack()
  const level = async (): Promise<string> => (await slack.check(CONFIG, worldOf(fake))).audience.level
  assert.equal((await slack.check(CONFIG, worldOf(fake))).works, true)
  assert.equal(await level(), 'company')
  fake.rules.private = true
  assert.equal(await level(), 'people')
  const check = await slack.check(CONFIG, worldOf(fake))
  assert.match(check.findings.at(-1)?.sentence ?? '', /^The app has no groups:read, groups:history\./)
  fake.rules.shared = true
  assert.equal(await level(), 'public')
  assert.equal(fake.messages.length, 0)
})

test('what Slack refuses is a sentence with what to do, and never the token', async () => {
  const fake = fakeSlack()
  fake.rules.member = false
  await assert.rejects(slack.create(told('One.'), MARKER, CONFIG, worldOf(fake)), {
    code: 'slack/forbidden',
    hint: 'Invite the app to the channel: /invite @its-name.',
  })
  const other = slack.configure({ token: 'xoxb-old-token', channel: 'https://ops.slack.com/archives/C0123456789' })
  await assert.rejects(
    slack.find(MARKER, other, worldOf(fake)),
    (error: Error) => 'code' in error && error.code === 'slack/unauthorised' && !error.message.includes('old-token'),
  )
  for (const wrong of [{ token: 'abc' }, { channel: '#incidents' }])
    assert.throws(() => slack.configure({ token: 'xoxb-good', channel: 'C0123456789', ...wrong }), { code: 'slack/settings' })
})
