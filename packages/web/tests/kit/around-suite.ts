import { after, before, type TestContext } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { openWebHouse, type WebHouse } from './web-house.ts'

/** Opens a browser and a house before a suite's tests, and closes them after. `begin` is not called where there is no browser: then each test says that it skips. */
export function aroundSuite(begin: (opened: { readonly browser: Browser; readonly house: WebHouse }) => Promise<void>): void {
  const ends: (() => unknown)[] = []
  const context = { after: (end: () => unknown) => void ends.push(end), skip: () => undefined } as unknown as TestContext
  before(async () => {
    const browser = await openBrowser(context)
    if (browser !== null) await begin({ browser, house: await openWebHouse(context) })
  })
  after(async () => {
    for (const end of ends.toReversed()) await end()
  })
}
