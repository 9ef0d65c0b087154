import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { test, type TestContext } from 'node:test'
import { urlOf } from '../testing/databases.ts'
import { boardHouse } from '../testing/board/published.ts'

const TEXT = '## Impact\n\nCheckout was down.\n\n## Causes\n\nA poison pill.'

/** A second server on the same database, as a process of its own. */
async function process2(context: TestContext, house: Awaited<ReturnType<typeof boardHouse>>['house']): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', `${import.meta.dirname}/../testing/serve-process.ts`], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      LOG_LEVEL: 'error',
      TEST_BOARD: '1',
      PORT: String(20_000 + Math.floor(Math.random() * 30_000)),
      DATABASE_URL: urlOf(house.db),
      DATA_DIR: house.settings.dataDir,
      ALLOW_PRIVATE: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  context.after(() => child.kill('SIGKILL'))
  await new Promise<void>((ready) => child.stdout.on('data', (chunk: Buffer) => void (chunk.includes('runs at') && ready())))
  return child
}

test('two who publish the same page at once, in two processes, make one page', async (context) => {
  const { board, house, administrator, ...rest } = await boardHouse(context)
  const [connection, postMortem] = [await rest.connect(), await rest.written(TEXT)]
  await process2(context, house)
  board.before = async (asked) => void (asked.startsWith('POST') && (await new Promise((resume) => setTimeout(resume, 1500))))
  for (let count = 0; count < 4; count++) {
    assert.equal((await administrator.ask('POST', `/v1/post-mortems/${postMortem}/pages`, { connection })).status, 202)
    await new Promise((resume) => setTimeout(resume, 250))
  }
  await rest.settled(postMortem)
  await new Promise((resume) => setTimeout(resume, 3000))
  assert.deepEqual(
    [(await rest.settled(postMortem)).state, board.pages.length, board.asked.filter((asked) => asked.startsWith('POST')).length],
    ['current', 1, 1],
  )
})

test('a process that is killed after the page was made and before it was written down leaves one page, and the next goes on with it', async (context) => {
  const { board, house, administrator, ...rest } = await boardHouse(context)
  const [connection, postMortem] = [await rest.connect(), await rest.written(TEXT)]
  // Only the other process works on jobs, until it is dead.
  await administrator.ask('POST', `/v1/connections/${connection}/check`)
  await house.jobs.close()
  const child = await process2(context, house)
  const death = Promise.withResolvers<true>()
  let killed = false
  board.before = (asked) => {
    if (killed || !asked.startsWith('POST')) return
    killed = true
    child.kill('SIGKILL')
    death.resolve(true)
  }
  const answer = await administrator.ask('POST', `/v1/post-mortems/${postMortem}/pages`, { connection })
  assert.equal(answer.status, 202, answer.text)
  assert.deepEqual([await death.promise, board.pages.length], [true, 1])
  const [page] = board.pages
  assert.ok(page !== undefined)
  // Somebody reads it at once, and corrects a word.
  page.text = page.text.replace('A poison pill.', 'A poison pill, twice.')
  page.version += 1

  await process2(context, house)
  const { url } = await until(async () => {
    const [shown] = (await administrator.ask('GET', `/v1/post-mortems/${postMortem}/pages`)).body.items
    return ['current', 'changed'].includes(shown?.state) ? shown : null
  })
  assert.deepEqual([url, board.pages.length], [`${board.address}/pages/1`, 1])
  assert.match(page.text, /A poison pill, twice\./, 'what was written there meanwhile is still there')
})

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (let waited = 0; waited < 90_000; waited += 200) {
    const found = await look()
    if (found !== null) return found
    await new Promise((resume) => setTimeout(resume, 200))
  }
  throw new Error('It did not come to that.')
}
