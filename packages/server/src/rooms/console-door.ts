import { AsyncLocalStorage } from 'node:async_hooks'
import type { Log } from '../log.ts'
import { Refused } from './refused.ts'

/** Whose frames are being worked on, for whatever is printed meanwhile. */
const working = new AsyncLocalStorage<Log>()
let watched = false

/**
 * Does work of the library that keeps the rooms, whose prints go to our log instead of the console: refused and broken connections, by reason and without what was sent.
 * Whatever else is printed in this process is printed as ever.
 */
export function withoutConsole<Value>(log: Log, work: () => Value): Value {
  watch()
  return working.run(log, work)
}

function watch(): void {
  if (watched) return
  watched = true
  for (const name of ['error', 'warn'] as const) {
    // eslint-disable-next-line no-console -- the library has no other way to be heard
    const print = console[name].bind(console)
    // eslint-disable-next-line no-console -- as above
    console[name] = (...words: unknown[]) => {
      const log = working.getStore()
      if (log === undefined) print(...words)
      else note(log, words)
    }
  }
}

function note(log: Log, words: readonly unknown[]): void {
  const error = words.find((word) => word instanceof Error)
  if (error instanceof Refused) log.info({ reason: error.reason, code: error.code }, 'a live connection was refused')
  else if (error !== undefined) log.warn({ error }, 'a live connection was ended: what it sent could not be taken')
  // What is quoted there is what the other side called a text.
  else
    log.warn(
      {
        said: words
          .filter((word) => typeof word === 'string')
          .join(' ')
          .replace(/".*"/gs, '"…"')
          .slice(0, 300),
      },
      'a live connection was ended',
    )
}
