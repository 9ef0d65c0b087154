// `npm start`: makes the pages, starts the server on this machine, and opens the browser on it. Flags are those of `blamefree serve`.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type * as Program from '../packages/cli/src/program.ts'
import { makeProgram } from './program.ts'
import { makePages } from './web.ts'

process.chdir(resolve(import.meta.dirname, '..'))
makePages((line) => console.error(line))
const program = await makeProgram((line) => console.error(line))
const { run } = createRequire(import.meta.url)(join(program, 'program.js')) as typeof Program
const lively = process.stdout.isTTY && process.env['NO_COLOR'] === undefined
const flags = process.argv.slice(2)
let told = ''
process.exitCode = await run(['serve', ...flags], {
  stdin: process.stdin,
  out: (text) => void process.stdout.write(text),
  say(text) {
    process.stdout.write(text)
    told += text
    openOnce()
  },
  lively,
  width: process.stdout.columns ?? 80,
})

/** Makes what `blamefree render` and `lint` begin with, if need be, in a process that nobody waits for. */
function makeSnapshotsBeside(): void {
  spawn(process.execPath, [join(import.meta.dirname, 'snapshot.ts')], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}

/** Opens the browser where somebody sits in front of this machine: at a terminal, not over SSH, with a screen. */
function openOnce(): void {
  const link = /https?:\/\/\S+\/welcome#[\w-]+/.exec(told)?.[0] ?? /answers at (?:\u001B\[\d+m)*(https?:\/\/[^\s\u001B]+)/.exec(told)?.[1]
  if (link === undefined || !told.includes('answers at')) return
  told = ''
  makeSnapshotsBeside()
  const seated = process.stdout.isTTY && process.env['CI'] === undefined && process.env['SSH_CONNECTION'] === undefined
  const screen = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined
  if (!seated || !screen || process.env['BROWSER'] === 'none') return
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform as string] ?? ['xdg-open']
  if (command !== undefined)
    spawn(command, [...args, link], { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref()
}
