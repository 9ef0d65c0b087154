#!/usr/bin/env node
// Runs the command line with the pinned Node, whichever Node is first on the path.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // What was compiled once is kept beside the dependencies: the second start takes half the time.
  const compiled = fileURLToPath(new URL('../../../node_modules/.cache/blamefree', import.meta.url))
  nodeModule.enableCompileCache(compiled)
  // For the processes that we start.
  process.env.NODE_COMPILE_CACHE ??= compiled
  const { madeProgram } = await import('../src/made-program.ts')
  const made = madeProgram()
  await import(made === null ? '../src/main.ts' : pathToFileURL(made).href)
} else {
  const pinned = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url))
  if (existsSync(pinned)) {
    const { status } = spawnSync(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
    process.exitCode = status ?? 1
  } else {
    process.stderr.write(`Blamefree needs Node 24, this is ${process.versions.node}. Run npm ci in its folder, or install Node 24.\n`)
    process.exitCode = 2
  }
}
