import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { startGitServer } from '../../adapters/src/destinations/git/testing/git-server.ts'
import { axeInBothThemes } from './kit/axe.ts'
import { openBrowser } from './kit/browser.ts'
import { openWebHouse } from './kit/web-house.ts'

const needsGit = spawnSync('git', ['version']).error === undefined ? false : 'git is not on this machine'

/** With `PICTURES=<folder>`, a picture of where the test stands, to look at. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

test('the archive is kept in a Git repository that an administrator chooses', { skip: needsGit }, async (context) => {
  const browser = await openBrowser(context)
  if (browser === null) return
  const git = await startGitServer()
  context.after(() => git.end())
  const house = await openWebHouse(context, { environment: { ALLOW_PRIVATE: '127.0.0.1' } })
  const page = await house.window(browser)
  const clean = async (where: string): Promise<void> => assert.deepEqual(await axeInBothThemes(page), [], where)

  await page.goto('/settings/archive')
  await page.getByText('Connect a Git repository first').waitFor()
  await clean('no place')
  const settings = { repository: git.url, branch: 'main', token: git.token, host: 'gitea' }
  await house.ask('POST', '/v1/connections', { destination: 'git', name: 'Vault', settings })
  await page.reload()
  await page.getByRole('combobox', { name: 'Repository' }).click()
  await page.getByRole('option', { name: 'Vault' }).click()
  await page.getByRole('textbox', { name: 'Folder' }).fill('all of it')
  await clean('choosing')
  await page.getByRole('button', { name: 'Save' }).click()
  await page
    .getByRole('alert')
    .getByText(/it is not known who sees/)
    .waitFor()
  await clean('to confirm')
  await picture(page, 'archive-confirm')
  await page.getByRole('button', { name: 'Keep it there nevertheless' }).click()
  await page.getByRole('status').getByText('The archive: Kept').waitFor()
  const [link, version] = [page.getByRole('link', { name: /^commit / }), git.git('rev-parse', 'blamefree-archive').trim()]
  assert.equal(await link.getAttribute('href'), `${git.url.replace(/\.git$/, '')}/commit/${version}`)
  await page.getByText(`git clone --branch blamefree-archive ${git.url} archive`).waitFor()
  await page.getByText(`npx blamefree import 'archive/all of it' --data-dir ./new`).waitFor()
  await clean('kept')
  await picture(page, 'archive-kept')

  git.commit({ 'all of it/workspace.json': '{}' }, { branch: 'blamefree-archive' })
  await page.getByRole('button', { name: 'Archive now' }).click()
  await page.getByText(/^Somebody had changed the archive in the repository\./).waitFor()
  git.isPublic = true
  await page.getByRole('button', { name: 'Archive now' }).click()
  await page.getByText(/more than named people see/).waitFor()
  await clean('failed')
  if (process.env['PICTURES'] === undefined) return
  for (const [name, look] of [
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['phone', PHONE],
  ] as const) {
    const window = await house.window(browser, look)
    await window.goto('/settings/archive')
    await window.getByText(/more than named people see/).waitFor()
    await picture(window, `archive-failed-${name}`)
  }
})
