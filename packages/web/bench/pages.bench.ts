// What a person waits for, in a real Chromium with an empty cache: the first page, a post-mortem of 3,000 words with 60 events, a record of 10,000 messages.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { loadavg } from 'node:os'
import type { TestContext } from 'node:test'
import { chromium, type Browser, type Page } from 'playwright-core'
import { median } from '../../../tools/measure.ts'
import { findChromium, FLAGS } from '../tests/kit/browser.ts'
import { openWebHouse, type WebHouse } from '../tests/kit/web-house.ts'

const ROUNDS = 7
const dist = join(import.meta.dirname, '..', 'dist')

const executablePath = findChromium()
if (executablePath === null) console.log('Skipped: no Chromium here. Install one, or name it in CHROMIUM_PATH.')
else {
  const endings: (() => unknown)[] = []
  try {
    const house = await openWebHouse({ after: (ending: () => unknown) => void endings.push(ending) } as unknown as TestContext)
    const browser = await chromium.launch({ executablePath, args: [...FLAGS] })
    endings.push(() => browser.close())
    await firstPage(house, browser)
    await postMortem(house, browser)
    await longRecord(house, browser)
  } finally {
    for (const ending of endings.toReversed()) await ending()
  }
}

function say(what: string, figure: string, target: string): void {
  console.log(`${what.padEnd(58)} ${figure.padStart(12)}   target ${target}, load ${(loadavg()[0] ?? 0).toFixed(1)}`)
}

/** Milliseconds from asking for an address until something is there, each time in a window without a cache: medians of rounds. */
async function wait(house: WebHouse, browser: Browser, path: string, ...there: ((page: Page) => Promise<unknown>)[]): Promise<number[]> {
  const taken: number[][] = there.map(() => [])
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await house.window(browser)
    const began = performance.now()
    await page.goto(path, { waitUntil: 'commit' })
    for (const [at, what] of there.entries()) {
      await what(page)
      taken[at]?.push(performance.now() - began)
    }
    await page.context().close()
  }
  return taken.map((values) => median(values))
}

async function firstPage(house: WebHouse, browser: Browser): Promise<void> {
  const page = await house.window(browser)
  const scripts = new Set<string>()
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js')) scripts.add(pathname)
  })
  await page.goto('/incidents')
  await page.locator('a[data-row]').first().waitFor()
  await page.waitForTimeout(1000)
  await page.context().close()
  const bytes = [...scripts].reduce((sum, path) => sum + statSync(join(dist, `${path}.gz`)).size, 0)
  say(`incidents: JavaScript in ${scripts.size} files, gzipped`, `${(bytes / 1000).toFixed(1)} kB`, '≤ 220 kB')
  const [usable = Number.NaN] = await wait(house, browser, '/incidents', (one) => one.locator('a[data-row]').first().waitFor())
  say('incidents: until the first row can be clicked', `${Math.round(usable)} ms`, '≤ 1,000 ms')
}

async function postMortem(house: WebHouse, browser: Browser): Promise<void> {
  const { incident } = await house.ask('POST', '/v1/incidents', { title: 'Sixty events', text: lines(60, 'We decided to roll back, found step'), zone: 'UTC' })
  const { items } = await house.ask('GET', `/v1/incidents/${incident.id}/timeline?limit=200`)
  await house.ask('POST', `/v1/incidents/${incident.id}/timeline/marks`, { events: items.map(({ id }: { id: string }) => id), level: 'key' })
  const made = await house.ask('POST', `/v1/incidents/${incident.id}/post-mortems`, {})
  const { sections } = made.progress
  const summary = sections.find(({ title }: { title: string }) => title === 'Incident summary')
  const words = Array.from({ length: 60 }, (_, paragraph) => `Paragraph ${paragraph} ${'says what happened and why it took so long '.repeat(5)}`).join('\n\n')
  await house.ask('PUT', `/v1/post-mortems/${made.id}/sections/${summary.id}`, { markdown: words }, '*')
  const [visible = Number.NaN, editable = Number.NaN] = await wait(
    house,
    browser,
    `/post-mortems/${made.id}`,
    (page) => page.getByText('Paragraph 0').first().waitFor(),
    (page) => page.locator('[contenteditable="true"]').first().waitFor(),
  )
  say('post-mortem, 3,000 words and 60 events: until it can be read', `${Math.round(visible)} ms`, '≤ 700 ms')
  say('post-mortem, 3,000 words and 60 events: until one can write', `${Math.round(editable)} ms`, '≤ 1,500 ms')
}

async function longRecord(house: WebHouse, browser: Browser): Promise<void> {
  const { incident } = await house.ask('POST', '/v1/incidents', { title: 'Ten thousand', text: lines(10_000, 'still looking into it, part'), zone: 'UTC' })
  const record = (page: Page) => page.getByRole('region', { name: 'The record' }).getByText('part 0', { exact: false })
  const [title = Number.NaN, rows = Number.NaN] = await wait(
    house,
    browser,
    `/incidents/${incident.slug}/timeline`,
    (page) => page.getByRole('heading', { name: 'Ten thousand' }).waitFor(),
    (page) => record(page).first().waitFor(),
  )
  say('10,000 messages: first rows after the incident is there', `${Math.round(rows - title)} ms`, '≤ 300 ms')
  const page = await house.window(browser)
  await page.goto(`/incidents/${incident.slug}/timeline`)
  await record(page).first().waitFor()
  await page.waitForTimeout(15_000)
  await page.getByRole('region', { name: 'The record' }).hover()
  await page.evaluate(() => {
    const frames: number[] = []
    const tick = (at: number): void => void (frames.push(at), requestAnimationFrame(tick))
    requestAnimationFrame(tick)
    Object.assign(globalThis, { frames })
  })
  for (let step = 0; step < 120; step += 1) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(16)
  }
  const gaps = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames.map((at, index, all) => at - (all[index - 1] ?? at)).slice(1))
  say(`10,000 messages: frames over 50 ms of ${gaps.length} while scrolling`, String(gaps.filter((gap) => gap > 50).length), '0')
}

/** A conversation of two, a line every three seconds. */
function lines(count: number, words: string): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return Array.from({ length: count }, (_, index) => {
    const second = index * 3
    return `2026-03-04 ${two(8 + Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)} ${index % 2 === 0 ? 'Ada' : 'Ken'}: ${words} ${index}`
  }).join('\n')
}
