import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../store/embedded/embedded-postgres.ts'
import { halves, prepare, startServer } from './server-under-test.ts'
import { typeInto, untyped } from './live-writer.ts'
import { missing, openLedger, unread, write } from './writers.ts'

/** A database server that goes away under a running app and comes back: the app stays, refuses in sentences meanwhile, and goes on by itself. */
export async function databaseAway({
  seconds,
  port,
  say,
  failures,
}: {
  readonly seconds: number
  readonly port: number
  readonly say: (line: string) => void
  readonly failures: string[]
}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'blamefree-reliability-'))
  chmodSync(folder, 0o755)
  let database = await startEmbedded(join(folder, 'server'), { systemPlace: join(folder, 'server') })
  const { host = '' } = database.connection
  const settings = { url: `postgres://blamefree@localhost/blamefree?host=${encodeURIComponent(host)}`, dataDir: join(folder, 'app') }
  try {
    const { tokens, typed } = await prepare(settings, 16)
    const ledger = openLedger()
    const server = await startServer(settings, port)
    let on = true
    const writers = tokens.slice(0, 4).map((token) => write(server.address, token, { ledger, goOn: () => on }))
    writers.push(typeInto({ port, token: tokens[4] ?? '', typed }, () => on))
    await new Promise((resume) => setTimeout(resume, 2000))
    await database.stop()
    const before = ledger.acknowledged
    await new Promise((resume) => setTimeout(resume, seconds * 1000))
    const during = ledger.acknowledged - before
    database = await startEmbedded(join(folder, 'server'), { systemPlace: join(folder, 'server') })
    const back = performance.now()
    const then = ledger.acknowledged
    while (ledger.acknowledged === then && performance.now() - back < 30_000) await new Promise((resume) => setTimeout(resume, 10))
    const again = Math.round(performance.now() - back)
    await new Promise((resume) => setTimeout(resume, 2000))
    on = false
    await Promise.all(writers)
    const lost = [
      ...(await missing(server.address, tokens, ledger.kept)),
      ...(await untyped({ port, token: tokens[5] ?? '', typed })),
      ...(await unread(server.address, ledger.intakes)),
    ]
    const faults = [...ledger.refused].filter(([what]) => what.startsWith('500'))
    if (server.child.exitCode !== null) failures.push('database away: the app ended')
    failures.push(...lost.map((one) => `database away: ${one} is lost`), ...faults.map(([what, count]) => `database away: ${count} × ${what}`))
    server.child.kill('SIGTERM')
    await server.ended
    const half = await halves(settings)
    failures.push(...half.map((one) => `database away: ${one}`))
    const refused = [...ledger.refused].map(([what, count]) => `, ${count} × ${what}`).join('')
    say(
      `database away for ${seconds} s: ${ledger.acknowledged} acknowledged (${during} while away)${refused}, ${typed.words.length} edits acknowledged; lost ${lost.length}, half-done ${half.length}; went on ${again} ms after it was back`,
    )
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
