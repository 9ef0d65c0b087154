import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { BlamefreeError, PageNow, WrittenPage } from '@blamefree/core'
import { ASSETS, documentOf } from '../testing/every-construct.ts'
import { fakeWorld, type FakeWorld } from '../testing/fake-world.ts'
import { replyOf, type Faults } from '../testing/faults.ts'
import { messages, thrown } from '../testing/outcome-words.ts'
import { FOOTER, pageSession, type PageSession } from '../testing/page-session.ts'
import type { PageSubject } from '../testing/page-subject.ts'
import { markerIn, withMarker } from './edit.ts'
import { mediaWiki } from './index.ts'
import { PAGE_LIMIT } from './site.ts'
import { fakeMediaWiki } from './testing/fake-mediawiki.ts'
import { otherTitle, TITLE_LIMIT, titleOf } from './title.ts'

const SETTINGS = { url: 'https://wiki.example.com/w/api.php', name: 'Blamefree@blamefree', token: 'secret-7d1f', prefix: 'Post-mortems/' }
const config = mediaWiki.configure(SETTINGS)
const bytes = (text: string): number => new TextEncoder().encode(text).byteLength

function begin(): { readonly fake: ReturnType<typeof fakeMediaWiki>; readonly session: PageSession } {
  const fake = fakeMediaWiki()
  const subject: PageSubject = { destination: mediaWiki, settings: SETTINGS, fake: () => fake }
  return { fake, session: pageSession(subject) }
}

const worldOf = (fake: ReturnType<typeof fakeMediaWiki>, faults: Faults = {}): FakeWorld => fakeWorld({ answer: (request) => fake.answer(request), faults })

describe('A page of a wiki', () => {
  test('moves when the post-mortem gets another title, and is found again afterwards', async () => {
    const { fake, session } = begin()
    await session.publish(documentOf('Words.', 'One'))
    const moved = await session.publish(documentOf('Words.', 'Two'))
    assert.deepEqual([moved.kind, fake.pages()[0]?.title], ['updated', 'Post-mortems/Two'])
    assert.equal((await session.publish(documentOf('Words.', 'Two'), { written: null })).kind, 'unchanged')
    // The old title leads to the page: a new post-mortem of that name gets another one.
    const other = await session.publish(documentOf('Others.', 'One'), { written: null, marker: 'blamefree-2b1c' })
    assert.deepEqual([other.kind, fake.pages()[1]?.title], ['created', 'Post-mortems/One (blamefree-2b1c)'])
  })

  test('keeps its name where the account may not move it, and that is said once', async () => {
    const { fake, session } = begin()
    await session.publish(documentOf('Words.', 'One'))
    fake.wiki.refuses.set('move', { code: 'cantmove', info: 'You don\u2019t have permission to move pages.' })
    const kept = await session.publish(documentOf('Words.', 'Two'))
    assert.match(messages(kept), /keeps its name “Post-mortems\/One”: the account may not do that \(“You don’t have permission to move pages”\)\./)
    assert.equal((await session.publish(documentOf('Words.', 'Two'))).kind, 'unchanged')
  })

  test('does not take somebody else’s page of the same title', async () => {
    const { fake, session } = begin()
    fake.wiki.pages.push({
      id: 1,
      title: 'Post-mortems/A title',
      text: 'Theirs.',
      revision: 1,
      user: 'Kim',
      made: { user: 'Kim', comment: '' },
      state: 'there',
    })
    await session.publish(documentOf('Words.'))
    assert.deepEqual(
      fake.pages().map(({ title }) => title),
      ['Post-mortems/A title', 'Post-mortems/A title (blamefree-7f3a)'],
    )
    assert.equal(fake.pages()[0]?.text, 'Theirs.')
  })

  test('keeps its mark when somebody takes the end of the text away', async () => {
    const { fake, session } = begin()
    await session.publish(documentOf('Words.'))
    fake.edit((text) => text.slice(0, text.indexOf('<small>')))
    await session.publish(documentOf('Other words.'))
    assert.match(fake.pages()[0]?.text ?? '', /<!-- blamefree:blamefree-7f3a -->$/)
    assert.equal(markerIn(withMarker('a', 'b--c d')), 'b--c d')
  })

  test('says who deleted it, and what a wiki refuses by a rule', async () => {
    const { fake, session } = begin()
    await session.publish(documentOf('Words.'))
    for (const [code, info, expected, hint] of [
      ['abusefilter-disallowed', 'No links.', /a rule of the wiki against spam refuses it \(“No links”\)/, /administrator/],
      ['blocked', 'You have been blocked from editing.', /the account is blocked/, /unblock/],
      ['contenttoobig', 'Too big.', /too large/, /file/],
      ['hook-of-theirs', '', /answers hook-of-theirs\./, /publish again/],
    ] as const) {
      fake.wiki.refuses.set('edit', { code, info })
      const { error } = await session.run(documentOf('Other words.'))
      assert.match((error as BlamefreeError).message, expected)
      assert.match((error as BlamefreeError).hint, hint)
    }
    fake.remove?.('deleted')
    const gone = await session.publish(documentOf('Other words.'))
    assert.equal(
      gone.kind === 'gone' ? gone.sentence : '',
      'Kim deleted the page in the wiki (“outdated”). An administrator of the wiki can restore it; or publish it anew.',
    )
  })

  test('takes its images along once, and says where the wiki takes none', async () => {
    const { fake, session } = begin()
    const options = { footer: FOOTER, assets: ASSETS }
    const made = await session.publish(documentOf('![Graph](graph.png)'), { options })
    assert.deepEqual([made.kind, fake.wiki.files.size, messages(made)], ['created', 1, ''])
    await session.publish(documentOf('![Graph](graph.png) again'), { options })
    for (const [turn, expected] of [
      [(wiki: typeof fake.wiki) => void (wiki.uploads = false), /takes no files/],
      [(wiki: typeof fake.wiki) => void (wiki.rights = ['read', 'edit', 'createpage']), /may not upload/],
      [
        (wiki: typeof fake.wiki) => wiki.refuses.set('upload', { code: 'filetype-banned', info: 'PNG is not permitted.' }),
        /was not sent: the wiki answers filetype-banned/,
      ],
    ] as const) {
      const other = begin()
      turn(other.fake.wiki)
      const outcome = await other.session.publish(documentOf('![Graph](graph.png)'), { options })
      assert.match(messages(outcome), expected)
      assert.match(other.fake.pages()[0]?.text ?? '', /\[\[File:Blamefree-graph-[^|]*\|frameless\|800px\|alt=Graph\|/)
    }
  })

  test('is refused before anything is sent when it is too large, or needs an extension that the wiki does not have', async () => {
    const body = mediaWiki.render(documentOf('Words.'), { footer: null }, config)
    const mark = bytes(withMarker('', 'm')) + 1
    for (const [size, fits] of [
      [PAGE_LIMIT - 1, true],
      [PAGE_LIMIT, true],
      [PAGE_LIMIT + 1, false],
    ] as const) {
      const { fake } = begin()
      const world = worldOf(fake)
      const made = mediaWiki.create({ ...body, text: 'a'.repeat(size - mark) }, 'm', mediaWiki.configure(SETTINGS), world)
      if (fits) assert.equal(bytes((await made).text), size)
      else assert.match((await thrown(made)).message, /would have 2,097,153 bytes, and the wiki takes 2,097,152\./)
      assert.equal(
        world.requests.some(({ body: sent }) => typeof sent === 'string' && sent.includes('"action"\r\n\r\nedit\r\n')),
        fits,
      )
    }
    const { fake } = begin()
    fake.wiki.tags.length = 0
    fake.wiki.tags.push('<pre>')
    const cited = mediaWiki.configure({ ...SETTINGS, cite: true })
    const noted = mediaWiki.render(documentOf('A.[^1]\n\n[^1]: B.'), { footer: null }, cited)
    assert.match((await thrown(mediaWiki.create(noted, 'm', cited, worldOf(fake)))).hint, /Switch “Footnotes by Cite” off/)
  })

  test('has a title that a wiki takes', () => {
    for (const [title, prefix, expected] of [
      ['carts: empty', 'Post-mortems/', 'Post-mortems/carts: empty'],
      ['carts: empty', '', 'Carts\ua789 empty'],
      ['[db] {x} #7 <b> a|b a_b', 'P/', 'P/(db) (x) \uff037 \u2039b\u203a a\uff5cb a b'],
      ['50%25 &amp; ~~~~ ./..', 'P/', 'P/50\uff0525 \uff06amp; \u223c\u223c\u223c\u223c \u2024/\u2024\u2024'.replace(' \u2024/', ' ./')],
      ['  /a/ ', 'incident:', 'Incident:A'],
      ['', 'P/', 'P/Post-mortem'],
    ] as const)
      assert.equal(titleOf(title, prefix), expected)
    for (const size of [TITLE_LIMIT - 1, TITLE_LIMIT]) assert.equal(bytes(titleOf('A'.repeat(size - 2), 'P/')), size)
    assert.equal(titleOf('A'.repeat(TITLE_LIMIT - 1), 'P/'), `P/${'A'.repeat(TITLE_LIMIT - 5)}\u2026`)
    assert.ok(bytes(titleOf('漢'.repeat(200), 'P/')) <= TITLE_LIMIT)
    assert.ok(bytes(otherTitle(titleOf('漢'.repeat(200), 'P/'), 'OPS-7')) <= TITLE_LIMIT)
    const codes = mediaWiki.render(documentOf('', '漢'.repeat(200)), { footer: null }, config).problems.map(({ code }) => code)
    assert.deepEqual(codes, ['mediawiki/title-cut'])
  })
})

describe('The account', () => {
  test('signs in again, once, when its session has ended, and asks for a new token when the old one is', async () => {
    const { fake, session } = begin()
    await session.publish(documentOf('Words.'))
    for (const code of ['assertuserfailed', 'badtoken']) {
      fake.wiki.refuses.set('edit', { code, info: 'No.' })
      assert.equal((await session.publish(documentOf(`Words after ${code}.`))).kind, 'updated')
    }
  })

  test('takes as many requests as the README says, when each publishing begins with the settings', async () => {
    for (const [settings, expected] of [
      [{ url: SETTINGS.url, token: 'secret-7d1f-token' }, [4, 1, 3]],
      [SETTINGS, [6, 3, 5]],
    ] as const) {
      const fake = fakeMediaWiki()
      const subject: PageSubject = { destination: mediaWiki, settings, fake: () => fake }
      let written: WrittenPage | null = null
      const counts: number[] = []
      for (const words of ['One.', 'One.', 'Two.']) {
        const session = pageSession(subject)
        const { world } = await session.run(documentOf(words), { written })
        written = session.written()
        counts.push(world.requests.length)
      }
      assert.deepEqual(counts, expected)
    }
  })

  test('is told when its password is wrong, without the password', async () => {
    const { fake } = begin()
    const error = await thrown(mediaWiki.find('m', mediaWiki.configure({ ...SETTINGS, token: 'another-one' }), worldOf(fake)))
    assert.equal(error.message, 'Cannot sign in to MediaWiki: “Incorrect username or password entered. Please try again”.')
    assert.match(error.hint, /Special:BotPasswords/)
  })

  test('waits for a wiki that is behind, busy or only read for a moment', async () => {
    for (const [code, least] of [
      ['maxlag', 5000],
      ['ratelimited', 15_000],
      ['readonly', 5000],
    ] as const) {
      const { fake, session } = begin()
      fake.wiki.refuses.set('edit', { code, info: 'Wait.' })
      const { outcome, world } = await session.run(documentOf('Words.'))
      assert.deepEqual([outcome?.kind, world.pauses], ['created', [least]])
    }
    const { fake } = begin()
    const always = replyOf(200, { error: { code: 'readonly', info: 'The database is being moved.' } }, { 'retry-after': '5' })
    const error = await thrown(mediaWiki.find('m', mediaWiki.configure(SETTINGS), worldOf(fake, { every: { status: always } })))
    assert.match(error.message, /can only be read \(“The database is being moved\.”\)/)
  })

  test('is told what it may not, and who can read', async () => {
    for (const [turn, works, expected] of [
      [(): void => undefined, true, /may make and edit pages/],
      [({ wiki }: ReturnType<typeof fakeMediaWiki>): void => void (wiki.rights = ['read', 'edit']), false, /lacks the right createpage/],
      [({ wiki }: ReturnType<typeof fakeMediaWiki>): void => void (wiki.uploads = false), true, /takes no files/],
    ] as const) {
      const fake = fakeMediaWiki()
      turn(fake)
      const check = await mediaWiki.check(mediaWiki.configure(SETTINGS), worldOf(fake))
      assert.deepEqual([check.works, check.audience.level, check.where], [works, 'company', 'wiki “Operations”, pages called “Post-mortems/…”'])
      assert.match(check.findings.map(({ sentence }) => sentence).join('\n'), expected)
    }
    const fake = fakeMediaWiki()
    fake.wiki.open = true
    fake.wiki.tags.length = 0
    const check = await mediaWiki.check(mediaWiki.configure({ ...SETTINGS, cite: true }), worldOf(fake))
    assert.deepEqual([check.works, check.audience.level], [false, 'public'])
    assert.match(check.findings.map(({ sentence }) => sentence).join('\n'), /does not have Cite\. Switch “Footnotes by Cite” off/)
  })

  test('mentions people only where somebody said how users are called', async () => {
    const { fake } = begin()
    const emails = ['kim@acme.example', 'nobody@acme.example', 'a[b@acme.example']
    assert.deepEqual(await mediaWiki.people?.(emails, config, worldOf(fake)), {})
    assert.deepEqual(await mediaWiki.people?.(emails, mediaWiki.configure({ ...SETTINGS, userNames: true }), worldOf(fake)), { 'kim@acme.example': 'Kim' })
  })
})

test('settings are understood as people copy them, and what is wrong is named', () => {
  for (const url of ['https://wiki.example.com/w/', 'https://wiki.example.com/w/index.php/Main_Page', 'https://wiki.example.com/w/api.php'])
    assert.equal(mediaWiki.configure({ ...SETTINGS, url }).api, 'https://wiki.example.com/w/api.php')
  assert.equal(mediaWiki.configure({ ...SETTINGS, url: 'http://localhost:8080' }).api, 'http://localhost:8080/api.php')
  for (const [entered, expected] of [
    [{ url: 'https://wiki.example.com/wiki/Main_Page' }, /that of a page/],
    [{ url: 'wiki.example.com' }, /no web address/],
    [{ name: 'Blamefree' }, /no name of a bot password/],
    [{ prefix: 'a|b' }, /cannot begin with “a\|b”/],
    [{ category: 'a]]b' }, /no name of a category/],
    [{ token: '' }, /missing/],
  ] as const)
    assert.throws(() => mediaWiki.configure({ ...SETTINGS, ...entered }), expected)
  assert.equal(mediaWiki.configure({ ...SETTINGS, prefix: 'Post-mortems_of_2026', category: 'Category:Ops' }).prefix, 'Post-mortems of 2026/')
})

test('a dry run shows the edit, without the account', () => {
  const body = mediaWiki.render(documentOf('Words.'), { footer: null }, config)
  const page: PageNow = { ref: { id: '7', url: '' }, title: 'A', version: '41', text: '', marker: null }
  for (const [now, expected] of [
    [null, ['"title"', '', 'Post-mortems/A title']],
    [page, ['"baserevid"', '', '41']],
  ] as const) {
    const request = mediaWiki.request(body, now, config)
    assert.ok(String(request?.body).includes(expected.join('\r\n')))
    assert.doesNotMatch(JSON.stringify(request), /secret|basetimestamp/)
  }
})
