import type { PageGone, PageNow, World } from '@blamefree/core'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { missingTestData } from '../../../../../tools/test-data.ts'
import { ASSETS, documentOf, everyConstruct, longTimeline } from '../testing/every-construct.ts'
import { holdPageToContract } from '../testing/page-contract.ts'
import { editsBetween } from './edits.ts'
import { notion } from './index.ts'
import { LARGEST_BODY, MOST_BLOCKS, portions } from './plan-writing.ts'
import { LARGEST_FILE, LONGEST_TITLE } from './render.ts'
import { configure, idOf } from './settings.ts'
import { fakeNotion, placeOf, type FakeNotion } from './testing/fake-notion.ts'
import { DATABASE, PARENT, SECRET } from './testing/fake-workspace.ts'
import { bodyOf, contract, FOOTER, isPage, MARKER, same, worldOf } from './testing/notion-session.ts'

const PAGE = configure({ token: SECRET, parent: `https://www.notion.so/acme/Operations-${PARENT.replaceAll('-', '')}?pvs=4`, kind: 'page' })
const ROWS = configure({ token: SECRET, parent: DATABASE, kind: 'database', property: 'Blamefree' })

describe('a page for Notion', () => {
  it('is the Notion-flavoured Markdown that somebody looked at', () => {
    const { text } = notion.render(everyConstruct(), { footer: FOOTER, assets: ASSETS, mentions: { 'slack:U1': 'aaaa-bbbb' }, evidence: true }, PAGE)
    assert.equal(`${text}\n`, readFileSync(new URL('golden/page.md', import.meta.url), 'utf8'))
  })

  it('comes apart and together again, and its pieces stand under their headings', () => {
    const { text } = notion.render(everyConstruct(), { footer: FOOTER, assets: ASSETS, evidence: true }, PAGE)
    assert.equal(notion.join(notion.split(text)), text)
    assert.equal(notion.split(text).at(-1)?.kind, 'footer')
    assert.ok(notion.split(text).some(({ section, text: piece }) => section === 'Timeline' && piece.startsWith('<tr>\n<td>15:39:00')))
    assert.ok(notion.split(text).some(({ section }) => section === 'A heading with code and stress'))
  })

  it('escapes what Notion would read as markup, and nothing in code', () => {
    const { text } = bodyOf('\\# a \\* b ~ $c$ \\[d] \\<e> {f} | ^ \\` \\\\\n\n`a*b$`\n\n```\n*$[\n```')
    assert.match(text, /^\\# a \\\* b \\~ \\\$c\\\$ \\\[d\\\] \\<e\\> \\\{f\\\} \\\| \\\^ \\` \\\\\n`a\*b\$`\n```\n\*\$\[\n```/)
  })

  it('reads back as what it was', () => {
    const markdown =
      'A **b** *c* ~~d~~ `e` [f](https://f.example)\\\ng\n\n## H\n\n- a\n  - b\n- [x] c\n\n1. d\n\n   e\n\n> q\n\n:::callout{kind=warning}\nw\n:::\n\n```js\n*x*\n```\n\n***\n\n| A | B |\n| --- | --- |\n| \\<x> | y |'
    const document = documentOf(markdown)
    const { tree, problems } = notion.readBack(bodyOf(markdown).text)
    assert.deepEqual(problems, [])
    const again = notion.render({ ...document, tree }, { footer: null }, PAGE).text
    assert.equal(again, notion.render(document, { footer: null }, PAGE).text)
    assert.equal(tree.children.filter(({ type }) => type === 'thematicBreak').length, 1)
  })

  it('reads what only Notion has as its words, and says so', () => {
    const { tree, problems } = notion.readBack(
      '<callout icon="x" color="red_bg">\n\tRun <mention-user url="user://1">Kim</mention-user>\n</callout>\nSee <mention-page url="https://n">Plan</mention-page> and $x^2$ {color="red"}\n\tchild\n<unknown url="x"/>\n<details>\n<summary>More</summary>\n\tinside\n</details>',
    )
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['notion/not-ours', 'notion/not-ours', 'notion/not-ours', 'notion/not-ours'],
    )
    assert.equal(JSON.stringify(tree).includes('"danger"'), true)
    for (const words of ['Run Kim', 'See Plan', 'child', 'More', 'inside']) assert.ok(JSON.stringify(tree).includes(words), words)
  })

  it('is not changed by what Notion does to it by itself', () => {
    for (const [one, other] of [
      ['<tr>\n<td>a</td>\n</tr>', '\t<tr color="">\n\t\t<td>a</td>\n\t</tr>'],
      [
        '<table header-row="true">\n<tr>\n<td>a</td>\n</tr>',
        '<table fit-page-width="true" header-row="true">\n<colgroup>\n<col width="3">\n</colgroup>\n<tr>\n<td>a</td>\n</tr>',
      ],
      ['![a](file-upload://graph-1.png)', '![a](https://prod-files-secure.s3.amazonaws.com/x/graph-1.png?X-Amz-Signature=1)'],
      ['a\\.b', 'a.b'],
      ['*~~a~~*', '~~*a*~~'],
      ['[**a**](https://a.example)', '**[a](https://a.example)**'],
      ['**a** b', '**a **b'],
      ['- *a*', '- *a* '],
      ['7. a', '1. a'],
      ['```js\nx\n```', '```javascript\nx\n```'],
      ['```\nx\n```', '```plain text\nx\n```'],
      ['<mention-user url="user://1">Kim</mention-user>', '<mention-user url="user://1">@Kim Ng</mention-user>'],
    ] as const)
      assert.equal(notion.canonical(one), notion.canonical(other))
    for (const [one, other] of [
      ['a', 'b'],
      ['**a**', '*a*'],
      ['- a', '\\- a'],
      ['```js\nx\n```', '```go\nx\n```'],
      ['```\n*x*\n```', '```\nx\n```'],
      ['<mention-user url="user://1">Kim</mention-user>', '<mention-user url="user://2">Kim</mention-user>'],
      ['- [ ] a', '- [x] a'],
    ] as const)
      assert.notEqual(notion.canonical(one), notion.canonical(other))
  })

  it('is refused in a sentence where its title or an image is too large', () => {
    bodyOf('x', 'x'.repeat(LONGEST_TITLE - 1))
    bodyOf('x', 'x'.repeat(LONGEST_TITLE))
    assert.throws(() => bodyOf('x', 'x'.repeat(LONGEST_TITLE + 1)), { code: 'notion/too-long' })
    const image = (size: number): unknown =>
      notion.render(documentOf('![a](a.png)'), { footer: null, assets: { 'a.png': { mediaType: 'image/png', bytes: new Uint8Array(size) } } }, PAGE)
    image(LARGEST_FILE)
    assert.throws(() => image(LARGEST_FILE + 1), { code: 'notion/image' })
  })
})

describe('the limits of a request', () => {
  const lines = (count: number): string => Array.from({ length: count }, (_, index) => `line ${index}`).join('\n')
  for (const [count, parts] of [
    [MOST_BLOCKS - 2, 1],
    [MOST_BLOCKS - 1, 1],
    [MOST_BLOCKS, 2],
    [2 * (MOST_BLOCKS - 1), 2],
    [2 * (MOST_BLOCKS - 1) + 1, 3],
  ] as const)
    it(`makes ${parts} of ${count} blocks`, () => {
      const found = portions(lines(count))
      assert.equal(found.length, parts)
      assert.equal(found.join('\n'), lines(count))
    })

  it('are counted in bytes of JSON', () => {
    const line = 'ä'.repeat(1000)
    const found = portions(Array.from({ length: 400 }, () => line).join('\n'))
    assert.equal(found.length, 2)
    assert.ok(found.every((part) => Buffer.byteLength(JSON.stringify(part)) <= LARGEST_BODY))
    assert.throws(() => portions('ä'.repeat(LARGEST_BODY)), { code: 'notion/too-large' })
  })

  it('take 2,000 rows in as few requests as their blocks need', async () => {
    const body = notion.render(longTimeline(2000), { footer: FOOTER }, PAGE)
    const fake = fakeNotion()
    const page = await notion.create(body, MARKER, PAGE, worldOf(fake))
    same(page.text, body.text)
    assert.deepEqual(
      fake.requests.map((request) => request.split(' ')[0]),
      ['POST', 'PATCH', 'PATCH', 'GET'],
    )
  })
})

describe('passages that changed', () => {
  for (const [name, before, after, edits] of [
    ['nothing', 'a\nb', 'a\nb', []],
    ['a block', 'a\nb\nc', 'a\nx\nc', [{ old_str: 'b', new_str: 'x' }]],
    ['a block more', 'a\nc', 'a\nb\nc', [{ old_str: 'a', new_str: 'a\nb' }]],
    ['one in front', 'b', 'a\nb', [{ old_str: 'b', new_str: 'a\nb' }]],
    ['one less', 'a\nb\nc', 'a\nc', [{ old_str: 'b', new_str: '' }]],
    ['one that occurs twice', 'x\na\ny\na', 'x\na\ny\nb', [{ old_str: 'y\na', new_str: 'y\nb' }]],
  ] as const)
    it(`are found for ${name}`, () => assert.deepEqual(editsBetween(before, after), edits))
  it('are not where they cannot be told apart', () => assert.equal(editsBetween('a\na\na\na\na\na\na\na\na\na', 'a\na\na\na\nb\na\na\na\na\na'), null))
})

for (const [where, config] of [
  ['below a page', PAGE],
  ['in a database', ROWS],
] as const)
  describe(`Notion, ${where}`, () => {
    it('makes one page, finds it, writes over it once and leaves it where nothing is new', async () => {
      const fake = fakeNotion()
      const world = worldOf(fake)
      assert.equal(await notion.find(MARKER, config, world, { title: 'Poison pill' }), null)
      const body = bodyOf('Words.\n\n![A graph](graph.png)')
      const page = await notion.create(body, MARKER, config, world)
      same(page.text, body.text)
      assert.equal(page.marker, MARKER)
      assert.equal(isPage(await notion.find(MARKER, config, world, { title: 'Poison pill' })).ref.id, page.ref.id)
      assert.equal(isPage(await notion.find(MARKER, config, world)).ref.id, page.ref.id)
      fake.requests.length = 0
      const again = isPage(await notion.write(body, page, config, world))
      assert.equal(again.version, page.version)
      assert.deepEqual(fake.requests, [`GET /pages/${page.ref.id}`, `GET /pages/${page.ref.id}/markdown`])
      fake.requests.length = 0
      const next = isPage(await notion.write(bodyOf('Other words.\n\n![A graph](graph.png)', 'Poison'), again, config, world))
      same(next.text, bodyOf('Other words.\n\n![A graph](graph.png)').text)
      assert.equal(next.title, 'Poison')
      assert.equal(fake.requests.length, 5, fake.requests.join('\n'))
      assert.equal(fake.pages.size, 1)
    })

    it('goes on wherever an answer was lost, with one page and the whole text', async () => {
      const lines = Array.from({ length: 1100 }, (_, index) => `Line ${index} of the record.`).join('\n\n')
      const body = bodyOf(`${lines}\n\n![A graph](graph.png)`)
      for (let cut = 0; cut < 6; cut++) {
        const fake = fakeNotion()
        await notion.create(body, MARKER, config, worldOf(fake, cut)).catch(() => undefined)
        const world = worldOf(fake)
        const found = await notion.find(MARKER, config, world, { title: body.title })
        const page = found === null ? await notion.create(body, MARKER, config, world) : isPage(await notion.write(body, found, config, world))
        assert.equal(fake.pages.size, 1, `cut ${cut}`)
        same(page.text, body.text)
        assert.equal(page.marker, MARKER)
      }
    })
  })

describe('Notion, when somebody was there', () => {
  const made = async (markdown: string): Promise<{ fake: FakeNotion; world: World; page: PageNow }> => {
    const fake = fakeNotion()
    const world = worldOf(fake)
    return { fake, world, page: await notion.create(bodyOf(markdown), MARKER, PAGE, world) }
  }

  it('does not write over what changed meanwhile', async () => {
    const { fake, world, page } = await made('One.')
    fake.edit(page.ref.id, (text) => text.replace('One.', 'One, by Kim.'))
    assert.equal(await notion.write(bodyOf('Two.'), page, PAGE, world), 'stale')
    const now = isPage(await notion.read(page.ref, PAGE, world))
    assert.match(now.text, /One, by Kim\./)
    const next = isPage(await notion.write({ ...bodyOf('x'), text: now.text.replace('One', 'Two') }, now, PAGE, world))
    assert.match(next.text, /Two, by Kim\./)
  })

  it('knows a page in the trash, brings it back, and one that is not shared any more', async () => {
    const { fake, world, page } = await made('One.')
    const there = fake.pages.get(page.ref.id)
    assert.ok(there)
    there.in_trash = true
    assert.equal(((await notion.read(page.ref, PAGE, world)) as PageGone).gone, 'trashed')
    assert.equal(isPage((await notion.restore?.(page.ref, PAGE, world)) ?? null).text, page.text)
    fake.hidden.add(page.ref.id)
    assert.match(((await notion.read(page.ref, PAGE, world)) as PageGone).sentence, /no longer shared/)
  })

  it('says what is missing, without the secret', async () => {
    const fake = fakeNotion()
    const world = worldOf(fake)
    const fine = await notion.check(ROWS, world)
    assert.deepEqual([fine.works, fine.where, fine.audience.level], [true, 'database “Incidents”', 'unknown'])
    fake.publicUrl = 'https://x.notion.site'
    assert.equal((await notion.check(PAGE, world)).audience.level, 'public')
    const wrong = await notion.check({ ...PAGE, token: 'ntn_another-secret' }, world)
    assert.equal(wrong.works, false)
    assert.ok(!JSON.stringify(wrong).includes('another-secret'))
    const elsewhere = await notion.check({ ...PAGE, parent: { kind: 'page', id: SECRET } }, { ...world, send: (request) => fake.answer(request) })
    assert.match(elsewhere.findings.at(-1)?.sentence ?? '', /Connections/)
  })

  it('knows people by their address', async () => {
    const fake = fakeNotion()
    fake.people.push({ id: 'u1', email: 'Kim@acme.example' })
    assert.deepEqual(await notion.people?.(['kim@acme.example', 'noor@acme.example'], PAGE, worldOf(fake)), { 'kim@acme.example': 'u1' })
  })
})

holdPageToContract({
  destination: notion,
  settings: { token: SECRET, parent: PARENT, kind: 'page' },
  goes: ['deleted', 'trashed', 'archived'],
  requests: [3, 2, 6],
  // Between the comparing and the writing there is nothing that Notion would hold for us.
  locks: false,
  check: (request) => [contract?.fault(request) ?? null].filter((fault) => fault !== null),
  fake: () => placeOf(fakeNotion()),
})

describe('settings of Notion', () => {
  it('take a link or an id', () => {
    assert.equal(idOf('https://www.notion.so/acme/Ops-11111111111111111111111111111111?pvs=4'), PARENT)
    assert.equal(idOf(PARENT), PARENT)
    assert.equal(idOf('https://www.notion.so/acme'), null)
  })
  for (const [name, part] of [
    ['no secret', { token: '' }],
    ['a secret of two lines', { token: 'ntn_aaaaaaa\nbbbb' }],
    ['no page', { parent: 'x' }],
    ['a property of a page', { property: 'x' }],
    ['another kind', { kind: 'table' }],
  ] as const)
    it(`refuse ${name}`, () => assert.throws(() => configure({ token: SECRET, parent: PARENT, kind: 'page', ...part }), { code: 'notion/setting' }))
})

/** Quotes in quotes: so many levels, and so many in the first. */
function quotes(levels: number, inside = 1): object {
  return { quote: { rich_text: [], ...(levels <= 1 && inside === 1 ? {} : { children: Array.from({ length: inside }, () => quotes(levels - 1)) }) } }
}

if (contract === null) it('the contract of Notion', { skip: missingTestData('specs/makenotion__notion-sdk-js/src/api-endpoints') }, () => undefined)
else
  describe('the contract of Notion', () => {
    const headers = { 'notion-version': '2026-03-11' }
    for (const [name, method, path, body] of [
      ['an unknown field', 'POST', '/pages', { parent: { page_id: PARENT }, markdwn: 'x' }],
      ['an unknown operation', 'PUT', '/pages', {}],
      ['an unknown query', 'GET', `/pages/${PARENT}?x=1`, null],
      ['a deprecated change', 'PATCH', `/pages/${PARENT}/markdown`, { type: 'insert_content', insert_content: { content: 'x' } }],
      [
        'an empty passage',
        'PATCH',
        `/pages/${PARENT}/markdown`,
        { type: 'update_content', update_content: { content_updates: [{ old_str: '', new_str: 'x' }] } },
      ],
      ['a colour that there is not', 'PATCH', `/blocks/${PARENT}`, { paragraph: { rich_text: [], color: 'mauve' } }],
      ['a language that there is not', 'PATCH', `/blocks/${PARENT}`, { code: { rich_text: [], language: 'cobol' } }],
      ['a block of no kind', 'PATCH', `/blocks/${PARENT}/children`, { children: [{ type: 'poem', poem: { rich_text: [] } }] }],
      ['a row without cells', 'PATCH', `/blocks/${PARENT}/children`, { children: [{ table_row: {} }] }],
      ['blocks that lie too deep', 'PATCH', `/blocks/${PARENT}/children`, { children: [quotes(4)] }],
      ['too many children', 'PATCH', `/blocks/${PARENT}/children`, { children: Array.from({ length: 101 }, () => ({ divider: {} })) }],
      ['too many blocks', 'PATCH', `/blocks/${PARENT}/children`, { children: Array.from({ length: 91 }, () => quotes(1, 10)) }],
      ['a position of before', 'PATCH', `/blocks/${PARENT}/children`, { children: [], after: PARENT }],
      ['a title too long', 'PATCH', `/pages/${PARENT}`, { properties: { title: { title: [{ text: { content: 'x'.repeat(2001) } }] } } }],
    ] as const)
      it(`refuses ${name}`, () =>
        assert.notEqual(
          contract?.fault({ method, url: `https://api.notion.com/v1${path}`, headers, ...(body === null ? {} : { body: JSON.stringify(body) }) }),
          null,
        ))
  })
