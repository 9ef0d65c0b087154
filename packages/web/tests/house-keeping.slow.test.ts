import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeInBothThemes } from './kit/axe.ts'
import { openBrowser } from './kit/browser.ts'
import { openWebHouse } from './kit/web-house.ts'

test('follow-ups, findings, templates and settings', async (context) => {
  const browser = await openBrowser(context)
  if (browser === null) return
  const house = await openWebHouse(context, { environment: { ALLOW_PRIVATE: '127.0.0.1' } })
  const { items } = await house.ask('GET', '/v1/incidents')
  await house.ask('POST', `/v1/incidents/${items[0].id}/post-mortems`, {})
  const page = await house.window(browser)
  const followUps = async (): Promise<
    { text: string; outcome: string; reason: string | null; priority: string | null; due: string | null; owner: { name: string } | null }[]
  > => (await house.ask('GET', '/v1/follow-ups')).items

  await context.test('a follow-up is changed where it stands', async () => {
    await page.goto('/follow-ups')
    const row = page.getByRole('row', { name: /Page on crash loops/ })
    await row.getByRole('combobox', { name: 'Owner' }).click()
    await page.getByRole('option', { name: 'Ada Admin' }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    assert.equal((await followUps()).find(({ text }) => text.startsWith('Page on crash'))?.owner?.name, 'Ada Admin')
    // Typed as people do, key by key: the years 2, 20 and 202 on the way are no days.
    const due = async (): Promise<unknown> => (await followUps()).find(({ text }) => text.startsWith('Page on crash'))?.due
    await row.getByLabel('Due').click({ position: { x: 10, y: 10 } })
    await page.keyboard.type('12122026', { delay: 120 })
    await page.keyboard.press('Tab')
    await page.waitForFunction(() => [...document.querySelectorAll<HTMLInputElement>('input[type=date]')].some(({ value }) => value === '2026-12-12'))
    while ((await due()) !== '2026-12-12') await page.waitForTimeout(50)
    await row.getByRole('button', { name: 'State: Open' }).click()
    await page.getByRole('menuitem', { name: /Won’t do/ }).click()
    await page.getByRole('textbox', { name: 'Reason' }).fill('The alert covers it')
    await page.getByRole('button', { name: 'Settle it' }).click()
    await row.waitFor({ state: 'detached' })
    const settled = (await followUps()).find(({ text }) => text.startsWith('Page on crash'))
    assert.deepEqual([settled?.outcome, settled?.reason], ['wont-do', 'The alert covers it'])
  })

  await context.test('many are changed at once, and changed back', async () => {
    await page.getByRole('checkbox', { name: 'Select all' }).click()
    await page.getByRole('toolbar').getByRole('combobox', { name: 'Priority …' }).click()
    await page.getByRole('option', { name: 'P1' }).click()
    await page.getByText('Changed 2 follow-ups').waitFor()
    await page.waitForFunction(async () =>
      ((await (await fetch('/v1/follow-ups?outcome=open')).json()) as { items: { priority: string }[] }).items.every(({ priority }) => priority === 'P1'),
    )
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForFunction(async () =>
      ((await (await fetch('/v1/follow-ups?outcome=open')).json()) as { items: { priority: string }[] }).items.every(({ priority }) => priority === null),
    )
  })

  await context.test('findings are found by their words', async () => {
    await page.goto('/findings')
    await page.getByRole('textbox', { name: 'Find in findings' }).fill('without limit')
    await page.getByText('An event that fails is retried at once').waitFor()
    // Each stands under its category, and the category is no finding itself.
    assert.equal(
      await page
        .getByRole('paragraph')
        .filter({ hasText: /^Technical$/ })
        .count(),
      0,
    )
    await page.getByText('An event that fails is retried at once').locator('xpath=..').getByRole('link').click()
    await page.waitForURL(/\/post-mortems\/[^/]+\/read#says=/)
    await page.locator('article [data-named]', { hasText: 'An event that fails' }).waitFor()
  })

  await context.test('post-mortems are narrowed by their incidents, and the address says by what', async () => {
    await page.goto('/post-mortems')
    const link = page.getByRole('listitem').getByRole('link', { name: /poison pill/i })
    await link.waitFor()
    await page.getByLabel('Severity').selectOption('Minor')
    await page.waitForURL(/severity=Minor/)
    await page.getByText('No post-mortem matches.').waitFor()
    await page.reload()
    await page.getByText('No post-mortem matches.').waitFor()
    assert.equal(await page.getByLabel('Severity').inputValue(), 'Minor')
    await page.getByRole('button', { name: 'Show all post-mortems' }).click()
    await link.waitFor()
    await page.getByLabel('Incidents up to this day').fill('2022-11-17')
    await page.getByText('No post-mortem matches.').waitFor()
    await page.getByLabel('Incidents up to this day').fill('2022-11-18')
    await link.waitFor()
    await page.getByLabel('Author').selectOption('Ada Admin')
    await page.waitForURL(/author=/)
    await link.waitFor()
    assert.match(page.url(), /to=2022-11-18/)
  })

  await context.test('a template is duplicated, written with completion, checked, seen and saved', async () => {
    await page.goto('/templates')
    await page.getByRole('link', { name: /Short post-mortem/ }).click()
    await page.getByRole('button', { name: 'Duplicate' }).click()
    await page.getByRole('button', { name: 'Save as a new version' }).waitFor()
    const field = page.getByRole('textbox', { name: 'Template, in Markdown' })
    await field.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('\n\n## Seen by us\n\nIt was {{ incident.sever')
    await page.getByRole('option', { name: /incident\.severity/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type(' }}, {{ incident.nonsense }}.')
    await page
      .getByText(/nonsense/)
      .last()
      .waitFor()
    await page.getByRole('button', { name: /^Go to line/ }).waitFor()
    await page.getByText('It was Major').waitFor()
    await field.fill((await field.inputValue()).replace(', {{ incident.nonsense }}', ''))
    await page.getByText('Nothing is wrong with it.').waitFor()
    await page.getByRole('link', { name: 'Findings' }).click()
    await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    assert.match(await field.inputValue(), /Seen by us/, 'what was typed is there for whoever stays')
    await page.getByRole('button', { name: 'Save as a new version' }).click()
    await page.getByText('Saved as version 2.').waitFor()
  })

  await context.test('what somebody else saves meanwhile takes nothing away that is typed, and is not saved over unasked', async () => {
    const slug = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const field = page.getByRole('textbox', { name: 'Template, in Markdown' })
    await field.fill(`${await field.inputValue()}\nMine.`)
    const { text } = await house.ask('GET', `/v1/templates/${slug}`)
    await house.ask('PUT', `/v1/templates/${slug}`, { text: `${text}\nTheirs.` }, '"2"')
    await page.getByRole('button', { name: 'Save as a new version' }).click()
    await page.getByRole('alert').getByText('Somebody else saved this while you were changing it').waitFor()
    assert.match(await field.inputValue(), /Mine\.$/)
    assert.equal(await page.getByRole('button', { name: 'Save as a new version' }).isDisabled(), true)
    assert.match((await house.ask('GET', `/v1/templates/${slug}`)).text, /Theirs\.$/)
    await page.getByRole('button', { name: 'Keep mine, and save over theirs' }).click()
    await page.getByRole('button', { name: 'Save as a new version' }).click()
    await page.getByText('Saved as version 4.').waitFor()
    assert.match((await house.ask('GET', `/v1/templates/${slug}`)).text, /Mine\.$/)

    await page.goto('/settings/types')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('textbox', { name: 'Name' }).last().fill('Mine')
    const { revision, configuration, own } = await house.ask('GET', '/v1/configuration')
    const kept = Object.fromEntries(own.map((key: string) => [key, configuration[key]]))
    await house.ask('PUT', '/v1/configuration', { ...kept, types: [...configuration.types, { id: 'theirs', name: 'Theirs', aliases: [] }] }, `"${revision}"`)
    // It is heard of, without anything being tried.
    await page.getByRole('alert').getByText('Somebody else saved this while you were changing it').waitFor()
    assert.equal(await page.getByRole('textbox', { name: 'Name' }).last().inputValue(), 'Mine')
    await page.getByRole('button', { name: 'Take theirs' }).click()
    await page.waitForFunction(() => [...document.querySelectorAll<HTMLInputElement>('input[aria-label=Name]')].at(-1)?.value === 'Theirs')
  })

  await context.test('a severity is added, and is there for incidents', async () => {
    const { items } = await house.ask('GET', '/v1/incidents')
    const used = items.find(({ severity }: { severity: string | null }) => severity !== null).severity
    await page.goto('/settings/severities')
    await page.getByRole('button', { name: `Remove ${used}` }).click()
    await page.getByText(new RegExp(`^\\d+ incidents? that you see (is|are) “${used}”`)).waitFor()
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('textbox', { name: 'Name' }).last().fill('major')
    await page.getByText('There is one of this name already.').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Save' }).isDisabled(), true)
    await page.getByRole('textbox', { name: 'Name' }).last().fill('Cosmetic')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved', { exact: true }).first().waitFor()
    const { configuration } = await house.ask('GET', '/v1/configuration')
    assert.equal(configuration.severities.at(-1).id, 'cosmetic')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.waitForFunction(() => document.documentElement.scrollWidth <= 390)
    assert.ok(((await page.getByRole('textbox', { name: 'Name' }).first().boundingBox())?.width ?? 0) > 150, 'a name can be read on a phone')
    await page.setViewportSize({ width: 1280, height: 860 })
  })

  await context.test('a duration until a timestamp that the team does not keep says so', async () => {
    await page.goto('/settings/metrics')
    await page.getByPlaceholder('Not kept: responded').waitFor()
  })

  await context.test('somebody is invited by a link, and disabled', async () => {
    await page.goto('/settings/members')
    await page.getByRole('button', { name: 'Invite' }).click()
    await page.getByRole('textbox', { name: 'E-mail address' }).fill('lin@example.com')
    await page.getByRole('dialog').getByRole('button', { name: 'Invite' }).click()
    assert.match(await page.getByRole('textbox', { name: 'lin@example.com' }).inputValue(), /\/welcome#/)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.activeElement?.textContent === 'Invite')
    await page.getByText('Invitations nobody has answered yet').waitFor()
  })

  await context.test('keys and webhooks show their secret once', async () => {
    await page.goto('/settings/api-keys')
    await page.getByRole('button', { name: 'New key' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Nightly')
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click()
    assert.match(await page.getByRole('textbox', { name: 'Nightly' }).inputValue(), /^bf_key_/)
    await page.reload()
    await page.getByText('Nightly').waitFor()
    assert.equal(await page.getByRole('textbox', { name: 'Nightly' }).count(), 0)
  })

  await context.test('a key goes only when somebody has said so, knowing what stops', async () => {
    await page.getByRole('button', { name: 'Revoke Nightly' }).click()
    await page
      .getByRole('dialog', { name: 'Revoke the key “Nightly”?' })
      .getByText(/Every script and tool that comes with “Nightly” is refused/)
      .waitFor()
    // The answer that changes nothing has the focus.
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Revoke Nightly')
    assert.equal((await house.ask('GET', '/v1/api-keys')).items.length, 1)
    await page.getByRole('button', { name: 'Revoke Nightly' }).click()
    await page.getByRole('button', { name: 'Revoke the key' }).click()
    await page.getByText('There is no key yet.').waitFor()
    assert.equal((await house.ask('GET', '/v1/api-keys')).items.length, 0)
  })

  await context.test('a message that is not taken says when it is sent next', async () => {
    const { webhook } = await house.ask('POST', '/v1/webhooks', { name: 'Pager', url: `${house.address}/nowhere`, kinds: ['incident'] })
    await house.ask('POST', `/v1/webhooks/${webhook.id}/ping`)
    await page.goto('/settings/webhooks')
    await page.getByRole('button', { name: 'Deliveries' }).click()
    await page.getByText(/^1 attempt · .* · sent next at \d\d:\d\d:\d\d$/).waitFor()
    await page.getByRole('button', { name: 'Remove Pager' }).click()
    await page.getByRole('button', { name: 'Remove the webhook' }).click()
    await page.getByText('No system is told yet.').waitFor()
  })

  await context.test('a look says who set it', async () => {
    await page.goto('/settings/looks')
    await page.locator('input[accept=".css"]').setInputFiles({ name: 'acme.css', mimeType: 'text/css', buffer: Buffer.from('h1 { color: teal }') })
    await page.getByText(/^acme\.css · 18 bytes · Ada Admin · /).waitFor()
    await page.getByRole('button', { name: 'HTML: back to our own look' }).click()
    await page.getByRole('button', { name: 'Take it away' }).click()
    await page.getByText('Our own look. A style sheet, .css.').waitFor()
  })

  await context.test('what findings and follow-ups are narrowed to is there again after going back', async () => {
    await page.goto('/findings?show=risk&q=on-call')
    assert.equal(await page.getByRole('textbox', { name: 'Find in findings' }).inputValue(), 'on-call')
    assert.equal(await page.getByRole('radio', { name: 'Risks' }).isChecked(), true)
    await page.getByText('Mitigators', { exact: true }).click()
    await page.getByRole('textbox', { name: 'Find in findings' }).fill('roll')
    await page.waitForURL(/\?show=mitigator&q=roll$/)
    await page.getByRole('link', { name: 'Follow-ups' }).click()
    await page.getByRole('heading', { level: 1, name: 'Follow-ups' }).waitFor()
    await page.getByText('Overdue', { exact: true }).click()
    await page.waitForURL(/follow-ups\?show=overdue$/)
    await page.goBack()
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[aria-label="Find in findings"]')?.value === 'roll')
    assert.equal(await page.getByRole('radio', { name: 'Mitigators' }).isChecked(), true)
  })

  await context.test('follow-ups fit a window of 1024', async () => {
    await page.setViewportSize({ width: 1024, height: 768 })
    await page.goto('/follow-ups?show=all')
    await page.getByText(/Page on crash loops/).waitFor()
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 1024)
    await page.setViewportSize({ width: 1280, height: 860 })
  })

  await context.test('the audit log leads to the incident', async () => {
    await page.goto('/settings/audit')
    await page.locator('summary').first().click()
    await page.locator('details[open] pre').waitFor()
    await page.getByRole('textbox', { name: /^Only this action/ }).fill('publ')
    await page.getByText(/^Nothing was done that is called “publ”/).waitFor()
    await page.getByRole('textbox', { name: /^Only this action/ }).fill('incident')
    await page.getByRole('link', { name: 'The incident' }).first().click()
    await page.waitForURL(/\/incidents\//)
  })

  await context.test('whoever may only read changes nothing here', async () => {
    const viewer = await house.member(browser, { name: 'Vic Viewer', role: 'viewer' })
    await viewer.goto('/settings/severities')
    await viewer.getByText('An administrator can change this.').waitFor()
    assert.equal(await viewer.getByRole('button', { name: 'Save' }).count(), 0)
    await viewer.goto('/settings/audit')
    await viewer.getByText('An administrator can change this.').waitFor()
    await viewer.close()
  })

  for (const path of [
    '/follow-ups',
    '/findings',
    '/templates',
    '/templates/default',
    '/settings/severities',
    '/settings/members',
    '/settings/webhooks',
    '/settings/audit',
    '/settings/looks',
    '/settings/sign-on',
  ])
    await context.test(`nothing stands in anybody’s way on ${path}`, async () => {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('#content .mantine-Loader-root').waitFor({ state: 'detached' })
      assert.deepEqual(await axeInBothThemes(page), [])
    })
})
