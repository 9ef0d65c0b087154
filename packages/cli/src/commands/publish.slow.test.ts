import assert from 'node:assert/strict'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { board } from '../../../server/src/testing/board/board-destination.ts'
import { BOARD_TOKEN, boardServer, type BoardServer } from '../../../server/src/testing/board/board-server.ts'
import { folderFor, recorded, recordedFrom, type Recorded } from '../testing/recorded.ts'
import { publishCommand, type PublishFlags } from './publish.ts'

const TEXT = '# Poison pill\n\n## Impact\n\nCheckout was down.\n\n## Causes\n\nA poison pill.\n'

interface Desk {
  readonly there: BoardServer
  readonly file: string
  readonly kept: string
  readonly publish: (flags?: Partial<PublishFlags>) => Promise<Recorded>
  /** Changes our text. */
  readonly write: (from: string, to: string) => void
  /** Changes theirs. */
  readonly edit: (from: string, to: string) => void
}

/** A post-mortem in a file, and a board to publish it to; its address in a file, its token in the environment. */
async function desk(context: TestContext): Promise<Desk> {
  const there = await boardServer()
  context.after(() => there.close())
  const folder = folderFor(context)
  const [file, settings] = [join(folder, 'pm.md'), join(folder, 'board.yaml')]
  writeFileSync(file, TEXT)
  writeFileSync(settings, `address: ${there.address}\nlabels:\n  - ops\n`)
  process.env['BLAMEFREE_BOARD_TOKEN'] = BOARD_TOKEN
  context.after(() => delete process.env['BLAMEFREE_BOARD_TOKEN'])
  return {
    there,
    file,
    kept: join(folder, 'pm.pages.json'),
    publish: (flags = {}) => recordedFrom((terminal) => publishCommand(file, { to: 'board', settings, ...flags }, terminal, [board])),
    write: (from, to) => writeFileSync(file, readFileSync(file, 'utf8').replace(from, to)),
    edit(from, to) {
      const [page] = there.pages
      assert.ok(page?.text.includes(from) === true, page?.text)
      page.text = page.text.replace(from, to)
      page.version += 1
    },
  }
}

test('publishes a file, updates the page the next time, and keeps what was changed there', async (context) => {
  const { there, kept, publish, write, edit } = await desk(context)
  const first = await publish()
  assert.deepEqual([first.code, first.said, there.pages.length], [0, `Published  ${there.address}/pages/1\n`, 1])
  assert.ok(!readFileSync(kept, 'utf8').includes(BOARD_TOKEN))
  assert.equal((await publish()).said, `Nothing to change  ${there.address}/pages/1\n`)
  edit('Checkout was down.', 'Checkout was slow.')
  write('A poison pill.', 'A pill.')
  const second = await publish()
  assert.match(second.said, /^Brought up to date.*\nChanged there, and kept\n {2}Impact\n {4}- Checkout was down\.\n {4}\+ Checkout was slow\.\n/)
  assert.match(there.pages[0]?.text ?? '', /Checkout was slow\.[\s\S]*A pill\./)
  assert.equal(existsSync(`${kept}.lock`), false)
})

test('stops at a conflict with both texts and exit code 1, until a side is chosen', async (context) => {
  const { there, publish, write, edit } = await desk(context)
  await publish()
  edit('Checkout was down.', 'Checkout was slow.')
  write('Checkout was down.', 'Checkout was away.')
  const stopped = await publish({ quiet: true })
  assert.equal(stopped.code, 1)
  assert.match(
    stopped.said,
    /was Checkout was down\.\n {4}theirs Checkout was slow\.\n {4}ours Checkout was away\.\n {2}Choose whose text stays with --ours or --theirs/,
  )
  assert.equal((await publish({ ours: ['Impact'] })).code, 0)
  assert.match(there.pages[0]?.text ?? '', /Checkout was away\./)
})

test('a dry run writes nothing, shows the request without the secret, and works without the place', async (context) => {
  const { there, kept, publish } = await desk(context)
  const dry = await publish({ dryRun: true })
  assert.deepEqual([dry.code, there.pages.length, existsSync(kept)], [0, 0, false])
  assert.match(dry.said, /^There is no page yet: one would be made\./)
  assert.match(dry.out, /^POST http:\/\/127\.0\.0\.1:\d+\/pages\n\n\{"title":"Poison pill"/)
  assert.ok(!`${dry.out}${dry.said}`.includes(BOARD_TOKEN))
  there.close()
  const alone = await publish({ dryRun: true })
  assert.match(alone.said, /Could not look at the page: Cannot reach 127\.0\.0\.1/)
  assert.deepEqual([alone.code, alone.out], [0, dry.out])
})

test('a page that is gone is asked about, and one that is not known any more is found by its marker', async (context) => {
  const { there, kept, publish } = await desk(context)
  await publish()
  rmSync(kept)
  assert.deepEqual([(await publish()).code, there.pages.length], [0, 1])
  const [page] = there.pages
  assert.ok(page !== undefined)
  page.gone = true
  const gone = await publish()
  assert.deepEqual([gone.code, gone.said], [1, 'Nothing was written  The page was deleted from the board.\n  Choose with --gone create.\n'])
  assert.equal((await publish({ gone: 'create' })).said, `Published  ${there.address}/pages/2\n  A new page was made; the one before is gone.\n`)
})

test('wrong settings, places and files are said in sentences', async (context) => {
  const { publish, kept } = await desk(context)
  await assert.rejects(publish({ to: 'wall' }), { message: 'Cannot publish to "wall": there is no such kind of place.', hint: 'Known: board.' })
  process.env['BLAMEFREE_BOARD_TOKEN'] = 'x'
  await assert.rejects(publish(), /the token does not begin with board-/)
  process.env['BLAMEFREE_BOARD_TOKEN'] = BOARD_TOKEN
  writeFileSync(kept, '[]')
  await assert.rejects(publish(), /pm\.pages\.json is not what Blamefree keeps of pages/)
  writeFileSync(kept, '{"schemaVersion": 1, "pages": []}')
  writeFileSync(`${kept}.lock`, String(process.pid))
  await assert.rejects(publish(), /another process .* publishes this file/)
  writeFileSync(`${kept}.lock`, '999999999')
  assert.equal((await publish()).code, 0, 'a process that is gone holds nobody up')
  const { code, said } = await recorded(['publish', 'pm.md', '--to', 'nowhere'])
  assert.deepEqual([code, /Cannot publish to "nowhere"/.test(said)], [2, true])
})
