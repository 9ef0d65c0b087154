import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { axeFindings } from './kit/axe.ts'
import { openBrowser } from './kit/browser.ts'
import { openWebHouse } from './kit/web-house.ts'

describe('the search over everything', () => {
  test('finds what is called or says so, marks it, opens it where it is, and does things', async (context) => {
    const browser = await openBrowser(context)
    if (browser === null) return
    const house = await openWebHouse(context)
    const page = await house.window(browser)
    await page.goto('/templates')
    await page.getByRole('banner').waitFor()
    const field = await open(page)
    await page
      .getByRole('group', { name: 'Newest incidents' })
      .getByRole('option', { name: /The poison pill/ })
      .waitFor()
    await field.fill('poison')
    const incident = page.getByRole('group', { name: 'Incidents', exact: true }).getByRole('option').first()
    await incident.waitFor()
    await page
      .locator('mark', { hasText: /poison/i })
      .first()
      .waitFor()
    assert.equal(await incident.getAttribute('aria-selected'), 'true', 'the best hit is chosen already')
    assert.deepEqual(await axeFindings(page), [])
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/incidents\/[^/]*poison-pill$/)

    await (await open(page)).fill('rolled back')
    const event = page.getByRole('group', { name: 'Timeline' }).getByRole('option').first()
    await event.waitFor()
    await event.click()
    await page.waitForURL(/\/timeline#./)

    const { incident: other } = await house.ask('POST', '/v1/incidents', {
      title: 'Disk',
      text: '[10:00] Ada: the disk is full',
      zone: 'UTC',
      date: '2026-03-04',
    })
    const followUp = await house.ask('POST', `/v1/incidents/${other.id}/follow-ups`, { text: 'Measure the walrus disk', outcome: 'done' })
    await (await open(page)).fill('walrus disk')
    await page.getByRole('group', { name: 'Follow-ups' }).getByRole('option').first().click()
    await page.waitForURL(/\/follow-ups#./)
    await page
      .locator(`[id="${followUp.id ?? ''}"][data-named], tr[data-named]`)
      .filter({ hasText: 'Measure the walrus disk' })
      .waitFor()
    const made = await house.ask('POST', `/v1/incidents/${other.id}/post-mortems`, {})
    const [section] = made.progress.sections
    await house.ask('PUT', `/v1/post-mortems/${made.id}/sections/${section.id}`, { markdown: 'Nobody saw that the zanzibar partition was full at noon.' }, '*')
    await (await open(page)).fill('zanzibar')
    await page.getByRole('group', { name: 'Post-mortems' }).getByRole('option').first().click()
    await page.waitForURL(/\/post-mortems\/[^#]+#says=/)
    await page.waitForFunction(() => getSelection()?.toString().includes('zanzibar'))

    await page.goto('/incidents')
    await page.getByRole('banner').waitFor()
    await open(page)
    await page.getByRole('group', { name: 'Recent' }).getByRole('option').first().waitFor()
    assert.match(await page.getByRole('group', { name: 'Recent' }).innerText(), /The poison pill/i)
    await field.fill('zzzzqqq')
    await page.getByText('Nothing is called “zzzzqqq”').waitFor()
    await field.fill('switch dark')
    await page.getByRole('option', { name: 'Switch to dark' }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
    await (await open(page)).fill('poison')
    await incident.waitFor()
    assert.deepEqual(await axeFindings(page), [], 'in the dark')
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
    await (await open(page)).fill('go to follow')
    await page.getByRole('option', { name: 'Go to Follow-ups' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/follow-ups$/)
  })
})

async function open(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: /^Search incidents/ })
  await field.waitFor()
  return field
}
