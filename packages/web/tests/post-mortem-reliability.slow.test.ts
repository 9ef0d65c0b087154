import assert from 'node:assert/strict'
import { afterEach, describe, test } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { aroundSuite } from './kit/around-suite.ts'
import { NO_BROWSER } from './kit/browser.ts'
import { openMortalHouse } from './kit/mortal-house.ts'
import { newPostMortem, openPostMortem, saved, shownWith, writeAtTheEnd } from './kit/post-mortem-page.ts'
import type { WebHouse } from './kit/web-house.ts'

describe('what is written stays', () => {
  let browser: Browser | null = null
  let house: WebHouse
  aroundSuite(async (opened) => void ({ browser, house } = opened))
  afterEach(async () => await Promise.all(browser?.contexts().map((window) => window.close()) ?? []))

  test('the server is killed while two people type: every word that was shown as saved is there when it is back', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const mortal = await openMortalHouse(context)
    const id = await newPostMortem(mortal)
    const ada = await mortal.window(browser)
    const ben = await mortal.member(browser, { name: 'Ben', role: 'member' })
    const pages = [
      { page: ada, text: await openPostMortem(ada, id), letter: 'a' },
      { page: ben, text: await openPostMortem(ben, id), letter: 'b' },
    ]
    // Each in a paragraph of their own that both see: letters typed at one and the same place would stand between each other's, and no word would be whole.
    for (const { page, text, letter } of pages) {
      await writeAtTheEnd(page, text)
      await page.keyboard.type(`By ${letter}: `)
      for (const reader of pages) await reader.text.getByText(`By ${letter}:`).waitFor()
    }
    let killed = false
    const progress = pages.map(() => ({ seen: 0 }))
    const typed = pages.map((one, index) => typeWords(one, progress[index] ?? { seen: 0 }, () => killed))
    // Both are in the middle of typing, and have been shown that something is saved.
    for (let tries = 0; tries < 1200 && progress.some(({ seen }) => seen < 6); tries++) await new Promise((go) => setTimeout(go, 100))
    await mortal.kill()
    killed = true
    const words = await Promise.all(typed)
    // What the browsers have kept must not help the server to find what it said that it had.
    for (const { page } of pages) await page.context().setOffline(true)
    await mortal.start()
    for (const { seenSaved } of words) assert.ok(seenSaved.length > 3, 'some words were shown as saved before the server died')
    const seen = words.flatMap(({ seenSaved }) => seenSaved)
    const back = await textWith(mortal, id, seen)
    assert.deepEqual(
      seen.filter((word) => !back.includes(word)),
      [],
      'what was shown as saved is in the server’s text',
    )
    for (const { page } of pages) await page.context().setOffline(false)
    for (const { page } of pages) await saved(page)
    const all = words.flatMap((one) => one.typed)
    for (const { text, letter } of pages) {
      const shown = await shownWith(text, all)
      assert.deepEqual(
        all.filter((word) => !shown.includes(word)),
        [],
        `what ${letter} sees in the end: ${shown.slice(-600)}`,
      )
    }
    const after = await textWith(mortal, id, all)
    assert.deepEqual(
      all.filter((word) => !after.includes(word)),
      [],
      'and what was typed while it was away',
    )
  })

  test('a connection that answers nothing any more is given up, and what was typed goes by another', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const id = await newPostMortem(house)
    const page = await house.window(browser)
    const opened: number[] = []
    let silent = -1
    await page.routeWebSocket(/\/live\//, (here) => {
      const index = opened.push(Date.now()) - 1
      const there = here.connectToServer()
      here.onMessage((message) => index !== silent && there.send(message))
      there.onMessage((message) => index !== silent && here.send(message))
    })
    const text = await openPostMortem(page, id)
    await writeAtTheEnd(page, text)
    await saved(page)
    assert.equal(opened.length, 1)
    // From now on the first connection is open, and nothing comes through.
    silent = 0
    const asked = Date.now()
    await page.keyboard.type('Said to nobody.')
    await page.locator('[role=status][data-kind=saving]').waitFor()
    await saved(page)
    const after = (opened[1] ?? Infinity) - asked
    // The library by itself would take more than half a minute.
    assert.ok(after > 7000 && after < 25_000, `another connection was made after ${after} ms`)
    assert.match(await textWith(house, id, ['Said to nobody.']), /Said to nobody\./)
  })

  test('a page that is older than the server is not let in, and says what to do', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const id = await newPostMortem(house)
    const page = await house.window(browser)
    await page.addInitScript(() => {
      const Own = globalThis.WebSocket
      globalThis.WebSocket = class extends Own {
        constructor(address: string | URL, protocols?: string | string[]) {
          super(String(address).replace(/schema=\d+/, `schema=${sessionStorage.getItem('loaded') === null ? '0' : '1'}`), protocols)
        }
      }
    })
    await page.goto(`/post-mortems/${id}`)
    const notice = page.getByRole('alert').filter({ hasText: 'This page is older than the server.' })
    await notice.waitFor()
    await page.getByRole('heading', { name: 'Incident summary' }).waitFor()
    assert.equal(await page.locator('[contenteditable=true]').count(), 0, 'it can be read, and not be written')
    await page.evaluate(() => sessionStorage.setItem('loaded', 'yes'))
    await notice.getByRole('button', { name: 'Load again' }).click()
    await saved(page)
    assert.equal(await page.locator('[contenteditable=true]').count(), 1)
  })

  test('whoever is signed out elsewhere is told, in the text and on other pages, and comes back to where they were', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const id = await newPostMortem(house)
    const page = await house.member(browser, { name: 'Mia', role: 'member' })
    await openPostMortem(page, id)
    const other = await page.context().newPage()
    await other.goto('/follow-ups')
    await other.getByRole('heading', { level: 1 }).waitFor()
    const reply = await page.request.delete('/v1/session', { headers: { 'sec-fetch-site': 'same-origin' } })
    assert.ok(reply.ok())
    const notice = page.getByRole('alert').filter({ hasText: 'You are signed out.' })
    await notice.waitFor()
    await other
      .getByRole('button', { name: /^State: Open/ })
      .first()
      .click()
    await other.getByRole('menuitem', { name: 'Done' }).click()
    assert.match((await other.getByRole('link', { name: 'Sign in again' }).getAttribute('href')) ?? '', /next=%2Ffollow-ups/)
    await notice.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`**/sign-in?next=*${id}`)
    await page.getByRole('textbox', { name: 'E-mail address' }).fill('mia@example.com')
    await page.getByLabel('Password').first().fill('correct horse battery staple')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(`**/post-mortems/${id}`)
    await saved(page)
  })

  test('a published post-mortem is opened again, and everybody who has it open can write on', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const id = await newPostMortem(house)
    const ada = await house.window(browser)
    const ben = await house.member(browser, { name: 'Ben', role: 'member' })
    await openPostMortem(ada, id)
    const his = await openPostMortem(ben, id)
    await ada.getByRole('button', { name: 'Publish' }).click()
    await ada.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await ben.getByText('This post-mortem is published and stays as it is.').waitFor()
    await ben.locator('[contenteditable=true]').waitFor({ state: 'detached' })
    await ada.getByRole('button', { name: 'Reopen' }).click()
    await ada.getByRole('textbox', { name: 'Why?' }).fill('A number was wrong')
    await ada.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click()
    await ben.locator('[contenteditable=true]').waitFor()
    await writeAtTheEnd(ben, his)
    await ben.keyboard.type('Written after it was reopened.')
    await ada.getByText('Written after it was reopened.').waitFor()
  })
})

interface Typing {
  readonly page: Page
  readonly text: Locator
  readonly letter: string
}

/** Types words until the server is gone and a few more. Gives them, and those that stood in the text while the page said that all is saved. */
async function typeWords(
  { page, text, letter }: Typing,
  progress: { seen: number },
  isOver: () => boolean,
): Promise<{ readonly typed: string[]; readonly seenSaved: string[] }> {
  const typed: string[] = []
  let shown = ''
  for (let left = 5; left > 0; left -= isOver() ? 1 : 0) {
    const word = `${letter}word${typed.length}x`
    await page.keyboard.type(`${word} `, { delay: 8 })
    typed.push(word)
    const seen = await text.evaluate((element) => (document.querySelector('[role=status][data-kind=saved]') === null ? null : element.textContent))
    if (isOver()) continue
    shown = seen ?? shown
    progress.seen = typed.filter((one) => shown.includes(one)).length
    // Long enough for the page to say that all is saved, now and then.
    if (typed.length % 2 === 0) await page.waitForTimeout(250)
  }
  return { typed, seenSaved: typed.filter((word) => shown.includes(word)) }
}

/** The text as the API has it, once it says the words; what it says in the end when half a minute does not bring them. */
async function textWith(
  house: { readonly ask: (method: string, path: string) => Promise<{ document: unknown }> },
  id: string,
  words: readonly string[],
): Promise<string> {
  let text = ''
  for (let tries = 0; tries < 60; tries++) {
    text = JSON.stringify((await house.ask('GET', `/v1/post-mortems/${id}`)).document)
    if (words.every((word) => text.includes(word))) break
    await new Promise((go) => setTimeout(go, 500))
  }
  return text
}
