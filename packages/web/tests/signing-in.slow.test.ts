import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { axeFindings } from './kit/axe.ts'
import { openBrowser } from './kit/browser.ts'
import { newPostMortem, openPostMortem } from './kit/post-mortem-page.ts'
import { openWebHouse } from './kit/web-house.ts'

suite('coming in and going out', () => {
  test('an invitation is accepted in the browser; whoever signs out leaves no text behind, and comes in again', async (context) => {
    const browser = await openBrowser(context)
    if (browser === null) return
    const house = await openWebHouse(context)
    const { link } = await house.ask('POST', '/v1/invitations', { email: 'lin@example.com', role: 'member' })
    const window = await browser.newContext({ baseURL: house.address })
    window.setDefaultTimeout(60_000)
    const page = await window.newPage()
    await page.goto(link)
    await page.getByRole('textbox', { name: 'Your name' }).fill('Lin')
    await page.getByRole('textbox', { name: 'Password' }).fill('short')
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('alert').waitFor()
    assert.deepEqual(await axeFindings(page), [], 'accepting an invitation')
    await page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery staple')
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('heading', { name: 'Incidents' }).waitFor()

    await openPostMortem(page, await newPostMortem(house))
    const kept = async (): Promise<number> => await page.evaluate(async () => (await indexedDB.databases()).length)
    assert.ok((await kept()) > 0, 'the browser keeps the text that is open')
    await page.getByRole('button', { name: /account and appearance/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in to Blamefree' }).waitFor()
    assert.equal(await kept(), 0)
    assert.deepEqual(await axeFindings(page), [], 'signing in')

    await page.goto('/follow-ups')
    await page.getByRole('textbox', { name: 'E-mail address' }).fill('lin@example.com')
    await page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery staple')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Follow-ups' }).waitFor()
    await window.close()
  })
})
