import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf } from '../../testing/every-construct.ts'
import { pageSession, type PageSession } from '../../testing/page-session.ts'
import { notion } from '../index.ts'
import { fakeNotion, placeOf } from '../testing/fake-notion.ts'
import { contract, SETTINGS } from '../testing/notion-session.ts'

interface Size {
  readonly rows: number
  readonly lines: number
}

/** More rows and lines than one request takes, and only some. */
const LARGE: Size = { rows: 130, lines: 110 }
const SMALL: Size = { rows: 25, lines: 8 }

/** A post-mortem of several requests: long tables, deep items, paragraphs. `word` is in some of them, and nowhere else. */
function long(word: string, { rows, lines }: Size): ReturnType<typeof documentOf> {
  const marked = new Set([7, 67, 127].map((index) => index % rows))
  return documentOf(`## Summary

Paraalpha ${word} stands first.

- Itembravo
  - Itemcharlie
    - Itemdelta
      - Itemecho ${word}
        - Itemfoxtrot

| Time | Event |
| --- | --- |
${Array.from({ length: rows }, (_, index) => `| 09:${1000 + index} | Row${1000 + index}row ${marked.has(index) ? word : 'stayed'} |`).join('\n')}

## ${word} is a heading

${Array.from({ length: lines }, (_, index) => `Line${index}line of the record.`).join('\n\n')}

Closinggolf ends it.
`)
}

const begin = (): PageSession =>
  pageSession({
    destination: notion,
    settings: { ...SETTINGS, blocks: true },
    locks: false,
    check: (request) => [contract?.fault(request) ?? null].filter((fault) => fault !== null),
    fake: () => placeOf(fakeNotion()),
  })

/** The whole of the text, once, with a word in all of its places. */
function whole(session: PageSession, { word, size, more = [] }: { word: string; size: Size; more?: readonly string[] }): void {
  const [page, ...others] = session.place.pages()
  assert.ok(page !== undefined && others.length === 0, `there are ${others.length + 1} pages`)
  const count = (text: string): number => page.text.split(text).length - 1
  assert.equal(count(word), 6, `${word} stands there ${count(word)} times`)
  for (let index = 0; index < size.rows; index++) assert.equal(count(`Row${1000 + index}row`), 1)
  for (let index = 0; index < size.lines; index++) assert.equal(count(`Line${index}line`), 1)
  for (const text of ['Paraalpha', 'Itembravo', 'Itemcharlie', 'Itemdelta', 'Itemecho', 'Itemfoxtrot', 'Closinggolf', ...more])
    assert.equal(count(text), 1, text)
  assert.deepEqual(session.breaches, [])
}

describe('a writing by blocks that is cut off', () => {
  it('while a long page is made is gone on with, to one page and the whole text', async () => {
    const requests = (await begin().run(long('Oneone', LARGE))).world.requests.length
    assert.ok(requests >= 8, `only ${requests} requests`)
    for (const fault of ['killed-after', 'lost'] as const)
      for (let number = 1; number <= requests; number++) {
        const session = begin()
        await session.run(long('Oneone', LARGE), { faults: { [number]: fault } })
        await session.publish(long('Oneone', LARGE))
        whole(session, { word: 'Oneone', size: LARGE })
        assert.equal((await session.publish(long('Oneone', LARGE))).kind, 'unchanged', `${fault} at ${number}`)
      }
  })

  it('while much of it is changed loses nothing of ours and nothing of theirs', async () => {
    const made = async (): Promise<PageSession> => {
      const session = begin()
      await session.publish(long('Oneone', SMALL))
      session.place.edit((text) =>
        text
          .replace('Line5line', 'Line5line by Theirhotel')
          .replace('Row1020row', 'Row1020row by Theirindia')
          .replace('Closinggolf', 'Theirkilo wrote.\nClosinggolf'),
      )
      return session
    }
    const requests = (await (await made()).run(long('Twotwo', SMALL))).world.requests.length
    for (let number = 1; number <= requests; number++) {
      const session = await made()
      await session.run(long('Twotwo', SMALL), { faults: { [number]: 'killed-after' } })
      assert.notEqual((await session.publish(long('Twotwo', SMALL))).kind, 'conflict', `request ${number} of ${requests}`)
      whole(session, { word: 'Twotwo', size: SMALL, more: ['Theirhotel', 'Theirindia', 'Theirkilo'] })
      assert.ok(!session.place.state().includes('still writing'))
    }
  })
})
