import assert from 'node:assert/strict'
import { afterEach, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { aroundSuite } from './kit/around-suite.ts'
import { axeFindings } from './kit/axe.ts'
import { NO_BROWSER } from './kit/browser.ts'
import { newPostMortem, openPostMortem } from './kit/post-mortem-page.ts'
import type { WebHouse } from './kit/web-house.ts'

describe('coming in and going out', () => {
  let browser: Browser | null = null
  let house: WebHouse
  aroundSuite(async (opened) => void ({ browser, house } = opened))
  afterEach(async () => await Promise.all(browser?.contexts().map((window) => window.close()) ?? []))

  test('an invitation is accepted in the browser; whoever signs out leaves no text behind, and comes in again', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
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

  test('a forgotten password is set anew by a link that an administrator passes on', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const { link } = await house.ask('POST', '/v1/invitations', { email: 'kim@example.com', role: 'member' })
    const token = String(link).split('#')[1]
    await house.ask('POST', '/v1/invitations/accept', { token, name: 'Kim', password: 'correct horse battery staple' })
    const window = await browser.newContext({ baseURL: house.address })
    window.setDefaultTimeout(60_000)
    const page = await window.newPage()
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await page.getByText('Ask an administrator for a link').waitFor()
    assert.deepEqual(await axeFindings(page), [], 'a forgotten password')
    const { items } = await house.ask('GET', '/v1/members')
    const kim = (items as { id: string; email: string }[]).find(({ email }) => email === 'kim@example.com')
    const made = await house.ask('POST', `/v1/members/${kim?.id ?? ''}/password-reset`)
    await page.goto(String(made.link))
    await page.getByRole('textbox', { name: 'New password' }).fill('quite another long sentence')
    assert.deepEqual(await axeFindings(page), [], 'a new password')
    await page.getByRole('button', { name: 'Set it and sign in' }).click()
    await page.getByRole('heading', { name: 'Incidents' }).waitFor()
    await window.close()
  })
})
