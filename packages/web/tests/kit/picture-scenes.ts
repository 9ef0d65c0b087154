import type { Page } from 'playwright-core'
import type { PictureWorld } from './picture-world.ts'

/** Something to look at: how one comes to it. `whole`: the picture is of the whole page, not of the window. */
export interface Scene {
  readonly whole?: boolean
  /** Nobody is signed in. */
  readonly outside?: boolean
  go(page: Page, world: PictureWorld): Promise<unknown>
}

const at =
  (path: string | ((world: PictureWorld) => string), then?: (page: Page) => Promise<unknown>): Scene['go'] =>
  async (page, world) => {
    await page.goto(typeof path === 'string' ? path : path(world))
    await then?.(page)
  }
const press =
  (...names: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const name of names) await page.getByRole('button', { name, exact: true }).first().click()
  }
const writing = ({ postMortem }: PictureWorld): string => `/post-mortems/${postMortem}`
const published = ({ published: id }: PictureWorld): string => `/post-mortems/${id}`

/** The parts of the settings that are one list or form. */
const SETTINGS = [
  'severities',
  'types',
  'roles',
  'timestamps',
  'metrics',
  'fields',
  'members',
  'api-keys',
  'sign-on',
  'webhooks',
  'inbound',
  'looks',
  'audit',
  'archive',
  'backup',
]

/** Every screen, and what opens on it, by name. */
export const SCENES: Readonly<Record<string, Scene>> = {
  'sign-in': { outside: true, go: at('/sign-in') },
  'sign-in-refused': {
    outside: true,
    go: at('/sign-in', async (page) => {
      await page.getByRole('textbox', { name: 'E-mail address' }).fill('ada@example.com')
      await page.getByRole('textbox', { name: 'Password' }).fill('not this one')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('alert').waitFor()
    }),
  },
  welcome: { outside: true, go: at('/welcome#a-token-that-is-long-enough') },
  'welcome-without-link': { outside: true, go: at('/welcome') },
  forgot: { outside: true, go: at('/forgot-password') },
  incidents: { go: at('/incidents') },
  search: {
    go: at('/incidents', async (page) => {
      await page
        .getByRole('link', { name: /poison/i })
        .first()
        .waitFor()
      await page.keyboard.press('Control+k')
      await page.keyboard.type('restart')
      await page.getByRole('group', { name: 'Timeline' }).getByRole('option').first().waitFor()
    }),
  },
  new: { go: at('/new') },
  'new-made': { whole: true, go: at(({ clashing }) => `/new?made=${clashing}&outcome=created`) },
  'new-slack': { whole: true, go: async (page, { slack }) => await choose(page, 'acme slack export.zip', slack) },
  'new-slack-chosen': {
    whole: true,
    async go(page, { slack }) {
      await choose(page, 'acme slack export.zip', slack)
      await page.getByRole('region', { name: 'Which channels?' }).getByRole('checkbox').first().check()
      await page.waitForTimeout(1500)
    },
  },
  'new-transcript': { whole: true, go: async (page, { pasted }) => await pasteRecord(page, pasted) },
  facts: { whole: true, go: at(({ incident }) => `/incidents/${incident}`) },
  'facts-clashing': { go: at(({ clashing }) => `/incidents/${clashing}`) },
  timeline: { go: at(({ incident }) => `/incidents/${incident}/timeline`) },
  'timeline-long': {
    go: at(
      ({ long }) => `/incidents/${long}/timeline`,
      (page) => page.getByText('(0)').first().waitFor(),
    ),
  },
  records: { whole: true, go: at(({ incident }) => `/incidents/${incident}/records`) },
  'post-mortems': { go: at('/post-mortems') },
  'post-mortem': { go: at(writing, ready) },
  'post-mortem-end': {
    go: at(writing, async (page) => {
      await ready(page)
      await page.getByRole('heading', { name: 'Learnings and risks' }).last().scrollIntoViewIfNeeded()
    }),
  },
  'post-mortem-export': { go: at(writing, async (page) => (await ready(page), await more(page, 'Export'))) },
  'post-mortem-share': { go: at(published, async (page) => (await ready(page), await more(page, 'Share'))) },
  'post-mortem-pages': {
    go: at(published, async (page) => {
      await ready(page)
      await more(page, 'Publish to')
      await page.getByRole('dialog').getByRole('button', { name: 'Compare' }).click({ timeout: 5000 })
    }),
  },
  reading: { go: at((world) => `${published(world)}/read`) },
  'reading-whole': { whole: true, go: at((world) => `${published(world)}/read`) },
  'reading-print': {
    whole: true,
    go: at(
      (world) => `${published(world)}/read`,
      async (page) => {
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.emulateMedia({ media: 'print' })
      },
    ),
  },
  versions: { go: at((world) => `${published(world)}/versions`) },
  'versions-text': {
    go: at(
      (world) => `${published(world)}/versions`,
      async (page) => await page.getByText('Text', { exact: true }).click(),
    ),
  },
  'follow-ups': { go: at('/follow-ups') },
  'follow-ups-bulk': { go: at('/follow-ups', (page) => page.getByRole('checkbox', { name: 'Select all' }).click()) },
  findings: { go: at('/findings') },
  templates: { go: at('/templates') },
  template: { go: at('/templates/default') },
  'template-problems': {
    go: at('/templates/default', async (page) => {
      await page.getByRole('button', { name: 'Duplicate' }).click()
      await page.getByRole('button', { name: 'Save as a new version' }).waitFor()
      const field = page.getByRole('textbox', { name: 'Template, in Markdown' })
      await field.fill(`${await field.inputValue()}\n\n{{ incident.nonsense }}\n\n::timelin{}\n`)
      await page
        .getByRole('button', { name: /^Go to line/ })
        .first()
        .waitFor()
    }),
  },
  account: { whole: true, go: at('/settings/account') },
  places: { go: at('/settings/places') },
  'places-choose': { go: at('/settings/places', press('Connect a place')) },
  'places-confluence': { go: at('/settings/places', press('Connect a place', 'Confluence')) },
  'places-notion': { go: at('/settings/places', press('Connect a place', 'Notion')) },
  'places-tested': {
    go: at('/settings/places', async (page) => {
      await page.getByRole('button', { name: /^Test/ }).first().click()
      await page.getByText('It works.').waitFor()
    }),
  },
  'places-rules': { go: at('/settings/places', press('Add a rule')) },
  ...Object.fromEntries(SETTINGS.map((part) => [`settings-${part}`, { go: at(`/settings/${part}`) }])),
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/new')
  await page.locator('input[data-files]').setInputFiles({ name, mimeType: 'application/zip', buffer })
  await page.getByRole('region', { name: 'Which channels?' }).waitFor()
}

async function pasteRecord(page: Page, words: string): Promise<void> {
  await page.goto('/new')
  const over = page.getByRole('button', { name: 'Start over' })
  await over.or(page.getByRole('button', { name: 'Read it' })).waitFor()
  if (await over.isVisible()) await over.click()
  await page.getByRole('textbox', { name: 'Paste a conversation or a timeline' }).fill(words)
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByRole('region', { name: 'pasted text' }).waitFor()
}

async function ready(page: Page): Promise<void> {
  await page.locator('[role=status][data-kind=saved]').waitFor()
  await page.waitForTimeout(1500)
}

async function more(page: Page, item: string): Promise<void> {
  if (await page.getByRole('button', { name: item, exact: true }).isVisible()) return await page.getByRole('button', { name: item, exact: true }).click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}
