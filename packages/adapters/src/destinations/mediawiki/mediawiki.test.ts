import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { plainText } from '@blamefree/core'
import { ASSETS, documentOf, everyConstruct } from '../testing/every-construct.ts'
import { holdPageToContract } from '../testing/page-contract.ts'
import { assertRejoined, holdMarkupToMerges } from '../testing/pieces.ts'
import type { PageSubject } from '../testing/page-subject.ts'
import { canonicalWikitext } from './canonical.ts'
import { escapeWikitext, lineStart } from './escape-wikitext.ts'
import { mediaWiki } from './index.ts'
import { joinWikitext } from './join.ts'
import { inlineOf } from './read-inline.ts'
import { readWikitext } from './read-back.ts'
import { splitWikitext } from './split.ts'
import { fakeMediaWiki } from './testing/fake-mediawiki.ts'
import { goldenPage } from './testing/golden-page.ts'
import { wikiRanges } from './wiki-ranges.ts'

const URL = 'https://wiki.example.com/w/api.php'
const BOT = { url: URL, name: 'Blamefree@blamefree', token: 'secret-7d1f', prefix: 'Post-mortems/' }
const TOKEN = { url: URL, token: 'secret-7d1f-token' }
const goes = ['deleted', 'archived', 'forbidden', 'locked'] as const
const bot: PageSubject = { destination: mediaWiki, settings: BOT, fake: fakeMediaWiki, goes, requests: [6, 1, 3] }
const token: PageSubject = { destination: mediaWiki, settings: TOKEN, fake: fakeMediaWiki, goes, requests: [4, 1, 3] }

describe('With a bot password', () => holdPageToContract(bot))
describe('With a token', () => holdPageToContract(token))

const config = mediaWiki.configure(TOKEN)
const withExtensions = mediaWiki.configure({ ...TOKEN, cite: true, syntaxHighlight: true })
const textOf = (markdown: string): string => mediaWiki.render(documentOf(markdown), { footer: null }, config).text

describe('Wikitext', () => {
  test('holds nothing of what somebody wrote that the wiki would act on', () => {
    for (const [text, wikitext] of [
      ['[[Main Page]] and {{delete}} {{{1}}}', '&#91;&#91;Main Page&#93;&#93; and &#123;&#123;delete&#125;&#125; &#123;&#123;&#123;1&#125;&#125;&#125;'],
      ["''it'' and '''b''', didn't", '&#39;&#39;it&#39;&#39; and &#39;&#39;&#39;b&#39;&#39;&#39;, didn\u0027t'],
      ['~~~~ __NOTOC__ {| -{a}-', '&#126;&#126;&#126;&#126; &#95;&#95;NOTOC&#95;&#95; &#123;| -&#123;a}-'],
      ['<nowiki> &lt; &amp & b', '&lt;nowiki> &amp;lt; &amp & b'],
      ['see https://a.example, mailto:a@b.example', 'see https&#58;//a.example, mailto&#58;a@b.example'],
      ['[https://a.example x] [//a.example x] [1]', '&#91;https&#58;//a.example x] &#91;//a.example x] [1]'],
      ['RFC 2119, at 15:39:00, a | b', 'RFC&#32;2119, at 15:39:00, a | b'],
    ] as const)
      assert.equal(escapeWikitext(text, 'prose'), wikitext)
    assert.equal(escapeWikitext('a | b [1] !!', 'inside'), 'a &#124; b &#91;1&#93; &#33;!')
    for (const sign of ['*', '#', ':', ';', '=', '|', '!']) assert.equal(lineStart(`${sign} a`), `&#${sign.charCodeAt(0)}; a`)
    assert.deepEqual([lineStart('---- a'), lineStart('-5 a')], ['&#45;--- a', '-5 a'])
  })

  test('reads back as the text that was written, for any text', () => {
    const signs = fc.constantFrom(
      ...'[]{}|<>&\'"_~*#:;=!-/ ab'.split(''),
      '[[',
      '{{',
      "''",
      "'''",
      '~~~~',
      '__TOC__',
      '<b>',
      '&lt;',
      'https://a.example',
      'RFC 1',
      '\u00e4',
      '漢',
    )
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), fc.constantFrom('prose' as const, 'inside' as const, 'label' as const), (parts, place) => {
        const text = parts.join('').replace(/\s+/g, ' ').trim()
        const wikitext = escapeWikitext(text, place)
        const read = inlineOf(wikitext, [], place === 'label')
        assert.equal(plainText(read), text, wikitext)
        assert.ok(
          read.every(({ type }) => type === 'text'),
          wikitext,
        )
      }),
    )
  })

  test('reads back as the document that it was, on a wiki with extensions and on one without', () => {
    for (const wiki of [config, withExtensions]) {
      const document = everyConstruct()
      const { text } = mediaWiki.render(document, { footer: null, assets: ASSETS, evidence: true }, wiki)
      const { tree, problems } = readWikitext(text)
      assert.deepEqual(problems, [])
      const again = mediaWiki.render({ ...document, tree }, { footer: null, assets: {}, evidence: true }, wiki)
      const same = (wikitext: string): string => wikitext.replace(/\[\[File:[^\]]*\]\]|Graph of requests in a minute/g, '(graph)').replaceAll('\u00a0', ' ')
      assert.equal(same(again.text), same(text))
    }
  })

  test('sets quotes apart that would be read as one run', () => {
    assert.equal(textOf("**a**_b_ _**c**d_ **e _f_** 'g'"), "'''a'''<nowiki />''b'' '''''c'''''<nowiki />''d'' '''e ''f''''' 'g&#39;")
    const marks = readWikitext("'''''a'''b'' '''''c''d''' '''e''f''''' g'h ''i")
    assert.equal(plainText(marks.tree), "ab cd ef g'h i")
  })

  test('has a piece for each paragraph, item and row, and keeps boxes, templates and code whole', () => {
    const theirs =
      '__NOTOC__\n{{Infobox\n| a = b\n}}\nIntro\nover two lines.\n\n\n== Heading ==\n\nText:\n* one\n** below\n*: more\n* two\n\n* another list\n{| class="wikitable"\n|+ Caption\n|-\n! a !! b\n|-\n| c\n| d\n{|\n|-\n| nested\n|}\n|}\n<div class="x">\n\nin a box\n\n</div>\n<pre>\n== no heading ==\n</pre>\n[[Category:Ops]]\n[[Category:Other]]'
    assert.deepEqual(
      splitWikitext(theirs).map(({ text, section }) => `${section}: ${text.replaceAll('\n', '/').slice(0, 22)}`),
      [
        ': __NOTOC__',
        ': {{Infobox/| a = b/}}',
        ': Intro/over two lines.',
        'Heading: /== Heading ==',
        'Heading: /Text:',
        'Heading: * one/** below/*: more',
        'Heading: * two',
        'Heading: /* another list',
        'Heading: {| class="wikitable"/|',
        'Heading: |-/! a !! b',
        'Heading: |-/| c/| d/{|/|-/| nes',
        'Heading: |}',
        'Heading: <div class="x">//in a ',
        'Heading: <pre>/== no heading ==',
        'Heading: [[Category:Ops]]',
        'Heading: [[Category:Other]]',
      ],
    )
    assertRejoined(theirs, mediaWiki)
  })

  test('that somebody left open is no end of the page', () => {
    for (const text of ['{{a\n\nb', '<div>\n\nb', '{|\n\nb', '<pre>a\n\nb', '<!-- a\n\nb', '}}\n\n|}\n\n</div>b']) {
      const pieces = splitWikitext(text)
      assert.equal(joinWikitext(pieces).includes('b'), true)
      assert.equal(pieces.length > 1 || text.startsWith('<!--'), true, text)
    }
    assert.equal(wikiRanges('{{'.repeat(200_000)).length, 0)
  })

  test('of anybody is read in a moment, however often something is begun in it', () => {
    for (const sign of [
      '[[',
      '[[a|',
      '{{',
      "''",
      '<code>',
      '<div>',
      '<del>',
      '[https://a ',
      '<!--',
      '{|\n|-\n',
      '<ul><li>',
      '\n**',
      '<div>\n',
      '<blockquote>\n',
    ]) {
      const text = sign.repeat(4000)
      assert.ok(joinWikitext(splitWikitext(text)).length >= text.trim().length, sign)
      readWikitext(text)
    }
    const deep = `${'<div>\n'.repeat(2000)}words${'\n</div>'.repeat(2000)}`
    assert.match(plainText(readWikitext(deep).tree), /words/)
  })

  holdMarkupToMerges({
    destination: mediaWiki,
    config,
    read: readWikitext,
    holds(merged) {
      const count = (pattern: RegExp): number => [...merged.matchAll(pattern)].length
      assert.equal(count(/^\{\|/gm), count(/^\|\}/gm), merged)
    },
  })

  test('does not count as changed for spaces, cells on lines of their own, and other spellings of a mark', () => {
    for (const [one, two] of [
      ['==Heading==', '== Heading =='],
      ['|-\n| a || b', '|-\n|a\n|b '],
      ['* a', '*a'],
      ["a '''b'''<br>c", 'a <b>b</b><br />c'],
      ['some words\nin lines', 'some words in lines'],
      ['\n\nwords', 'words'],
    ] as const)
      assert.equal(canonicalWikitext(one), canonicalWikitext(two))
    assert.notEqual(canonicalWikitext('[[a]]'), canonicalWikitext('&#91;&#91;a]]'))
    assert.notEqual(canonicalWikitext('<pre>a  b</pre>'), canonicalWikitext('<pre>a b</pre>'))
  })

  test('of theirs becomes their words where we have no counterpart, and that is said', () => {
    const { tree, problems } = readWikitext(
      '{{Note|Mind the gap|size=2}}\n\nSee [[Runbooks/DB|the runbook]], [[Ops]] and [https://a.example it] by [[User:Kim|Kim]].<ref>Said so</ref>\n; term\n: meaning\n[[Kategorie:Ops]]',
    )
    assert.equal(plainText(tree), 'Mind the gap 2 See the runbook, Ops and it by Kim. (Said so) term meaning')
    assert.deepEqual(
      problems.map(({ code }) => code.replace('mediawiki/', '')),
      ['template', 'link', 'link', 'mention', 'reference'],
    )
    const image = { type: 'image', url: 'Graph.png', alt: 'Requests', title: null }
    for (const written of ['[[Datei:Graph.png|mini|300px|Requests]]', '[[File:Graph.png|frameless|800px|alt=Requests]]'])
      assert.deepEqual(readWikitext(written).tree.children, [{ type: 'paragraph', children: [image] }])
  })

  test('uses extensions only where the wiki has them', () => {
    const markdown = 'A note.[^1]\n\n```go\nx()\n```\n\n[^1]: Said so.'
    const plain = mediaWiki.render(documentOf(markdown), { footer: null }, config).text
    const rich = mediaWiki.render(documentOf(markdown), { footer: null }, withExtensions).text
    assert.match(plain, /<sup>\[\[#note-1\|&#91;1&#93;\]\]<\/sup>[^]*<pre>\nx\(\)<\/pre>[^]*<div id="note-1">/)
    assert.match(rich, /<ref name="note-1" \/>[^]*<syntaxhighlight lang="go">\nx\(\)\n<\/syntaxhighlight>[^]*<references>/)
  })
})

test('the example pages are as they were looked at', () => {
  const golden = (name: string): string => readFileSync(join(import.meta.dirname, 'golden', name), 'utf8')
  assert.equal(goldenPage(true), golden('page.wiki'))
  assert.equal(goldenPage(false), golden('page-plain.wiki'))
})
