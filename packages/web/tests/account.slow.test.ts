import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { axeFindings, axeInBothThemes } from './kit/axe.ts'
import { openBrowser } from './kit/browser.ts'
import { openWebHouse, type WebHouse } from './kit/web-house.ts'

const [OLD, NEW] = ['correct horse battery staple', 'quite another long sentence']
const EMAIL = 'lin.lee@example.com'
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'

/** Lin comes in with another browser, by her password. */
async function comeIn({ address }: WebHouse, browser: Browser, password: string): Promise<Page> {
  const window = await browser.newContext({ baseURL: address, userAgent: PHONE, timezoneId: 'Europe/London', locale: 'en-GB' })
  window.setDefaultTimeout(60_000)
  const page = await window.newPage()
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(EMAIL)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Incidents' }).waitFor()
  return page
}

const signedOut = async (page: Page): Promise<void> => await page.getByText('You are signed out.').waitFor({ timeout: 10_000 })

suite('one’s own account', () => {
  test('name, zone and password are changed, and sessions end in the browser that they were in at once', async (context) => {
    const browser = await openBrowser(context)
    if (browser === null) return
    const house = await openWebHouse(context)
    const page = await house.member(browser, { name: 'Lin Lee', role: 'member' })
    const phone = await comeIn(house, browser, OLD)

    await context.test('the name and the time zone are one’s own', async () => {
      await page.goto('/incidents')
      await page.getByRole('button', { name: /account and appearance/ }).click()
      await page.getByRole('menuitem', { name: 'Your account' }).click()
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Lin Lee-Sun')
      await page.getByRole('combobox', { name: 'Time zone' }).fill('Asia/Tokyo')
      await page.getByRole('option', { name: 'Asia/Tokyo' }).click()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByText('Saved', { exact: true }).first().waitFor()
      const { items } = await house.ask('GET', '/v1/members')
      const lin = (items as { email: string; name: string; zone: string }[]).find(({ email }) => email === EMAIL)
      assert.deepEqual([lin?.name, lin?.zone], ['Lin Lee-Sun', 'Asia/Tokyo'])
    })

    await context.test('a session is ended from another browser, which is told so at once', async () => {
      const sessions = page.getByRole('region', { name: 'Where you are signed in' })
      await sessions.getByText('Safari on iPhone').waitFor()
      await sessions.getByText('This browser').waitFor()
      assert.equal(await sessions.getByRole('button', { name: /^End the session of/ }).count(), 1, 'this one has no end')
      await sessions.getByRole('button', { name: 'End the session of Safari on iPhone, 127.0.0.1' }).click()
      await sessions.getByText('Safari on iPhone').waitFor({ state: 'detached' })
      await signedOut(phone)
      await phone.context().close()
    })

    await context.test('all others end together', async () => {
      const others = await Promise.all([comeIn(house, browser, OLD), comeIn(house, browser, OLD)])
      await page.reload()
      await page.getByRole('button', { name: 'End all others' }).click()
      await page.getByText('2 sessions have ended.').waitFor()
      for (const other of others) {
        await signedOut(other)
        await other.context().close()
      }
    })

    await context.test('a new password is set by whoever knows the one before', async () => {
      const other = await comeIn(house, browser, OLD)
      const password = page.getByRole('region', { name: 'Password' })
      await password.getByRole('textbox', { name: 'Current password' }).fill('something wrong')
      await password.getByRole('textbox', { name: 'New password' }).fill(NEW)
      await password.getByRole('button', { name: 'Change the password' }).click()
      await password.getByRole('alert').getByText('The current password is wrong.').waitFor()
      assert.deepEqual(await axeFindings(page), [], 'a wrong password')
      await password.getByRole('textbox', { name: 'Current password' }).fill(OLD)
      await password.getByRole('button', { name: 'Change the password' }).click()
      await page.getByText('The password is changed, and 1 other session has ended.').waitFor()
      await signedOut(other)
      await other.context().close()
      await (await comeIn(house, browser, NEW)).context().close()
    })

    await context.test('an administrator signs a member out everywhere', async () => {
      const administrator = await house.window(browser)
      await administrator.goto('/settings/members')
      await administrator.getByRole('button', { name: 'More for Lin Lee-Sun' }).click()
      await administrator.getByRole('menuitem', { name: 'Sign out everywhere' }).click()
      await administrator.getByText('Lin Lee-Sun is signed out everywhere.').waitFor()
      await signedOut(page)
      await page.getByRole('link', { name: 'Sign in again' }).click()
      await page.getByRole('heading', { name: 'Sign in to Blamefree' }).waitFor()
      await page.goto('/sign-in?error=not-invited')
      await page.getByText('Nobody has invited you.').waitFor()
      assert.deepEqual(await axeFindings(page), [], 'refused by the identity provider')
      await administrator.close()
    })
    await page.close()

    for (const width of [1280, 390])
      await context.test(`nothing stands in anybody’s way (${width})`, async () => {
        const seen = await house.window(browser, { viewport: { width, height: 860 } })
        for (const path of ['/settings/account', '/settings/members']) {
          await seen.goto(path)
          await seen.getByRole('heading', { level: 1 }).waitFor()
          await seen.locator('#content .mantine-Loader-root').waitFor({ state: 'detached' })
          assert.deepEqual(await axeInBothThemes(seen), [], path)
          const wide = await seen.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          assert.ok(wide <= 0, `${path} is ${wide} pixels too wide`)
        }
        await seen.context().close()
      })
  })
})
