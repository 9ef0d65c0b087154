import assert from 'node:assert/strict'
import { afterEach, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { aroundSuite } from './kit/around-suite.ts'
import { axeInBothThemes } from './kit/axe.ts'
import { NO_BROWSER } from './kit/browser.ts'
import { newPostMortem, openPostMortem, saved, shownWith, writeAtTheEnd } from './kit/post-mortem-page.ts'
import type { WebHouse } from './kit/web-house.ts'

describe('a post-mortem is written by several people', () => {
  let browser: Browser | null = null
  let house: WebHouse
  aroundSuite(async (opened) => void ({ browser, house } = opened))
  afterEach(async () => await Promise.all(browser?.contexts().map((window) => window.close()) ?? []))

  test('they see each other, what they type merges, also offline, and is undone by its author alone', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const id = await newPostMortem(house)
    const ada = await house.window(browser)
    const ben = await house.member(browser, { name: 'Ben', role: 'member' })
    const hers = await openPostMortem(ada, id)
    const his = await openPostMortem(ben, id)

    await ada.getByRole('list', { name: /^Here now: Ada Admin, Ben$/ }).waitFor()
    await writeAtTheEnd(ada, hers)
    await ada.keyboard.type('Written by Ada.')
    await his.getByText('Written by Ada.').waitFor()
    await ben.locator('.caret-name', { hasText: 'Ada Admin' }).waitFor()
    await writeAtTheEnd(ben, his)
    await ben.keyboard.type('And by Ben.')
    await hers.getByText('And by Ben.').waitFor()

    // On a busy machine what was typed is more than one step.
    for (let step = 0; step < 16 && (await his.getByText('Written by Ada.').count()) > 0; step++) {
      await ada.keyboard.press('Control+z')
      await ada.waitForTimeout(150)
    }
    await his.getByText('Written by Ada.').waitFor({ state: 'detached' })
    assert.equal(await his.getByText('And by Ben.').count(), 1, 'undo takes back what one has typed oneself')
    for (let step = 0; step < 16 && !(await hers.innerText()).includes('Written by Ada.'); step++) {
      await ada.keyboard.press('Control+Shift+z')
      await ada.waitForTimeout(150)
    }
    // Her caret may stand anywhere in the words.
    assert.match(await shownWith(his, ['Written by Ada.']), /Written by Ada\./)
    await saved(ada)
    const redone = await shownWith(hers, ['Written by Ada.'])
    for (const keys of ['Control+Shift+z', 'Control+y']) await ada.keyboard.press(keys)
    // With caps lock on, the letter is a small one while Shift is held.
    await hers.dispatchEvent('keydown', { key: 'z', code: 'KeyZ', keyCode: 90, ctrlKey: true, shiftKey: true })
    await ada.waitForTimeout(500)
    assert.equal(await shownWith(hers, ['Written by Ada.']), redone, 'where there is nothing more to redo, the keys for it change nothing')

    await ada.context().setOffline(true)
    await hers.getByText('Written by Ada.').click()
    await ada.keyboard.press('End')
    await ada.keyboard.type(' Offline.')
    await ada.getByText('Offline: kept in this browser').waitFor()
    // His caret still stands behind his words, where a click would hit hers as well.
    await his.focus()
    await ben.keyboard.press('End')
    await ben.keyboard.type(' Online.')
    await saved(ben)
    await ada.context().setOffline(false)
    await his.getByText('Written by Ada. Offline.').waitFor({ timeout: 20_000 })
    await hers.getByText('And by Ben. Online.').waitFor({ timeout: 20_000 })
    await saved(ada)
  })

  test('what asks for a section to be written goes when the section is begun beside it, and comes back when that is taken back', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const page = await house.window(browser)
    const editor = await openPostMortem(page, await newPostMortem(house))
    const asked = editor.getByText('To be written: who was there, the talking points, what was said.')
    await editor.getByRole('heading', { name: 'Post-mortem meeting notes' }).click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await asked.waitFor()
    await page.keyboard.type('Ada told what she saw.')
    await asked.waitFor({ state: 'detached' })
    for (let step = 0; step < 16 && (await asked.count()) === 0; step++) {
      await page.keyboard.press('Control+z')
      await page.waitForTimeout(150)
    }
    await asked.waitFor()
    await saved(page)
  })

  test('two begin the same section in the same moment, each in a line of their own, and no letter is lost', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const id = await newPostMortem(house)
    const people = [await house.window(browser), await house.member(browser, { name: 'Cyd', role: 'member' })] as const
    const [hers, his] = [await openPostMortem(people[0], id), await openPostMortem(people[1], id)]
    await hers.getByText('To be written: who was there').waitFor()
    const lines = hers.locator(':scope > p')
    for (const [page, text] of [
      [people[0], hers],
      [people[1], his],
    ] as const) {
      const [before, theirs] = [await lines.count(), await his.locator(':scope > p').count()]
      await writeAtTheEnd(page, text)
      await lines.nth(before).waitFor()
      await his.locator(':scope > p').nth(theirs).waitFor()
    }
    const words = ['a', 'b'].map((letter) => Array.from({ length: 6 }, (_, index) => `${letter}word${index}x`).join(' '))
    await Promise.all(people.map((page, index) => page.keyboard.type(words[index] ?? '', { delay: 8 })))
    for (const text of [hers, his]) for (const said of words) await text.locator(':scope > p').getByText(said).waitFor()
    await hers.getByText('To be written: who was there').waitFor({ state: 'detached' })
  })

  test('what one writes in a paragraph that another makes a list of meanwhile, or a heading, stands in it when both are online again', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const id = await newPostMortem(house)
    const ada = await house.window(browser)
    const eve = await house.member(browser, { name: 'Eve', role: 'member' })
    const [hers, eves] = [await openPostMortem(ada, id), await openPostMortem(eve, id)]
    await writeAtTheEnd(ada, hers)
    await ada.keyboard.type('The queue was full.')
    await ada.keyboard.press('Enter')
    await ada.keyboard.type('What we saw')
    await eves.getByText('What we saw').waitFor()

    await eve.context().setOffline(true)
    await eves.getByText('The queue was full.').click()
    await eve.keyboard.press('Home')
    await eve.keyboard.type('- ')
    await eves.locator('li', { hasText: 'The queue was full.' }).waitFor()
    await hers.getByText('The queue was full.').click()
    await ada.keyboard.press('End')
    await ada.keyboard.type(' Nobody was paged.')
    await saved(ada)
    await eve.context().setOffline(false)
    for (const text of [hers, eves]) await text.locator('li', { hasText: 'The queue was full. Nobody was paged.' }).waitFor()
    await saved(eve)

    await ada.context().setOffline(true)
    await hers.getByText('What we saw').click()
    await ada.keyboard.press('End')
    await ada.keyboard.type(' in the logs')
    await eves.getByText('What we saw').click()
    await eve.keyboard.press('Home')
    await eve.keyboard.type('### ')
    await saved(eve)
    await ada.context().setOffline(false)
    for (const text of [hers, eves]) await text.getByRole('heading', { level: 3, name: 'What we saw in the logs' }).waitFor()
    await saved(ada)
    for (const text of [hers, eves]) for (const words of ['Nobody was paged.', 'in the logs']) assert.equal(await text.getByText(words).count(), 1, words)
  })

  test('everything is written by keyboard, with the shortcuts of Markdown', async (context) => {
    if (browser === null) return context.skip(NO_BROWSER)
    const id = await newPostMortem(house)
    const page = await house.window(browser)
    const editor = await openPostMortem(page, id)
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
      assert.equal(await editor.locator(mark, { hasText: words }).count(), 1, words)
    await saved(page)
    await page.waitForTimeout(3000)
    const markdown = await (await page.request.get(`/v1/post-mortems/${id}/export.md`)).text()
    for (const part of ['## What changed', '* one', '1. first', '[x] a box', '> said', '**strong** _soft_ `code` ~~gone~~', '```js\nlet a = 1\n```'])
      assert.ok(markdown.replaceAll(/^- /gm, '* ').includes(part), `${part} in ${markdown.slice(-600)}`)
    assert.deepEqual(await axeInBothThemes(page), [])
  })
})
