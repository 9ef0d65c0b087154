import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { BlamefreeError, PageBody, PageNow } from '@blamefree/core'
import { ASSETS, documentOf } from '../testing/every-construct.ts'
import { fakeWorld, type FakeWorld } from '../testing/fake-world.ts'
import { replyOf, type Faults } from '../testing/faults.ts'
import { pageFaults, PAGE_PROMISES } from '../testing/page-contract.ts'
import { PAGE_LIARS } from '../testing/page-liars.ts'
import { messages, thrown } from '../testing/outcome-words.ts'
import { FOOTER, pageSession, type PageSession } from '../testing/page-session.ts'
import type { PageSubject } from '../testing/page-subject.ts'
import { PAGE_LIMIT } from './hold-page.ts'
import { dokuWiki } from './index.ts'
import { otherId, pageId } from './page-id.ts'
import { fakeDokuWiki } from './testing/fake-dokuwiki.ts'
import { readXmlAnswer, xmlCall } from './xml-rpc.ts'

const SETTINGS = { url: 'https://wiki.example.com', name: 'blamefree', token: 'secret-7d1f', namespace: 'incidents' }
const config = dokuWiki.configure(SETTINGS)
type Fake = ReturnType<typeof fakeDokuWiki>

function begin(): { readonly fake: Fake; readonly session: PageSession } {
  const fake = fakeDokuWiki()
  return { fake, session: pageSession({ destination: dokuWiki, settings: SETTINGS, fake: () => fake }) }
}

const worldOf = (fake: Fake, faults: Faults = {}): FakeWorld => fakeWorld({ answer: (request) => fake.answer(request), faults })
const rawOf = ({ wiki }: Fake, id: string): string => wiki.pages.get(id)?.revisions.at(-1)?.text ?? ''

describe('A page of a DokuWiki', () => {
  test('has its title as the first heading, and keeps its id when the title changes', async () => {
    const { fake, session } = begin()
    await session.publish(documentOf('Words.', 'Carts: empty!'))
    assert.match(rawOf(fake, 'incidents:carts_empty'), /^====== Carts: empty! ======\n\nWords\.\n\n<sub>Made by .*<\/sub>\n\[\[#blamefree-7f3a\|·\]\]$/)
    const renamed = await session.publish(documentOf('Words.', 'Carts: full'))
    assert.deepEqual([renamed.kind, [...fake.wiki.pages.keys()]], ['updated', ['incidents:carts_empty']])
    assert.match(rawOf(fake, 'incidents:carts_empty'), /^====== Carts: full ======/)
    assert.equal((await session.publish(documentOf('Words.', 'Carts: full'), { written: null })).kind, 'unchanged')
  })

  test('has the id that the wiki makes of ours', async () => {
    const { session } = begin()
    await session.publish(documentOf('Words.', 'Übung'))
    assert.equal(session.written()?.ref.id, 'incidents:uebung')
    assert.equal((await session.publish(documentOf('Words.', 'Übung'), { written: null })).kind, 'unchanged')
  })

  test('that lost its title there gets none again', async () => {
    const { fake, session } = begin()
    await session.publish(documentOf('Words.', 'Carts'))
    fake.save('incidents:carts', rawOf(fake, 'incidents:carts').replace(/^=.*\n\n/, ''))
    const kept = await session.publish(documentOf('Other words.', 'Carts'))
    assert.match('notices' in kept ? kept.notices.join() : '', /renamed from “Carts” to “carts”/)
    assert.match(rawOf(fake, 'incidents:carts'), /^Other words\./)
  })

  test('is found where it was moved to, and by its title where the search finds nothing', async () => {
    const { fake, session } = begin()
    await session.publish(documentOf('Words.'))
    const raw = rawOf(fake, 'incidents:a_title')
    fake.wiki.indexed = false
    assert.equal((await session.publish(documentOf('Words.'), { written: null })).kind, 'unchanged')
    fake.wiki.indexed = true
    fake.save('incidents:a_title', '')
    fake.save('elsewhere:other', raw)
    const moved = await session.publish(documentOf('Other words.'))
    assert.match(
      'notices' in moved ? moved.notices.join(' ') : '',
      /The page is not at .*incidents:a_title any more; the one at .*elsewhere:other is ours.*from namespace incidents to namespace elsewhere/,
    )
    assert.match(rawOf(fake, 'elsewhere:other'), /Other words/)
  })

  test('does not take somebody else’s page of the same title, nor one that somebody is just writing', async () => {
    const { fake, session } = begin()
    fake.save('incidents:a_title', 'Theirs.')
    await session.publish(documentOf('Words.'))
    assert.deepEqual([...fake.wiki.pages.keys()], ['incidents:a_title', 'incidents:a_title_blamefree-7f3a'])
    assert.equal(rawOf(fake, 'incidents:a_title'), 'Theirs.')
    assert.equal(fake.wiki.locks.size, 0)
    const other = begin()
    other.fake.wiki.locks.set('incidents:a_title', 'kim')
    await other.session.publish(documentOf('Words.'))
    assert.deepEqual([...other.fake.wiki.pages.keys()], ['incidents:a_title_blamefree-7f3a'])
  })

  test('is not written while somebody edits it, nor where the account may only read, and no lock stays', async () => {
    const { fake, session } = begin()
    await session.publish(documentOf('Words.'))
    fake.wiki.locks.set('incidents:a_title', 'kim')
    const locked = (await session.run(documentOf('Other words.'))).error as BlamefreeError
    assert.deepEqual([locked.code, locked.message], ['dokuwiki/locked', 'Cannot write the page in DokuWiki: somebody is editing it.'])
    assert.match(locked.hint, /15 minutes/)
    fake.wiki.locks.clear()
    fake.wiki.rights = 1
    const denied = (await session.run(documentOf('Other words.'))).error as BlamefreeError
    assert.equal(denied.message, 'Cannot write the page in DokuWiki: the account may not do that.')
    fake.wiki.rights = 8
    for (const [code, message, expected] of [
      [134, 'The page content was blocked by the spam filter', /word block list of the wiki refuses it \(“The page content/],
      [133, 'The page is currently locked', /somebody is editing it \(“The page is currently locked”\)/],
      [403, 'You are not allowed to edit this page', /may not do that/],
      [999, 'Of theirs', /it answers 999 \(“Of theirs”\)/],
    ] as const) {
      fake.wiki.refuses.set('wiki.putPage', { code, message })
      assert.match(((await session.run(documentOf('Other words.'))).error as BlamefreeError).message, expected)
      assert.equal(fake.wiki.locks.size, 0)
    }
    fake.wiki.nameless = true
    fake.wiki.refuses.set('wiki.putPage', { code: 134, message: '' })
    assert.match(((await session.run(documentOf('Other words.'))).error as BlamefreeError).message, /it does not say why, as releases up to “Igor” never do/)
    assert.equal((await session.publish(documentOf('Other words.'))).kind, 'updated')
  })

  test('gets the text back that somebody saved between our reading and our writing', async () => {
    const { fake, session } = begin()
    await session.publish(documentOf('One.\n\nTwo.'))
    // Lock, text, then the writing: the fifth request of a publishing.
    const meanwhile = (): void => fake.edit((text) => text.replace('Two.', 'Two of Kim.'))
    const outcome = await session.publish(documentOf('One of ours.\n\nTwo.'), { faults: { 5: { meanwhile } } })
    assert.equal(outcome.kind, 'updated')
    assert.match(rawOf(fake, 'incidents:a_title'), /One of ours\.\n\nTwo of Kim\./)
    const sums = fake.wiki.pages.get('incidents:a_title')?.revisions.map(({ sum }) => sum.slice(0, 20))
    assert.deepEqual(sums, ['Post-mortem made by ', 'by hand', 'Post-mortem brought ', 'Put back by Blamefre', 'Post-mortem brought '])
  })

  test('keeps its mark when somebody takes the end of the text away', async () => {
    const { fake, session } = begin()
    await session.publish(documentOf('Words.'))
    fake.edit((text) => text.slice(0, text.indexOf('<sub>')).trimEnd())
    await session.publish(documentOf('Other words.'))
    assert.match(rawOf(fake, 'incidents:a_title'), /\[\[#blamefree-7f3a\|·\]\]$/)
  })

  test('takes its images along once, and says where the account may not send any', async () => {
    const { fake, session } = begin()
    const options = { footer: FOOTER, assets: ASSETS }
    const made = await session.publish(documentOf('![Graph](graph.png)'), { options })
    assert.deepEqual([made.kind, [...fake.wiki.files.keys()], messages(made)], ['created', ['incidents:blamefree-graph-538aec502d.png'], ''])
    const { world } = await session.run(documentOf('![Graph](graph.png) again'), { options })
    assert.equal(world.requests.filter(({ body }) => String(body).includes('putAttachment')).length, 0)
    const other = begin()
    other.fake.wiki.rights = 4
    const without = await other.session.publish(documentOf('![Graph](graph.png)'), { options })
    assert.match(messages(without), /The image blamefree-graph-538aec502d\.png was not sent: the account may not do that/)
    assert.match(rawOf(other.fake, 'incidents:a_title'), /\{\{:incidents:blamefree-graph-538aec502d\.png\|Graph\}\}/)
  })

  test('is refused before anything is sent when it is too large', async () => {
    const body = dokuWiki.render(documentOf('Words.'), { footer: null }, config)
    const around = new TextEncoder().encode('====== A title ======\n\n\n\n[[#blamefree-1|\u00b7]]').byteLength
    const sized = (size: number): PageBody => ({ ...body, text: 'a'.repeat(size - around) })
    for (const size of [PAGE_LIMIT - 1, PAGE_LIMIT]) {
      const fake = fakeDokuWiki()
      await dokuWiki.create(sized(size), 'blamefree-1', config, worldOf(fake))
      assert.equal(new TextEncoder().encode(rawOf(fake, 'incidents:a_title')).byteLength, size)
    }
    const world = worldOf(fakeDokuWiki())
    assert.match(
      (await thrown(dokuWiki.create(sized(PAGE_LIMIT + 1), 'blamefree-1', config, world))).message,
      /would have 2,097,153 bytes, and the most is 2,097,152\./,
    )
    assert.equal(world.requests.length, 0)
  })

  test('has an id that a wiki takes', () => {
    for (const [title, expected] of [
      ['Carts were empty!', 'incidents:carts_were_empty'],
      ['[[x]] / a:b #7', 'incidents:x_a_b_7'],
      ['  ', 'incidents:post-mortem'],
      ['漢字 Über', 'incidents:漢字_über'],
    ] as const)
      assert.equal(pageId('incidents', title), expected)
    assert.equal(pageId('', 'A'), 'a')
    assert.equal(otherId('incidents:a', 'OPS-7'), 'incidents:a_ops-7')
    for (const letter of ['a', 'é', '漢']) assert.ok(encodeURIComponent(pageId('', letter.repeat(500))).length <= 150)
  })
})

describe('The account', () => {
  test('is signed in where the header of the password does not arrive, and once', async () => {
    const { fake, session } = begin()
    fake.wiki.header = false
    const { outcome, world } = await session.run(documentOf('Words.'))
    assert.deepEqual([outcome?.kind, world.requests.length], ['created', 9])
    assert.equal(world.requests.filter(({ headers = {} }) => headers['cookie'] === 'DokuWiki=abc; DW77=xyz').length, 7)
  })

  test('is told what is wrong, without its password', async () => {
    const find = (settings: object, turn: (fake: Fake) => void = () => undefined): Promise<BlamefreeError> => {
      const fake = fakeDokuWiki()
      turn(fake)
      return thrown(dokuWiki.find('m', dokuWiki.configure({ ...SETTINGS, ...settings }), worldOf(fake)))
    }
    for (const [error, code, message] of [
      [await find({ token: 'another-one' }), 'unauthorised', /does not know the user blamefree with this password/],
      [await find({ name: '', token: 'another-one' }), 'unauthorised', /does not know the token/],
      [await find({}, ({ wiki }) => void (wiki.remote = 'off')), 'api-off', /remote API is switched off/],
      [await find({}, ({ wiki }) => void (wiki.remote = 'others')), 'not-allowed', /may not use its remote API/],
      [await find({}, ({ wiki }) => Object.assign(wiki, { remote: 'others', nameless: true })), 'not-allowed', /may not use its remote API/],
      [await find({ url: 'https://wiki.example.com/elsewhere' }), 'no-api', /what answers is no remote API/],
    ] as const) {
      assert.equal(error.code, `dokuwiki/${code}`)
      assert.match(error.message, message)
      assert.doesNotMatch(`${error.message} ${error.hint}`, /another-one|secret/)
    }
    for (const [status, code] of [
      [301, 'redirect'],
      [403, 'forbidden'],
      [500, 'refused'],
      [200, 'no-api'],
    ] as const) {
      const page = replyOf(status, '<html><body>Sign in</body></html>', { 'content-type': 'text/html' })
      assert.equal((await thrown(dokuWiki.find('m', config, worldOf(fakeDokuWiki(), { every: { status: page } })))).code, `dokuwiki/${code}`)
    }
  })

  test('is told what it may, and who can read', async () => {
    for (const [turn, works, level, expected] of [
      [(): void => undefined, true, 'company', /may make and edit pages in the namespace “incidents”/],
      [({ wiki }: Fake): void => void (wiki.rights = 4), true, 'company', /may not upload files there/],
      [({ wiki }: Fake): void => void (wiki.rights = 2), false, 'company', /may not make pages in the namespace “incidents”/],
      [({ wiki }: Fake): void => void (wiki.open = true), true, 'public', /answers and knows the account/],
    ] as const) {
      const fake = fakeDokuWiki()
      turn(fake)
      const check = await dokuWiki.check(config, worldOf(fake))
      assert.deepEqual([check.works, check.audience.level, check.where], [works, level, 'wiki “Operations”, namespace “incidents”'])
      assert.match(check.findings.map(({ sentence }) => sentence).join('\n'), expected)
    }
  })

  test('mentions people only where somebody said how users are called', async () => {
    const emails = ['Kim.Lee@acme.example', '@acme.example']
    assert.deepEqual(await dokuWiki.people?.(emails, config, worldOf(fakeDokuWiki())), {})
    const named = dokuWiki.configure({ ...SETTINGS, userNames: true })
    assert.deepEqual(await dokuWiki.people?.(emails, named, worldOf(fakeDokuWiki())), { 'Kim.Lee@acme.example': 'kim.lee' })
  })
})

test('settings are understood as people copy them, and what is wrong is named', () => {
  for (const url of ['https://w.example.com/wiki', 'https://w.example.com/wiki/doku.php?id=start', 'https://w.example.com/wiki/lib/exe/xmlrpc.php'])
    assert.equal(dokuWiki.configure({ ...SETTINGS, url }).base, 'https://w.example.com/wiki/')
  for (const [namespace, expected] of [
    ['', ''],
    [':Ops:Incidents:', 'ops:incidents'],
    ['ops/Post Mortems', 'ops:post_mortems'],
  ] as const)
    assert.equal(dokuWiki.configure({ ...SETTINGS, namespace }).namespace, expected)
  for (const [entered, expected] of [
    [{ url: 'wiki.example.com' }, /no web address/],
    [{ url: 'https://kim:x@wiki.example.com' }, /no web address/],
    [{ name: 'a:b' }, /no name of a user/],
    [{ token: '' }, /missing/],
    [{ name: '', token: 'not a token' }, /characters that neither has/],
    [{ namespace: '***' }, /no name of a namespace/],
  ] as const)
    assert.throws(() => dokuWiki.configure({ ...SETTINGS, ...entered }), expected)
})

test('a dry run shows the writing, without the account', () => {
  const body = dokuWiki.render(documentOf('Words.'), { footer: null }, config)
  const page: PageNow = { ref: { id: 'elsewhere:a', url: '' }, title: 'A', version: '41-x', text: '', marker: null }
  for (const [now, id] of [
    [null, 'incidents:a_title'],
    [page, 'elsewhere:a'],
  ] as const) {
    const request = dokuWiki.request(body, now, config)
    assert.equal(request?.url, 'https://wiki.example.com/lib/exe/xmlrpc.php')
    assert.ok(String(request.body).includes(`<methodName>wiki.putPage</methodName><params><param><value><string>${id}</string>`))
    assert.doesNotMatch(JSON.stringify(request), /secret/)
  }
})

describe('XML-RPC', () => {
  test('is written without what XML has no way to say', () => {
    const xml = xmlCall('m.n', ['a & <b>\u0001\r', -3, true, new Uint8Array([0, 255]), ['x'], { sum: '' }])
    assert.ok(xml.includes('<string>a &amp; &lt;b&gt;&#13;</string></value></param><param><value><int>-3</int>'))
    assert.ok(xml.includes('<boolean>1</boolean></value></param><param><value><base64>AP8=</base64>'))
    assert.ok(
      xml.includes(
        '<array><data><value><string>x</string></value></data></array></value></param><param><value><struct><member><name>sum</name><value><string></string></value></member></struct>',
      ),
    )
  })

  test('is read as wikis write it, a warning of PHP before it', () => {
    const answer = (value: string): unknown =>
      readXmlAnswer(`<br />Warning<?xml version="1.0"?><methodResponse><params><param>\n <value>\n ${value}\n </value>\n</param></params></methodResponse>`)
    for (const [xml, value] of [
      ['<string> a &amp;lt; b\n</string>', ' a &lt; b\n'],
      ['<string></string>', ''],
      ['<string/>', ''],
      ['<int>7</int>', 7],
      ['<boolean>0</boolean>', false],
      ['<array><data>\n</data></array>', []],
      ['<array><data><value><i4>1</i4></value> <value>two</value></data></array>', [1, 'two']],
      ['<struct>\n</struct>', {}],
      [
        '<struct> <member><name>a</name><value><struct><member><name>b</name><value><string><![CDATA[<c>]]></string></value></member></struct></value></member></struct>',
        { a: { b: '<c>' } },
      ],
    ] as const)
      assert.deepEqual(answer(xml), { value })
    assert.deepEqual(
      readXmlAnswer(
        '<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>121</int></value></member><member><name>faultString</name><value><string>No page</string></value></member></struct></value></fault></methodResponse>',
      ),
      { fault: { code: 121, message: 'No page' } },
    )
    for (const text of ['', '<html><body>Sign in</body></html>', '<methodResponse></methodResponse>']) assert.equal(readXmlAnswer(text), null)
    assert.throws(() => answer('<array><data><value>'.repeat(100)), RangeError)
  })
})

// A second page the wiki refuses by itself, nothing there is archived, and the secret of the liar has another name here.
const LIES = PAGE_LIARS.filter(({ lie }) => !/twice|marker|archived|token/.test(lie))

for (const { lie, caughtBy, breaks, ...liar } of LIES)
  test(`a DokuWiki that ${lie} is caught`, async () => {
    const subject: PageSubject = { destination: liar.tell(dokuWiki), settings: SETTINGS, fake: fakeDokuWiki, goes: ['deleted', 'forbidden'] }
    const faults = await pageFaults(
      subject,
      PAGE_PROMISES.filter(({ says }) => breaks.test(says)),
    )
    assert.match(faults.join('\n'), caughtBy)
  })
