import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Browser, Page, Response } from 'playwright-core'
import { aroundSuite } from './kit/around-suite.ts'
import { axeFindings } from './kit/axe.ts'
import { NO_BROWSER } from './kit/browser.ts'
import type { WebHouse } from './kit/web-house.ts'

describe('an incident and its facts', () => {
  let browser: Browser | null = null
  let house: WebHouse
  let page: Page
  aroundSuite(async (opened) => {
    ;({ browser, house } = opened)
    page = await house.window(opened.browser)
  })

  const poison = '/incidents/2022-11-18-poison-pill'
  const notice = (words: string): Promise<void> => page.getByText(words, { exact: true }).last().waitFor()

  test('a fact is corrected in place, says who said it, and is taken back', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    await page.goto(poison)
    await page.getByRole('button', { name: 'Edit Severity: Major' }).click()
    await page.getByRole('option', { name: 'Minor' }).click()
    await page.getByRole('button', { name: 'Edit Severity: Minor' }).waitFor()
    await notice('Severity changed.')
    await page.getByRole('button', { name: /^Where Severity comes from: Ada Admin said so on/ }).click()
    await page.getByText('The record says Major.').waitFor()
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByRole('button', { name: 'Edit Severity: Major' }).waitFor()
    await page.getByRole('button', { name: 'Where Severity comes from: Stated by Incident file.' }).waitFor()
  })

  test('incidents like it are named, and lead there', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const [first, second] = await Promise.all(
      ['Certificate of the gateway expired', 'Certificate of the mail server expired'].map((title) => house.ask('POST', '/v1/incidents', { title })),
    )
    const there = await house.window(browser)
    await there.goto(`/incidents/${first.incident.slug}`)
    const card = there.getByRole('region', { name: 'Seen before?' })
    await card.getByRole('link', { name: 'Certificate of the mail server expired' }).click()
    await there.waitForURL(`**/incidents/${second.incident.slug}`)
    await there.close()
    for (const { incident } of [first, second]) await house.ask('DELETE', `/v1/incidents/${incident.id}`, undefined, '*')
  })

  test('a title that is a whole sentence leaves room on a phone', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const { incident } = await house.ask('POST', '/v1/incidents', { title: `Checkout answers 503 ${'because the pool was exhausted '.repeat(9)}`.trim() })
    const phone = await house.window(browser, { viewport: { width: 390, height: 844 } })
    await phone.goto(`/incidents/${incident.slug}`)
    const title = phone.getByRole('heading', { level: 1 })
    assert.ok(((await title.boundingBox())?.height ?? 999) < 260)
    await phone.close()
    await house.ask('DELETE', `/v1/incidents/${incident.id}`, undefined, '*')
  })

  test('a zone is copied as it is written', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const { incident } = await house.ask('POST', '/v1/incidents', { title: 'Far away' })
    await house.ask('PATCH', `/v1/incidents/${incident.id}`, { set: { zone: 'America/Argentina/Buenos_Aires' } }, '*')
    const there = await house.window(browser)
    await there.goto(`/incidents/${incident.slug}`)
    const value = there
      .getByRole('button', { name: /^Edit Time zone: / })
      .locator('span')
      .last()
    await value.waitFor()
    assert.equal(await value.textContent(), 'America/Argentina/Buenos_Aires')
    await there.close()
  })

  test('the title is changed, and the notice has the way back', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    await page.getByRole('button', { name: 'Edit Title' }).click()
    await page.getByRole('textbox', { name: 'Title' }).fill('The pill that was poison')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'The pill that was poison' }).waitFor()
    await notice('Title changed.')
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await page.getByRole('heading', { level: 1, name: 'The poison pill' }).waitFor()
  })

  test('follow-ups are added, given to somebody and a day, reworded, and taken away with a way back', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const list = page.getByRole('list', { name: 'Follow-ups' })
    await page.getByRole('textbox', { name: 'What is to be done?' }).fill('Cover every consumer with an integration test')
    await page.keyboard.press('Enter')
    const added = list.getByRole('listitem').filter({ hasText: 'Cover every consumer' })
    await added.waitFor()
    const [first] = await list.getByRole('listitem').allInnerTexts()
    const isFirst = async (response: Response): Promise<boolean> =>
      response.request().method() === 'GET' && response.url().includes('/follow-ups') && (await response.json()).items[0].due === '2022-11-19'
    const sorted = page.waitForResponse(isFirst)
    await added.getByLabel('Due').fill('2022-11-19')
    await added.getByRole('combobox', { name: 'Owner' }).click()
    // The list comes anew with this one first, and what is open in it stays open.
    await sorted
    await page.getByRole('option', { name: 'Ada Admin' }).click()
    assert.equal(await list.getByRole('listitem').first().innerText(), first, 'no row has moved')
    await added.getByRole('button', { name: /^Change the words: Cover/ }).click()
    await list.getByRole('textbox', { name: 'What is to be done?' }).fill('Cover all consumers')
    await page.keyboard.press('Enter')
    const reworded = list.getByRole('listitem').filter({ hasText: 'Cover all consumers' })
    await reworded.getByRole('button', { name: /^Take away: Cover/ }).click()
    await reworded.waitFor({ state: 'detached' })
    await notice('Taken away')
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await reworded.waitFor()
    const { items } = await house.ask('GET', '/v1/incidents/2022-11-18-poison-pill/follow-ups')
    const kept = items.find(({ text }: { text: string }) => text === 'Cover all consumers')
    assert.deepEqual([kept.owner.name, kept.due], ['Ada Admin', '2022-11-19'])
  })

  test('an inferred value names its rule and leads to its message; a time that the clocks showed twice is asked about', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const mark = page.getByRole('button', { name: /^Where Fixed at comes from: Inferred from Alert AppUnavailable/ })
    const link = page.getByRole('link', { name: 'Show it in the timeline' })
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
    await mark.focus()
    await page.keyboard.press('Enter')
    assert.match((await link.getAttribute('href')) ?? '', /\/incidents\/2022-11-18-poison-pill\/timeline#alertmanager:/)
    await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') !== null)
    await page.keyboard.press('Escape')
    await link.waitFor({ state: 'detached' })
    assert.match(await focused(), /^Where Fixed at comes from/, 'the focus is where it was')
    // Passed by with Tab it says where the value is from, and goes.
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    await link.waitFor()
    await page.keyboard.press('Tab')
    await link.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Edit Fixed at/ }).click()
    await page.getByLabel('Fixed at: date and time').fill('2022-10-30T01:30:00')
    await page.getByRole('radio', { name: /^The later, / }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').filter({ hasText: 'Time to fix cannot be measured' }).waitFor()
    const { facts } = await house.ask('GET', '/v1/incidents/2022-11-18-poison-pill')
    assert.equal(facts.timestamps.fixed.value, '2022-10-30T01:30:00.000Z')
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await page.getByRole('alert').filter({ hasText: 'Time to fix cannot' }).waitFor({ state: 'detached' })
  })

  test('somebody is added, moved to another role and removed', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    await page.getByRole('button', { name: 'Add to Observers' }).first().click()
    await page.getByLabel('A name').first().fill('Grace Hopper')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Grace Hopper, Observers: move or remove' }).click()
    await page.getByRole('menuitem', { name: 'Move to Active participants' }).click()
    await page.getByRole('button', { name: 'Grace Hopper, Active participants: move or remove' }).click()
    await page.getByRole('menuitem', { name: 'Remove from Active participants' }).click()
    await page.getByRole('button', { name: /^Grace Hopper/ }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Rebecca Song, Active participants: move or remove' }).waitFor()
  })

  test('two sources that disagree are settled by choosing one', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const made = await house.ask('POST', '/v1/incidents', { text: INCIDENT_FILE })
    await house.ask('POST', `/v1/incidents/${made.incident.id}/records`, { text: TICKET, source: 'jira' })
    await page.goto(`/incidents/${made.incident.id}`)
    await page.getByText('The sources disagree on the severity').waitFor()
    await page.getByRole('button', { name: /^“Major”/ }).click()
    await page.getByText('The sources disagree on the severity').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Edit Severity: Major' }).waitFor()
  })

  test('a viewer looks and changes nothing; both themes and the phone have no accessibility findings', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const viewer = await house.member(browser, { name: 'Vi Viewer', role: 'viewer' })
    await viewer.goto(poison)
    await viewer.getByRole('heading', { level: 1, name: 'The poison pill' }).waitFor()
    assert.equal(await viewer.getByRole('button', { name: /^(Edit|Add|Set|Write)/ }).count(), 0)
    await viewer.context().close()
    await page.goto(poison)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.getByRole('heading', { name: 'Key information' }).waitFor()
      assert.deepEqual(await axeFindings(page), [], colorScheme)
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.waitForFunction(() => document.documentElement.scrollWidth === 390)
    assert.deepEqual(await axeFindings(page), [])
  })

  test('the post-mortem is written from the button', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    await page.setViewportSize({ width: 1280, height: 860 })
    await page.getByRole('button', { name: 'Write the post-mortem' }).click()
    await page.waitForURL(/\/post-mortems\/[\da-f-]{36}$/)
    await page.goto(poison)
    await page.getByRole('link', { name: 'Open the post-mortem · Draft' }).waitFor()
  })
})

const INCIDENT_FILE = `incident:
  title: Carts were empty
  severity: Critical
`

const TICKET = JSON.stringify({
  key: 'OPS-9',
  names: { customfield_10050: 'Severity' },
  fields: { summary: 'Carts were empty', created: '2026-03-04T09:00:00.000+0000', issuetype: { name: 'Incident' }, customfield_10050: { value: 'SEV2' } },
})
