// A server as a process of its own, for tests that signal or kill it: settings from the environment, as the command line reads them.
import { BlamefreeError } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { serve } from '../serve.ts'
import { readSettings } from '../settings.ts'
import { board } from './board/board-destination.ts'

try {
  const serving = await serve(readSettings(process.env), undefined, {
    ...(process.env['TEST_SLOW_ROUTE'] === undefined ? {} : { extend: addSlowRoute }),
    ...(process.env['TEST_BOARD'] === undefined ? {} : { pageDestinations: [board] }),
  })
  say(`Blamefree runs at ${serving.address}`)
  if (serving.firstAdministrator !== null) say(serving.firstAdministrator)
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
  })
  await serving.stop()
} catch (error) {
  if (!(error instanceof BlamefreeError)) throw error
  say(`${error.message} ${error.hint}`)
  process.exitCode = 1
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** A request that takes half a second. */
function addSlowRoute(app: FastifyInstance): void {
  app.get('/test/slow', async () => {
    say('slow request began')
    await new Promise((resume) => setTimeout(resume, 500))
    return 'finished'
  })
}
