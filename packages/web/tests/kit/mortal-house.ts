import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { makeProgram } from '../../../../tools/program.ts'
import { makePages } from '../../../../tools/web.ts'
import { freePort } from '../../../../tools/free-port.ts'
import { furnish, type WebHouse } from './web-house.ts'

/** A house whose server is a process of its own, to be killed. */
export interface MortalHouse extends WebHouse {
  /** Kills the server and its database in the same moment; neither gets to say goodbye. */
  kill(): Promise<void>
  /** Starts it again, on the same data and at the same address. */
  start(): Promise<void>
}

/** Starts one, of the made program as `npm start` does; when the test ends it is stopped and its data are gone. */
export async function openMortalHouse(context: TestContext): Promise<MortalHouse> {
  makePages((line) => console.log(line))
  const program = join(await makeProgram((line) => console.log(line)), 'main.js')
  const dataDir = mkdtempSync(join(tmpdir(), 'blamefree-mortal-'))
  const port = await freePort()
  let server = startServer(program, { dataDir, port })
  context.after(async () => {
    if (server.child.exitCode === null && server.child.signalCode === null && server.child.kill('SIGTERM')) await once(server.child, 'exit')
    rmSync(dataDir, { recursive: true, force: true })
  })
  const address = `http://127.0.0.1:${port}`
  const link = await server.says(/http\S+#\S+/)
  return {
    ...(await furnish(address, link)),
    async kill() {
      const ended = once(server.child, 'exit')
      process.kill(Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
      server.child.kill('SIGKILL')
      await ended
    },
    async start() {
      server = startServer(program, { dataDir, port })
      await server.says(/Blamefree answers at/)
    },
  }
}

interface Started {
  readonly child: ChildProcess
  /** Resolves with what it says, once it says so; throws with everything that it said when it does not within two minutes. */
  says(words: RegExp): Promise<string>
}

function startServer(program: string, { dataDir, port }: { readonly dataDir: string; readonly port: number }): Started {
  const env = {
    PATH: process.env['PATH'] ?? '',
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
  }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return {
    child,
    async says(words) {
      for (let tries = 0; tries < 1200 && child.exitCode === null && !words.test(said); tries++) await new Promise((go) => setTimeout(go, 100))
      const [found] = words.exec(said) ?? []
      if (found === undefined) throw new Error(`The server did not say ${String(words)}, but: ${said}`)
      return found
    },
  }
}
