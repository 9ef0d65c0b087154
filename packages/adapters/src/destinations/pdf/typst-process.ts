import { BlamefreeError } from '@blamefree/core'
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { READY, type TypstJob, type TypstReply } from './typst-job.ts'

/** How much one job may take, and for how long a process is kept. */
export interface TypstLimits {
  /** Milliseconds for one document, once the process is there. */
  readonly time: number
  /** Resident memory of the process in MB. */
  readonly memory: number
  /** After so many documents the process is replaced. */
  readonly jobs: number
}

/** Typst behind a process boundary: jobs are set one after another, in the order they came. */
export interface Typst {
  /** Throws a `BlamefreeError` when a limit is passed, when the process dies, and where the binding has no binary; the next job gets a new process. */
  set(job: TypstJob): Promise<Exclude<TypstReply, { kind: 'no-binding' }>>
  /** Ends the process, if one runs. Needed by nobody who ends anyway: an idle process neither keeps its parent alive nor outlives it. */
  end(): void
}

/** A minute and 1.5 GB: a timeline of 4,000 rows takes eight seconds and 0.7 GB. */
export const LIMITS: TypstLimits = { time: 60_000, memory: 1536, jobs: 200 }

/** How long the process may take to begin: on a busy machine seconds, which are no matter of the document. Milliseconds. */
const START = 60_000

/** A Typst whose process starts with the first job. */
export function typstProcess(limits: TypstLimits = LIMITS): Typst {
  let child: ChildProcess | null = null
  let done = 0
  let last: Promise<unknown> = Promise.resolve()
  const drop = (): void => {
    if (child?.connected === true) child.disconnect()
    child = null
    done = 0
  }
  const run = async (job: TypstJob): ReturnType<Typst['set']> => {
    if (child !== null && (done >= limits.jobs || !isAlive(child))) drop()
    child ??= start(limits)
    try {
      const reply = await ask(child, job, { limits, isNew: done === 0 })
      done += 1
      if (reply.kind === 'no-binding') throw noBinding(reply.reason)
      return reply
    } catch (error) {
      drop()
      throw error
    }
  }
  return {
    set(job) {
      const turn = last.then(() => run(job))
      last = turn.catch(() => undefined)
      return turn
    },
    end: drop,
  }
}

const isAlive = (child: ChildProcess): boolean => child.connected && child.exitCode === null && child.signalCode === null

function start({ memory }: TypstLimits): ChildProcess {
  const child = fork(new URL('typst-worker.ts', import.meta.url), [String(memory), String(process.pid)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: environment(),
  })
  hold(child, false)
  return child
}

/**
 * What the process sees of the environment: where fonts may be, and no way out. Typst would fetch an `@preview` package over the network; the proxy
 * named here is a port that nothing listens on. Packages already on the machine are hidden too.
 */
function environment(): NodeJS.ProcessEnv {
  const kept = [
    'HOME',
    'USERPROFILE',
    'LOCALAPPDATA',
    'SystemRoot',
    'SYSTEMROOT',
    'windir',
    'TEMP',
    'TMP',
    'FONTCONFIG_FILE',
    'FONTCONFIG_PATH',
    'LD_LIBRARY_PATH',
  ]
  const nowhere = 'http://127.0.0.1:9'
  return {
    ...Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    ALL_PROXY: nowhere,
    NO_PROXY: '',
    XDG_DATA_HOME: '/blamefree/none',
    XDG_CACHE_HOME: '/blamefree/none',
    TYPST_PACKAGE_PATH: '/blamefree/none',
    TYPST_PACKAGE_CACHE_PATH: '/blamefree/none',
  }
}

/** A process keeps its parent alive only while it works. */
function hold(child: ChildProcess, working: boolean): void {
  if (working) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}

function ask(child: ChildProcess, job: TypstJob, { limits, isNew }: { readonly limits: TypstLimits; readonly isNew: boolean }): Promise<TypstReply> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(timer)
      child.removeAllListeners()
      hold(child, false)
      settle()
    }
    const giveUp = (): void => {
      child.kill('SIGKILL')
      finish(() => reject(tooLong(limits)))
    }
    let timer = setTimeout(giveUp, isNew ? START : limits.time)
    child.on('message', (said) => {
      if (said !== READY) return finish(() => resolve(said as TypstReply))
      clearTimeout(timer)
      timer = setTimeout(giveUp, limits.time)
    })
    child.once('error', (error) => finish(() => reject(ended(error.message, limits))))
    child.once('exit', (code, signal) => finish(() => reject(ended(signal ?? `exit code ${code}`, limits))))
    hold(child, true)
    child.send(job, (error) => {
      if (error !== null) finish(() => reject(ended(error.message, limits)))
    })
  })
}

function tooLong({ time }: TypstLimits): BlamefreeError {
  return new BlamefreeError(
    'pdf/too-long',
    `Cannot make the PDF: setting it took longer than ${time / 1000} seconds and was stopped.`,
    'Leave out detail (fewer timeline rows, shorter code blocks), or, with a .typ of your own, look for a loop in it. Word and HTML have no such limit.',
  )
}

function ended(how: string, { memory }: TypstLimits): BlamefreeError {
  const large = how === 'SIGKILL' || how === 'SIGABRT'
  return large
    ? new BlamefreeError(
        'pdf/too-large',
        `Cannot make the PDF: setting it took more than the ${memory} MB of memory it may use, and was stopped.`,
        'Leave out detail (fewer timeline rows, smaller images), or make HTML and print it from a browser.',
      )
    : new BlamefreeError(
        'pdf/ended',
        `Cannot make the PDF: the process that sets it ended unexpectedly (${how}).`,
        'Try again. If it happens again, make HTML and print it from a browser, and report the document that does it.',
      )
}

function noBinding(reason: string): BlamefreeError {
  return new BlamefreeError(
    'pdf/no-binding',
    `Cannot make PDFs here: Typst has no binary for ${process.platform}-${process.arch} (${reason.split('\n')[0] ?? ''}).`,
    'Make HTML instead and print it to PDF from a browser: it has a print style. PDFs are made on Linux (x64, arm64), macOS and Windows (x64, arm64).',
  )
}
