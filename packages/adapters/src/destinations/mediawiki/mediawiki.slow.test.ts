import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import type { Root } from 'mdast'
import { exportedTree, normalise, plainText, replyJson, textAt, valueAt, type PageNow, type Reply, type WorldRequest } from '@blamefree/core'
import { anyText, anyTree } from '../../../../core/src/testing/any-tree.ts'
import { ASSETS, documentOf, everyConstruct } from '../testing/every-construct.ts'
import { PAGE_PROMISES } from '../testing/page-contract.ts'
import { FOOTER } from '../testing/page-session.ts'
import type { PageSubject } from '../testing/page-subject.ts'
import { realWorld, sendReally } from '../testing/real-world.ts'
import { boxed, squeezed, treeOf, withoutImages, wordsOf } from '../testing/shown-words.ts'
import { mediaWiki } from './index.ts'
import { realPlace } from './testing/real-place.ts'
import { missingWiki, startWiki, type RealWiki } from './testing/real-wiki.ts'
import type { MediaWikiConfig } from './settings.ts'

// Against a real MediaWiki, set up in a folder of its own where Debian's is installed.

const skip = missingWiki

describe('A real MediaWiki', { skip }, () => {
  let wiki: RealWiki
  before(async () => {
    if (skip === false) wiki = await startWiki()
  })
  after(async () => {
    if (skip === false) await wiki.end()
  })

  const configOf = (more: Readonly<Record<string, string | boolean>> = {}): MediaWikiConfig => mediaWiki.configure({ ...wiki.settings, ...more })

  describe('keeps the contract of pages', () => {
    // Killing and breaking off at each request is tried on the fake: what a request does there it does here.
    const promises = PAGE_PROMISES.filter(
      ({ says }) => !/killed|never comes|patience|refuses is said|never has time|any document|2,000 rows|settings that/.test(says),
    )
    for (const { says, attempt } of promises)
      test(says, async () => {
        const warned: string[] = []
        const subject: PageSubject = {
          destination: mediaWiki,
          settings: { ...wiki.settings, prefix: 'Post-mortems/' },
          fake() {
            const place = realPlace(wiki)
            return { ...place, answer: async (request) => noted(await place.answer(request), request, warned) }
          },
          goes: ['deleted', 'archived', 'locked'],
          requests: [6, 1, 3],
        }
        assert.deepEqual((await attempt(subject)).slice(0, 6), [])
        assert.deepEqual(warned, [])
      })
  })

  test('says what an account may not, and where uploads are off', async () => {
    begin()
    wiki.configure("$wgEnableUploads = false; $wgGroupPermissions['bot']['move'] = false; $wgGroupPermissions['user']['move'] = false;")
    const check = await mediaWiki.check(configOf({ cite: true }), realWorld())
    assert.deepEqual([check.works, check.audience.level], [true, 'company'])
    const said = check.findings.map(({ sentence }) => sentence).join('\n')
    assert.match(said, /“Test wiki” \(MediaWiki 1\.\d+[^)]*\) answers and knows the account Blamefree/)
    assert.match(said, /may not move pages/)
    assert.match(said, /takes no files/)
    assert.match(said, /has Cite\.\n.*SyntaxHighlight: “Code in colours” can be switched on/)
    const body = mediaWiki.render(documentOf('![Graph](graph.png)'), { footer: FOOTER, assets: ASSETS }, configOf())
    const page = await mediaWiki.create(body, 'blamefree-1', configOf(), realWorld())
    assert.match(page.problems?.[0]?.message ?? '', /1 image was not sent, because the wiki takes no files/)
    assert.match(await html(page), /Graph/)
    const renamed = await mediaWiki.write({ ...body, title: 'Another' }, page, configOf(), realWorld())
    assert.match(renamed === 'stale' ? '' : (renamed.problems?.at(-1)?.message ?? ''), /keeps its name “A title”: the account may not do that/)
    wiki.configure("$wgReadOnly = 'The database is being moved.';")
    await assert.rejects(
      mediaWiki.write({ ...body, text: 'Other words.' }, renamed as PageNow, configOf(), realWorld()),
      /can only be read \(“The (?:wiki|database)/i,
    )
  })

  test('takes images along once, and shows them', async () => {
    begin()
    const [config, sent] = [configOf(), [] as string[]]
    const seen = realWorld((request) => sent.push(typeof request.body === 'string' ? 'form' : request.method))
    const body = mediaWiki.render(everyConstruct(), { footer: FOOTER, assets: ASSETS }, config)
    const page = await mediaWiki.create(body, 'blamefree-1', config, seen)
    assert.equal(page.problems, undefined)
    assert.match(await html(page), /<img alt="Graph of requests in a minute" src="[^"]*Blamefree-graph-[^"]*"[^>]* width="1"/)
    const uploads = sent.filter((kind) => kind === 'POST').length
    assert.notEqual(await mediaWiki.write({ ...body, text: `Newer.\n\n${body.text}` }, page, config, seen), 'stale')
    assert.deepEqual([uploads, sent.filter((kind) => kind === 'POST').length], [1, 1])
  })

  test('refuses an edit over one that touches the same line, and what it joins by itself is looked at again', async () => {
    begin()
    const config = configOf()
    const body = mediaWiki.render(documentOf('One line.\n\nTwo lines.\n\nThree lines.'), { footer: null }, config)
    const page = await mediaWiki.create(body, 'blamefree-1', config, realWorld())
    wiki.edit(page.title, page.text.replace('One line', 'One line of Kim'))
    assert.equal(await mediaWiki.write({ ...body, text: body.text.replace('One line', 'One line of ours') }, page, config, realWorld()), 'stale')
    assert.equal(await mediaWiki.write({ ...body, text: body.text.replace('Three lines', 'Three lines of ours') }, page, config, realWorld()), 'stale')
    const [joined] = wiki.pages()
    assert.match(joined?.text ?? '', /One line of Kim\.[^]*Three lines of ours/)
  })

  test('refuses a page of one byte more than it takes, and takes the others', async () => {
    begin()
    wiki.configure('$wgMaxArticleSize = 8;')
    const config = configOf()
    const body = mediaWiki.render(documentOf('Words.'), { footer: null }, config)
    const page = await mediaWiki.create(body, 'blamefree-1', config, realWorld())
    const mark = new TextEncoder().encode(page.text).byteLength - new TextEncoder().encode(body.text).byteLength
    let now = page
    for (const size of [8191, 8192]) {
      const written = await mediaWiki.write({ ...body, text: 'ä'.repeat(1000) + 'a'.repeat(size - 2000 - mark) }, now, config, realWorld())
      assert.notEqual(written, 'stale')
      now = written as PageNow
      assert.equal(new TextEncoder().encode(now.text).byteLength, size)
    }
    await assert.rejects(
      mediaWiki.write({ ...body, text: 'a'.repeat(8193 - mark) }, now, config, realWorld()),
      /would have 8,193 bytes, and the wiki takes 8,192/,
    )
    const json = await ask({ action: 'edit', title: 'Large', text: 'a'.repeat(8193), token: await token() })
    assert.equal(textAt(json, 'error', 'code'), 'contenttoobig')
  })

  test('shows exactly the words that somebody wrote, whatever they are, and runs nothing of them', async () => {
    begin()
    const words = fc.oneof(
      anyText,
      fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
    )
    const texts = fc.sample(words, { numRuns: 720, seed: 20261127 })
    for (let at = 0; at < texts.length; at += 240) await shows(treeOf(texts.slice(at, at + 240)))
  })

  test('shows the words of any document', async () => {
    begin()
    for (const tree of fc.sample(anyTree, { numRuns: 30, seed: 7 })) await shows(tree)
  })

  /** Holds a page, as the wiki saves and shows it, against the words of the tree. */
  async function shows(given: Root): Promise<void> {
    const tree = withoutImages(normalise(given))
    for (const config of [configOf(), configOf({ cite: true, syntaxHighlight: true })]) {
      const body = mediaWiki.render({ ...documentOf(''), tree }, { footer: null }, config)
      const json = await ask({
        action: 'parse',
        text: body.text,
        contentmodel: 'wikitext',
        title: 'Somewhere',
        pst: '1',
        prop: 'text|templates|images|categories|links|parsewarnings',
        disabletoc: '1',
        disableeditsection: '1',
        disablelimitreport: '1',
      })
      const shown = textAt(json, 'parse', 'text') ?? ''
      const found = squeezed(wordsOf(shown))
      const wanted = squeezed(plainText(boxed(exportedTree(tree, { evidence: false }))))
      if (found !== wanted) {
        const parts = tree.children.length > 1 ? tree.children : []
        for (const part of parts) await shows({ type: 'root', children: [part] })
        assert.equal(found, wanted, `${body.text}\n${shown}`)
      }
      for (const kind of ['templates', 'images', 'categories', 'links', 'parsewarnings'])
        assert.deepEqual(valueAt(json, 'parse', kind), [], `${kind}: ${body.text}`)
    }
  }

  function begin(): void {
    wiki.reset()
    cookies = ''
  }

  async function html(page: PageNow): Promise<string> {
    return textAt(await ask({ action: 'parse', pageid: page.ref.id, prop: 'text' }), 'parse', 'text') ?? ''
  }

  let cookies = ''
  async function token(): Promise<string> {
    cookies = ''
    const jar = new Map<string, string>()
    const call = async (fields: Readonly<Record<string, string>>): Promise<unknown> => {
      const body = new URLSearchParams({ format: 'json', formatversion: '2', ...fields }).toString()
      const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
      const reply = await sendReally({ method: 'POST', url: `${wiki.url}/api.php`, headers, body })
      for (const [, name = '', value = ''] of (reply.headers['set-cookie'] ?? '').matchAll(/(?:^|,\s*)([^=;,\s]+)=([^;,]*)/g)) jar.set(name, value)
      return replyJson(reply)
    }
    const login = textAt(await call({ action: 'query', meta: 'tokens', type: 'login' }), 'query', 'tokens', 'logintoken') ?? ''
    await call({ action: 'login', lgname: String(wiki.settings['name']), lgpassword: String(wiki.settings['token']), lgtoken: login })
    const csrf = textAt(await call({ action: 'query', meta: 'tokens' }), 'query', 'tokens', 'csrftoken') ?? ''
    cookies = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    return csrf
  }

  async function ask(fields: Readonly<Record<string, string>>): Promise<unknown> {
    if (cookies === '') await token()
    const body = new URLSearchParams({ format: 'json', formatversion: '2', ...fields }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie: cookies }
    return replyJson(await sendReally({ method: 'POST', url: `${wiki.url}/api.php`, headers, body }))
  }
})

/** What means something in wikitext. */
const SIGNS: readonly string[] = [
  ...'[]{}|<>&\'"_~*#:;=!-/ ab'.split(''),
  ...`[[Main Page]]\t{{Main Page}}\t{{PAGENAME}}\t{{subst:CURRENTTIME}}\t{{{1|x}}}\t''\t'''\t~~~~\t~~~\t__TOC__\t__NOTOC__\t-{a}-\t<b>\t<nowiki>\t</nowiki>\t<ref>x</ref>
<pre>\t<!--\t-->\t<br/>\t&lt;\t&#91;\t&amp;\thttps://a.example/x\tmailto:a@b.example\t[https://a.example x]\tRFC 1234\tISBN 1234567890\t[[File:A.png]]\t[[Category:A]]
#REDIRECT [[A]]\t----\t{|\t|}\t|-\t||\t!!\t== A ==\t[[a|\t]]\t}}\t\u00e4\t\u6f22\u5b57\t\u00a0`.split(/[\t\n]/),
]

/** An answer, after noting what the wiki warns of: a parameter that it does not know. */
function noted(reply: Reply, { url }: WorldRequest, warned: string[]): Reply {
  const warnings = valueAt(replyJson(reply), 'warnings')
  if (warnings !== undefined) warned.push(`${url.slice(0, 200)}: ${JSON.stringify(warnings).slice(0, 300)}`)
  return reply
}
