import { BlamefreeError } from '@blamefree/core'
import { spawn } from 'node:child_process'

/** One call of git. */
export interface GitCall {
  readonly args: readonly string[]
  readonly input?: string | Uint8Array
  /** Besides what every call has. */
  readonly env?: Readonly<Record<string, string>>
  /** How long it may take. Left out: three. */
  readonly minutes?: number
}

/** How a call ended. */
export interface GitResult {
  readonly ok: boolean
  readonly out: Buffer
  /** What git said, in English. */
  readonly said: string
}

const MINUTES = 3
const MOST_OUT = 256 * 1024 ** 2
const MOST_SAID = 64 * 1024

/** Runs the system's git in a folder. It sees no configuration of the machine, asks nobody, and is ended after three minutes unless the call says otherwise. Throws only where there is no git. */
export async function runGit(folder: string, env: Readonly<Record<string, string>>, call: GitCall): Promise<GitResult> {
  const child = spawn('git', call.args, {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, ...plainEnvironment, ...env, ...call.env },
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: (call.minutes ?? MINUTES) * 60_000,
    killSignal: 'SIGKILL',
    windowsHide: true,
  })
  const out = gather(child.stdout, MOST_OUT, () => child.kill('SIGKILL'))
  const said = gather(child.stderr, MOST_SAID, () => undefined)
  return await new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(noGit(cause)))
    child.on('close', (code, signal) =>
      resolve({ ok: code === 0, out: Buffer.concat(out), said: `${Buffer.concat(said).toString('utf8')}${signal === null ? '' : '\nfatal: timed out'}` }),
    )
    child.stdin.on('error', () => undefined)
    child.stdin.end(call.input ?? '')
  })
}

/** No configuration of the system or a user, no question on a terminal, and the messages that we read are in English. */
const plainEnvironment: Readonly<Record<string, string>> = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '',
  SSH_ASKPASS: '',
  LC_ALL: 'C',
  TZ: 'UTC',
}

function gather(stream: NodeJS.ReadableStream, most: number, full: () => void): Buffer[] {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    size += chunk.byteLength
    if (size <= most) chunks.push(chunk)
    else full()
  })
  return chunks
}

function noGit(cause: unknown): BlamefreeError {
  return new BlamefreeError(
    'git/no-git',
    'Cannot publish to Git: the program git is not on this server.',
    'Install git 2.37 or newer (the container image has it).',
    {
      cause,
    },
  )
}
