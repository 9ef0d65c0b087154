import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import { keepTexts } from './keep-texts.ts'
import { schema } from './schema.ts'
import { putBack, watchStrays, type Stray } from './strays.ts'
import { FRAGMENT } from './yjs-to-editor.ts'

const SERVER = 'server'
const TYPED = 'typed'

/** Somebody who has the text open. What they send and what is sent to them lies on the way until it is delivered. */
class Writer {
  readonly ydoc = new Y.Doc({ gc: false })
  readonly sent: Uint8Array[] = []
  readonly coming: Uint8Array[] = []
  offline = false
  readonly #strays: Stray[] = []
  readonly #watch = watchStrays(this.ydoc, SERVER, (strays) => this.#strays.push(...strays))

  constructor() {
    keepTexts(this.ydoc)
    this.ydoc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== SERVER && !this.offline) this.sent.push(update)
    })
  }

  get blocks(): Node[] {
    const { doc } = initProseMirrorDoc(this.ydoc.getXmlFragment(FRAGMENT), schema)
    return Array.from({ length: doc.childCount }, (_, index) => doc.child(index))
  }

  /** As the editor's binding does it after each key. */
  write(blocks: readonly Node[]): void {
    const fragment = this.ydoc.getXmlFragment(FRAGMENT)
    const { meta } = initProseMirrorDoc(fragment, schema)
    this.ydoc.transact(() => updateYFragment(this.ydoc, fragment, schema.node('doc', null, [...blocks]), meta), TYPED)
  }

  /** Takes in what has come, as one change. */
  take(updates: readonly Uint8Array[] = this.coming.splice(0)): void {
    if (updates.length === 0) return
    this.ydoc.transact(() => {
      for (const update of updates) {
        this.#watch.hear(update)
        Y.applyUpdate(this.ydoc, update, SERVER)
      }
    }, SERVER)
    if (this.#strays.length > 0) putBack(this.ydoc, this.#strays.splice(0))
  }
}

/** A server that sends on what it has taken in itself, and forgets what was taken away. */
class Server {
  readonly ydoc = new Y.Doc()
  readonly writers: readonly Writer[]

  constructor(writers: readonly Writer[]) {
    this.writers = writers
    this.ydoc.on('update', (update: Uint8Array, from: unknown) => {
      for (const writer of writers) if (writer !== from && !writer.offline) writer.coming.push(update)
    })
  }

  hear(writer: Writer): void {
    for (const update of writer.sent.splice(0)) Y.applyUpdate(this.ydoc, update, writer)
  }

  leave(writer: Writer): void {
    writer.offline = true
    writer.sent.length = 0
    writer.coming.length = 0
  }

  /** Each asks what the other has, as the protocol has it: first the server answers. */
  meet(writer: Writer): void {
    writer.offline = false
    writer.take([Y.encodeStateAsUpdate(this.ydoc, Y.encodeStateVector(writer.ydoc))])
    writer.sent.length = 0
    Y.applyUpdate(this.ydoc, Y.encodeStateAsUpdate(writer.ydoc, Y.encodeStateVector(this.ydoc)), writer)
  }

  settle(): void {
    for (const writer of this.writers) if (writer.offline) this.meet(writer)
    for (let round = 0; round < 20; round++) {
      for (const writer of this.writers) this.hear(writer)
      for (const writer of this.writers) writer.take()
    }
    for (const { ydoc } of this.writers) assert.equal(said(ydoc), said(this.ydoc))
  }
}

const paragraph = (text: string): Node => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])
const bullet = (text: string): Node => schema.node('bulletList', null, [schema.node('listItem', null, [paragraph(text)])])
const heading = (text: string): Node => schema.node('heading', { level: 3 }, text === '' ? [] : [schema.text(text)])
const said = (ydoc: Y.Doc): string => initProseMirrorDoc(ydoc.getXmlFragment(FRAGMENT), schema).doc.toString()

function two(...texts: readonly string[]): { server: Server; ann: Writer; ben: Writer } {
  const [ann, ben] = [new Writer(), new Writer()]
  const server = new Server([ann, ben])
  ann.write(texts.map(paragraph))
  server.settle()
  return { server, ann, ben }
}

/** In which order Ann's words and Ben's change reach the server. */
const ORDERS: readonly (readonly [string, (server: Server, ann: Writer, ben: Writer) => void])[] = [
  ['the words first', (server, ann, ben) => [ann, ben].forEach((writer) => server.hear(writer))],
  ['the change first', (server, ann, ben) => [ben, ann].forEach((writer) => server.hear(writer))],
]

for (const [order, arrive] of ORDERS) {
  const both = (change: (ann: Writer, ben: Writer) => void, ...texts: readonly string[]): string => {
    const { server, ann, ben } = two(...texts)
    change(ann, ben)
    arrive(server, ann, ben)
    server.settle()
    return said(server.ydoc)
  }

  test(`words that are typed in a paragraph while another makes a list item of it stand in the item; ${order}`, () => {
    const is = both(
      (ann, ben) => {
        ann.write([paragraph('Before.'), paragraph('The queue was full for an hour.'), paragraph('After.')])
        ben.write([paragraph('Before.'), bullet('The queue was full.'), paragraph('After.')])
      },
      'Before.',
      'The queue was full.',
      'After.',
    )
    assert.equal(is, 'doc(paragraph("Before."), bulletList(listItem(paragraph("The queue was full for an hour."))), paragraph("After."))')
  })

  test(`the same where a mark is typed for it; ${order}`, () => {
    const is = both((ann, ben) => {
      ann.write([paragraph('A full queue for an hour')])
      ben.write([paragraph('-A full queue')])
      ben.write([bullet('A full queue')])
    }, 'A full queue')
    assert.equal(is, 'doc(bulletList(listItem(paragraph("A full queue for an hour"))))')
    const short = both((ann, ben) => {
      ann.write([paragraph('One two')])
      ben.write([paragraph('#One')])
      ben.write([heading('One')])
    }, 'One')
    assert.equal(short, 'doc(heading("One two"))')
  })

  test(`the same where it was empty; ${order}`, () => {
    const is = both(
      (ann, ben) => {
        ann.write([paragraph('Before.'), paragraph('Words')])
        ben.write([paragraph('Before.'), heading('')])
      },
      'Before.',
      '',
    )
    assert.equal(is, 'doc(paragraph("Before."), heading("Words"))')
  })

  test(`the same where it is joined to the one before; ${order}`, () => {
    const is = both(
      (ann, ben) => {
        ann.write([paragraph('The first line. '), paragraph('The second one, with more.')])
        ben.write([paragraph('The first line. The second one.')])
      },
      'The first line. ',
      'The second one.',
    )
    assert.equal(is, 'doc(paragraph("The first line. The second one, with more."))')
  })

  test(`where the paragraph is taken away, what was typed meanwhile stands in one of its own; ${order}`, () => {
    const is = both(
      (ann, ben) => {
        ann.write([paragraph('Before.'), paragraph('Not needed. But this is.'), paragraph('After.')])
        ben.write([paragraph('Before.'), paragraph('After.')])
      },
      'Before.',
      'Not needed.',
      'After.',
    )
    assert.equal(is, 'doc(paragraph("Before."), paragraph(" But this is."), paragraph("After."))')
  })
}

test('what was seen when the block was taken away stays away, also for who comes back later', () => {
  const { server, ann, ben } = two('Before.', 'Not needed.')
  ann.write([paragraph('Before.'), paragraph('Not needed, I think.')])
  server.settle()
  server.leave(ann)
  ben.write([paragraph('Before.')])
  server.settle()
  assert.equal(said(server.ydoc), 'doc(paragraph("Before."))')
})

for (const who of ['ann', 'ben'] as const) {
  test(`it holds for hours offline: ${who === 'ann' ? 'the writer' : 'who changed the block'} was away`, () => {
    const { server, ann, ben } = two('The queue was full.')
    const away = who === 'ann' ? ann : ben
    server.leave(away)
    for (const text of ['The queue was full, and', 'The queue was full, and nobody was paged']) {
      ann.write([paragraph(`${text}.`)])
      server.hear(ann)
    }
    ben.write([bullet('The queue was full.')])
    server.hear(ben)
    server.settle()
    assert.equal(said(server.ydoc), 'doc(bulletList(listItem(paragraph("The queue was full, and nobody was paged."))))')
  })
}

test('whatever two do at the same time, no letter that was typed is gone', () => {
  const letters = ['abcdefgh', 'stuvwxyz'] as const
  const step = fc.record({
    who: fc.nat(1),
    does: fc.constantFrom('type', 'type', 'type', 'item', 'heading', 'paragraph', 'join', 'break', 'leave', 'hear', 'take', 'meet'),
    where: fc.nat(20),
    at: fc.nat(40),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { server, ann, ben } = two('', '')
      const typed = [0, 0]
      for (const { who, does, where, at } of steps) {
        const writer = who === 0 ? ann : ben
        const { blocks } = writer
        const index = where % blocks.length
        const text = blocks[index]?.textContent ?? ''
        const cut = at % (text.length + 1)
        const kind = blocks[index]?.type.name === 'bulletList' ? bullet : blocks[index]?.type.name === 'heading' ? heading : paragraph
        const now = (...next: readonly Node[]): void => writer.write(blocks.toSpliced(index, 1, ...next))
        if (does === 'type') {
          const letter = letters[who === 0 ? 0 : 1][(typed[who] ?? 0) % 8] ?? ''
          typed[who] = (typed[who] ?? 0) + 1
          now(kind(text.slice(0, cut) + letter + text.slice(cut)))
        } else if (does === 'item') now(bullet(text))
        else if (does === 'heading') now(heading(text))
        else if (does === 'paragraph') now(paragraph(text))
        else if (does === 'break') now(kind(text), paragraph(''))
        else if (does === 'join' && index > 0) writer.write(blocks.toSpliced(index - 1, 2, paragraph((blocks[index - 1]?.textContent ?? '') + text)))
        else if (does === 'leave') {
          // Not in the middle of a change that crosses another: see `watchStrays`.
          server.hear(writer)
          writer.take()
          server.hear(writer)
          server.leave(writer)
        } else if (does === 'hear') server.hear(writer)
        else if (does === 'take') writer.take()
        else if (does === 'meet' && writer.offline) server.meet(writer)
      }
      server.settle()
      const shown =
        said(server.ydoc)
          .match(/"[^"]*"/g)
          ?.join('') ?? ''
      for (const [who, alphabet] of letters.entries()) {
        const found = shown.split('').filter((letter) => alphabet.includes(letter)).length
        assert.ok(found >= (typed[who] ?? 0), `${found} of ${typed[who]}: ${said(server.ydoc)}`)
      }
    }),
    { numRuns: 300 },
  )
})
