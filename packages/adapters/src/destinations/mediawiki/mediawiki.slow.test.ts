import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import type { BlockContent, PhrasingContent, Root, TableCell } from 'mdast'
import {
  decodeReferences,
  exportedTree,
  instantFromMillis,
  normalise,
  plainText,
  replyJson,
  textAt,
  valueAt,
  type Instant,
  type PageNow,
  type Reply,
  type World,
  type WorldRequest,
} from '@blamefree/core'
import { anyText, anyTree } from '../../../../core/src/testing/any-tree.ts'
import { ASSETS, documentOf, everyConstruct } from '../testing/every-construct.ts'
import { PAGE_PROMISES } from '../testing/page-contract.ts'
import { FOOTER } from '../testing/page-session.ts'
import type { PageSubject } from '../testing/page-subject.ts'
import { mediaWiki } from './index.ts'
import { realPlace, sendReally } from './testing/real-place.ts'
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
    const check = await mediaWiki.check(configOf({ cite: true }), world())
    assert.deepEqual([check.works, check.audience.level], [true, 'company'])
    const said = check.findings.map(({ sentence }) => sentence).join('\n')
    assert.match(said, /“Test wiki” \(MediaWiki 1\.\d+[^)]*\) answers and knows the account Blamefree/)
    assert.match(said, /may not move pages/)
    assert.match(said, /takes no files/)
    assert.match(said, /has Cite\.\n.*SyntaxHighlight: “Code in colours” can be switched on/)
    const body = mediaWiki.render(documentOf('![Graph](graph.png)'), { footer: FOOTER, assets: ASSETS }, configOf())
    const page = await mediaWiki.create(body, 'blamefree-1', configOf(), world())
    assert.match(page.problems?.[0]?.message ?? '', /1 image was not sent, because the wiki takes no files/)
    assert.match(await html(page), /Graph/)
    const renamed = await mediaWiki.write({ ...body, title: 'Another' }, page, configOf(), world())
    assert.match(renamed === 'stale' ? '' : (renamed.problems?.at(-1)?.message ?? ''), /keeps its name “A title”: the account may not do that/)
    wiki.configure("$wgReadOnly = 'The database is being moved.';")
    await assert.rejects(
      mediaWiki.write({ ...body, text: 'Other words.' }, renamed as PageNow, configOf(), world()),
      /can only be read \(“The (?:wiki|database)/i,
    )
  })

  test('takes images along once, and shows them', async () => {
    begin()
    const [config, sent] = [configOf(), [] as string[]]
    const seen = world((request) => sent.push(typeof request.body === 'string' ? 'form' : request.method))
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
    const page = await mediaWiki.create(body, 'blamefree-1', config, world())
    wiki.edit(page.title, page.text.replace('One line', 'One line of Kim'))
    assert.equal(await mediaWiki.write({ ...body, text: body.text.replace('One line', 'One line of ours') }, page, config, world()), 'stale')
    assert.equal(await mediaWiki.write({ ...body, text: body.text.replace('Three lines', 'Three lines of ours') }, page, config, world()), 'stale')
    const [joined] = wiki.pages()
    assert.match(joined?.text ?? '', /One line of Kim\.[^]*Three lines of ours/)
  })

  test('refuses a page of one byte more than it takes, and takes the others', async () => {
    begin()
    wiki.configure('$wgMaxArticleSize = 8;')
    const config = configOf()
    const body = mediaWiki.render(documentOf('Words.'), { footer: null }, config)
    const page = await mediaWiki.create(body, 'blamefree-1', config, world())
    const mark = new TextEncoder().encode(page.text).byteLength - new TextEncoder().encode(body.text).byteLength
    let now = page
    for (const size of [8191, 8192]) {
      const written = await mediaWiki.write({ ...body, text: 'ä'.repeat(1000) + 'a'.repeat(size - 2000 - mark) }, now, config, world())
      assert.notEqual(written, 'stale')
      now = written as PageNow
      assert.equal(new TextEncoder().encode(now.text).byteLength, size)
    }
    await assert.rejects(mediaWiki.write({ ...body, text: 'a'.repeat(8193 - mark) }, now, config, world()), /would have 8,193 bytes, and the wiki takes 8,192/)
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

/** A world with a real network, and waiting that takes no time. */
function world(see: (request: WorldRequest) => void = () => undefined): World {
  let passed = 0
  return {
    now: () => instantFromMillis(Date.UTC(2026, 2, 5) + passed) as Instant,
    id: () => '00000000-0000-4000-8000-000000000000',
    pause: (milliseconds) => Promise.resolve(void (passed += milliseconds)),
    send(request) {
      see(request)
      return sendReally(request)
    },
    reach: () => Promise.resolve([]),
  }
}

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

/** Texts at every kind of place that a text can stand at. */
function treeOf(texts: readonly string[]): Root {
  const children = texts.map((value, index): BlockContent => {
    const text: PhrasingContent = { type: 'text', value }
    const cell = (...nodes: PhrasingContent[]): TableCell => ({ type: 'tableCell', children: nodes })
    switch (index % 10) {
      case 0:
        return { type: 'list', ordered: false, children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [text] }] }] }
      case 1:
        return {
          type: 'table',
          align: [],
          children: [
            { type: 'tableRow', children: [cell(text), cell(text)] },
            { type: 'tableRow', children: [cell(text), cell({ type: 'inlineCode', value })] },
          ],
        }
      case 2:
        return { type: 'heading', depth: 2, children: [text] }
      case 3:
        return { type: 'paragraph', children: [{ type: 'strong', children: [text] }, { type: 'emphasis', children: [text] }, text] }
      case 4:
        return { type: 'paragraph', children: [{ type: 'link', url: 'https://a.example/x', children: [text] }, text] }
      case 5:
        return { type: 'paragraph', children: [{ type: 'inlineCode', value }] }
      case 6:
        return { type: 'code', value, lang: 'js' }
      case 7:
        return { type: 'blockquote', children: [{ type: 'paragraph', children: [text] }] }
      default:
        return { type: 'paragraph', children: [text] }
    }
  })
  return { type: 'root', children }
}

/** An image without a file is its words or its address, which is tried elsewhere. */
function withoutImages(tree: Root): Root {
  return JSON.parse(JSON.stringify(tree), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('children' in value) || !Array.isArray(value.children)) return value
    return {
      ...value,
      children: value.children.filter(
        (child: { type?: string }) => child.type !== 'image' && child.type !== 'footnoteReference' && child.type !== 'footnoteDefinition',
      ),
    }
  }) as Root
}

/** The tree with the characters that boxes become, and a link’s address where it has no words. */
function boxed(tree: Root): Root {
  return JSON.parse(JSON.stringify(tree), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('type' in value)) return value
    const node = value as { type: string; checked?: boolean; url?: string; children?: unknown[] }
    if (node.type === 'listItem' && typeof node.checked === 'boolean')
      return { ...node, children: [{ type: 'text', value: node.checked ? '\u2611' : '\u2610' }, ...(node.children ?? [])] }
    if (node.type === 'link' && squeezed(plainText(node as never)) === '') return { ...node, children: [{ type: 'text', value: node.url ?? '' }] }
    return value
  }) as Root
}

const wordsOf = (html: string): string => decodeReferences(html.replace(/<!--[^]*?-->/g, '').replace(/<[^>]*>/g, ''))
const squeezed = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, '')
