import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { board } from '../../server/src/testing/board/board-destination.ts'
import { BOARD_TOKEN, boardServer } from '../../server/src/testing/board/board-server.ts'
import { axeFindings } from './kit/axe.ts'
import { openBrowser } from './kit/browser.ts'
import { openWebHouse } from './kit/web-house.ts'

const TEXT = '## Impact\n\nCheckout was down.\n\nAbout 40 orders.\n\n## Causes\n\nA poison pill.'

/** With `PICTURES=<folder>`, a picture of where the test stands, to look at. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

test('a place is connected, a post-mortem published to it, and the page kept true', async (context) => {
  const browser = await openBrowser(context)
  if (browser === null) return
  const there = await boardServer()
  context.after(() => there.close())
  const house = await openWebHouse(context, { environment: { ALLOW_PRIVATE: '127.0.0.1' }, more: { pageDestinations: [board] } })
  const { items } = await house.ask('GET', '/v1/incidents')
  const made = await house.ask('POST', `/v1/incidents/${items[0].id}/post-mortems`, {})
  const write = (markdown: string): Promise<unknown> => house.ask('PUT', `/v1/post-mortems/${made.id}`, { markdown }, '*')
  await write(TEXT)
  const page = await house.window(browser)
  const dialog = page.getByRole('dialog')
  /** How the page is said to stand. */
  const stands = (state: string): Promise<void> =>
    dialog
      .getByRole('status')
      .filter({ hasText: new RegExp(`^${state}$`) })
      .waitFor()
  const clean = async (where: string): Promise<void> => assert.deepEqual(await axeFindings(page), [], where)

  await context.test('an administrator connects it by the steps, and sees what the test says', async () => {
    await page.goto('/settings/places')
    await page.getByText('No place is connected yet').waitFor()
    await page.getByRole('button', { name: 'Connect a place' }).click()
    await dialog.getByRole('button', { name: 'Board' }).click()
    await dialog.getByText('make a token that may').waitFor()
    await dialog.getByLabel('Address').fill(there.address)
    await dialog.getByLabel('Token').fill('board-wrong')
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Operations')
    await dialog.getByRole('button', { name: 'Save and test' }).click()
    await dialog.getByText('It does not work yet.').waitFor()
    await dialog.getByText('The board does not know the token.').first().waitFor()
    await dialog.getByLabel('Token').fill(BOARD_TOKEN)
    await dialog.getByRole('button', { name: 'Save and test' }).click()
    await dialog.getByText('It works.').waitFor()
    await clean('connecting')
    await picture(page, 'place-connected')
    await dialog.getByRole('button', { name: 'Done' }).click()
    await page.getByText('the board “Operations” ·').waitFor()
    await page.getByRole('button', { name: 'Change Operations' }).click()
    assert.equal(await dialog.getByLabel('Token').inputValue(), '', 'a secret is never shown again')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Add a rule' }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved', { exact: true }).first().waitFor()
    assert.equal((await house.ask('GET', '/v1/place-rules')).items.length, 1)
    await clean('the places')
    await picture(page, 'places')
  })

  await context.test('a post-mortem is published there, and its state is seen as it changes', async () => {
    await page.goto(`/post-mortems/${made.id}`)
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Publish to' }).click()
    await dialog.getByText('It is published nowhere else yet.').waitFor()
    await dialog.getByRole('button', { name: 'Publish there' }).click()
    await stands('Current')
    assert.equal(await dialog.getByRole('link', { name: made.title }).getAttribute('href'), `${there.address}/pages/1`)
    await write(TEXT.replace('Checkout was down.', 'Checkout was away.').replace('A poison pill.', 'A pill.'))
    await stands('Behind')
    await clean('the pages')
    await picture(page, 'pages-behind')
  })

  await context.test('what was changed there is shown beside ours, a side is chosen, and their change is taken over', async () => {
    const [there1] = there.pages
    assert.ok(there1 !== undefined)
    there1.text = there1.text.replace('Checkout was down.', 'Checkout was slow.').replace('About 40 orders.', 'About 44 orders.')
    there1.version += 1
    await dialog.getByRole('button', { name: 'Compare' }).click()
    await dialog.getByText('Changed here and there: Impact').waitFor()
    await dialog.getByText('Checkout was slow.').first().waitFor()
    assert.equal(await dialog.getByRole('button', { name: 'Publish again' }).last().isDisabled(), true)
    await clean('comparing')
    await picture(page, 'pages-conflict')
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, 'pages-conflict-phone')
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    // Colours go over to the other theme for a moment.
    await page.waitForTimeout(500)
    await clean('comparing on a phone, dark')
    await picture(page, 'pages-conflict-phone-dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1280, height: 860 })
    await dialog.getByText('Here', { exact: true }).last().click()
    await dialog.getByRole('button', { name: 'Publish again' }).last().click()
    await stands('Changed there')
    assert.match(there1.text, /Checkout was away\.\n\nAbout 44 orders\.[\s\S]*A pill\./)
    await dialog.getByRole('button', { name: 'Compare' }).click()
    await dialog.getByRole('button', { name: 'Take theirs over' }).click()
    await page.getByText('Taken over: Impact').waitFor()
    await page.getByText('About 44 orders.').first().waitFor()
    assert.match((await house.ask('GET', `/v1/post-mortems/${made.id}`)).title, /./)
    assert.equal(there.pages.length, 1)
  })

  await context.test('a page that is gone is said, and made anew when somebody says so', async () => {
    const [there1] = there.pages
    assert.ok(there1 !== undefined)
    there1.gone = true
    await dialog.getByRole('button', { name: 'Publish again' }).first().click()
    await stands('Gone')
    await dialog.getByRole('button', { name: 'Make a new page' }).click()
    await stands('Current')
    assert.equal(there.pages.length, 2)
    await dialog.getByRole('button', { name: 'Forget' }).click()
    await dialog.getByText('It is published nowhere else yet.').waitFor()
    assert.equal(there.pages.length, 2)
  })
})
