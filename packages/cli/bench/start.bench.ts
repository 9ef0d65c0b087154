// How long somebody waits for a server that has run before, and what it takes while nobody asks: the made program beside the sources, and the whole of `npm start`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { figure, median } from '../../../tools/measure.ts'
import { descendants } from '../../../tools/process-tree.ts'
import { makeProgram } from '../../../tools/program.ts'
import { makePages } from '../../../tools/web.ts'
import { freePort } from '../../../tools/free-port.ts'

const home = resolve(import.meta.dirname, '..', '..', '..')
const ROUNDS = 7
/** Seconds after which a server that nobody asked has tidied up after its start. */
const IDLE = 45
/** On a database of yours, that DATABASE_URL names. */
const yours = (process.env['DATABASE_URL'] ?? '') !== ''
const AIMS = yours ? { seconds: 1.2, megabytes: 200 } : { seconds: 1.5, megabytes: 260 }

makePages(console.log)
const program = join(await makeProgram(console.log), 'main.js')
const node = (script: string): readonly [string, ...string[]] => [process.execPath, '--disable-warning=ExperimentalWarning', script, 'serve']
const WAYS = { start: ['npm', 'start', '--'], program: node(program), sources: node('packages/cli/src/main.ts') } as const
type Way = keyof typeof WAYS

const data = mkdtempSync(join(tmpdir(), 'blamefree-start-'))
try {
  const took: Record<Way, number[]> = { start: [], program: [], sources: [] }
  const idle: Record<Way, number> = { start: Number.NaN, program: Number.NaN, sources: Number.NaN }
  for (let round = 0; round <= ROUNDS; round++)
    for (const way of Object.keys(WAYS) as Way[]) {
      const server = await serve(way)
      // The first makes the database, and fills what keeps compiled code.
      if (round > 0) took[way].push(server.millis)
      if (round === ROUNDS && way !== 'start') idle[way] = await memoryOf(server.pid)
      await server.end()
    }
  const millis = (way: Way): string => `${(median(took[way]) / 1000).toFixed(2)} s`
  figure('second `npm start` to first answer', millis('start'), `≤ ${AIMS.seconds} s`, median(took.start) <= AIMS.seconds * 1000)
  figure('  the server alone, made program', `${millis('program')}, from its sources ${millis('sources')}`, '', null)
  const megabytes = (way: Way): string => (Number.isNaN(idle[way]) ? 'not told here' : `${idle[way].toFixed(0)} MB`)
  const met = Number.isNaN(idle.program) ? null : idle.program <= AIMS.megabytes
  const whose = yours ? 'of the app' : 'database included'
  figure(`idle memory, ${whose}, ${IDLE} s after the start`, `${megabytes('program')}, from its sources ${megabytes('sources')}`, `≤ ${AIMS.megabytes} MB`, met)
} finally {
  rmSync(data, { recursive: true, force: true, maxRetries: 5 })
}

/** Starts a server on the same data each time, and waits for its first answer. */
async function serve(way: Way): Promise<{ readonly millis: number; readonly pid: number; end(): Promise<void> }> {
  const port = await freePort()
  const [command, ...args] = WAYS[way]
  const env = { ...process.env, CI: 'true', LOG_LEVEL: 'silent', DATA_DIR: data, NODE_COMPILE_CACHE: join(home, 'node_modules', '.cache', 'blamefree') }
  const began = performance.now()
  const child = spawn(command, [...args, '--port', String(port)], { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)
    if (answer?.status === 200) break
    if (child.exitCode !== null || performance.now() - began > 120_000) throw new Error(`The server did not start: ${said}`)
    await pause(5)
  }
  const millis = performance.now() - began
  const pid = child.pid ?? 0
  return {
    millis,
    pid,
    async end() {
      // npm hands no signal on to what its script started.
      const inner = way === 'start' ? descendants(pid).filter((one) => commandOf(one).includes('tools/start.ts')) : [pid]
      for (const one of inner) process.kill(one, 'SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

/** Memory of a process and all that it started, in MB, what several share counted once; NaN where the system does not tell. */
async function memoryOf(pid: number): Promise<number> {
  if (!existsSync(`/proc/${pid}/smaps_rollup`)) return Number.NaN
  await pause(IDLE * 1000)
  const kilobytes = [pid, ...descendants(pid)].map((one) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0))
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
