import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { aroundSuite } from './kit/around-suite.ts'
import { NO_BROWSER } from './kit/browser.ts'
import { newPostMortem, openPostMortem, saved, writeAtTheEnd } from './kit/post-mortem-page.ts'
import type { WebHouse } from './kit/web-house.ts'

/** Every block of the menu, with the element that it becomes. */
const BLOCKS: readonly (readonly [name: string, element: string])[] = [
  ['Section', 'h2'],
  ['Heading', 'h3'],
  ['Small heading', 'h4'],
  ['List', 'ul > li'],
  ['Numbered list', 'ol > li'],
  ['Check list', 'li [type=checkbox]'],
  ['Callout', '[data-container=callout][data-kind=note]'],
  ['Warning callout', '[data-container=callout][data-kind=warning]'],
  ['Quotation', 'blockquote'],
  ['Code', 'pre'],
  ['Divider', 'hr'],
  ['Key information', '[data-live=key-information]'],
  ['Timeline', '[data-live=timeline]'],
  ['Follow-ups', '[data-live=follow-ups]'],
  ['Participants', '[data-live=participants]'],
  ['Links', '[data-live=links]'],
]

describe('the menus of the text', () => {
  let browser: Browser | null = null
  let page: Page
  let text: Locator
  let house: WebHouse
  let id = ''
  aroundSuite(async (around) => {
    house = around.house
    browser = around.browser
    // Wide enough for the outline beside the text.
    page = await house.window(browser, { viewport: { width: 1680, height: 900 } })
    id = await newPostMortem(house)
    text = await openPostMortem(page, id)
  })
  const skips = (context: { skip(why: string): void }): boolean => {
    if (browser === null) context.skip(NO_BROWSER)
    return browser === null
  }
  /** Types a line of its own at the end, and chooses it. */
  const chosenLine = async (words: string): Promise<void> => {
    await writeAtTheEnd(page, text)
    await page.keyboard.type(words)
    await page.keyboard.press('Shift+Home')
  }
  const format = () => page.getByRole('toolbar', { name: 'Format' })

  test('the outline goes to a section, and says what is still to write', async (context) => {
    if (skips(context)) return
    const outline = page.getByRole('navigation', { name: 'Sections' })
    await outline.getByRole('button', { name: /^Follow-up actions/ }).click()
    await page.waitForFunction(() => {
      const heading = [...document.querySelectorAll('h2')].find(({ textContent }) => textContent === 'Follow-up actions')
      const { top = -1 } = heading?.getBoundingClientRect() ?? {}
      return top >= 0 && top < innerHeight / 2
    })
    await outline.getByText('still to write').first().waitFor()
  })

  test('the bar over chosen words sets each mark, says that it is set, and takes it away', async (context) => {
    if (skips(context)) return
    await chosenLine('all of these words')
    for (const [name, mark] of [
      ['Bold', 'strong'],
      ['Italic', 'em'],
      ['Struck out', 's'],
      ['Code', 'code'],
    ] as const) {
      const tool = format().getByRole('button', { name, exact: true })
      await tool.click()
      await text.locator(mark, { hasText: 'all of these words' }).waitFor()
      await page.locator('[role=toolbar] [aria-pressed=true]').and(tool).waitFor()
      await tool.click()
      await text.locator(mark, { hasText: 'all of these words' }).waitFor({ state: 'detached' })
    }
  })

  test('chosen words become a link by the bar or by keys; an address that runs something is refused; the link goes again', async (context) => {
    if (skips(context)) return
    await chosenLine('the dashboard')
    await page.keyboard.press('Control+k')
    const address = page.getByRole('textbox', { name: 'Address of the link' })
    const set = page.getByRole('button', { name: 'Link', exact: true })
    await address.fill('javascript:alert(1)')
    await page.getByText('An address that begins with https://, http:// or mailto:').waitFor()
    assert.equal(await set.isDisabled(), true)
    await address.fill('grafana.example.com/d/1')
    await page.keyboard.press('Enter')
    const link = text.locator('a', { hasText: 'the dashboard' })
    await link.waitFor()
    assert.equal(await link.getAttribute('href'), 'https://grafana.example.com/d/1')
    await format().getByRole('button', { name: 'Link', exact: true }).click()
    assert.equal(await address.inputValue(), 'https://grafana.example.com/d/1')
    await house.ask('PUT', `/v1/post-mortems/${id}/sections/contributors`, { markdown: '- Somebody else writes above.' }, '*')
    await text.getByText('Somebody else writes above.').waitFor()
    assert.equal(await address.inputValue(), 'https://grafana.example.com/d/1', 'what others write closes nothing')
    await page.keyboard.press('Escape')
    await address.waitFor({ state: 'detached' })
    await format().getByRole('button', { name: 'Link', exact: true }).click()
    await page.getByRole('button', { name: 'Take the link away' }).click()
    await link.waitFor({ state: 'detached' })
    await text.getByText('the dashboard').waitFor()
  })

  test('who writes comments on chosen words from the bar', async (context) => {
    if (skips(context)) return
    await chosenLine('a sentence to talk about')
    await format().getByRole('button', { name: 'Comment' }).click()
    await page.getByRole('textbox', { name: 'Comment' }).and(page.locator(':focus')).waitFor()
    await page.keyboard.type('Is it so?')
    await page.keyboard.press('Control+Enter')
    await text.locator('mark[data-thread]', { hasText: 'a sentence to talk about' }).waitFor()
  })

  test('every block of the slash menu comes into the text', async (context) => {
    if (skips(context)) return
    for (const [name, element] of BLOCKS) {
      const before = await text.locator(element).count()
      await writeAtTheEnd(page, text)
      await page.keyboard.type('/')
      await page
        .getByRole('listbox', { name: 'Blocks' })
        .getByRole('option', { name: new RegExp(`^${name}(?!\\w)`) })
        .click()
      await text.locator(element).nth(before).waitFor()
      assert.equal(await text.locator(element).count(), before + 1, name)
      for (let step = 0; step < 4 && (await text.locator(element).count()) > before; step++) await page.keyboard.press('Control+z')
    }
    await writeAtTheEnd(page, text)
    await page.keyboard.type('/')
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('option', { name: 'Image' }).click()
    await (await choosing).setFiles({ name: 'graph.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') })
    await text.locator('img[alt="graph"]').waitFor()
  })

  test('the bar of a table adds and removes rows, columns and the table', async (context) => {
    if (skips(context)) return
    await writeAtTheEnd(page, text)
    await page.keyboard.type('/table')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Only here')
    const table = text.locator('[data-table]', { hasText: 'Only here' })
    const bar = page.getByRole('toolbar', { name: 'Table' })
    const size = async (): Promise<readonly number[]> => [await table.locator('tr').count(), await table.locator('tr').first().locator('th').count()]
    const use = async (name: string, rows: number, columns: number): Promise<void> => {
      await bar.getByRole('button', { name, exact: true }).click()
      await table.locator('tr').nth(rows).waitFor({ state: 'detached' })
      assert.deepEqual(await size(), [rows, columns], name)
    }
    assert.deepEqual(await size(), [3, 2])
    await use('Row below', 4, 2)
    await use('Column to the right', 4, 3)
    await page.keyboard.press('Tab')
    await use('Remove the column', 4, 2)
    await page.keyboard.press('ArrowDown')
    await use('Remove the row', 3, 2)
    await bar.getByRole('button', { name: 'Remove the table' }).click()
    await table.waitFor({ state: 'detached' })
  })

  test('a block of facts is turned into text, which is then one’s own, or taken out', async (context) => {
    if (skips(context)) return
    const block = text.getByRole('region', { name: 'Follow-ups' })
    const words = await block.locator('li, td').first().innerText()
    await block.getByRole('button', { name: 'Follow-ups: more' }).click()
    await page.getByRole('menuitem', { name: /^Turn into text/ }).click()
    await block.waitFor({ state: 'detached' })
    await text
      .getByText(words.split('\n')[0] ?? '')
      .first()
      .waitFor()
    const timeline = text.getByRole('region', { name: 'Timeline' })
    await timeline.getByRole('button', { name: 'Timeline: more' }).click()
    await page.getByRole('menuitem', { name: 'Take out' }).click()
    await timeline.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await timeline.waitFor()
  })

  test('a line that the record offers is put into its section', async (context) => {
    if (skips(context)) return
    await page
      .getByRole('button', { name: /^What the record offers/ })
      .first()
      .click()
    const offered = page.getByRole('button', { name: /^Put into the section: / }).first()
    const line = ((await offered.getAttribute('aria-label')) ?? '').replace('Put into the section: ', '').trim()
    const before = await text.locator('li', { hasText: line.slice(-30) }).count()
    await offered.click()
    await text
      .locator('li', { hasText: line.slice(-30) })
      .nth(before)
      .waitFor()
    await saved(page)
  })
})

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
