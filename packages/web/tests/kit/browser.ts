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

let running: Promise<Browser> | null = null

/** One browser for a whole file of tests, closed when the test that first asked for it ends; null, and the test says that it skips, where there is none. */
export async function openBrowser(context: TestContext): Promise<Browser | null> {
  const executablePath = findChromium()
  if (executablePath === null) {
    context.skip(NO_BROWSER)
    return null
  }
  running ??= chromium.launch({ executablePath, args: [...FLAGS] })
  const browser = await running
  context.after(async () => {
    running = null
    await browser.close()
  })
  return browser
}
