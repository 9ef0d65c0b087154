import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { axeFindings } from './kit/axe.ts'
import { openBrowser } from './kit/browser.ts'
import { slackExport, TRANSCRIPT } from './kit/incident-records.ts'
import { openWebHouse, type WebHouse } from './kit/web-house.ts'

describe('bringing in what an incident left behind', () => {
  test('goes from a dropped Slack export, and from a pasted transcript, to the post-mortem', async (context) => {
    const browser = await openBrowser(context)
    if (browser === null) return
    const house = await openWebHouse(context)
    await dropExport(await house.window(browser))
    await pasteTranscript(await house.window(browser))
    await startedOver(await house.window(browser))
    await keptOverReload(house, browser)
    await brokenFile(await house.window(browser))
    await accessible(house, browser)
  })
})

/** Drops files on the page as a hand would. */
async function drop(page: Page, files: readonly { name: string; bytes: Buffer }[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }))
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer()
    for (const { name, base64 } of list) data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0)], name))
    return data
  }, given)
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer })
  await page.getByText('Drop to read it as the record of an incident').waitFor()
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
}

async function dropExport(page: Page): Promise<void> {
  await page.goto('/templates')
  await page.getByRole('banner').waitFor()
  await drop(page, [{ name: 'acme export.zip', bytes: slackExport() }])
  await page.waitForURL(/\/new$/)
  const channels = page.getByRole('region', { name: 'Which channels?' })
  await channels.waitFor()
  assert.match(await channels.innerText(), /# inc-42-checkout\s+5 messages/)
  assert.equal(await page.getByRole('button', { name: 'Make the incident' }).isDisabled(), true, 'nothing is made before a channel is chosen')
  await channels.getByRole('textbox', { name: 'Find a channel' }).fill('inc')
  assert.equal(await channels.getByRole('checkbox').count(), 1)
  await channels.getByRole('checkbox', { name: /inc-42-checkout/ }).check()
  const record = page.getByRole('region', { name: 'acme export.zip' })
  await record.getByText('Checkout is down, customers see 503').waitFor()
  assert.match(await record.innerText(), /Slack export · 5 events · 2 people/)
  await changeMind(page)
  await page.getByRole('button', { name: 'Make the incident' }).click()
  await page.waitForURL(/made=/)
  const inferred = page.getByRole('region', { name: 'Read out of the record' })
  await inferred.waitFor()
  assert.match(await inferred.innerText(), /Incident Lead\s+Ada Lovelace\s+They said that they take the lead\./)
  assert.match(await page.getByRole('region', { name: 'What the record does not say' }).innerText(), /Severity/)
  await page.reload()
  await inferred.waitFor()
  await page.getByRole('button', { name: 'Write the post-mortem' }).click()
  await page.waitForURL(/\/post-mortems\/[\da-f-]{36}/)
  await page.context().close()
}

/** What was chosen can be chosen otherwise, and a part of it be enough. */
async function changeMind(page: Page): Promise<void> {
  const record = page.getByRole('region', { name: 'acme export.zip' })
  const channels = page.getByRole('region', { name: 'Which channels?' })
  await channels.getByRole('textbox', { name: 'Find a channel' }).fill('')
  await channels.getByRole('checkbox', { name: /general/ }).check()
  await record.getByText(/· 6 events/).waitFor()
  await channels.getByRole('checkbox', { name: /general/ }).uncheck()
  await record.getByText(/· 5 events/).waitFor()
  await page.getByLabel('Until', { exact: true }).fill('2026-03-04T09:06')
  await record.getByText(/· 3 events/).waitFor()
  await page.getByLabel('From', { exact: true }).fill('2026-03-04T09:07')
  await page.getByText('This is not after the beginning.').waitFor()
  await page.getByRole('button', { name: 'Read all of it' }).click()
  await record.getByText(/· 5 events/).waitFor()
}

async function pasteTranscript(page: Page): Promise<void> {
  await page.goto('/incidents')
  await page.getByRole('heading', { name: 'Incidents' }).waitFor()
  await page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, TRANSCRIPT)
  await page.waitForURL(/\/new$/)
  await page.getByLabel('Day of times that carry none').fill('2026-03-04')
  const zone = page.getByLabel('Zone of times that carry none')
  await zone.fill('Europe/Berln')
  await page.getByText('No time zone is called so.').waitFor()
  await zone.fill('CET')
  await page.getByText('No time zone is called so.').waitFor({ state: 'detached' })
  await zone.fill('Europe/Berlin')
  const record = page.getByRole('region', { name: 'pasted text' })
  await record.getByText('Login answers 500 for everybody').waitFor()
  await record.getByText('4 Mar 2026, 13:02').first().waitFor()
  await page.getByRole('checkbox', { name: /^Private/ }).check()
  await page.getByRole('button', { name: 'Make the incident' }).click()
  await page.getByRole('region', { name: 'Read out of the record' }).waitFor()
  await page.getByRole('link', { name: 'Open the incident' }).click()
  await page.waitForURL(/\/incidents\/./)
  await page.goto('/incidents')
  await page.getByRole('img', { name: 'Private' }).waitFor()
  await page.context().close()
}

/** The way back is there until something new is: it would be lost. */
async function startedOver(page: Page): Promise<void> {
  await page.goto('/new')
  const paste = page.getByRole('textbox', { name: 'Paste a conversation or a timeline' })
  const put = async (words: string): Promise<void> => {
    await paste.fill(words)
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByRole('region', { name: 'pasted text' }).waitFor()
  }
  await put('2026-03-04 14:02 UTC the first goes wrong')
  await page.getByRole('button', { name: 'Start over' }).click()
  await page.getByText('Everything is taken out.').waitFor()
  await put('2026-03-04 15:02 UTC the second goes wrong')
  await page.getByText('Everything is taken out.').waitFor({ state: 'detached' })
  assert.equal(await page.getByRole('button', { name: 'Undo' }).count(), 0)
  await page.context().close()
}

async function keptOverReload(house: WebHouse, browser: Browser): Promise<void> {
  const page = await house.window(browser)
  await page.goto('/new')
  await page.getByRole('textbox', { name: 'Paste a conversation or a timeline' }).fill(TRANSCRIPT)
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByLabel('Day of times that carry none').waitFor()
  await page.reload()
  await page.getByRole('textbox', { name: 'Pasted text' }).waitFor()
  assert.equal(await page.getByRole('textbox', { name: 'Pasted text' }).inputValue(), TRANSCRIPT, 'what was pasted is there after a reload')
  await page.getByLabel('Day of times that carry none').waitFor()
  await page.route('**/v1/readings', (route) => route.abort())
  await page.getByLabel('Day of times that carry none').fill('2026-03-04')
  await page.getByText('The server cannot be reached.').waitFor()
  await page.unroute('**/v1/readings')
  await page.getByRole('button', { name: 'Read again' }).click()
  await page.getByText('Login answers 500 for everybody, looking').first().waitFor()
  await page.getByRole('button', { name: 'Start over' }).click()
  await page.getByRole('heading', { name: 'Drop files or folders here' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('textbox', { name: 'Pasted text' }).waitFor()
  await page.context().close()
}

async function brokenFile(page: Page): Promise<void> {
  await page.goto('/new')
  await page.getByRole('heading', { name: 'Drop files or folders here' }).waitFor()
  await page.locator('input[data-files]').setInputFiles({ name: 'photo.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2, 3]) })
  const record = page.getByRole('region', { name: 'photo.bin' })
  await record.getByText(/is not recognised/).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Make the incident' }).isDisabled(), true)
  await page.getByRole('button', { name: 'Take out photo.bin' }).click()
  await page.getByRole('heading', { name: 'Drop files or folders here' }).waitFor()
  await page.context().close()
}

async function accessible(house: WebHouse, browser: Browser): Promise<void> {
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 390],
  ] as const) {
    const page = await house.window(browser, { colorScheme, viewport: { width, height: 844 } })
    await page.goto('/new')
    await page.getByRole('heading', { name: 'Drop files or folders here' }).waitFor()
    assert.deepEqual(await axeFindings(page), [], colorScheme)
    await page.locator('input[data-files]').setInputFiles({ name: 'export.zip', mimeType: 'application/zip', buffer: slackExport() })
    await page.getByRole('checkbox', { name: /inc-42-checkout/ }).check()
    await page.getByText('Checkout is down, customers see 503').first().waitFor()
    assert.deepEqual(await axeFindings(page), [], `${colorScheme}, with a record`)
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, 'nothing is wider than the window')
    await page.context().close()
  }
}

test('a ticket of an incident that tells no events makes one, too', async (context) => {
  const browser = await openBrowser(context)
  if (browser === null) return
  const house = await openWebHouse(context)
  const page = await house.window(browser)
  await page.goto('/new')
  const incident = {
    id: 'PINC1',
    type: 'incident',
    incident_number: 42,
    title: 'Checkout fails',
    status: 'resolved',
    urgency: 'high',
    service: { id: 'S1', type: 'service_reference', summary: 'Checkout' },
    html_url: 'https://acme.pagerduty.com/incidents/PINC1',
    created_at: '2026-03-04T09:03:00Z',
  }
  await page
    .locator('input[data-files]')
    .setInputFiles({ name: 'incident.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ incident })) })
  await page.getByText(/^\d+ facts, and no events yet$/).waitFor()
  await page.getByRole('button', { name: 'Make the incident' }).click()
  await page.getByRole('heading', { name: 'Checkout fails' }).first().waitFor()
})
