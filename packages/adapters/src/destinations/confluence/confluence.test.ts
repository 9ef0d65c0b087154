import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { mergePage, plainText, type PageOptions, type PageSides } from '@blamefree/core'
import { anyTree } from '../../../../core/src/testing/any-tree.ts'
import { missingTestData } from '../../../../../tools/test-data.ts'
import { ASSETS, documentOf, everyConstruct } from '../testing/every-construct.ts'
import { openApiContract } from '../testing/open-api.ts'
import { holdPageToContract } from '../testing/page-contract.ts'
import { FOOTER, pageSession } from '../testing/page-session.ts'
import type { PageSubject } from '../testing/page-subject.ts'
import { vendorFile } from '../testing/vendor-files.ts'
import { BODY_LIMIT, holdSize } from './ask.ts'
import { canonicalStorage } from './canonical.ts'
import { confluence } from './index.ts'
import { joinStorage } from './join.ts'
import { readStorage } from './read-back.ts'
import { TITLE_LIMIT, titleOf } from './render.ts'
import { splitStorage } from './split.ts'
import { goldenPage } from './testing/golden-page.ts'
import { fakeConfluence } from './testing/fake-confluence.ts'
import { respelled } from './testing/respelled.ts'

const SPEC = 'specs/vendor/confluence-v2.json'
const CLOUD = { edition: 'cloud', url: 'https://acme.atlassian.net/wiki', email: 'bot@example.com', token: 'secret-7d1f', space: 'OPS', parent: '900' }
const SERVER = { edition: 'data-center', url: 'https://wiki.example.com', token: 'secret-7d1f', space: 'OPS' }
const goes = ['deleted', 'trashed', 'archived', 'forbidden'] as const

const contract = missingTestData(SPEC) === false ? openApiContract(vendorFile(SPEC), 'https://acme.atlassian.net/wiki/api/v2') : null
const cloud: PageSubject = {
  destination: confluence,
  settings: CLOUD,
  fake: () => fakeConfluence('cloud'),
  goes,
  requests: [8, 1, 3],
  ...(contract === null ? {} : { check: (request) => contract.check(request) ?? [] }),
}
const server: PageSubject = { destination: confluence, settings: SERVER, fake: () => fakeConfluence('data-center'), goes, requests: [6, 1, 3] }

test('requests are held against Atlassian’s own file', { skip: missingTestData(SPEC) }, () => assert.notEqual(contract, null))
describe('Cloud', () => holdPageToContract(cloud))
describe('Data Center', () => holdPageToContract(server))

/** Parses as XML with Confluence’s namespaces; throws where it is not well-formed. */
function parsed(storage: string): void {
  const errors: string[] = []
  new DOMParser({ onError: (level, message) => void (level === 'warning' || errors.push(`${level}: ${message}`)) }).parseFromString(
    `<root xmlns:ac="http://atlassian.com/content" xmlns:ri="http://atlassian.com/resource/identifier">${storage}</root>`,
    'text/xml',
  )
  assert.deepEqual(errors, [], storage.slice(0, 600))
}

const config = confluence.configure(CLOUD)
const options: PageOptions = { footer: FOOTER, assets: ASSETS, evidence: true }
const textOf = (markdown: string): string => confluence.render(documentOf(markdown), { footer: null }, config).text

describe('Storage format', () => {
  test('is well-formed for any document, however it is spelled, and each of its pieces joins to something well-formed', () => {
    fc.assert(
      fc.property(anyTree, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (tree, kept) => {
        const { text } = confluence.render({ ...documentOf(''), tree }, options, config)
        parsed(text)
        assert.equal(canonicalStorage(respelled(text)), canonicalStorage(text))
        const blocks = splitStorage(text)
        assert.deepEqual(
          splitStorage(respelled(text)).map((block) => canonicalStorage(block.text)),
          blocks.map((block) => canonicalStorage(block.text)),
        )
        // A merge may leave any piece out.
        parsed(joinStorage(blocks.filter((_, index) => kept[index % kept.length])))
        for (const block of blocks) parsed(joinStorage([block]))
      }),
      { numRuns: 60 },
    )
  })

  test('is well-formed after any merge, and a merge of what did not change is what it was', () => {
    const text = anyTree.map((tree) => confluence.render({ ...documentOf(''), tree }, options, config).text)
    const base = fc.tuple(text, text, text)
    fc.assert(
      fc.property(base, fc.tuple(text, text), fc.constantFrom('ours' as const, 'theirs' as const), ([one, two, three], [theirs, ours], side) => {
        // Pages that share a good deal, so that their edits touch.
        const sides = {
          oursThen: one + two + three,
          theirsThen: respelled(one + two + three),
          theirsNow: respelled(one + theirs + three),
          oursNow: ours + two + three,
        }
        const blocks = Object.fromEntries(Object.entries(sides).map(([name, whole]) => [name, splitStorage(whole)])) as unknown as PageSides
        const merged = mergePage(blocks, confluence, () => side)
        parsed(joinStorage(merged.blocks))
        for (const change of [...merged.theirs, ...merged.ours]) {
          parsed(change.before)
          parsed(change.after)
          readStorage(change.after)
        }
        const same = mergePage({ ...blocks, theirsNow: blocks.theirsThen, oursNow: blocks.oursThen }, confluence, () => null)
        assert.deepEqual([same.theirs, same.ours, same.conflicts], [[], [], []])
      }),
      { numRuns: 60 },
    )
  })

  test('reads back as the document that it was', () => {
    const document = everyConstruct()
    const { text } = confluence.render(document, { footer: null, assets: ASSETS, evidence: true }, config)
    const { tree, problems } = readStorage(respelled(text))
    assert.deepEqual(problems, [])
    const again = confluence.render({ ...document, tree }, { footer: null, assets: {}, evidence: true }, config)
    const same = (xml: string): string =>
      canonicalStorage(xml.replace(/<ac:image[^]*?<\/ac:image>|<a href="blamefree[^]*?<\/a>|Graph of requests in a minute|<\/?sup>/g, ''))
    assert.equal(same(again.text), same(text))
  })

  test('has a piece for each row, item and task', () => {
    const pieces = splitStorage(textOf('## A\n\nText\n\n| a | b |\n|-|-|\n| c | d |\n\n- one\n  - inner\n- two\n\n1. three\n\n- [x] done\n- [ ] open'))
    assert.deepEqual(
      pieces.map(({ text, section }) => `${section} ${text.slice(0, 14)}`),
      [
        'A <h2>A</h2>',
        'A <p>Text</p>',
        'A <table><tbody>',
        'A <tr><th><p>a</',
        'A <tr><td><p>c</',
        'A </tbody>',
        'A </table>',
        'A <ul>',
        'A <li><p>one</p>',
        'A <li><p>two</p>',
        'A </ul>',
        'A <ol>',
        'A <li><p>three</',
        'A </ol>',
        'A <ac:task-list>',
        'A <ac:task><ac:t',
        'A <ac:task><ac:t',
        'A </ac:task-list',
      ].map((line) => line.slice(0, 16)),
    )
  })

  test('keeps macros of theirs that we do not know, whole', () => {
    const theirs =
      '<p>a</p><ac:structured-macro ac:name="jira" ac:macro-id="1"><ac:parameter ac:name="key">OPS-7</ac:parameter></ac:structured-macro><ac:layout><ac:layout-section ac:type="two_equal"><ac:layout-cell><p>b</p><table><tbody><tr><td>c</td></tr></tbody></table></ac:layout-cell></ac:layout-section></ac:layout>&nbsp;loose <b>words</b>'
    assert.equal(joinStorage(splitStorage(theirs)), theirs.replace('</ac:layout>&nbsp;', '</ac:layout>&nbsp;'))
    assert.match(
      readStorage('<ac:structured-macro ac:name="roadmap"><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>').problems[0]?.message ?? '',
      /“roadmap”/,
    )
  })

  test('is mended where a merge took a container away around its items, or left one open', () => {
    const join = (...texts: string[]): string => joinStorage(texts.map((text) => ({ text, section: '' })))
    assert.equal(join('<tr><td>a</td></tr>', '<tr><td>b</td></tr>', '<p>c</p>'), '<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table><p>c</p>')
    assert.equal(join('<ul>', '<li>a</li>', '<p>b</p>', '<li>c</li>', '</ul>'), '<ul><li>a</li></ul><p>b</p><ul><li>c</li></ul>')
    assert.equal(join('</ul>', '<li>a</li>'), '<ul><li>a</li></ul>')
    assert.equal(join('<table><tbody>', '<li>a</li>', '</tbody>', '</table>'), '<table><tbody></tbody></table><ul><li>a</li></ul>')
  })

  test('does not count as changed for ids, spaces, entities, layout, and marks of comments', () => {
    for (const [one, two] of [
      ['<p>a  b</p>', '<p ac:local-id="1">\n a b </p>'],
      ['<td><p>a</p></td>', '<td class="confluenceTd">a</td>'],
      ['<p>a\u2019s \u00e4</p>', '<p>a&rsquo;s &auml;</p>'],
      ['<p>a b c</p>', '<p>a <ac:inline-comment-marker ac:ref="1">b</ac:inline-comment-marker> c</p>'],
      ['<p><strong>a</strong><br/></p>', '<p><b>a</b><br /></p>'],
    ] as const)
      assert.equal(canonicalStorage(one), canonicalStorage(two))
    assert.notEqual(canonicalStorage('<p>a</p>'), canonicalStorage('<p><em>a</em></p>'))
    assert.notEqual(canonicalStorage('<a href="https://a.example/1">a</a>'), canonicalStorage('<a href="https://a.example/2">a</a>'))
  })

  test('mentions people whom Confluence knows, and shows code that would end its own block', () => {
    const document = documentOf(':person[Noor]{id=7} and :person[Eva]{id=8}\n\n```go\na[b[0]]>1\n```')
    const { text } = confluence.render(document, { footer: null, mentions: { 7: '5b10:ac' } }, config)
    assert.match(text, /<ac:link><ri:user ri:account-id="5b10:ac"\/><\/ac:link> and Eva/)
    parsed(text)
    assert.equal(plainText(readStorage(text).tree).includes('a[b[0]]>1'), true)
  })
})

describe('A page in Confluence', () => {
  test('takes its images along once, and its labels', async () => {
    const fake = fakeConfluence('cloud')
    const session = pageSession({ ...cloud, fake: () => fake })
    const document = documentOf('![Graph](graph.png)')
    const made = await session.publish(document, { options: { footer: FOOTER, assets: ASSETS } })
    assert.equal(made.kind, 'created')
    assert.deepEqual(fake.files().length, 1)
    assert.match(fake.pages()[0]?.text ?? '', new RegExp(`ri:filename="${fake.files()[0]}"`))
    await session.publish(documentOf('![Graph](graph.png) of requests'), { options: { footer: FOOTER, assets: ASSETS } })
    assert.deepEqual(fake.files().length, 1)
  })

  test('does not take somebody else’s page of the same title: it gets a title of its own', async () => {
    for (const [subject, edition] of [
      [cloud, 'cloud'],
      [server, 'data-center'],
    ] as const) {
      const fake = fakeConfluence(edition)
      fake.titles('A title')
      const session = pageSession({ ...subject, fake: () => fake })
      const made = await session.publish(documentOf('Words.'))
      assert.equal('written' in made ? made.written.title : '', 'A title (blamefree-7f3a)')
      assert.match(fake.pages()[0]?.text ?? '', /Somebody else/)
      assert.equal((await session.publish(documentOf('Words.'))).kind, 'unchanged')
      assert.equal((await session.publish(documentOf('Other words.'))).kind, 'updated')
    }
  })

  test('is found by its label when it is old, also when it was renamed, and when nothing is known of it any more', async () => {
    for (const [subject, edition] of [
      [cloud, 'cloud'],
      [server, 'data-center'],
    ] as const) {
      const fake = fakeConfluence(edition)
      const session = pageSession({ ...subject, fake: () => fake })
      await session.publish(documentOf('Words.'))
      fake.rename?.('Another name')
      for (let count = 0; count < 12; count++) fake.titles(`Newer ${count}`)
      const again = await session.publish(documentOf('Words.'), { written: null })
      assert.deepEqual([again.kind, fake.pages().length], ['updated', 13])
    }
  })

  test('is refused before anything is sent when it is too large, and a title is cut to what fits', () => {
    holdSize('a'.repeat(BODY_LIMIT - 1))
    holdSize('a'.repeat(BODY_LIMIT))
    assert.throws(() => holdSize('a'.repeat(BODY_LIMIT + 1)), /takes 5 MB/)
    for (const length of [TITLE_LIMIT - 1, TITLE_LIMIT]) assert.equal(titleOf('a'.repeat(length)), 'a'.repeat(length))
    assert.equal(titleOf('a'.repeat(TITLE_LIMIT + 1)), `${'a'.repeat(TITLE_LIMIT - 1)}\u2026`)
    assert.equal(titleOf('a'.repeat(TITLE_LIMIT), ' (x)').length, TITLE_LIMIT)
    const cut = (length: number): unknown[] => confluence.render(documentOf('', 'a'.repeat(length)), { footer: null }, config).problems.map(({ code }) => code)
    assert.deepEqual([cut(TITLE_LIMIT), cut(TITLE_LIMIT + 1)], [[], ['confluence/title-cut']])
  })
})

test('the example page is as it was looked at', () => {
  assert.equal(goldenPage(), readFileSync(join(import.meta.dirname, 'golden', 'page.xml'), 'utf8'))
})

test('the address is understood as people copy it', () => {
  for (const url of ['https://acme.atlassian.net', 'https://acme.atlassian.net/wiki/', 'https://acme.atlassian.net/wiki/spaces/OPS/overview'])
    assert.equal(confluence.configure({ ...CLOUD, url }).base, 'https://acme.atlassian.net/wiki')
  for (const url of ['https://a.example/confluence', 'https://a.example/confluence/display/OPS'])
    assert.equal(confluence.configure({ ...SERVER, url }).base, 'https://a.example/confluence')
  const gateway = 'https://api.atlassian.com/ex/confluence/1f2e-3d'
  assert.equal(confluence.configure({ ...CLOUD, url: gateway }).base, `${gateway}/wiki`)
  assert.throws(() => confluence.configure({ ...CLOUD, url: 'https://api.atlassian.com/' }), /gateway/)
  assert.throws(() => confluence.configure({ ...CLOUD, email: '' }), /e-mail/)
  assert.throws(() => confluence.configure({ ...CLOUD, parent: 'x' }), /number/)
})
