import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { normalise, plainText } from '@blamefree/core'
import { anyText, anyTree } from '../../../../core/src/testing/any-tree.ts'
import { ASSETS, documentOf, everyConstruct } from '../testing/every-construct.ts'
import { assertRejoined, holdMarkupToMerges } from '../testing/pieces.ts'
import { canonicalDoku } from './canonical.ts'
import { dokuRanges } from './doku-ranges.ts'
import { escapeDoku, labelDoku, lineStart } from './escape-doku.ts'
import { dokuWiki } from './index.ts'
import { joinDoku } from './join.ts'
import { markerIn, withMarker } from './marker.ts'
import { inlineOf } from './read-inline.ts'
import { readDoku } from './read-back.ts'
import { splitDoku } from './split.ts'
import { goldenPage } from './testing/golden-page.ts'
import { splitTitle, titleOf, withTitle } from './title.ts'

const config = dokuWiki.configure({ url: 'https://wiki.example.com', token: 'secret-7d1f', namespace: 'incidents' })
const textOf = (markdown: string): string => dokuWiki.render(documentOf(markdown), { footer: null }, config).text

describe('The text of a page', () => {
  test('holds nothing of what somebody wrote that the wiki would act on', () => {
    for (const [text, doku] of [
      ['[[start]] and {{rss>x}}', '%%[[%%start%%]]%% and %%{{%%rss>x%%}}%%'],
      ["**b** //i// __u__ ''m'' it's", "%%**b** //i// __u__ ''m''%% it's"],
      ['see https://a.example/x, www.a.example', 'see %%https://a.example/x, www.a.example%%'],
      ['~~NOTOC~~ ((note)) \\\\ x', '%%~~%%NOTOC%%~~ ((%%note%%)) \\\\%% x'],
      ['a <b>bold</b> <code> 1 < 2', 'a %%<b>%%bold%%</b> <code>%% 1 < 2'],
      ['"q" -> 3 -- 4 ... (c) 640x480 :-) FIXME', '%%"q" -> 3 -- 4 ... (c) 640x480 :-) FIXME%%'],
      ['He said "no" to it', 'He said %%"no"%% to it'],
      ['100%% sure', '100<nowiki>%%</nowiki> sure'],
      ['at 15:39:00, a | b ^ c, 50%', 'at 15:39:00, a | b ^ c, 50%'],
    ] as const)
      assert.equal(escapeDoku(text), doku)
    assert.equal(escapeDoku('a | b ^ c', { cell: true }), 'a %%| b ^%% c')
    assert.equal(escapeDoku('a*', { after: '*' }), 'a%%*%%')
    assert.deepEqual(
      ['>', '|', '^', '-'].map((sign) => lineStart(`${sign} a`)),
      ['%%>%% a', '%%|%% a', '%%^%% a', '- a'],
    )
    assert.equal(labelDoku('a]]b {{c}}'), 'a]\u2060]b {{c}\u2060}')
  })

  test('reads back as the text that was written, for any text', () => {
    const signs = fc.constantFrom(
      ...'[]{}|<>&\'"_~*#:;=!-/\\%() ab'.split(''),
      '[[',
      '{{',
      '**',
      '//',
      '%%',
      '<nowiki>',
      '</nowiki>',
      'https://a.example',
      'www.a',
      '((',
      '))',
      '...',
      '漢',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.array(signs, { maxLength: 12 }).map((parts) => parts.join('')),
        ),
        fc.boolean(),
        (given, cell) => {
          const text = given.replace(/\s+/g, ' ').trim()
          const doku = escapeDoku(text, { cell })
          assert.equal(plainText(inlineOf(doku)), text, doku)
        },
      ),
    )
  })

  test('reads back as the page that it was, for any document', () => {
    const render = (tree: Parameters<typeof normalise>[0]): string =>
      dokuWiki.render({ ...documentOf(''), tree }, { footer: null, evidence: true }, config).text
    const words = (tree: Parameters<typeof normalise>[0]): string => plainText(tree).replace(/[\s\u2060]+/g, '')
    fc.assert(
      fc.property(anyTree, (tree) => {
        const read = readDoku(render(normalise(tree))).tree
        const text = render(read)
        const again = readDoku(text).tree
        assert.equal(render(again), text)
        assert.equal(words(again), words(read))
      }),
    )
  })

  test('reads back as the document that it was', () => {
    const document = everyConstruct()
    const { text } = dokuWiki.render(document, { footer: null, assets: ASSETS, evidence: true }, config)
    const { tree, problems } = readDoku(text)
    assert.deepEqual(problems, [])
    const again = dokuWiki.render({ ...document, tree }, { footer: null, assets: {}, evidence: true }, config)
    assert.equal(again.text, text.replaceAll('\u00a0', ' ').replace(/\{\{[^|]*\|([^}]*)\}\}/, '$1'))
  })

  test('has a piece for each paragraph, item and row, and keeps quotes, boxes and code whole', () => {
    const theirs =
      '~~NOTOC~~\nIntro\nover two lines.\n\n\n===== Heading =====\nText:\n  * one\n    * below\n  * two\n\n  - another list\n^ a ^ b ^\n| c | ((a note\nover lines)) |\n> quote\n> goes on\n<WRAP round>\n\nin a box\n\n</WRAP>\n<code>\n== no heading ==\n\n  * no item\n</code>\n----\n{{tag>a b}}'
    assert.deepEqual(
      splitDoku(theirs).map(({ text, section }) => `${section}: ${text.replaceAll('\n', '/').slice(0, 26)}`),
      [
        ': ~~NOTOC~~',
        ': Intro/over two lines.',
        'Heading: /===== Heading =====',
        'Heading: Text:',
        'Heading:   * one/    * below',
        'Heading:   * two',
        'Heading: /  - another list',
        'Heading: ^ a ^ b ^',
        'Heading: | c | ((a note/over lines)',
        'Heading: > quote/> goes on',
        'Heading: <WRAP round>//in a box//</',
        'Heading: <code>/== no heading ==// ',
        'Heading: ----',
        'Heading: {{tag>a b}}',
      ],
    )
    assertRejoined(theirs, dokuWiki)
  })

  test('that somebody left open is no end of the page', () => {
    for (const text of ['<code>a\n\nb', '((a\n\nb', '%%a\n\nb', '<nowiki>a\n\nb', '<WRAP>\n\nb', '{{a\n\nb', '[[a\n\nb', '</code>\n\nb']) {
      const pieces = splitDoku(text)
      assert.equal(joinDoku(pieces).includes('b'), true)
      assert.equal(pieces.length > 1, true, text)
    }
    assert.equal(dokuRanges('<WRAP>'.repeat(200_000)).length, 0)
  })

  test('of anybody is read in a moment, however often something is begun in it', () => {
    for (const sign of [
      '[[',
      '[[a|',
      '{{',
      '**',
      "''",
      '%%',
      '%% a',
      '((',
      '((%%',
      '<code>',
      '<nowiki>',
      '<WRAP>',
      '<del>',
      '//',
      '\\\\ ',
      '\n  * ',
      '\n> ',
      '\n>>',
      '\n| a ',
      '^ a',
      'https://a',
      '==',
      '\n== a ==',
    ]) {
      const text = sign.repeat(4000)
      assert.ok(joinDoku(splitDoku(text)).length >= 0, sign)
      readDoku(text)
      canonicalDoku(text)
    }
    readDoku(`${'>'.repeat(3000)} words`)
    readDoku(Array.from({ length: 2000 }, (_, depth) => `${'  '.repeat(depth + 1)}* a`).join('\n'))
  })

  holdMarkupToMerges({ destination: dokuWiki, config, read: readDoku })

  test('does not count as changed for spaces, tabs, and lines that a paragraph is broken into', () => {
    for (const [one, two] of [
      ['=====Heading=====', '===== Heading ====='],
      ['|a|b|', '| a | b |'],
      ['\t* a', '  *  a'],
      ['> a', '>a'],
      ['some words\nin lines', 'some words in lines'],
      ['\n\nwords', 'words'],
    ] as const)
      assert.equal(canonicalDoku(one), canonicalDoku(two))
    for (const [one, two] of [
      ['<code>\na  b\n</code>', '<code>\na b\n</code>'],
      ['|  a |', '| a |'],
      ['    * a', '  * a'],
      ['**a**', '%%**a**%%'],
    ] as const)
      assert.notEqual(canonicalDoku(one), canonicalDoku(two))
  })

  test('of theirs becomes their words where we have no counterpart, and that is said', () => {
    const { tree, problems } = readDoku(
      '<WRAP center round box 60%>\nMind the gap\n</WRAP>\n\nSee [[runbooks:db|the runbook]], [[ops:on_call]] and [[https://a.example|it]] by [[user>kim|Kim]]. {{ :runbook.pdf |The file}} __under__ H<sub>2</sub>O ~~DISCUSSION~~\n\n  raw line\n  goes on',
    )
    assert.equal(plainText(tree), 'Mind the gap See the runbook, on call and it by Kim. The file under H2O raw line\ngoes on')
    assert.deepEqual(
      problems.map(({ code }) => code.replace('dokuwiki/', '')),
      ['box', 'link', 'link', 'mention', 'media', 'extension'],
    )
    const [warning] = readDoku('<WRAP center round important 60%>\nMind the gap\n\n  * one\n</WRAP>').tree.children
    assert.ok(warning?.type === 'containerDirective' && warning.attributes?.['kind'] === 'warning' && warning.children.length === 2)
    const image = { type: 'image', url: 'graph.png', alt: 'Requests', title: null }
    for (const written of ['{{ :ops:graph.png?300 |Requests}}', '{{graph.png|Requests}}'])
      assert.deepEqual(readDoku(written).tree.children, [{ type: 'paragraph', children: [image] }])
  })

  test('has notes where they are referred to, and one of the same words twice is one', () => {
    const text = textOf('A[^1], B[^1] and C[^2].\n\n[^1]: One.\n\n    Two.\n\n[^2]: Three')
    assert.equal(text, 'A((One.\\\\ \\\\ Two.)), B((One.\\\\ \\\\ Two.)) and C((Three)).')
    const { tree } = readDoku(text)
    assert.equal(tree.children.filter(({ type }) => type === 'footnoteDefinition').length, 2)
  })

  test('says what headings, links and quotes cannot have', () => {
    const body = dokuWiki.render(documentOf('## A **b**\n\n[a `c`](https://a.example)\n\n> | a |\n> |---|\n> | b |\n\n3. three'), { footer: null }, config)
    assert.match(body.problems.map(({ message }) => message).join('\n'), /^2 headings and links have lost bold.*\n2 blocks are plain lines/)
  })
})

describe('The title of a page', () => {
  test('is its first and largest heading, and what people write above it stays there', () => {
    assert.deepEqual(splitTitle('====== A title ======\n\nWords.\n'), { title: 'A title', text: 'Words.' })
    assert.deepEqual(splitTitle('Words.'), { title: null, text: 'Words.' })
    const raw = '//Draft!//\n\n====== A title ======\n\nWords.'
    const { text } = splitTitle(raw)
    assert.equal(text, '//Draft!//\n\nWords.')
    assert.equal(withTitle({ title: 'Another', text: `${text}\n\nMore.` }, raw), '//Draft!//\n\n====== Another ======\n\nWords.\n\nMore.')
    assert.equal(withTitle({ title: 'Another', text: 'Words.' }, raw), '====== Another ======\n\nWords.')
  })

  test('is read back, whatever is in it', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constantFrom('= a =', '=', 'a == b', '====== a ======')), (given) => {
        const title = titleOf(given)
        assert.deepEqual(splitTitle(withTitle({ title, text: 'Words.' }, '')), { title, text: 'Words.' })
      }),
    )
  })

  test('has our mark behind the footer, which nobody notices', () => {
    const footer = '<sub>Made by Blamefree</sub>'
    assert.equal(withMarker(`Words.\n\n${footer}`, 'blamefree-7f3a'), `Words.\n\n${footer}\n[[#blamefree-7f3a|\u00b7]]`)
    for (const marker of ['blamefree-7f3a', 'b--c d', 'a]]|b'])
      for (const text of ['', 'Words.', footer]) assert.equal(markerIn(withMarker(withMarker(text, marker), marker)), marker)
    assert.equal(markerIn('[[#blamefree|x]]'), null)
  })
})

test('the example page is as it was looked at', () => assert.equal(goldenPage(), readFileSync(join(import.meta.dirname, 'golden', 'page.txt'), 'utf8')))
