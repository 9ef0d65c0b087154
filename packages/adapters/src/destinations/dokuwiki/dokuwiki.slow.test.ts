import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import type { Root } from 'mdast'
import { exportedTree, normalise, plainText, type PageNow } from '@blamefree/core'
import { anyText, anyTree } from '../../../../core/src/testing/any-tree.ts'
import { ASSETS, documentOf, everyConstruct } from '../testing/every-construct.ts'
import { PAGE_PROMISES } from '../testing/page-contract.ts'
import { FOOTER } from '../testing/page-session.ts'
import type { PageSubject } from '../testing/page-subject.ts'
import { realWorld } from '../testing/real-world.ts'
import { boxed, squeezed, treeOf, withoutImages, wordsOf } from '../testing/shown-words.ts'
import { dokuWiki } from './index.ts'
import { realPlace } from './testing/real-place.ts'
import { missingWiki, startWiki, type RealWiki } from './testing/real-wiki.ts'
import type { DokuWikiConfig } from './settings.ts'

// Against a real DokuWiki, set up in a folder of its own where Debian's is installed.

const skip = missingWiki

describe('A real DokuWiki', { skip }, () => {
  let wiki: RealWiki
  before(async () => {
    if (skip === false) wiki = await startWiki()
  })
  after(async () => {
    if (skip === false) await wiki.end()
  })

  const configOf = (more: Readonly<Record<string, string | boolean>> = {}): DokuWikiConfig => dokuWiki.configure({ ...wiki.settings, ...more })
  const begin = (): DokuWikiConfig => {
    wiki.reset()
    return configOf()
  }

  describe('keeps the contract of pages', () => {
    // Killing and breaking off at each request is tried on the fake: what a request does there it does here.
    const promises = PAGE_PROMISES.filter(
      ({ says }) => !/killed|never comes|patience|refuses is said|never has time|any document|2,000 rows|settings that|two that publish/.test(says),
    )
    for (const { says, attempt } of promises)
      test(says, async () => {
        const subject: PageSubject = {
          destination: dokuWiki,
          settings: wiki.settings,
          fake: () => realPlace(wiki),
          goes: ['deleted', 'forbidden'],
          // Twice more the first time: the password has a colon.
          requests: [9, 2, 7],
        }
        assert.deepEqual((await attempt(subject)).slice(0, 6), [])
      })
  })

  test('finds a page that was moved, by its search', async () => {
    const config = begin()
    const body = dokuWiki.render(documentOf('Words.'), { footer: FOOTER }, config)
    const page = await dokuWiki.create(body, 'blamefree-7f3a2b1c9d8e7f6a5b4c3d2e', config, realWorld())
    const raw = wiki.pages().get(page.ref.id) ?? ''
    wiki.edit(page.ref.id, '')
    const gone = await dokuWiki.read(page.ref, config, realWorld())
    assert.equal(
      'gone' in gone ? gone.sentence : '',
      'The page was deleted in the wiki by kim (“outdated”). An older revision of it can be restored in the wiki; or publish it anew.',
    )
    // What the extension for moving pages does, and an editor of the index.
    wiki.edit('elsewhere:other', raw)
    await fetch(`${wiki.url}/lib/exe/taskrunner.php?id=elsewhere:other`, { headers: { authorization: `Basic ${btoa('kim:x')}` } })
    const found = await dokuWiki.find('blamefree-7f3a2b1c9d8e7f6a5b4c3d2e', config, realWorld(), { title: 'A title' })
    assert.deepEqual([found?.ref.id, found?.where], ['elsewhere:other', 'namespace elsewhere'])
  })

  test('has the id that the wiki makes of ours', async () => {
    const config = begin()
    const body = dokuWiki.render(documentOf('Words.', 'Übung “eins”'), { footer: null }, config)
    const page = await dokuWiki.create(body, 'blamefree-1', config, realWorld())
    assert.deepEqual([page.ref.id, [...wiki.pages().keys()]], ['incidents:uebung_eins', ['incidents:uebung_eins']])
    assert.notEqual(await dokuWiki.write({ ...body, text: 'Other words.' }, page, config, realWorld()), 'stale')
  })

  test('does not write what somebody is editing, nor where the account may not', async () => {
    const config = begin()
    const body = dokuWiki.render(documentOf('Words.'), { footer: null }, config)
    const page = await dokuWiki.create(body, 'blamefree-1', config, realWorld())
    wiki.openEditor(page.ref.id)
    await assert.rejects(dokuWiki.write({ ...body, text: 'Other words.' }, page, config, realWorld()), { code: 'dokuwiki/locked' })
    begin()
    const again = await dokuWiki.create(body, 'blamefree-1', config, realWorld())
    wiki.configure('', `${again.ref.id}\t@user\t1\n`)
    await assert.rejects(dokuWiki.write({ ...body, text: 'Other words.' }, again, config, realWorld()), { code: 'dokuwiki/forbidden' })
  })

  test('says what is wrong with an account and a wiki', async () => {
    const config = begin()
    const check = await dokuWiki.check(config, realWorld())
    assert.deepEqual([check.works, check.audience.level, check.where], [true, 'company', 'wiki “Test wiki”, namespace “incidents”'])
    assert.match(check.findings.map(({ sentence }) => sentence).join('\n'), /DokuWiki, .*may make and edit pages in the namespace/s)
    const said = async (more = {}): Promise<string> =>
      (await dokuWiki.check(configOf(more), realWorld())).findings.map(({ ok, sentence }) => `${ok ? '' : 'No: '}${sentence}`).join('\n')
    assert.match(await said({ token: 'wrong' }), /No: Cannot sign in to DokuWiki: it does not know the user blamefree with this password\./)
    assert.match(await said({ url: `${wiki.url}/nowhere` }), /No: Cannot reach DokuWiki: what answers is no remote API/)
    wiki.configure('', 'incidents:*\t@user\t1\n')
    assert.match(await said(), /No: The account may not make pages in the namespace “incidents”/)
    wiki.configure('', 'incidents:*\t@user\t4\nincidents:*\t@ALL\t1\n')
    assert.match(await said(), /may make and edit pages.*may not upload files there/s)
    assert.equal((await dokuWiki.check(configOf(), realWorld())).audience.level, 'public')
    wiki.configure("$conf['remoteuser'] = 'admin';")
    assert.match(await said(), /No: Cannot use DokuWiki: the account may not use its remote API\./)
    wiki.configure("$conf['remote'] = 0;")
    assert.match(await said(), /No: Cannot use DokuWiki: its remote API is switched off\./)
  })

  test('takes images along once, and shows them', async () => {
    const config = begin()
    const sent: string[] = []
    const seen = realWorld(({ body }) => sent.push(/<methodName>([^<]+)/.exec(typeof body === 'string' ? body : '')?.[1] ?? ''))
    const body = dokuWiki.render(everyConstruct(), { footer: FOOTER, assets: ASSETS }, config)
    const page = await dokuWiki.create(body, 'blamefree-1', config, seen)
    assert.equal(page.problems, undefined)
    const [file] = body.files
    assert.match(wiki.shown(`{{:incidents:${file?.name}|Graph}}`), /<img src="[^"]*fetch\.php[^"]*blamefree-graph-[^"]*"[^>]*alt="Graph"/)
    const reply = await fetch(`${wiki.url}/lib/exe/fetch.php?media=incidents:${file?.name}`, {
      headers: { authorization: `Basic ${btoa('kim:a-long-password')}` },
    })
    assert.equal(reply.status === 200 || reply.status === 403, true)
    assert.notEqual(await dokuWiki.write({ ...body, text: `Newer.\n\n${body.text}` }, page, config, seen), 'stale')
    assert.equal(sent.filter((method) => method === 'wiki.putAttachment').length, 1)
  })

  test('shows exactly the words that somebody wrote, whatever they are, and runs nothing of them', () => {
    begin()
    const words = fc.oneof(
      anyText,
      fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
    )
    const texts = fc.sample(words, { numRuns: 960, seed: 20261127 })
    for (let at = 0; at < texts.length; at += 240) shows(treeOf(texts.slice(at, at + 240)))
  })

  test('shows the words of any document', () => {
    begin()
    for (const tree of fc.sample(anyTree, { numRuns: 40, seed: 7 })) shows(tree)
  })

  /** Holds a page, as the wiki shows it, against the words of the tree. */
  function shows(given: Root): void {
    const tree = withoutImages(normalise(given))
    const { text } = dokuWiki.render({ ...documentOf(''), tree }, { footer: null }, configOf())
    const html = wiki.shown(text)
    const found = compared(wordsOf(html))
    const wanted = compared(plainText(boxed(exportedTree(tree, { evidence: false }))))
    if (found !== wanted) {
      const parts = tree.children.length > 1 ? tree.children : []
      for (const part of parts) shows({ type: 'root', children: [part] })
      assert.equal(found, wanted, `${text}\n${html}`)
    }
    for (const sign of ['wikilink', 'interwiki', 'class="media', '<img', '<script', '<iframe']) assert.ok(!html.includes(sign), `${sign}: ${text}\n${html}`)
  }

  test('is a page that one can look at', async () => {
    const config = begin()
    const body = dokuWiki.render(everyConstruct(), { footer: FOOTER, assets: ASSETS, evidence: true }, config)
    const page: PageNow = await dokuWiki.create(body, 'blamefree-1', config, realWorld())
    const html = wiki.shown(wiki.pages().get(page.ref.id) ?? '')
    for (const pattern of [
      /<h1[^>]*>Poison pill/,
      /<thead>[^]*<th[^>]*>\s*Timestamp/,
      /<blockquote>/,
      /<pre class="code go">/,
      /class="footnotes"/,
      /<em>asynchronous<\/em>/,
      /<del>slowly<\/del>/,
    ])
      assert.match(html, pattern)
  })
})

/** What means something in DokuWiki. */
const SIGNS: readonly string[] = [
  ...'[]{}|<>&\'"_~*#:;=!-/\\^%() ab'.split(''),
  ...`[[start]]\t{{:a.png}}\t{{rss>https://a.example}}\t**\t//\t__\t''\t%%\t<nowiki>\t</nowiki>\t((\t))\t~~NOTOC~~\t~~NOCACHE~~\t<del>\t</del>\t<sub>\t<sup>
<code>\t</code>\t<file>\t</file>\t<html>\t<php>\t<b>\t<!--\t&lt;\t&amp;\thttps://a.example/x\twww.a.example\tftp.a.example\tft.a\t<a@b.example>\t\\\\\\\\ \t\\\\\\\\srv\\\\x
...\t--\t---\t->\t<-\t<=>\t>>\t(c)\t(tm)\t640x480\t8-)\t:-)\tFIXME\tLOL\t:?:\t^_^\t:::\t----\t======\t== A ==\t  * \t]]\t}}\t]]]\t\u00e4\t\u6f22\u5b57\t\u00a0`.split(
    /[\t\n]/,
  ),
]

/** Words without what stands for what DokuWiki has not: titles of boxes, and the signs of lists and tables within quotes. */
const compared = (text: string): string =>
  squeezed(text)
    .replace(/(?:\u2139\ufe0f|\ud83d\udca1|\u26a0\ufe0f|\ud83d\uded1)(?:Note|Tip|Warning|Caution)?/gu, '')
    .replace(/[\u2060|\u2022]|\d+\./g, '')
