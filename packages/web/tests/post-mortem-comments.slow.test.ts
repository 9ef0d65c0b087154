import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { axeFindings } from './kit/axe.ts'
import { openBrowser } from './kit/browser.ts'
import { newPostMortem, openPostMortem, saved, writeAtTheEnd } from './kit/post-mortem-page.ts'
import { openWebHouse } from './kit/web-house.ts'

suite('beside the text of a post-mortem', () => {
  test('a reader comments and is answered; remarks of lint give better words; new facts are shown before they come in', async (context) => {
    const browser = await openBrowser(context)
    if (browser === null) return
    const house = await openWebHouse(context)
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

    const { incident } = await house.ask('GET', `/v1/post-mortems/${id}`)
    await house.ask('POST', `/v1/incidents/${incident.id}/follow-ups`, { text: 'Buy a larger disk' })
    await hers.getByText('Buy a larger disk').waitFor({ timeout: 20_000 })
    await ada.getByRole('button', { name: 'Refresh from facts' }).click()
    await ada.getByRole('region', { name: 'What would change' }).getByText('Buy a larger disk').waitFor({ timeout: 20_000 })
    await ada.getByRole('dialog').getByRole('button', { name: 'Refresh' }).click()
    await ada.getByRole('dialog').waitFor({ state: 'detached' })
    await hers.getByText('Nothing reminded anybody to check the disk.').waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await ada.emulateMedia({ colorScheme })
      assert.deepEqual(await axeFindings(ada), [], colorScheme)
    }
  })
})
