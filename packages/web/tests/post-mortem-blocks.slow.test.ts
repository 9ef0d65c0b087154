import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { axeFindings } from './kit/axe.ts'
import { openBrowser } from './kit/browser.ts'
import { newPostMortem, openPostMortem, paste, saved, writeAtTheEnd } from './kit/post-mortem-page.ts'
import { openWebHouse } from './kit/web-house.ts'

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

suite('what a text may hold is offered', () => {
  test('blocks, people, events, tables and images are put in by keyboard; facts are not typed over', async (context) => {
    const browser = await openBrowser(context)
    if (browser === null) return
    const house = await openWebHouse(context)
    const id = await newPostMortem(house)
    const page = await house.window(browser)
    const text = await openPostMortem(page, id)
    await writeAtTheEnd(page, text)

    await page.keyboard.type('/tab')
    await page.getByRole('option', { name: 'Table' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Name')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Value')
    await page.keyboard.press('Alt+Shift+ArrowDown')
    assert.equal(await text.locator('[data-table]').last().locator('tr').count(), 4)
    await page.keyboard.press('Alt+Shift+ArrowRight')
    assert.equal(await text.locator('[data-table]').last().locator('tr').first().locator('th').count(), 3)
    await page.keyboard.press('Tab')
    await page.keyboard.type('Since')
    assert.deepEqual(await axeFindings(page), [], 'with the bar of the table')

    await text.locator('h2').last().click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Seen by @Reb')
    await page.getByRole('option', { name: /Rebecca Song/ }).waitFor()
    assert.deepEqual(await axeFindings(page), [], 'with a menu')
    await page.keyboard.press('Enter')
    await page.keyboard.type('in #nil pointer')
    await page.getByRole('option', { name: /nil pointer/ }).waitFor()
    await page.keyboard.press('Enter')
    await text.locator(':scope > p [data-directive=person]', { hasText: 'Rebecca Song' }).waitFor()
    await text.locator(':scope > p [data-directive=event]', { hasText: /16:07:15 .*nil pointer/ }).waitFor()

    await page.keyboard.press('Enter')
    await paste(page, { image: PIXEL })
    await text.locator('img[alt="a graph"]').waitFor()
    assert.ok(await text.locator('img[alt="a graph"]').evaluate((image) => (image as HTMLImageElement).decode().then(() => true)))

    await text.locator('h2').last().click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/metr')
    await page.getByRole('option', { name: 'Metrics' }).waitFor()
    await page.keyboard.press('Enter')
    const metrics = text.getByRole('region', { name: 'Metrics' })
    await metrics.getByText('Time to fix: 41mins').waitFor({ timeout: 30_000 })
    await metrics.getByText('From the incident’s facts').click()
    await page.keyboard.type('After it.')
    await text.getByText('After it.').waitFor()
    assert.equal(await metrics.count(), 1, 'what is typed on a block stands after it')

    await saved(page)
    await page.waitForTimeout(3000)
    const { document } = await house.ask('GET', `/v1/post-mortems/${id}`)
    const tree = JSON.stringify(document.tree)
    for (const part of ['"name":"event"', '"name":"metrics"', '"url":"images/', 'After it.']) assert.ok(tree.includes(part), part)
  })
})
