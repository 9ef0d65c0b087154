import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { normalise, type PageBody, type PageNow, type World } from '@blamefree/core'
import { anyTree } from '../../../../../core/src/testing/any-tree.ts'
import { ASSETS, documentOf, everyConstruct, longTimeline } from '../../testing/every-construct.ts'
import { notion } from '../index.ts'
import type { NotionPage } from '../read-page.ts'
import type { StoredBlock } from '../testing/fake-blocks.ts'
import { fakeNotion, type FakeNotion } from '../testing/fake-notion.ts'
import { textOf } from '../testing/fake-page.ts'
import { bodyOf, FOOTER, isPage, MARKER, same, SETTINGS, worldOf } from '../testing/notion-session.ts'

const BLOCKS = notion.configure({ ...SETTINGS, blocks: true })

interface Made {
  readonly fake: FakeNotion
  readonly world: World
  readonly page: PageNow
  /** The blocks of the page over there. */
  readonly blocks: () => StoredBlock[]
  /** Writes over the page as it is, and gives what was asked for. */
  readonly write: (text: (now: string) => string) => Promise<{ readonly page: PageNow; readonly requests: readonly string[] }>
}

async function made(body: PageBody, fake = fakeNotion()): Promise<Made> {
  const world = worldOf(fake)
  const page = await notion.create(body, MARKER, BLOCKS, world)
  const there = fake.pages.get(page.ref.id)
  assert.ok(there)
  return {
    fake,
    world,
    page,
    blocks: () => there.blocks ?? [],
    async write(text) {
      const now = isPage(await notion.read(page.ref, BLOCKS, world))
      fake.requests.length = 0
      const after = isPage(await notion.write({ ...body, text: text(now.text), title: now.title }, now, BLOCKS, world))
      return { page: after, requests: fake.requests.filter((request) => !request.startsWith('GET')) }
    },
  }
}

const ids = (blocks: readonly StoredBlock[]): string[] => blocks.flatMap(({ id, children }) => [id, ...ids(children)])

describe('a page by blocks', () => {
  it('reads back as what was written, with everything that a document holds', async () => {
    const body = notion.render(everyConstruct(), { footer: FOOTER, assets: ASSETS, mentions: { 'slack:U1': 'aaaa-bbbb' }, evidence: true }, BLOCKS)
    const { page, fake } = await made(body)
    same(page.text, body.text)
    assert.equal(page.marker, MARKER)
    same(isPage(await notion.read(page.ref, BLOCKS, worldOf(fake))).text, body.text)
    assert.equal(isPage(await notion.read(page.ref, BLOCKS, worldOf(fake))).version, page.version)
  })

  it('is made by the request that somebody looked at', () => {
    const body = notion.render(everyConstruct(), { footer: FOOTER, assets: ASSETS, mentions: { 'slack:U1': 'aaaa-bbbb' }, evidence: true }, BLOCKS)
    const request = JSON.stringify(JSON.parse(String(notion.request(body, null, BLOCKS)?.body)), null, 1)
    assert.equal(`${request}\n`, readFileSync(new URL('../golden/blocks.json', import.meta.url), 'utf8'))
  })

  it('reads back as what was written, whatever the document', async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, async (tree) => {
        const body = notion.render({ ...documentOf(''), tree: normalise(tree) }, { footer: FOOTER, assets: ASSETS, mentions: { '1': 'u-1' } }, BLOCKS)
        const { page, write } = await made(body)
        same(page.text, body.text)
        // And then there is nothing to write.
        assert.deepEqual((await write(() => body.text)).requests, [])
      }),
      { numRuns: 60 },
    )
  })

  it('becomes any other document, and is then the same as one that was made so', async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, anyTree, async (one, other) => {
        const [first, second] = [one, other].map((tree) => notion.render({ ...documentOf(''), tree: normalise(tree) }, { footer: FOOTER }, BLOCKS)) as [
          PageBody,
          PageBody,
        ]
        const { write } = await made(first)
        same((await write(() => second.text)).page.text, second.text)
      }),
      { numRuns: 60 },
    )
  })

  it('takes 2,000 rows in as few requests as their hundreds need', async () => {
    const body = notion.render(longTimeline(2000), { footer: FOOTER }, BLOCKS)
    const fake = fakeNotion()
    const { page } = await made(body, fake)
    same(page.text, body.text)
    const count = (method: string): number => fake.requests.filter((request) => request.startsWith(method)).length
    // One makes the page, fifteen append; one takes away what says that more comes. Eight read.
    assert.deepEqual([count('POST'), count('PATCH'), count('DELETE'), count('GET')], [1, 15, 1, 8])
  })
})

describe('writing over a page by blocks', () => {
  const MARKDOWN = 'One.\n\nTwo.\n\n- a\n- b\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n\nLast.'

  it('touches only the block that changed', async () => {
    const { blocks, write } = await made(bodyOf(MARKDOWN))
    const before = ids(blocks())
    const { requests } = await write((text) => text.replace('Two.', 'Two and more.'))
    assert.deepEqual(requests, [`PATCH /blocks/${blocks()[1]?.id}`])
    assert.deepEqual(ids(blocks()), before)
  })

  it('touches only the row, the item or the cell that changed', async () => {
    const { blocks, write } = await made(bodyOf(MARKDOWN))
    const before = ids(blocks())
    const row = await write((text) => text.replace('<td>4</td>', '<td>5</td>'))
    assert.deepEqual(row.requests, [`PATCH /blocks/${blocks()[4]?.children[2]?.id}`])
    const item = await write((text) => text.replace('- a\n', '- a\n\t- inside\n'))
    assert.deepEqual(item.requests, [`PATCH /blocks/${blocks()[2]?.id}/children`])
    assert.deepEqual(
      ids(blocks()).filter((id) => before.includes(id)),
      before,
    )
  })

  it('puts what is new where it belongs, in one request for each place', async () => {
    const { write } = await made(bodyOf(MARKDOWN))
    const { page, requests } = await write(
      (text) =>
        `First.\n${text.replace('Two.', 'Two.\nThree.\n## Four').replace('<tr>\n<td>3</td>', '<tr>\n<td>new</td>\n<td>row</td>\n</tr>\n<tr>\n<td>3</td>')}`,
    )
    assert.match(page.text, /^First\.\nOne\.\nTwo\.\nThree\.\n## Four\n- a[^]*<td>2<\/td>\n<\/tr>\n<tr>\n<td>new<\/td>\n<td>row<\/td>\n<\/tr>\n<tr>\n<td>3/)
    // Three places, and one that takes away what says that more comes, which came along with the first.
    assert.deepEqual(
      requests.map((request) => request.split(' ')[0]),
      ['PATCH', 'PATCH', 'PATCH', 'DELETE'],
    )
  })

  it('makes a table anew that has another width, and a block that is of another kind', async () => {
    const { write } = await made(bodyOf(MARKDOWN))
    const { page } = await write((text) => text.replace('Two.', '> Two.').replaceAll('</tr>', '<td>c</td>\n</tr>'))
    assert.match(page.text, /One\.\n> Two\.\n- a/)
    assert.equal(page.text.match(/<td>c<\/td>/g)?.length, 3)
    assert.equal(page.text.match(/<table/g)?.length, 1)
  })

  it('leaves alone what it does not know, wherever it is, and empty lines', async () => {
    const { fake, blocks, page, world, write } = await made(bodyOf(MARKDOWN))
    const opaque = (type: string): StoredBlock => ({
      id: `cccccccc-0000-0000-0000-00000000000${type.length}`,
      type,
      content: { url: 'https://e.example' },
      children: [],
    })
    const empty: StoredBlock = { id: 'cccccccc-0000-0000-0000-0000000000aa', type: 'paragraph', content: { rich_text: [] }, children: [] }
    blocks().splice(1, 0, opaque('embed'), empty)
    blocks()[4]?.children.push(opaque('synced_block'))
    const now = isPage(await notion.read(page.ref, BLOCKS, world))
    assert.match(now.text, /One\.\n<unknown url="https:\/\/www\.notion\.so\/cccccccc0+5" alt="embed"\/>/)
    assert.deepEqual(
      notion.readBack(now.text).problems.map(({ code }) => code),
      ['notion/not-ours'],
    )
    const one = await write((text) => text.replace('One.', 'One more.').replace('- a', '- a more'))
    assert.match(one.page.text, /One more\.\n<unknown [^\n]*embed"\/>\n<empty-block\/>\nTwo/)
    // Everything is to go.
    const { page: after } = await write(() => 'Nothing of it.')
    assert.deepEqual(
      blocks().map(({ type }) => type),
      ['paragraph', 'embed', 'paragraph', 'bulleted_list_item', 'paragraph'],
    )
    assert.match(textOf(fake.pages.get(page.ref.id) as never), /Nothing of it\.[^]*embed[^]*- a more\n\t<unknown [^\n]*synced_block/)
    assert.deepEqual(
      after.problems?.map(({ code }) => code),
      ['notion/stays'],
    )
  })

  it('knows an image again, changes its description, and does not make again what is at Notion only', async () => {
    const { blocks, page, world, write } = await made(bodyOf('One.\n\n![A graph](graph.png)\n\nTwo.'))
    assert.deepEqual((await write((text) => text)).requests, [])
    assert.deepEqual((await write((text) => text.replace('![A graph]', '![The graph]'))).requests, [`PATCH /blocks/${blocks()[1]?.id}`])
    const moved = (text: string): string => text.replace(/\n(!\[.*)\n(Two\.)/, '\n$2\n$1')
    same((await write(moved)).page.text, moved(bodyOf('One.\n\n![The graph](graph.png)\n\nTwo.').text))
    const now = isPage(await notion.read(page.ref, BLOCKS, world))
    await assert.rejects(
      notion
        .write({ ...bodyOf('x'), text: 'One.', files: [] }, now, BLOCKS, world)
        .then(() => notion.create({ ...bodyOf('x'), text: now.text, files: [] }, 'other', BLOCKS, world)),
      {
        code: 'notion/image-moved',
      },
    )
  })

  it('says so when somebody takes a block away while it writes, and goes on the next time', async () => {
    const { fake, blocks, page, world } = await made(bodyOf(MARKDOWN))
    const wanted = (text: string): string => text.replace('Two.', 'Two more.').replace('- b\n', '').replace('Last.', 'Last.\nNew.')
    const body = { ...bodyOf(MARKDOWN), text: wanted(page.text) }
    const [two, item] = [blocks()[1]?.id, blocks()[3]?.id]
    const racing: World = {
      ...world,
      send: async (request) => {
        if (request.url.endsWith(`/blocks/${two}`)) blocks().splice(1, 1)
        if (request.url.endsWith(`/blocks/${item}`)) blocks().splice(2, 1)
        return await world.send(request)
      },
    }
    await assert.rejects(notion.write(body, page, BLOCKS, racing), { code: 'notion/changed' })
    const now = isPage(await notion.read(page.ref, BLOCKS, world))
    assert.equal(now.unfinished, true)
    same(isPage(await notion.write(body, now, BLOCKS, racing)).text, body.text)
    assert.equal(textOf(fake.pages.get(page.ref.id) as never).includes('still writing'), false)
  })

  it('gives another title along with the text', async () => {
    const { page, world, fake } = await made(bodyOf('One.'))
    const after = isPage(await notion.write(bodyOf('One.', 'Another'), page, BLOCKS, world))
    assert.equal(after.title, 'Another')
    assert.equal(fake.requests.at(-1), `PATCH /pages/${page.ref.id}`)
  })

  it('shows a dry run the first request', async () => {
    const { page, world } = await made(bodyOf('One.'))
    assert.match(String(notion.request(bodyOf('One.'), null, BLOCKS)?.body), /"children":\[\{"type":"paragraph"/)
    const now = isPage(await notion.read(page.ref, BLOCKS, world))
    assert.equal(notion.request(bodyOf('Two.'), now, BLOCKS)?.method, 'PATCH')
    assert.equal(notion.request({ ...bodyOf('One.'), text: now.text }, now, BLOCKS), null)
  })
})

describe('Markdown that cannot be used', () => {
  const config = (): ReturnType<typeof notion.configure> => notion.configure(SETTINGS)

  for (const markdown of ['absent', 'newer'] as const)
    it(`is found out when it is ${markdown}, and asked for no more`, async () => {
      const fake = Object.assign(fakeNotion(), { markdown })
      const [world, place] = [worldOf(fake), config()]
      const page = await notion.create(bodyOf('One.'), MARKER, place, world)
      const asked = fake.requests.filter((request) => request.startsWith('POST'))
      assert.deepEqual(asked, ['POST /pages', 'POST /pages'])
      same(isPage(await notion.write(bodyOf('Two.'), page, place, world)).text, bodyOf('Two.').text)
      assert.ok(fake.requests.every((request) => !request.endsWith('/markdown')))
      assert.equal(isPage(await notion.find(MARKER, config(), world, { title: page.title })).ref.id, page.ref.id)
    })

  for (const shown of [{ truncated: true }, { unknown: ['x'] }])
    it(`is left where it shows a page in part: ${Object.keys(shown).join()}`, async () => {
      const fake = fakeNotion()
      const [world, place] = [worldOf(fake), config()]
      const page = await notion.create(bodyOf('One.\n\n- a\n\n| A |\n| --- |\n| 1 |'), MARKER, place, world)
      Object.assign(fake, shown)
      const now = isPage(await notion.read(page.ref, place, world))
      assert.equal(now.version, page.version)
      assert.ok((now as NotionPage).root !== null)
      fake.requests.length = 0
      const body = bodyOf('One.\n\n- b\n\n| A |\n| --- |\n| 2 |')
      same(isPage(await notion.write(body, now, place, world)).text, body.text)
      assert.ok(fake.requests.every((request) => !request.endsWith('/markdown')))
    })

  it('that is gone between reading and writing loses nothing', async () => {
    const fake = fakeNotion()
    const [world, place] = [worldOf(fake), config()]
    const page = await notion.create(bodyOf('One.'), MARKER, place, world)
    fake.markdown = 'absent'
    assert.equal(isPage(await notion.write(bodyOf('Two.'), page, place, world)).text.includes('Two.'), true)
  })
})
