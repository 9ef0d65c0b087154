// Pictures of screens, to look at: `node packages/web/tests/pictures.ts <folder> [/path …] [--dark] [--phone] [--at http://127.0.0.1:7400 --cookie …]`.
// Without an address it starts a house of its own with the example incident. Paths may hold <incident> and <post-mortem>.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openBrowser } from './kit/browser.ts'
import { openWebHouse } from './kit/web-house.ts'

const SCREENS = [
  '/incidents',
  '/new',
  '/incidents/<incident>',
  '/incidents/<incident>/timeline',
  '/incidents/<incident>/records',
  '/post-mortems',
  '/post-mortems/<post-mortem>',
  '/post-mortems/<post-mortem>/read',
  '/post-mortems/<post-mortem>/versions',
  '/follow-ups',
  '/findings',
  '/templates',
  '/templates/default',
  '/settings',
]

const [folder = 'out/pictures', ...rest] = process.argv.slice(2)
const flags = new Set(rest.filter((argument) => argument.startsWith('--')))
const paths = rest.filter((argument) => argument.startsWith('/'))

test('pictures', async (context) => {
  const browser = await openBrowser(context)
  if (browser === null) return
  const house = await openWebHouse(context)
  const { items } = await house.ask('GET', '/v1/incidents')
  const incident = items[0]
  const made = await house.ask('POST', `/v1/incidents/${incident.id}/post-mortems`, {})
  const phone = flags.has('--phone')
  const page = await house.window(browser, {
    colorScheme: flags.has('--dark') ? 'dark' : 'light',
    ...(phone ? { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  })
  page.on('console', (message) => message.type() === 'error' && console.log('in the browser:', message.text()))
  page.on('pageerror', (error) => console.log('in the browser:', error.message))
  mkdirSync(folder, { recursive: true })
  for (const path of paths.length > 0 ? paths : SCREENS) {
    await page.goto(path.replace('<incident>', incident.slug).replace('<post-mortem>', made.id))
    await page.locator('#content').waitFor()
    // The event stream never ends, so a page is ready when it no longer says that it loads.
    await page.waitForFunction(() => !document.querySelector('#content [role=status] .mantine-Loader-root'), undefined, { timeout: 15_000 }).catch(() => {})
    await page.waitForTimeout(500)
    await page.screenshot({
      path: join(folder, `${path.replaceAll(/[^a-z]+/g, '-').replace(/^-/, '') || 'home'}${phone ? '-phone' : ''}.png`),
      fullPage: flags.has('--full'),
    })
  }
})
