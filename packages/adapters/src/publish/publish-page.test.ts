import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { BlamefreeError, type Document, type PublishOutcome } from '@blamefree/core'
import { documentOf } from '../destinations/testing/every-construct.ts'
import { fakeMemory } from '../destinations/testing/fake-memory.ts'
import { memory } from '../destinations/testing/memory-page.ts'
import { pageSession, type PageSession } from '../destinations/testing/page-session.ts'
import type { FakePlace } from '../destinations/testing/page-subject.ts'

/** A place that does what it likes with a text: it parts sentences, drops what it does not know, and adds a line of its own. */
function wilful(): FakePlace {
  const fake = fakeMemory()
  return {
    ...fake,
    async answer(request) {
      const { method } = request
      const reply = await fake.answer(request)
      if ((method === 'POST' || method === 'PUT') && reply.status < 300) {
        fake.edit((text) => {
          const lines = text.split('\n').filter((line) => !line.includes('Unknown') && !line.includes('Own line'))
          return [...lines.flatMap((line) => line.replace(/\. (?=[A-Z])(?!Changes made)/g, '.\np| ').split('\n')), 'p| Own line of the place'].join('\n')
        })
        return fake.answer({ method: 'GET', url: request.url.replace(/\/pages$/, '/pages/p1') })
      }
      return reply
    },
  }
}

const begin = (fake: () => FakePlace): PageSession => pageSession({ destination: memory, settings: { token: 'a' }, fake })
const page = (first: string, last = 'Four fish swam. Five more came.'): Document =>
  documentOf(`## Summary\n\n${first}\n\nUnknown things.\n\nThree birds sang.\n\n${last}`)
const kept = (outcome: PublishOutcome): number | null => ('kept' in outcome ? outcome.kept.length : null)

describe('A place that spells pages in its own way', () => {
  test('is not written again for it, and nobody is said to have changed anything', async () => {
    const session = begin(wilful)
    const made = await session.publish(page('One cat sat. Two dogs ran.'))
    assert.deepEqual([made.kind, kept(made)], ['created', 0])
    for (let time = 0; time < 2; time++) {
      const again = await session.publish(page('One cat sat. Two dogs ran.'))
      assert.deepEqual([again.kind, kept(again)], ['unchanged', 0])
    }
    assert.equal((await session.plan(page('One cat sat. Two dogs ran.'))).plan.state, 'current')
  })

  test('gets what we change, also in what it took apart', async () => {
    const session = begin(wilful)
    await session.publish(page('One cat sat. Two dogs ran.'))
    const outcome = await session.publish(page('One cat slept. Two dogs ran.'))
    assert.deepEqual([outcome.kind, kept(outcome)], ['updated', 0])
    const text = session.place.pages()[0]?.text ?? ''
    assert.match(text, /One cat slept\.\np\| Two dogs ran\.\np\| Three birds/)
    assert.equal((await session.publish(page('One cat slept. Two dogs ran.'))).kind, 'unchanged')
  })

  test('keeps what people change in the rest, for ever', async () => {
    const session = begin(wilful)
    await session.publish(page('One cat sat. Two dogs ran.'))
    session.place.edit((text) => text.replace('Three birds sang', 'Three big birds sang').replace('Own line', 'A line of theirs\np| Own line'))
    for (const word of ['slept', 'ate', 'left']) {
      const outcome = await session.publish(page(`One cat ${word}. Two dogs ran.`))
      assert.equal(outcome.kind, 'updated')
      const text = session.place.pages()[0]?.text ?? ''
      assert.match(text, new RegExp(`One cat ${word}\\.\\np\\| Two dogs ran\\.\\np\\| Three big birds`))
      assert.match(text, /A line of theirs/)
      assert.doesNotMatch(text, /One cat sat/)
    }
  })

  test('is asked about when both change what it took apart', async () => {
    const session = begin(wilful)
    await session.publish(page('One cat sat. Two dogs ran.'))
    session.place.edit((text) => text.replace('Two dogs ran', 'Two dogs barked'))
    const outcome = await session.publish(page('One cat sat. Two dogs slept.'))
    assert.equal(outcome.kind, 'conflict')
    assert.match(JSON.stringify(outcome), /Two dogs barked[^]*Two dogs slept/)
  })
})

describe('A publishing that was cut off', () => {
  const before = documentOf('One cat sat.\n\nTwo dogs ran.\n\nThree birds sang.')
  const after = documentOf('One cat slept.\n\nTwo dogs ran.\n\nThree birds sang.')

  test('before it wrote is told from one that had written, also when people wrote since', async () => {
    for (const fault of ['killed', 'killed-after'] as const) {
      const session = begin(fakeMemory)
      await session.publish(before)
      assert.equal((await session.run(after, { faults: { 2: fault } })).killed, true)
      session.place.edit((text) => text.replace('Three birds', 'Three big birds'))
      const outcome = await session.publish(after)
      assert.equal(outcome.kind, fault === 'killed' ? 'updated' : 'unchanged')
      assert.equal(kept(outcome), 1)
      assert.match(session.place.pages()[0]?.text ?? '', /One cat slept\.[^]*Three big birds/)
    }
  })
})

test('A page that was moved by the place goes on, and that is said', async () => {
  const session = begin(fakeMemory)
  const made = await session.publish(documentOf('Words.'))
  assert.ok('written' in made)
  const elsewhere = { ...made.written, ref: { id: 'gone', url: 'https://memory.example.com/gone' }, where: 'Attic' }
  const outcome = await session.publish(documentOf('Other words.'), { written: elsewhere })
  assert.equal(outcome.kind, 'updated')
  assert.match('notices' in outcome ? outcome.notices.join(' ') : '', /not at https:\/\/memory\.example\.com\/gone any more[^]*moved: from Attic to Memory/)
})

test('A page that others write all the time is given up with a sentence', async () => {
  const session = begin(fakeMemory)
  await session.publish(documentOf('Words.'))
  let count = 0
  const meanwhile = { meanwhile: () => session.place.edit((text) => `${text}\np| Line ${++count}`) }
  const { error } = await session.run(documentOf('Other words.'), { faults: { every: meanwhile } })
  assert.equal((error as { code?: string }).code, 'publish/busy')
})

test('what may not go is refused with the reason, and once with what to do', async () => {
  const session = begin(fakeMemory)
  session.place.seenBy?.('company')
  const { error } = await session.run(documentOf('Words.'), { incident: 'people', unasked: true })
  assert.ok(error instanceof BlamefreeError)
  assert.match(error.message, /^Cannot publish to Memory: the incident is private, and Memory is seen by more people than are named on it\. /)
  assert.equal(error.hint, 'Choose another place, let fewer people see this one over there, or make the incident visible.')
  assert.ok(!error.message.includes('Choose'))
})
