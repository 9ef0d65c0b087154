import { BlamefreeError, flagAt, textAt, type PageBody, type PageNow, type World } from '@blamefree/core'
import { ask, MARKDOWN_VERSION, must, NO_MARKDOWN } from './ask.ts'
import { createBlocks, writeBlocks } from './blocks/write-blocks.ts'
import { dataSourceOf } from './find-page.ts'
import { titleCall, type NewPage } from './page-call.ts'
import { pageOf, readPage, type NotionPage } from './read-page.ts'
import type { NotionConfig } from './settings.ts'
import { goesByBlocks, hasNoMarkdown } from './way.ts'
import { createMarkdown, writeMarkdown } from './write-markdown.ts'

/** Makes a page with its mark, and reads it: by Markdown, or by blocks where that is not to be had. */
export async function createPage(body: PageBody, marker: string, config: NotionConfig, world: World): Promise<PageNow> {
  const parent = config.parent.kind === 'page' ? { page_id: config.parent.id } : { data_source_id: await dataSourceOf(config, world) }
  const page: NewPage = { title: body.title, parent, marker, property: config.property }
  const byMarkdown = goesByBlocks(config, null) ? null : await orByBlocks(() => createMarkdown(body, page, { config, world }), config)
  if (byMarkdown === null) return createBlocks(body, page, { config, world })
  const id = textAt(byMarkdown.page, 'id') ?? ''
  if (byMarkdown.markdown !== null) return after(id, byMarkdown.markdown, { config, world })
  const markdown = await must({ method: 'GET', path: `/pages/${id}/markdown?markdown_version=${MARKDOWN_VERSION}` }, config, world)
  return isWhole(markdown) ? pageOf(byMarkdown.page, markdown) : mustRead(id, { config, world })
}

/** Writes over a page what changed. Reads it first, because Notion has no lock: `stale` when it is not what it was. */
export async function writePage(body: PageBody, page: PageNow, config: NotionConfig, world: World): Promise<PageNow | 'stale'> {
  const now = await readPage(page.ref, config, world)
  if (!('text' in now) || now.version !== page.version) return 'stale'
  if (now.root !== null) return writeBlocks(body, { ...now, root: now.root }, { config, world })
  const answer = await orByBlocks(async () => ({ text: await writeMarkdown(body, now, { config, world }) }), config)
  // Read anew, by blocks.
  if (answer === null) return 'stale'
  const { text } = answer
  if (text === 'stale') return 'stale'
  const renamed = body.title !== now.title
  if (renamed) await must(titleCall(page.ref.id, body.title), config, world)
  if (text !== null) return after(page.ref.id, text, { config, world })
  return renamed ? mustRead(page.ref.id, { config, world }) : now
}

interface Inside {
  readonly config: NotionConfig
  readonly world: World
}

/** What a writing by Markdown gives; null where Markdown is refused: then nothing was written, and the connection goes on by blocks. */
async function orByBlocks<T>(write: () => Promise<T>, config: NotionConfig): Promise<T | null> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof BlamefreeError) || error.code !== NO_MARKDOWN) throw error
    hasNoMarkdown(config)
    return null
  }
}

const isWhole = (markdown: unknown): boolean => flagAt(markdown, 'truncated') !== true

/** The page with the text of an answer. */
async function after(id: string, markdown: unknown, { config, world }: Inside): Promise<PageNow> {
  const page = isWhole(markdown) ? await ask({ method: 'GET', path: `/pages/${id}` }, config, world) : null
  return page === null ? mustRead(id, { config, world }) : pageOf(page, markdown)
}

async function mustRead(id: string, { config, world }: Inside): Promise<NotionPage> {
  const now = await readPage({ id, url: '' }, config, world)
  if ('text' in now) return now
  throw new BlamefreeError('notion/gone', `Cannot read the page after writing it: ${now.sentence}`, 'Look at the page in Notion, then publish again.')
}
