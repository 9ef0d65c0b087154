import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { test, type TestContext } from 'node:test'
import { testFolder } from './testing/databases.ts'
import { EMBEDDED } from './testing/engines.ts'

interface Child {
  readonly process: ChildProcess
  /** What it has printed so far. */
  readonly lines: string[]
  /** Resolves with the first line that matches, wherever it stands. */
  said(what: RegExp): Promise<string>
  ended(): Promise<number | string | null>
}

/** A server as a user starts it: a process of its own. */
function start(context: TestContext, environment: Readonly<Record<string, string>>): Child {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', `${import.meta.dirname}/testing/serve-process.ts`], {
    env: { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const take = (chunk: Buffer): void => void lines.push(...chunk.toString().trim().split('\n'))
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const exit = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string | null)
  context.after(async () => {
    child.kill('SIGKILL')
    await exit
  })
  return {
    process: child,
    lines,
    async said(what) {
      for (let waited = 0; waited < 60_000; waited += 20) {
        const line = lines.find((one) => what.test(one))
        if (line !== undefined) return line
        await new Promise((resume) => setTimeout(resume, 20))
      }
      throw new Error(`It never said ${String(what)}, but: ${lines.join('\n')}`)
    },
    ended: () => exit,
  }
}

const port = (): string => String(20_000 + Math.floor(Math.random() * 30_000))

test('it prints its address and, until there is a member, a link that makes the first administrator', async (context) => {
  const at = port()
  const environment = { PORT: at, DATA_DIR: testFolder(context), DATABASE_URL: await EMBEDDED.migrated(context) }
  const first = start(context, environment)
  await first.said(new RegExp(`^Blamefree runs at http://127\\.0\\.0\\.1:${at}$`))
  const link = await first.said(/\/welcome#bf_invite_/)
  const body = JSON.stringify({ token: link.split('#')[1], name: 'Ada', email: 'ada@example.com', password: 'correct horse battery staple' })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`http://127.0.0.1:${at}/v1/invitations/accept`, { method: 'POST', headers, body })
  assert.equal(answer.status, 200, await answer.text())
  first.process.kill('SIGTERM')
  assert.equal(await first.ended(), 0)
  const second = start(context, environment)
  await second.said(/^Blamefree runs at/)
  await new Promise((resume) => setTimeout(resume, 300))
  assert.equal(
    second.lines.some((line) => line.includes('/welcome')),
    false,
  )
})

test('asked to stop, it finishes what runs and takes nothing new', async (context) => {
  const at = port()
  const server = start(context, { PORT: at, DATA_DIR: testFolder(context), DATABASE_URL: await EMBEDDED.migrated(context), TEST_SLOW_ROUTE: 'yes' })
  await server.said(/^Blamefree runs at/)
  const running = fetch(`http://127.0.0.1:${at}/test/slow`)
  await server.said(/^slow request began$/)
  server.process.kill('SIGINT')
  await new Promise((resume) => setTimeout(resume, 100))
  await assert.rejects(fetch(`http://127.0.0.1:${at}/healthz`))
  assert.equal(await (await running).text(), 'finished')
  assert.equal(await server.ended(), 0)
})

test('a port that is taken is said in a sentence', async (context) => {
  const at = port()
  const url = await EMBEDDED.migrated(context)
  const first = start(context, { PORT: at, DATA_DIR: testFolder(context), DATABASE_URL: url })
  await first.said(/^Blamefree runs at/)
  const second = start(context, { PORT: at, DATA_DIR: testFolder(context), DATABASE_URL: url })
  await second.said(/Cannot listen on 127\.0\.0\.1:\d+: another program listens there\./)
  assert.equal(await second.ended(), 1)
})

test('a database that is not there is said in a sentence', async (context) => {
  const server = start(context, { PORT: port(), DATA_DIR: testFolder(context), DATABASE_URL: 'postgres://someone:secret@127.0.0.1:9/blamefree' })
  const line = await server.said(/Cannot open the database: nothing listens there\./)
  assert.equal(await server.ended(), 1)
  assert.doesNotMatch(line, /secret/)
})
