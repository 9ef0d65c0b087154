import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import type { Route } from 'playwright-core'
import { axeInBothThemes } from './kit/axe.ts'
import { openBrowser } from './kit/browser.ts'
import { openWebHouse } from './kit/web-house.ts'

test('from a draft to a document that people have: review, publishing, export, share link, versions', async (context) => {
  const browser = await openBrowser(context)
  if (browser === null) return
  const house = await openWebHouse(context)
  const { items } = await house.ask('GET', '/v1/incidents')
  const made = await house.ask('POST', `/v1/incidents/${items[0].id}/post-mortems`, {})
  const ada = await house.window(browser)
  const grace = await house.member(browser, { name: 'Grace Viewer', role: 'viewer' })
  const reading = `/post-mortems/${made.id}/read`

  await context.test('it is read with its contents beside it', async () => {
    await ada.goto(reading)
    await ada.getByRole('heading', { name: 'The poison pill', level: 1 }).waitFor()
    assert.equal(await ada.getByRole('navigation', { name: 'On this page' }).getByRole('link').count(), 8)
    assert.equal(await ada.getByText('How to complete this section').count(), 0)
  })

  await context.test('somebody is asked to review it, asks for changes, and approves', async () => {
    await ada.getByRole('button', { name: 'Ask for a review' }).click()
    await ada.getByText('No mail is set up here').waitFor()
    await ada.getByRole('dialog').getByRole('button', { name: 'Ask' }).click()
    await ada.getByText('In review').waitFor()
    // Nobody was asked yet: that is still possible, and by the keyboard alone.
    await ada.getByRole('button', { name: 'Reviewers' }).click()
    assert.equal(await ada.getByRole('dialog').getByRole('button', { name: 'Ask' }).isDisabled(), true)
    await ada.getByRole('combobox', { name: 'Reviewers' }).fill('Grace')
    await ada.getByRole('option', { name: 'Grace Viewer' }).waitFor()
    await ada.keyboard.press('Enter')
    await ada.keyboard.press('Escape')
    await ada.getByLabel('A word to them').fill('Is the timeline right?')
    await ada.getByRole('dialog').getByRole('button', { name: 'Ask' }).click()
    await ada.getByRole('dialog').waitFor({ state: 'detached' })
    await ada.getByRole('button', { name: 'Publish' }).click()
    await ada.getByText('Not approved yet by Grace Viewer.').waitFor()
    await ada.keyboard.press('Escape')
    await grace.goto(reading)
    await grace.getByRole('button', { name: 'Review', exact: true }).click()
    await grace.getByText('Ada Admin asks you to look at it').waitFor()
    await grace.getByText('Is the timeline right?').waitFor()
    await grace.getByLabel('Note (optional)').fill('Say more of the queue.')
    await grace.getByRole('button', { name: 'Ask for changes' }).click()
    await grace.getByRole('dialog').waitFor({ state: 'detached' })
    // What the reviewer wants is read where it has to be done.
    await ada.getByRole('button', { name: 'Reviews: Grace Viewer asks for changes' }).click()
    await ada.getByText('Say more of the queue.').waitFor()
    await ada.keyboard.press('Escape')
    await grace.getByRole('button', { name: 'Review', exact: true }).click()
    await grace.getByRole('button', { name: 'Approve' }).click()
    await grace.getByRole('dialog').waitFor({ state: 'detached' })
    const { reviews } = await house.ask('GET', `/v1/post-mortems/${made.id}/review`)
    assert.equal(reviews[0].state, 'approved')
  })

  await context.test('it is published', async () => {
    await ada.reload()
    await ada.getByRole('button', { name: 'Publish' }).click()
    await ada.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await ada.getByText('Published').first().waitFor()
    // Whatever was drawn while it could be changed.
    await ada
      .getByRole('button', { name: /^Edit: |: more$/ })
      .first()
      .waitFor({ state: 'detached' })
    assert.equal((await house.ask('GET', `/v1/post-mortems/${made.id}`)).status, 'published')
  })

  await context.test('it is taken along as Word, for customers, with what is taken out said first', async () => {
    await ada.getByRole('button', { name: 'Export' }).click()
    const dialog = ada.getByRole('dialog')
    await dialog.getByText('Taken out', { exact: true }).waitFor()
    // What was found for the team is not said of the customers' copy while that is looked at.
    const looking = Promise.withResolvers<undefined>()
    const held = async (route: Route): Promise<void> => {
      await looking.promise
      await route.continue()
    }
    await ada.route('**/exports/preview', held, { times: 1 })
    await dialog.getByText('Customers').click()
    await dialog.getByText('Looking at what would be lost …').waitFor()
    assert.equal(await dialog.getByText('Taken out', { exact: true }).isVisible(), false)
    looking.resolve(undefined)
    await dialog.getByText('Taken out', { exact: true }).waitFor()
    const coming = ada.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Download' }).click()
    const file = await coming
    assert.match(file.suggestedFilename(), /\.docx$/)
    const words = new TextDecoder().decode(unzipSync(await readFile(await file.path()))['word/document.xml'])
    assert.match(words, /poison pill/i)
    assert.doesNotMatch(words, /Steven Millhouse/)
    await ada.keyboard.press('Escape')
  })

  await context.test('a link shows it to somebody without an account, until it is taken back', async () => {
    await ada.getByRole('button', { name: 'More' }).click()
    await ada.getByRole('menuitem', { name: 'Share' }).click()
    await ada.getByRole('button', { name: 'Make a link' }).click()
    const url = await ada.getByRole('dialog').getByRole('textbox', { name: 'Links to read it without an account' }).inputValue()
    assert.equal((await fetch(url)).status, 200)
    await ada.getByRole('button', { name: 'Take the link for The company back' }).click()
    await ada.getByRole('button', { name: 'Take the link back' }).click()
    await ada.getByText('taken back').waitFor()
    assert.equal((await fetch(url)).status, 404)
    await ada.keyboard.press('Escape')
  })

  await context.test('reopened and changed, its versions are compared and brought back', async () => {
    await ada.getByRole('button', { name: 'Reopen' }).click()
    await ada.getByRole('textbox', { name: 'Why?' }).fill('A number was wrong')
    await ada.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click()
    await ada.getByText('Draft', { exact: true }).waitFor()
    const { sections } = (await house.ask('GET', `/v1/post-mortems/${made.id}`)).progress
    const section = sections.find(({ title }: { title: string }) => title === 'Incident summary')
    await house.ask('PUT', `/v1/post-mortems/${made.id}/sections/${section.id}`, { markdown: 'Nobody could sign in for 44 minutes.' }, '*')
    await ada.goto(`/post-mortems/${made.id}/versions`)
    await ada.locator('ins', { hasText: 'Nobody could sign in for 44 minutes.' }).waitFor()
    await ada.getByRole('button', { name: 'Give it a name' }).click()
    await ada.getByRole('textbox', { name: 'Name of the version' }).fill('With the number corrected')
    await ada.getByRole('button', { name: 'Save the name' }).click()
    await ada.getByRole('button', { name: /^With the number corrected/ }).waitFor()
    await ada.getByRole('button', { name: /^Published.*Ada Admin/ }).click()
    // Why it was reopened stands with the version.
    await ada.getByRole('button', { name: /^Reopened.*A number was wrong/ }).click()
    await ada.getByRole('button', { name: /^Begun from the facts/ }).click()
    await ada.getByRole('button', { name: 'Restore this version' }).click()
    await ada.getByText('The text is again what it was then.').waitFor()
    const { document } = await house.ask('GET', `/v1/post-mortems/${made.id}`)
    assert.doesNotMatch(JSON.stringify(document), /Nobody could sign in for 44 minutes/)
  })

  await context.test('printed, nothing of the page around lies over the text', async () => {
    await ada.goto(reading)
    await ada.getByRole('heading', { level: 1 }).waitFor()
    await ada.emulateMedia({ media: 'print' })
    for (const part of ['Skip to the content', 'New post-mortem', 'Print'])
      assert.equal(await ada.getByText(part, { exact: true }).first().isVisible(), false, part)
    await ada.emulateMedia({ media: 'screen' })
  })

  await context.test('nothing stands in anybody’s way', async () => {
    for (const path of [reading, `/post-mortems/${made.id}/versions`]) {
      await ada.goto(path)
      await ada.getByRole('heading', { level: 1 }).waitFor()
      assert.deepEqual(await axeInBothThemes(ada), [], path)
    }
    await ada.goto(reading)
    await ada.getByRole('button', { name: 'Export' }).click()
    await ada.getByText('Everything survives.').waitFor()
    assert.deepEqual(await axeInBothThemes(ada), [], 'the export dialog')
  })
})
