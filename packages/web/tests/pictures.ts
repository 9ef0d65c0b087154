// Pictures of every screen, to look at: `node packages/web/tests/pictures.ts <folder> [scene …] [--light] [--dark] [--phone] [--phone-dark]`. Without a look it takes all four, and
// without a scene all of them. Scenes are named in kit/picture-scenes.ts; `places*` is every one whose name begins so.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser } from './kit/browser.ts'
import { SCENES, type Scene } from './kit/picture-scenes.ts'
import { openPictureWorld, type PictureWorld } from './kit/picture-world.ts'

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  phone: { colorScheme: 'light', ...PHONE },
  'phone-dark': { colorScheme: 'dark', ...PHONE },
}

const [folder = 'out/pictures', ...rest] = process.argv.slice(2)
const named = rest.filter((argument) => !argument.startsWith('--'))
const looks = rest.filter((argument) => argument.startsWith('--')).map((flag) => flag.slice(2))
const scenes = Object.entries(SCENES).filter(
  ([name]) => named.length === 0 || named.some((begin) => name === begin || (begin.endsWith('*') && name.startsWith(begin.slice(0, -1)))),
)

test('pictures', async (context) => {
  const browser = await openBrowser(context)
  if (browser === null) return
  const world = await openPictureWorld(context)
  mkdirSync(folder, { recursive: true })
  for (const look of looks.length === 0 ? Object.keys(LOOKS) : looks) {
    const inside = listened(await world.house.window(browser, LOOKS[look]))
    const outside = listened(await opened(browser, world, LOOKS[look] ?? {}))
    for (const [name, scene] of scenes) await picture(scene.outside === true ? outside : inside, { scene, world, path: join(folder, `${name}.${look}.png`) })
    await inside.context().close()
    await outside.context().close()
  }
})

/** A window in which nobody is signed in. */
async function opened(browser: Browser, { house }: PictureWorld, look: BrowserContextOptions): Promise<Page> {
  const window = await browser.newContext({
    baseURL: house.address,
    viewport: { width: 1280, height: 860 },
    timezoneId: 'Europe/London',
    locale: 'en-GB',
    ...look,
  })
  return await window.newPage()
}

function listened(page: Page): Page {
  page.setDefaultTimeout(15_000)
  page.on('console', (message) => message.type() === 'error' && console.log('in the browser:', message.text()))
  page.on('pageerror', (error) => console.log('in the browser:', error.message))
  return page
}

async function picture(page: Page, { scene, world, path }: { scene: Scene; world: PictureWorld; path: string }): Promise<void> {
  try {
    await page.emulateMedia({ media: 'screen' })
    await scene.go(page, world)
    await still(page)
  } catch (error) {
    console.log(`${path}: ${String(error).split('\n')[0] ?? ''}`)
  }
  await page.screenshot({ path, fullPage: scene.whole === true })
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (beyond > 0) console.log(`${path}: it is ${beyond} pixels wider than the window`)
}

/** The event stream never ends, so a page is ready when it has something to show, no longer says that it loads, and is the same for a moment. */
async function still(page: Page): Promise<void> {
  let before = ''
  for (let same = 0, tries = 0; same < 3 && tries < 60; tries += 1) {
    await page.waitForTimeout(200)
    const now = await page.evaluate(() => (document.querySelector('.mantine-Loader-root') === null ? document.body.innerText : ''))
    same = now !== '' && now === before ? same + 1 : 0
    before = now
  }
}
