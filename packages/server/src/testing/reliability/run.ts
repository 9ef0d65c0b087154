// `npm run reliability -- [app] [both] [database] [away] [disk] --rounds N --minutes M --away SECONDS`: kills a server at random moments while it is written to, and says what was lost. Bounded; ends by itself.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseAway } from './database-away.ts'
import { halves, kill, killDatabase, prepare, spawnServer, startServer } from './server-under-test.ts'
import { typeInto, untyped, type TypedText } from './live-writer.ts'
import { missing, openLedger, unread, write, type Ledger } from './writers.ts'

const flag = (name: string, usual: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? usual : Number(process.argv[at + 1])
}
const PORT = flag('port', 21_000 + (process.pid % 10_000))
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const failures: string[] = []

/** Who is killed in a round. */
type Victim = 'the app' | 'app and database together' | 'the database'

async function rounds(victim: Victim, most: number): Promise<void> {
  const until = performance.now() + flag('minutes', 60) * 60_000
  let number = 0
  const dataDir = mkdtempSync(join(tmpdir(), 'blamefree-reliability-'))
  const settings = { url: null, dataDir }
  const { tokens, typed } = await prepare(settings, 16)
  const ledger = openLedger()
  const starts: number[] = []
  let checked = 0
  let lost = 0
  try {
    for (; number < most && performance.now() < until; number++) {
      const round = number
      // Every fifth round kills it while it starts.
      if (round % 5 === 4 && victim !== 'the database') {
        const starting = spawnServer(settings, PORT)
        await new Promise((resume) => setTimeout(resume, 100 + Math.random() * 1400))
        await kill(starting, dataDir, victim !== 'the app')
      }
      const server = await startServer(settings, PORT)
      starts.push(server.readyAfter)
      const before = ledger.kept.slice(checked)
      checked = Math.max(0, ledger.kept.length - 4)
      lost += report(victim, round, [
        ...(await missing(server.address, tokens, before)),
        ...(await untyped({ port: PORT, token: tokens[round % 16] ?? '', typed })),
      ])
      await writeFor(
        server.address,
        { tokens, typed, ledger },
        {
          time: 200 + Math.random() * 1800,
          after: async () => {
            if (victim !== 'the database') return await kill(server, dataDir, victim !== 'the app')
            killDatabase(dataDir)
            // The app lives; it has to find a database again by itself.
            await new Promise((resume) => setTimeout(resume, 3000))
            if (server.child.exitCode !== null || server.child.signalCode !== null) failures.push(`${victim}: the app ended with it: ${server.said()}`)
          },
        },
      )
      if (victim === 'the database') await kill(server, dataDir, false)
      if (round % 10 === 9) say(`${victim} killed, ${round + 1} rounds so far: ${summary(ledger)}, ${typed.words.length} edits; lost ${lost}`)
    }
    const last = await startServer(settings, PORT)
    const gone = [
      ...(await missing(last.address, tokens, ledger.kept)),
      ...(await untyped({ port: PORT, token: tokens[0] ?? '', typed })),
      ...(await unread(last.address, ledger.intakes)),
    ]
    lost += report(victim, number, gone)
    last.child.kill('SIGTERM')
    await last.ended
    const half = await halves(settings)
    for (const sentence of half) failures.push(`${victim}: ${sentence}`)
    say(
      `${victim} killed, ${number} rounds: ${summary(ledger)}; ${ledger.intakes.length} of them read by jobs, ${typed.words.length} edits acknowledged besides; lost ${lost}, half-done ${half.length}; started again in ${middle(starts)} ms (median), ${Math.round(Math.max(...starts))} at most`,
    )
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function writeFor(
  address: string,
  { tokens, typed, ledger }: { readonly tokens: readonly string[]; readonly typed: TypedText; readonly ledger: Ledger },
  { time, after }: { time: number; after?: () => Promise<void> },
): Promise<void> {
  let on = true
  const goOn = (): boolean => on
  const writers = tokens.slice(0, 4).map((token) => write(address, token, { ledger, goOn }))
  writers.push(typeInto({ port: PORT, token: tokens[4] ?? '', typed }, goOn))
  await new Promise((resume) => setTimeout(resume, time))
  await after?.()
  on = false
  await Promise.all(writers)
}

/** A small disk that fills up while it is written to. Needs to be able to mount one. */
async function diskFull(): Promise<void> {
  const disk = mkdtempSync(join(tmpdir(), 'blamefree-small-disk-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=755', 'tmpfs', disk]).status !== 0) {
    say('disk full: skipped, this user may not mount a small disk')
    return
  }
  try {
    const settings = { url: null, dataDir: join(disk, 'data') }
    const { tokens, typed } = await prepare(settings, 16)
    const ledger = openLedger()
    const server = await startServer(settings, PORT)
    await writeFor(server.address, { tokens, typed, ledger }, { time: 1000 })
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - 1024 ** 2)))
    await writeFor(server.address, { tokens, typed, ledger }, { time: 20_000 })
    const refused = summary(ledger)
    rmSync(join(disk, 'ballast'))
    await new Promise((resume) => setTimeout(resume, 6000))
    const after = openLedger()
    await writeFor(server.address, { tokens, typed, ledger: after }, { time: 1000 })
    const lost = report('disk full', 0, [
      ...(await missing(server.address, tokens, [...ledger.kept, ...after.kept])),
      ...(await untyped({ port: PORT, token: tokens[5] ?? '', typed })),
    ])
    if (after.acknowledged === 0) failures.push('disk full: it takes nothing after room was made')
    if ([...ledger.refused.keys()].some((what) => what.startsWith('500'))) failures.push('disk full: it was answered by a fault, not by a sentence')
    server.child.kill('SIGTERM')
    await server.ended
    const half = await halves(settings)
    for (const sentence of half) failures.push(`disk full: ${sentence}`)
    say(`disk full: ${refused}; lost ${lost}, half-done ${half.length}; after room was made ${after.acknowledged} more`)
  } finally {
    spawnSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true, force: true })
  }
}

function report(what: string, round: number, lost: readonly string[]): number {
  for (const one of lost) failures.push(`${what}, before round ${round}: ${one} was acknowledged and is not there`)
  return lost.length
}

const summary = ({ acknowledged, refused }: Ledger): string =>
  `${acknowledged} acknowledged${[...refused].map(([what, count]) => `, ${count} × ${what}`).join('')}`

const middle = (numbers: readonly number[]): number => Math.round(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0)

const number = flag('rounds', 5)
const PARTS: readonly (readonly [string, () => Promise<void>])[] = [
  ['app', () => rounds('the app', number)],
  ['both', () => rounds('app and database together', number)],
  ['database', () => rounds('the database', number)],
  ['away', () => databaseAway({ seconds: flag('away', 30), port: PORT, say, failures })],
  ['disk', diskFull],
]
const chosen = PARTS.filter(([name]) => process.argv.includes(name))
for (const [, part] of chosen.length === 0 ? PARTS : chosen) await part()
say(failures.length === 0 ? 'Nothing was lost and nothing was half-done.' : `FAILED:\n${failures.slice(0, 40).join('\n')}`)
process.exitCode = failures.length === 0 ? 0 : 1
