import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf } from '../../testing/every-construct.ts'
import { pageSession, type PageSession } from '../../testing/page-session.ts'
import { notion } from '../index.ts'
import { fakeNotion, placeOf } from '../testing/fake-notion.ts'
import { contract, SETTINGS } from '../testing/notion-session.ts'

/** A paragraph and an item of more pieces than a block holds. */
const many = (last: string): ReturnType<typeof documentOf> => {
  const words = Array.from({ length: 125 }, (_, index) => `**bold${index}** plain${index}`).join(' ')
  return documentOf(`First.\n\n${words} ${last}\n\n- ${words}\n\nLast.`)
}

const begin = (): PageSession =>
  pageSession({
    destination: notion,
    settings: { ...SETTINGS, blocks: true },
    check: (request) => [contract?.fault(request) ?? null].filter((fault) => fault !== null),
    fake: () => placeOf(fakeNotion()),
  })

describe('a paragraph that is too long for a block', () => {
  it('is several over there, is written once, changed where it changed, and keeps what people wrote in it', async () => {
    const session = begin()
    await session.publish(many('end'))
    assert.equal(session.place.pages()[0]?.text.match(/bold7\*\*/g)?.length, 2)
    assert.equal((await session.publish(many('end'))).kind, 'unchanged')
    assert.equal((await session.publish(many('another end'))).kind, 'updated')
    const text = session.place.pages()[0]?.text ?? ''
    assert.match(text, /plain124 another end\n/)
    assert.equal(text.match(/bold124\*\*/g)?.length, 2)
    session.place.edit((before) => before.replace('Last.', 'Last, by Theirhotel.'))
    assert.equal((await session.publish(many('third end'))).kind, 'updated')
    const after = session.place.pages()[0]?.text ?? ''
    assert.match(after, /plain124 third end\n[^]*Theirhotel/)
    assert.equal(after.match(/bold60\*\*/g)?.length, 2)
    assert.deepEqual(session.breaches, [])
  })
})
