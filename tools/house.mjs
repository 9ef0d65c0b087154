// The one way in: `npm start`, `npm test`, `npm run bench`, `npm run format` … Plain JavaScript that any Node from 18 on can run, because it
// runs before anything is installed: it installs what the lockfile asks for when that is not there yet, then hands over to the pinned Node.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(home, 'node_modules', '.blamefree-installed')
const WANTED = 24

const TASKS = {
  start: ['tools/start.ts'],
  web: ['tools/web.ts'],
  program: ['tools/program.ts'],
  test: ['tools/test.ts'],
  bench: ['tools/bench.ts'],
  format: ['tools/format.ts'],
  reliability: ['packages/server/src/testing/reliability/run.ts'],
  'api-types': ['tools/openapi/write-api-types.ts'],
  tables: ['packages/server/src/store/testing/write-tables.ts'],
}

/** A start makes much that lasts: with room for it, it is not looked through again and again meanwhile. Megabytes. */
const ROOMY = ['--min-semi-space-size=16']

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)

async function main() {
  const [task = '', ...rest] = process.argv.slice(2)
  const script = TASKS[task]
  if (script === undefined) throw new Error(`Expected one of ${Object.keys(TASKS).join(', ')}, got "${task}".`)
  process.chdir(home)
  const node = await install()
  return await run(node, [...quiet(node), ...(task === 'start' ? ROOMY : []), ...script, ...rest], { stdio: 'inherit', env: withPinnedNode(node) })
}

/** `npm ci`, but only when the lockfile or the platform are not those of the last time. Gives the Node that runs everything, which was tried when it came. */
async function install() {
  const wanted = fingerprint()
  const [installed, installedNode = ''] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split('\n') : []
  if (installed === wanted && existsSync(installedNode)) return installedNode
  const began = Date.now()
  const tick = progress('Installing the dependencies (once; later starts skip this)')
  rmSync(stamp, { force: true })
  const log = []
  const code = await run(npm().command, [...npm().prefix, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: process.env,
    onOutput: (chunk) => log.push(chunk),
    shell: process.platform === 'win32',
  })
  tick.stop()
  if (code !== 0) {
    throw new Error(
      `Cannot install the dependencies: npm ci ended with exit code ${code}.\n${log.join('').trim().split('\n').slice(-15).join('\n')}\n` +
        'Check that this machine reaches the npm registry (npm ping), then run the same command again.',
    )
  }
  const node = pinnedNode()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, `${wanted}\n${node}`)
  console.error(`Installed in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
  return node
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'package.json']) hash.update(readFileSync(join(home, file)))
  return `${process.platform}-${process.arch}-${hash.digest('hex')}`
}

/** The npm that started us, or the one on the path. */
function npm() {
  const script = process.env.npm_execpath
  return script !== undefined && /\.c?js$/.test(script) ? { command: process.execPath, prefix: [script] } : { command: 'npm', prefix: [] }
}

/** The Node 24 that came from npm; the machine's own where npm has none for this platform and it is new enough. */
function pinnedNode() {
  const local = join(home, 'node_modules', '.bin', 'node')
  if (existsSync(local) && spawnSync(local, ['--version']).status === 0) return local
  if (Number(process.versions.node.split('.')[0]) >= WANTED) return process.execPath
  throw new Error(
    `Blamefree needs Node ${WANTED}. npm has no Node ${WANTED} for ${process.platform}-${process.arch}, and this one is ${process.versions.node}.\n` +
      `Install Node ${WANTED} or newer (https://nodejs.org), then run the same command again.`,
  )
}

function quiet(node) {
  return node === '' ? [] : ['--disable-warning=ExperimentalWarning']
}

function withPinnedNode(node) {
  const path = `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`
  // What was compiled once is kept beside the dependencies: every later process begins in half the time.
  const compiled = join(home, 'node_modules', '.cache', 'blamefree')
  return { NODE_COMPILE_CACHE: compiled, ...process.env, PATH: path, npm_config_update_notifier: 'false' }
}

function run(command, args, { onOutput, ...options }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options)
    child.stdout?.on('data', (chunk) => onOutput?.(String(chunk)))
    child.stderr?.on('data', (chunk) => onOutput?.(String(chunk)))
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 130)))
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
  })
}

/** A line that shows work goes on: dots on a terminal, one line elsewhere. */
function progress(text) {
  if (!process.stderr.isTTY) {
    console.error(`${text} …`)
    return { stop() {} }
  }
  let dots = 0
  const timer = setInterval(() => process.stderr.write(`\r${text} ${'.'.repeat((dots = (dots % 3) + 1)).padEnd(3)}`), 400)
  return {
    stop() {
      clearInterval(timer)
      process.stderr.write('\r\u001B[K')
    },
  }
}
