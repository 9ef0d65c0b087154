import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { aroundSuite } from './kit/around-suite.ts'
import { axeFindings } from './kit/axe.ts'
import { NO_BROWSER } from './kit/browser.ts'
import type { WebHouse } from './kit/web-house.ts'

describe('curating a timeline', () => {
  let browser: Browser | null = null
  let house: WebHouse
  let page: Page
  aroundSuite(async (opened) => {
    ;({ browser, house } = opened)
    page = await house.window(opened.browser)
    await page.goto(`${poison}/timeline`)
    await page.getByText('24 key events').waitFor()
  })

  const poison = '/incidents/2022-11-18-poison-pill'
  const keyPane = () => page.getByRole('region', { name: 'The timeline' })
  const recordPane = () => page.getByRole('region', { name: 'The record' })

  test('a key marks and another takes it back; a click marks; a second person sees it', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const second = await house.member(browser, { name: 'Ben Member', role: 'member' })
    await second.goto(`${poison}/timeline`)
    await second.getByText('24 key events').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('m')
    await page.getByText('25 key events').waitFor()
    await second.getByText('25 key events').waitFor()
    await page.keyboard.press('u')
    await page.getByText('24 key events').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press(' ')
    await page.getByText('25 key events').waitFor()
    await keyPane().getByRole('button', { name: 'Undo' }).click()
    await page.getByText('24 key events').waitFor()
    await recordPane().getByRole('button', { name: 'Mark as key: joined the channel' }).first().click()
    await page.getByText('25 key events').waitFor()
    await second.getByText('25 key events').waitFor()
    await keyPane().getByRole('button', { name: 'Undo' }).click()
    await second.getByText('24 key events').waitFor()
    await second.context().close()
  })

  test('dragging from the record to the timeline marks', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    await recordPane()
      .getByRole('article')
      .filter({ hasText: 'joined the channel' })
      .first()
      .dragTo(keyPane().getByRole('group', { name: 'The timeline' }))
    await page.getByText('25 key events').waitFor()
    await page.keyboard.press('u')
    await page.getByText('24 key events').waitFor()
  })

  test('text and time are changed in place; what the record says stays and comes back', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const row = keyPane().locator('[data-key-event]').filter({ hasText: 'Same here' })
    await row.hover()
    await row.getByRole('button', { name: /^Edit: Same here/ }).click()
    await page.getByRole('textbox', { name: 'Text of the event' }).fill('Rebecca sees it on three pages')
    await page.keyboard.press('Enter')
    const changed = keyPane().locator('[data-key-event]').filter({ hasText: 'Rebecca sees it on three pages' })
    await changed.getByText(/^The record: Same here/).waitFor()
    await changed.hover()
    await changed.getByRole('button', { name: /^Correct the time/ }).click()
    await page.getByLabel('Correct the time: date and time').fill('2022-11-18T15:45:00')
    await page.getByRole('button', { name: 'Save' }).click()
    await changed.getByText('15:45:00').waitFor()
    await changed.getByRole('button', { name: 'Put back' }).click()
    const same = keyPane().locator('[data-key-event]').filter({ hasText: 'Same here' })
    await same.getByText('15:42:40').waitFor()
    // The field shows the time in the zone in which it stands in the timeline, and saving it as it is changes nothing.
    await recordPane().getByText('UTC', { exact: true }).click()
    await same.hover()
    await same.getByRole('button', { name: /^Correct the time/ }).click()
    assert.equal(await page.getByLabel('Correct the time: zone of the time').inputValue(), 'UTC')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByLabel('Correct the time: date and time').waitFor({ state: 'detached' })
    assert.equal(await same.getByText(/^The record:/).count(), 0)
    await recordPane().getByText('Yours', { exact: true }).click()
  })

  test('a line is added between two, and many are pasted after a look at how they are understood', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const first = keyPane().locator('[data-key-event]').first()
    await first.hover()
    await first.getByRole('button', { name: /^Add a line after/ }).click()
    await page.getByLabel('What happened').fill('The on-call phone rang')
    await page.getByRole('button', { name: 'Add the line' }).click()
    await keyPane().getByText('The on-call phone rang').waitFor()
    await page.getByRole('button', { name: 'Paste lines' }).click()
    await page.getByLabel('The lines').fill('16:01 Ada: looked at the queue\n16:02 Grace: drained it')
    await page.getByText('Understood: 2 lines.').waitFor()
    await page.getByRole('button', { name: 'Add 2 lines' }).click()
    await page.getByText('2 lines are added.').waitFor()
    const { items } = await house.ask('GET', '/v1/incidents/2022-11-18-poison-pill/timeline?level=key')
    assert.deepEqual(
      ['The on-call phone rang', 'looked at the queue', 'drained it'].map((text) => items.some((event: { text: string }) => event.text.endsWith(text))),
      [true, true, true],
    )
  })

  test('the record is narrowed by words, person and kind, and the times by zone', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    await page.getByLabel('Find in the record').fill('503')
    await page.getByText(/^\d of \d\d events$/).waitFor()
    assert.equal(await recordPane().getByRole('article').filter({ hasText: 'joined the channel' }).count(), 0)
    await page.waitForURL(/\/timeline\?text=%?2?2?503/)
    await page.reload()
    await page.getByText(/^\d of \d\d events$/).waitFor()
    assert.equal(await page.getByLabel('Find in the record').inputValue(), '503', 'the address says what the record is narrowed to')
    await page.getByLabel('Find in the record').fill('')
    await page.getByLabel('Kind').selectOption('alert')
    await recordPane().getByText('Alert fires: AppUnavailable').waitFor()
    await page.getByLabel('Kind').selectOption('')
    assert.equal(await recordPane().getByRole('article').first().getByText('15:39:00').count(), 1)
    await page.getByRole('slider').focus()
    await page.keyboard.press('End')
  })

  test('ten thousand messages: rows are there, the last is reached, and marking works', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const { incident } = await house.ask('POST', '/v1/incidents', { title: 'Ten thousand messages', text: manyLines(10_000), zone: 'UTC' })
    await page.goto(`/incidents/${incident.id}/timeline`)
    await recordPane().getByRole('article').first().waitFor()
    await page.getByText('10000 events', { exact: true }).waitFor({ timeout: 120_000 })
    await recordPane()
      .getByRole('feed')
      .evaluate((feed) => feed.scrollTo(0, feed.scrollHeight))
    const last = recordPane().getByRole('article').filter({ hasText: 'message number 9999 ' })
    await last.waitFor()
    assert.ok((await recordPane().getByRole('article').count()) < 120)
    const mark = last.getByRole('button', { name: /^Mark as key/ })
    const before = await mark.getAttribute('aria-pressed')
    await mark.click()
    await last.locator(`button[aria-pressed="${before === 'true' ? 'false' : 'true'}"]`).waitFor()
  })

  test('the screen fills the window and no more, however many lines the title takes', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    await page.goto(`${poison}/timeline`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('heading', { level: 1 }).evaluate((title) => (title.textContent = 'Checkout answers 503 for every customer of Europe '.repeat(4)))
    await page.waitForFunction(() => document.documentElement.scrollHeight === innerHeight)
    await recordPane().getByText('Move with j and k').waitFor()
  })

  test('a viewer marks nothing; both themes and the phone have no accessibility findings', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const viewer = await house.member(browser, { name: 'Vi Viewer', role: 'viewer' })
    await viewer.goto(`${poison}/timeline`)
    await viewer.getByRole('article').first().waitFor()
    assert.equal(await viewer.getByRole('button', { name: /^(Mark|Edit|Paste|Add a line)/ }).count(), 0)
    await viewer.context().close()
    await page.goto(`${poison}/timeline`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await recordPane().getByRole('article').first().waitFor()
      assert.deepEqual(await axeFindings(page), [], colorScheme)
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await page.waitForFunction(() => document.documentElement.scrollWidth === 390)
    await page.getByText('The timeline', { exact: true }).first().click()
    await keyPane().locator('[data-key-event]').first().waitFor()
    assert.deepEqual(await axeFindings(page), [])
  })
})

function manyLines(count: number): string {
  const people = ['Ada', 'Grace', 'Linus', 'Margaret']
  const two = (value: number): string => String(value).padStart(2, '0')
  return Array.from({ length: count }, (_, index) => {
    const seconds = 8 * 3600 + index * 4
    return `2026-03-04 ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)} ${people[index % 4]}: message number ${index} of the day`
  }).join('\n')
}
