// From a key to the painted letter, in a real Chromium, alone and while twenty others type in the same post-mortem of 3,800 words: five keys a second each, with a caret that moves.
// The server has a process of its own; the twenty share this one, and their edits come through the server.
import { loadavg } from 'node:os'
import type { TestContext } from 'node:test'
import { chromium, type Browser, type Page } from 'playwright-core'
import { figure, median } from '../../../tools/measure.ts'
import { typist, type Typist } from '../../server/src/testing/typist.ts'
import { findChromium, FLAGS } from '../tests/kit/browser.ts'
import { openMortalHouse } from '../tests/kit/mortal-house.ts'
import { openPostMortem, writeAtTheEnd } from '../tests/kit/post-mortem-page.ts'
import type { WebHouse } from '../tests/kit/web-house.ts'

const PEOPLE = 20
const LETTERS = 240
const WORDS = 'the service answered slowly while its cache was warming and people looked at the wrong graph'

const executablePath = findChromium()
if (executablePath === null) console.log('Skipped: no Chromium here. Install one, or name it in CHROMIUM_PATH.')
else {
  const endings: (() => unknown)[] = []
  try {
    const house = await openMortalHouse({ after: (ending: () => unknown) => void endings.push(ending) } as unknown as TestContext)
    const browser = await chromium.launch({ executablePath, args: [...FLAGS] })
    endings.push(() => browser.close())
    await measure(house, browser)
  } finally {
    for (const ending of endings.toReversed()) await ending()
  }
}

async function measure(house: WebHouse, browser: Browser): Promise<void> {
  const id = await longPostMortem(house)
  const { key: token } = await house.ask('POST', '/v1/api-keys', { name: 'bench', scopes: ['admin'] })
  const page = await house.window(browser)
  await writeAtTheEnd(page, await openPostMortem(page, id))
  say('key to paint, alone', await typed(page), null)
  const port = Number(new URL(house.address).port)
  const typists = Array.from({ length: PEOPLE }, () => typist({ port, postMortem: id, token: String(token) }))
  await Promise.all(typists.map((one) => one.synced()))
  const timers = typists.map(typing)
  say(`key to paint, ${PEOPLE} others typing`, await typed(page), 50)
  for (const timer of timers) clearInterval(timer)
  for (const one of typists) one.leave()
}

/** A post-mortem with a paragraph for each of the twenty. */
async function longPostMortem(house: WebHouse): Promise<string> {
  const { items } = await house.ask('GET', '/v1/incidents')
  const { id, progress } = await house.ask('POST', `/v1/incidents/${items[0].id}/post-mortems`, {})
  const summary = progress.sections.find(({ title }: { title: string }) => title === 'Incident summary')
  const markdown = Array.from({ length: PEOPLE }, (_, index) => `P${index}: ${Array.from({ length: 12 }, () => `${WORDS}.`).join(' ')}`).join('\n\n')
  await house.ask('PUT', `/v1/post-mortems/${id}/sections/${summary.id}`, { markdown }, '*')
  return String(id)
}

function typing(one: Typist, index: number): NodeJS.Timeout {
  return setInterval(() => {
    one.type(`P${index}:`, 'x')
    one.point(`P${index}:`)
  }, 200 + index)
}

/** Types letters at the caret; milliseconds of each until the frame that shows it is painted. */
async function typed(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    const delays: number[] = []
    Object.assign(globalThis, { delays })
    const text = document.querySelector('[contenteditable=true]')
    const length = (): number => text?.lastElementChild?.textContent.length ?? 0
    const pressed = ({ timeStamp, key }: KeyboardEvent): void => {
      if (key.length > 1) return
      const before = length()
      const channel = new MessageChannel()
      const look = (): void =>
        void requestAnimationFrame(() => {
          if (length() === before) return look()
          // A message that is sent in a frame comes when the frame is painted.
          channel.port1.addEventListener('message', () => delays.push(performance.now() - timeStamp))
          channel.port1.start()
          channel.port2.postMessage(null)
        })
      look()
    }
    const { delaysEnd } = globalThis as unknown as { delaysEnd?: () => void }
    delaysEnd?.()
    addEventListener('keydown', pressed, { capture: true })
    Object.assign(globalThis, { delaysEnd: () => removeEventListener('keydown', pressed, { capture: true }) })
  })
  for (let letter = 0; letter < LETTERS; letter += 1) {
    await page.keyboard.press(letter % 7 === 6 ? 'Space' : 'e')
    // As people do: neither in step with the frames nor with the others.
    await page.waitForTimeout(70 + ((letter * 37) % 60))
  }
  return await page.evaluate(() => (globalThis as unknown as { delays: number[] }).delays)
}

function say(what: string, delays: readonly number[], target: number | null): void {
  const sorted = delays.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  const numbers = `p50 ${median(delays).toFixed(1)}, p95 ${at(0.95).toFixed(1)}, longest ${at(1).toFixed(1)} ms of ${delays.length} keys`
  figure(what, numbers, `${target === null ? '' : `p95 ≤ ${target} ms, `}load ${(loadavg()[0] ?? 0).toFixed(1)}`, target === null ? null : at(0.95) <= target)
}
