import { existsSync } from 'node:fs'
import type { TestContext } from 'node:test'
import { chromium, type Browser } from 'playwright-core'
import { debianProgram } from '../../../../tools/debian-program.ts'

/** Where a Chromium may be, after the one that `CHROMIUM_PATH` names. The one without windows comes first: it does the same in half the time. */
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** What keeps a browser under test from looking for anything outside of this machine. */
export const FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
]

/** The browser's program; installs Debian's where that can be done; null where there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined) return existsSync(named) ? named : null
  return debianProgram(PLACES, ['chromium-headless-shell', 'chromium'])
}

/** Why a test is skipped where there is none. */
export const NO_BROWSER = 'No Chromium here: install one, or name it in CHROMIUM_PATH.'

/** The one that runs, and how many tests use it. */
let running: Promise<Browser> | null = null
let users = 0

/** So long it waits for the next test before it is closed: the suites of one process follow each other at once. */
const PATIENCE_MS = 1000

/** One browser for all suites of a process; what a test opened in it is closed when that test ends. Null, and the test says that it skips, where there is none. */
export async function openBrowser(context: TestContext): Promise<Browser | null> {
  const executablePath = findChromium()
  if (executablePath === null) {
    context.skip(NO_BROWSER)
    return null
  }
  running ??= chromium.launch({ executablePath, args: [...FLAGS] })
  users += 1
  const browser = await running
  const before = new Set(browser.contexts())
  context.after(async () => {
    for (const opened of browser.contexts()) if (!before.has(opened)) await opened.close()
    users -= 1
    setTimeout(() => void closeUnused(browser), PATIENCE_MS)
  })
  return browser
}

async function closeUnused(browser: Browser): Promise<void> {
  if (users > 0 || !browser.isConnected()) return
  running = null
  await browser.close()
}
