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

  words(): string {
    return initProseMirrorDoc(this.ydoc.getXmlFragment(FRAGMENT), schema).doc.textContent
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

/** Makes other blocks of some: of the one with an index, whose words may be cut somewhere. */
type Change = (blocks: readonly Node[], index: number, cut: number) => readonly Node[]

const textOf = (block: Node | undefined): string => block?.textContent ?? ''
/** A block of the same kind with other words; a list of several items becomes a paragraph. */
function like(block: Node | undefined, text: string): Node {
  if (block?.type.name === 'heading') return heading(text)
  return block?.type.name === 'bulletList' && block.childCount === 1 ? bullet(text) : paragraph(text)
}
/** A block that is joined to the one before, where there is one. */
const joined =
  (make: (before: Node, text: string) => Node): Change =>
  (blocks, index) => {
    const before = blocks[index - 1]
    return before === undefined ? blocks : blocks.toSpliced(index - 1, 2, make(before, textOf(blocks[index])))
  }

const CHANGES = {
  item: (blocks, index) => blocks.toSpliced(index, 1, bullet(textOf(blocks[index]))),
  heading: (blocks, index) => blocks.toSpliced(index, 1, heading(textOf(blocks[index]))),
  paragraph: (blocks, index) => blocks.toSpliced(index, 1, paragraph(textOf(blocks[index]))),
  'new line': (blocks, index) => blocks.toSpliced(index + 1, 0, paragraph('')),
  split(blocks, index, cut) {
    const [block, text] = [blocks[index], textOf(blocks[index])]
    return blocks.toSpliced(index, 1, like(block, text.slice(0, cut)), like(block, text.slice(cut)))
  },
  join: joined((before, text) => paragraph(before.textContent + text)),
  'next item': joined((before, text) =>
    before.type.name === 'bulletList' ? before.copy(before.content.append(bullet(text).content)) : paragraph(before.textContent + text),
  ),
  'to the end': (blocks, index) => [...blocks.toSpliced(index, 1), ...blocks.slice(index, index + 1)],
} satisfies Readonly<Record<string, Change>>

/** What happens to a connection. */
const TRAFFIC: Readonly<Record<string, (server: Server, writer: Writer) => void>> = {
  sends: (server, writer) => server.hear(writer),
  takes: (_server, writer) => writer.take(),
  leaves(server, writer) {
    // Not in the middle of a change that crosses another: see `watchStrays`.
    server.hear(writer)
    writer.take()
    server.hear(writer)
    server.leave(writer)
  },
  comes: (server, writer) => (writer.offline ? server.meet(writer) : undefined),
}

test('whatever three do at the same time, no letter that was typed is gone', () => {
  const letters = ['a', 'b', 'c'] as const
  const step = fc.record({
    who: fc.nat(2),
    does: fc.constantFrom('type', 'type', 'type', ...(Object.keys(CHANGES) as (keyof typeof CHANGES)[]), ...Object.keys(TRAFFIC)),
    where: fc.nat(20),
    at: fc.nat(40),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const writers = letters.map((letter) => ({ letter, writer: new Writer(), typed: 0 }))
      const server = new Server(writers.map(({ writer }) => writer))
      writers[0]?.writer.write([paragraph(''), paragraph('')])
      server.settle()
      for (const { who, does, where, at } of steps) {
        const one = writers[who]!
        const { blocks } = one.writer
        const index = where % blocks.length
        const text = textOf(blocks[index])
        const cut = at % (text.length + 1)
        if (does === 'type') {
          one.typed++
          one.writer.write(blocks.toSpliced(index, 1, like(blocks[index], text.slice(0, cut) + one.letter + text.slice(cut))))
        } else if (Object.hasOwn(CHANGES, does)) one.writer.write(CHANGES[does as keyof typeof CHANGES](blocks, index, cut))
        else TRAFFIC[does]?.(server, one.writer)
      }
      server.settle()
      const words = server.words()
      for (const { letter, typed } of writers) assert.ok(words.split(letter).length - 1 >= typed, `${typed} × ${letter}: ${said(server.ydoc)}`)
    }),
    { numRuns: 300 },
  )
})
