import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { axeInBothThemes } from './kit/axe.ts'
import { openBrowser } from './kit/browser.ts'
import { slackExport, TRANSCRIPT } from './kit/incident-records.ts'
import { openWebHouse } from './kit/web-house.ts'

test('what an incident is made of: added, downloaded as it came, read again, taken out', async (context) => {
  const browser = await openBrowser(context)
  if (browser === null) return
  const house = await openWebHouse(context)
  const page = await house.window(browser)
  const { incident } = await house.ask('POST', '/v1/incidents', { title: 'Login down', text: TRANSCRIPT, zone: 'UTC', date: '2026-03-04' })
  await page.goto(`/incidents/${incident.slug}/records`)
  const records = page.getByRole('article')
  await records.first().waitFor()
  assert.equal(await records.count(), 1)
  const name = await records.first().getAttribute('aria-label')

  const coming = page.waitForEvent('download')
  await records
    .first()
    .getByRole('link', { name: /^Download / })
    .click()
  assert.equal(await readFile(await (await coming).path(), 'utf8'), TRANSCRIPT, 'byte for byte')

  await page.locator('input[type=file]').first().setInputFiles({ name: 'export.zip', mimeType: 'application/zip', buffer: slackExport() })
  await page.getByText(/^Read \d+ records?\.$/).waitFor()
  await page.getByRole('article', { name: 'export.zip' }).waitFor()
  assert.deepEqual(await axeInBothThemes(page), [])

  await page.getByRole('button', { name: `${name ?? ''}: more` }).click()
  await page.getByRole('menuitem', { name: 'Read again with other options' }).click()
  await page.getByRole('textbox', { name: 'Zone of times without one' }).fill('Europe/Berlin')
  await page.getByRole('button', { name: 'Read it again' }).click()
  await page.getByText('Read again. What people said stays.').waitFor()
  const { items } = await house.ask('GET', `/v1/incidents/${incident.id}/timeline?limit=50`)
  assert.ok(
    items.some(({ at }: { at: string }) => at === '2026-03-04T13:02:00.000Z'),
    'the times are read in the zone that was chosen',
  )

  // What is wrong with a record is said with what to do here, and not at a command line.
  const odd = await house.ask('POST', '/v1/incidents', { title: 'Queue stuck', text: TRANSCRIPT, date: '2026-03-04', to: '2026-03-04T14:10:00Z' })
  const other = await house.window(browser)
  await other.goto(`/incidents/${odd.incident.slug}`)
  await other.getByText('Say in which zone they are: on “Records”, under “Read again with other options …”.').waitFor()
  await other.goto(`/incidents/${odd.incident.slug}/records`)
  await other.getByRole('button', { name: /: more$/ }).click()
  await other.getByRole('menuitem', { name: 'Read again with other options' }).click()
  await other.getByRole('textbox', { name: 'Zone of times without one' }).fill('UTC')
  const part = other.getByRole('checkbox', { name: 'Only until 4 Mar 2026, 14:10, as before' })
  assert.equal(await part.isChecked(), true, 'the part that was read stays unless all is asked for')
  await other.getByRole('button', { name: 'Read it again' }).click()
  await other.getByText('2 events').waitFor()

  await page.getByRole('button', { name: 'export.zip: more' }).click()
  await page.getByRole('menuitem', { name: 'Take it out' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it out' }).click()
  await page.getByRole('article', { name: 'export.zip' }).waitFor({ state: 'detached' })
  assert.equal(await records.count(), 1)
})
