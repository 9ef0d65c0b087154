import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { axeFindings } from './kit/axe.ts'
import { openBrowser } from './kit/browser.ts'
import { openWebHouse, type WebHouse } from './kit/web-house.ts'

describe('the list of incidents', () => {
  test('is narrowed by its address, found by keyboard, kept as a view, and true while others work', async (context) => {
    const browser = await openBrowser(context)
    if (browser === null) return
    const house = await openWebHouse(context)
    for (const [title, severity] of [
      ['Login fails for everybody', 'Critical'],
      ['Search is slow', 'Minor'],
    ] as const)
      await correct(house, await make(house, title), severity)
    const page = await house.window(browser)
    await filters(page)
    await keyboard(page)
    await views(page)
    await live(house, page)
    await narrowPhone(house, browser)
    await accessible(house, browser)
  })

  test('that is empty has three doors', async (context) => {
    const browser = await openBrowser(context)
    if (browser === null) return
    const house = await openWebHouse(context, { example: false })
    const page = await house.window(browser)
    await page.goto('/incidents')
    await page.getByRole('heading', { name: 'Bring in what an incident left behind.' }).waitFor()
    assert.deepEqual(await axeFindings(page), [])
    await page.getByRole('link', { name: /Paste a transcript/ }).click()
    await page.getByRole('textbox', { name: 'Paste a conversation or a timeline' }).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: /Open the example/ }).click()
    await page.waitForURL(/\/incidents\/.*poison-pill/)
    const viewer = await house.member(browser, { name: 'Vera Viewer', role: 'viewer' })
    await viewer.goto('/incidents')
    await viewer.getByRole('link', { name: 'The poison pill' }).waitFor()
    assert.equal(await viewer.getByRole('button', { name: 'Write: The poison pill' }).count(), 0, 'a viewer is not offered what they may not do')
  })
})

async function make(house: WebHouse, title: string): Promise<string> {
  return (await house.ask('POST', '/v1/incidents', { title })).incident.id
}

async function correct(house: WebHouse, incident: string, severity: string): Promise<void> {
  await house.ask('PATCH', `/v1/incidents/${incident}`, { set: { severity } }, '*')
}

const titles = (page: Page): Promise<string[]> => page.getByRole('table', { name: 'Incidents' }).locator('a[data-row]').allInnerTexts()

async function filters(page: Page): Promise<void> {
  await page.goto('/incidents')
  await page.getByRole('link', { name: 'The poison pill' }).waitFor()
  assert.equal((await titles(page)).length, 3)
  await page.getByRole('button', { name: 'Severity', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Critical' }).check()
  await page.waitForURL(/severity=Critical/)
  await page.getByRole('link', { name: 'Search is slow' }).waitFor({ state: 'detached' })
  assert.deepEqual(await titles(page), ['Login fails for everybody'])
  await page.keyboard.press('Escape')
  await page.reload()
  await page.getByRole('button', { name: 'Severity Critical' }).waitFor()
  assert.deepEqual(await titles(page), ['Login fails for everybody'], 'the address alone says what is shown')
  await page.getByRole('searchbox', { name: 'Search incidents' }).fill('nonsense')
  await page.getByText('No incident matches.').waitFor()
  await page.getByRole('button', { name: 'Without the words “nonsense”' }).click()
  await page.getByRole('link', { name: 'Login fails for everybody' }).waitFor()
  await page.getByRole('button', { name: 'Clear all' }).click()
  await page.getByRole('link', { name: 'Search is slow' }).waitFor()
  await page.getByRole('button', { name: 'Overdue follow-ups' }).click()
  await page.waitForURL(/overdue=yes/)
  await page.getByRole('link', { name: 'Search is slow' }).waitFor({ state: 'detached' })
  assert.deepEqual(await titles(page), ['The poison pill'])
  await page.getByRole('button', { name: 'Clear all' }).click()
}

async function keyboard(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Search is slow' }).waitFor()
  await page.locator('h1').click()
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')
  const shown = await titles(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  assert.equal(await focused(), shown[1])
  await page.keyboard.press('k')
  assert.equal(await focused(), shown[0])
  await page.keyboard.press('x')
  await page.getByRole('region', { name: '1 selected' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: '1 selected' }).waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/incidents\/./)
  await page.goBack()
}

async function views(page: Page): Promise<void> {
  await page.goto('/incidents?severity=Critical')
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('The bad ones')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'The bad ones' }).waitFor()
  await page.goto('/incidents')
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'The bad ones' }).click()
  await page.waitForURL(/severity=Critical/)
  await page.goto('/incidents')
}

async function live(house: WebHouse, page: Page): Promise<void> {
  await page.getByRole('link', { name: 'The poison pill' }).waitFor()
  await make(house, 'Heard while it happens')
  await page.getByRole('link', { name: 'Heard while it happens' }).waitFor()
}

async function narrowPhone(house: WebHouse, browser: Browser): Promise<void> {
  const phone = await house.window(browser, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  await phone.goto('/incidents')
  await phone.getByRole('link', { name: 'The poison pill' }).waitFor()
  assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth), 390, 'nothing is wider than a phone')
  await phone.context().close()
}

async function accessible(house: WebHouse, browser: Browser): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await house.window(browser, { colorScheme })
    await page.goto('/incidents?severity=Critical,Major')
    await page.getByRole('link', { name: 'The poison pill' }).waitFor()
    assert.deepEqual(await axeFindings(page), [], colorScheme)
    await page.getByRole('button', { name: 'Type', exact: true }).click()
    await page.getByRole('checkbox', { name: 'Platform' }).waitFor()
    assert.deepEqual(await axeFindings(page), [], `${colorScheme}, with a filter open`)
    await page.context().close()
  }
}
