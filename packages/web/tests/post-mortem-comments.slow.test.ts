import assert from 'node:assert/strict'
import { afterEach, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { aroundSuite } from './kit/around-suite.ts'
import { axeFindings, axeInBothThemes } from './kit/axe.ts'
import { NO_BROWSER } from './kit/browser.ts'
import { newPostMortem, openPostMortem, saved, writeAtTheEnd } from './kit/post-mortem-page.ts'
import type { WebHouse } from './kit/web-house.ts'

describe('beside the text of a post-mortem', () => {
  let browser: Browser | null = null
  let house: WebHouse
  aroundSuite(async (opened) => void ({ browser, house } = opened))
  afterEach(async () => await Promise.all(browser?.contexts().map((window) => window.close()) ?? []))

  test('a reader comments and is answered; remarks of lint give better words; new facts are shown before they come in', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const id = await newPostMortem(house)
    const ada = await house.window(browser)
    const vic = await house.member(browser, { name: 'Vic', role: 'viewer' })
    const hers = await openPostMortem(ada, id)
    const his = await openPostMortem(vic, id)
    assert.equal(await his.getAttribute('role'), 'document')

    await his.getByText('Rolling back was quick').dblclick()
    await vic.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name: 'Comment' }).click()
    const form = vic.getByRole('region', { name: 'Comment' })
    await form.getByRole('textbox', { name: 'Comment' }).fill('How quick?')
    await form.getByRole('button', { name: 'Comment' }).click()
    await vic.getByText('How quick?').waitFor()
    await ada.getByText('How quick?').click()
    const thread = ada.getByRole('region', { name: 'Comments, begun by Vic' })
    await thread.getByRole('textbox', { name: 'Reply' }).fill('Four minutes.')
    await thread.getByRole('button', { name: 'Reply' }).click()
    await vic.getByText('Four minutes.').waitFor({ timeout: 20_000 })
    assert.deepEqual(await axeFindings(ada), [], 'with an open thread')
    await thread.getByRole('button', { name: 'Resolve' }).click()
    await thread.waitFor({ state: 'detached' })
    await ada.getByRole('button', { name: 'Show 1 resolved' }).waitFor()

    await writeAtTheEnd(ada, hers)
    await ada.keyboard.type('The engineer forgot to check the disk.')
    await saved(ada)
    await ada.getByRole('button', { name: /^Remark: .*engineer forgot/ }).click({ timeout: 30_000 })
    await ada.getByRole('button', { name: 'Say this instead' }).click()
    await hers.getByText('Nothing reminded anybody to check the disk.').waitFor()

    await hers.getByRole('button', { name: 'Edit: Follow-ups' }).click()
    await ada.getByRole('textbox', { name: 'What is to be done?' }).fill('Buy a larger disk')
    await ada.keyboard.press('Enter')
    await ada.getByRole('list', { name: 'Follow-ups' }).getByText('Buy a larger disk').waitFor()
    assert.deepEqual(await axeInBothThemes(ada), [])
    await ada.keyboard.press('Escape')
    await ada.getByRole('dialog').waitFor({ state: 'detached' })
    await hers.getByText('Buy a larger disk').waitFor({ timeout: 20_000 })
    await ada.getByRole('button', { name: 'Refresh from facts' }).click()
    await ada.getByRole('region', { name: 'What would change' }).getByText('Buy a larger disk').waitFor({ timeout: 20_000 })
    await ada.getByRole('dialog').getByRole('button', { name: 'Refresh' }).click()
    await ada.getByRole('dialog').waitFor({ state: 'detached' })
    await hers.getByText('Nothing reminded anybody to check the disk.').waitFor()
    assert.deepEqual(await axeInBothThemes(ada), [])
  })

  test('a reader comments by keyboard and on a phone, and a thread outlives its words', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const id = await newPostMortem(house)
    const ada = await house.window(browser, { viewport: { width: 1440, height: 900 } })
    const vic = await house.member(browser, { name: 'Vera', role: 'viewer' }, { viewport: { width: 1440, height: 900 } })
    const hers = await openPostMortem(ada, id)
    const his = await openPostMortem(vic, id)

    await his.focus()
    const words = 'We restarted the servers twice'
    const place = his.locator('.is-place')
    for (let step = 0; step < 40 && !(await place.allTextContents()).join('').startsWith(words); step++) await vic.keyboard.press('Alt+ArrowDown')
    await vic.getByRole('button', { name: 'Comment on this paragraph' }).waitFor()
    await vic.keyboard.press('Shift+ArrowRight')
    await vic.getByRole('toolbar', { name: 'Format' }).waitFor()
    await vic.keyboard.press('Control+Alt+m')
    await vic.getByRole('textbox', { name: 'Comment' }).and(vic.locator(':focus')).waitFor()
    await vic.keyboard.type('Who is we, @Ada')
    await vic.getByRole('button', { name: '@Ada Admin' }).click()
    await vic.keyboard.press('Control+Enter')
    const mark = hers.locator('mark[data-thread]')
    await mark.waitFor()
    assert.equal(await mark.textContent(), 'We')
    assert.equal(await his.locator('mark[data-thread]').textContent(), 'We')
    const [thread] = (await house.ask('GET', `/v1/post-mortems/${id}/threads`)).items
    assert.equal(thread.comments[0].mentions.length, 1, 'who is named is told')

    await mark.click()
    const card = ada.getByRole('region', { name: 'Comments, begun by Vera, on “We”' })
    await card.getByRole('textbox', { name: 'Reply' }).waitFor()
    await card.getByRole('button', { name: 'Close' }).click()
    await card.getByRole('textbox', { name: 'Reply' }).waitFor({ state: 'detached' })
    assert.equal(await hers.locator('mark.is-open, mark .is-open').count(), 0)
    await card.getByRole('button', { name: 'Reply' }).click()
    await hers.locator('mark.is-open, mark .is-open').waitFor()

    const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
    const small = await house.member(browser, { name: 'Pam Phone', role: 'viewer' }, phone)
    const read = await openPostMortem(small, id)
    const bar = small.getByRole('toolbar', { name: 'Beside the text' })
    await bar.getByRole('button', { name: 'Comments: 1' }).waitFor()
    await read.getByText('For 44 minutes every page').tap()
    await small.getByRole('button', { name: 'Comment on this paragraph' }).tap()
    await small.getByRole('textbox', { name: 'Comment' }).fill('From the train')
    await small.getByRole('region', { name: 'Comment', exact: true }).getByRole('button', { name: 'Comment' }).tap()
    await read.locator('mark[data-thread]', { hasText: 'For 44 minutes every page' }).first().tap()
    const sheet = small.getByRole('dialog', { name: 'Beside the text' })
    await sheet.getByText('From the train').waitFor()
    assert.deepEqual(await axeInBothThemes(small), [], 'the sheet on a phone')

    await mark.first().evaluate((element) => globalThis.getSelection()?.selectAllChildren(element))
    await ada.keyboard.press('Delete')
    await card.getByText('The words that this was about were removed.').waitFor()
    await card.locator('del', { hasText: 'We' }).waitFor()
    await vic.getByText('The words that this was about were removed.').waitFor()

    const put = card.getByRole('button', { name: 'Put on the chosen words' })
    await hers.evaluate(() => globalThis.getSelection()?.collapseToStart())
    await put.click()
    await card.locator('del', { hasText: 'We' }).waitFor()
    await hers.getByText('Rolling back was quick').dblclick()
    const chosen = await ada.evaluate(() => String(globalThis.getSelection()).trim())
    assert.match(chosen, /^\w+$/)
    await put.click()
    await his.locator(`mark[data-thread="${thread.id}"]`).waitFor()
    for (const text of [his, hers]) assert.equal(await text.locator(`mark[data-thread="${thread.id}"]`).textContent(), chosen)
    await put.waitFor({ state: 'detached' })
    // It is named after the words that it is about.
    const moved = ada.getByRole('region', { name: /^Comments, begun by Vera, on/ })
    await moved.getByText('The words that this was about were removed.').waitFor({ state: 'detached' })
    await moved.getByRole('button', { name: 'Resolve' }).click()
    await moved.waitFor({ state: 'detached' })
    await ada.getByRole('button', { name: 'Show 1 resolved' }).click()
    await moved.getByRole('button', { name: 'Reply' }).click()
    await moved.getByRole('button', { name: 'Open again' }).click()
    await moved.getByRole('textbox', { name: 'Reply' }).waitFor()
  })
})
