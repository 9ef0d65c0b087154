import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { axeFindings } from './kit/axe.ts'
import { openBrowser } from './kit/browser.ts'
import { openWebHouse } from './kit/web-house.ts'

/** A place to write: the last paragraph of the text. */
async function editorOf(page: Page, id: string): Promise<Locator> {
  await page.goto(`/post-mortems/${id}`)
  const editor = page.getByRole('textbox', { name: 'The post-mortem’s text' })
  await editor.waitFor({ timeout: 20_000 })
  await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor({ timeout: 15_000 })
  return editor
}

/** Begins a paragraph at the end of the text. */
async function atTheEnd(page: Page, editor: Locator): Promise<void> {
  await editor.locator('> *').last().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
}

const saved = (page: Page): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor({ timeout: 15_000 })

suite('a post-mortem is written by several people', () => {
  test('they see each other, what they type merges, also offline, and is undone by its author alone', async (context) => {
    const browser = await openBrowser(context)
    if (browser === null) return
    const house = await openWebHouse(context)
    const { items } = await house.ask('GET', '/v1/incidents')
    const { id } = await house.ask('POST', `/v1/incidents/${items[0].id}/post-mortems`, {})
    const ada = await house.window(browser)
    const ben = await house.member(browser, { name: 'Ben', role: 'member' })
    const hers = await editorOf(ada, id)
    const his = await editorOf(ben, id)

    await ada.getByRole('list', { name: /^Here now: Ada Admin, Ben$/ }).waitFor()
    await atTheEnd(ada, hers)
    await ada.keyboard.type('Written by Ada.')
    await his.getByText('Written by Ada.').waitFor()
    await ben.locator('.caret-name', { hasText: 'Ada Admin' }).waitFor()
    await atTheEnd(ben, his)
    await ben.keyboard.type('And by Ben.')
    await hers.getByText('And by Ben.').waitFor()

    await ada.keyboard.press('Control+z')
    await his.getByText('Written by Ada.').waitFor({ state: 'detached' })
    assert.equal(await his.getByText('And by Ben.').count(), 1, 'undo takes back what one has typed oneself')
    await ada.keyboard.press('Control+Shift+z')
    await his.getByText('Written by Ada.').waitFor()

    await saved(ada)
    await ada.context().setOffline(true)
    await hers.getByText('Written by Ada.').click()
    await ada.keyboard.press('End')
    await ada.keyboard.type(' Offline.')
    await ada.getByText('Offline: kept in this browser').waitFor()
    await his.getByText('And by Ben.').click()
    await ben.keyboard.press('End')
    await ben.keyboard.type(' Online.')
    await saved(ben)
    await ada.context().setOffline(false)
    await his.getByText('Written by Ada. Offline.').waitFor({ timeout: 20_000 })
    await hers.getByText('And by Ben. Online.').waitFor({ timeout: 20_000 })
    await saved(ada)
  })

  test('everything is written by keyboard, with the shortcuts of Markdown', async (context) => {
    const browser = await openBrowser(context)
    if (browser === null) return
    const house = await openWebHouse(context)
    const { items } = await house.ask('GET', '/v1/incidents')
    const { id } = await house.ask('POST', `/v1/incidents/${items[0].id}/post-mortems`, {})
    const page = await house.window(browser)
    const editor = await editorOf(page, id)
    await editor.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    for (const line of [
      '## What changed',
      '',
      '- one',
      'two',
      '',
      '',
      '1. first',
      '',
      '',
      '[ ] a box',
      '',
      '',
      '> said',
      '',
      '',
      '**strong** *soft* `code` ~~gone~~ ',
    ]) {
      await page.keyboard.type(line)
      if (!line.startsWith('**')) await page.keyboard.press('Enter')
    }
    await page.keyboard.press('Enter')
    await page.keyboard.type('```js ')
    await page.keyboard.type('let a = 1')
    await editor.getByRole('heading', { name: 'What changed' }).waitFor()
    assert.equal(await editor.locator('ul > li', { hasText: /^(one|two)$/ }).count(), 2)
    assert.equal(await editor.locator('ol > li', { hasText: 'first' }).count(), 1)
    await editor.getByRole('checkbox', { name: 'Done: a box' }).check()
    for (const [mark, words] of [
      ['strong', 'strong'],
      ['em', 'soft'],
      ['code', 'code'],
      ['s', 'gone'],
      ['blockquote', 'said'],
      ['pre', 'let a = 1'],
    ] as const)
      assert.equal(await editor.locator(mark, { hasText: new RegExp(`^${words}$`) }).count(), 1, words)
    await saved(page)
    await page.waitForTimeout(3000)
    const markdown = await (await page.request.get(`/v1/post-mortems/${id}/export.md`)).text()
    for (const part of ['## What changed', '* one', '1. first', '[x] a box', '> said', '**strong** *soft* `code` ~~gone~~', '```js\nlet a = 1\n```'])
      assert.ok(markdown.replaceAll(/^- /gm, '* ').includes(part), `${part} in ${markdown.slice(-600)}`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      assert.deepEqual(await axeFindings(page), [], colorScheme)
    }
  })
})
