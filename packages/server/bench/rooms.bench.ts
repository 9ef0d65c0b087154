// Twenty people type in one post-mortem of 3,800 words, five keys a second each with a caret that moves, the log on, the database embedded. The server has a process of its own, so
// that its CPU time is its own; the typists share this one. Propagation: from a key in one editor to the letter in each of the 19 others.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { figure, median } from '../../../tools/measure.ts'
import { newToken } from '../src/secrets.ts'
import { openDatabase } from '../src/store/database.ts'
import { newId } from '../src/store/identity.ts'
import { newPostMortem, typist, type Typist } from '../src/testing/typist.ts'
import { until } from '../src/testing/until.ts'

const PEOPLE = 20
/** Long enough that the text is written down meanwhile, which happens after 20 seconds of typing without a pause. */
const SECONDS = 25
const WORDS = 'the service answered slowly while its cache was warming and people looked at the wrong graph'

const folder = mkdtempSync(join(tmpdir(), 'blamefree-bench-'))
const database = await openDatabase({ url: null, dataDir: folder, connections: 2 })
const { token, hash } = newToken('bf_key_')
const member = newId()
await database.sql.insertInto('member').values({ id: member, name: 'Ann', email: 'ann@example.com', role: 'member' }).execute()
await database.sql
  .insertInto('api_key')
  .values({ id: newId(), name: 'bench', prefix: token.slice(0, 12), token_hash: hash, scopes: ['admin'], member_id: member })
  .execute()
const names = Array.from({ length: PEOPLE }, (_, index) => `P${index}:`)
const markdown = names.map((name) => `${name}\n\n${Array.from({ length: 12 }, () => `${WORDS}.`).join(' ')}\n`).join('\n')
const postMortem = await newPostMortem(database, markdown)
await database.close()

const port = await new Promise<number>((free) => {
  const server = createServer()
  server.listen(0, '127.0.0.1', () => {
    const { port: found } = server.address() as AddressInfo
    server.close(() => free(found))
  })
})
const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '..', 'src', 'testing', 'serve-process.ts')], {
  env: { ...process.env, DATA_DIR: folder, PORT: String(port), DATABASE_URL: '', LOG_LEVEL: 'silent' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
await new Promise<void>((serving) => server.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('runs at') && serving()))
const typists = names.map(() => typist({ port, postMortem, token }))
await Promise.all(typists.map((one) => one.synced()))

/** CPU time of a process in seconds, user and system. */
const cpuOf = (pid: number): number => {
  const [, , ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/\(.*\)/, 'x')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** When each letter was typed, by the client that typed it and its clock. */
const sent = new Map<string, number>()
const delays: number[] = []
const own = new Set(typists.map((one) => one.text.clientID))
for (const one of typists) {
  one.text.on('afterTransaction', (transaction: { local: boolean; beforeState: Map<number, number>; afterState: Map<number, number> }) => {
    const at = performance.now()
    for (const [client, clock] of transaction.afterState) {
      const before = transaction.beforeState.get(client) ?? 0
      if (clock === before || !own.has(client)) continue
      if (transaction.local && client === one.text.clientID) sent.set(`${client} ${clock}`, at)
      else
        for (let letter = before + 1; letter <= clock; letter++) {
          const began = sent.get(`${client} ${letter}`)
          if (began !== undefined) delays.push(at - began)
        }
    }
  })
}
const typing = (one: Typist, index: number): NodeJS.Timeout => {
  let position = 0
  return setInterval(() => {
    one.type(names[index] ?? '', 'x')
    one.provider.awareness?.setLocalStateField('cursor', { anchor: position++, head: position })
  }, 200 + index)
}
const memoryOf = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
const memoryBefore = memoryOf()
const cpu = cpuOf(server.pid ?? 0)
const client = process.cpuUsage()
const timers = typists.map(typing)
await new Promise((resume) => setTimeout(resume, SECONDS * 1000))
for (const timer of timers) clearInterval(timer)
await Promise.all(typists.map((one) => one.saved()))
const used = cpuOf(server.pid ?? 0) - cpu
const { user, system } = process.cpuUsage(client)
await until(() => typists.every((one) => one.markdown() === typists[0]?.markdown()))

const sorted = delays.toSorted((a, b) => a - b)
const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
const ms = (value: number): string => `${value.toFixed(1)} ms`
figure(
  'edits / deliveries',
  `${sent.size} / ${delays.length}`,
  `${sent.size * (PEOPLE - 1)} deliveries, none missing`,
  delays.length === sent.size * (PEOPLE - 1),
)
figure('propagation p50', ms(median(delays)), '≤ 6 ms', median(delays) <= 6)
figure('propagation p95', ms(at(0.95)), '', null)
figure('propagation p99', ms(at(0.99)), '≤ 40 ms', at(0.99) <= 40)
figure('propagation, the longest', ms(at(1)), '', null)
figure('CPU of the server process', `${((used / SECONDS) * 100).toFixed(1)} % of a core`, '≤ 30 %', used / SECONDS <= 0.3)
figure('CPU of the typists’ process; load of the machine', `${(((user + system) / 1e6 / SECONDS) * 100).toFixed(0)} %; ${loadavg()[0]?.toFixed(1)}`, '', null)
figure('memory of the server process, before and after', `${memoryBefore.toFixed(0)} MB, ${memoryOf().toFixed(0)} MB`, '', null)

for (const one of typists) one.leave()
server.kill('SIGTERM')
await new Promise((ended) => server.once('exit', ended))
rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
