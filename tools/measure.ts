import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The middle value; of an even number, the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** CPU time of this process in milliseconds (user and system) that each piece of work takes: run in turn, A B A B …, after one uncounted round. */
export async function interleave<Name extends string>(work: Readonly<Record<Name, () => unknown>>, rounds: number): Promise<Record<Name, number>> {
  const names = Object.keys(work) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const before = process.cpuUsage()
      await work[name]()
      const { user, system } = process.cpuUsage(before)
      if (round > 0) times[name].push((user + system) / 1000)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>
}

/** What one run of a program took, its children included in the CPU time. */
export interface ProcessCost {
  /** User and system, in milliseconds. */
  readonly cpu: number
  /** Milliseconds. */
  readonly wall: number
  /** The largest resident size seen of the program itself, in MB; sampled every 10 ms from /proc, so 0 where there is none. */
  readonly peak: number
  readonly code: number
  readonly output: string
}

/** Runs a program to its end and says what it took. Its CPU time comes from bash's `time`, which counts the children it waited for. */
export function runProcess(
  command: string,
  args: readonly string[],
  options: { cwd?: string; input?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<ProcessCost> {
  const began = performance.now()
  const child = spawn('bash', ['-c', 'TIMEFORMAT="@@%U %S"; time "$0" "$@"', command, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: options.env ?? process.env,
  })
  let output = ''
  let peak = 0
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input ?? '')
  const timer = setInterval(() => (peak = Math.max(peak, largestChild(child.pid ?? 0))), 10)
  return new Promise((resolve) =>
    child.on('close', (code) => {
      clearInterval(timer)
      const [, user = '0', system = '0'] = /@@([\d.]+) ([\d.]+)/.exec(output) ?? []
      resolve({
        cpu: (Number(user) + Number(system)) * 1000,
        wall: performance.now() - began,
        peak,
        code: code ?? 1,
        output: output.replace(/@@[\d. ]+\n?/, ''),
      })
    }),
  )
}

function largestChild(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/)
    return Math.max(0, ...children.map((id) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024))
  } catch {
    return 0
  }
}

/** Prints one figure: what was measured, the number, the target, and whether it holds. `holds` null means there is nothing to hold it against. */
export function figure(name: string, value: string, target: string, holds: boolean | null): void {
  console.log(`${holds === null ? ' ' : holds ? '✔' : '✘'} ${name.padEnd(64)} ${value.padEnd(44)} ${target}`)
}
