import { BlamefreeError, flagAt, instantAt, listAt, shortHash, textAt, recordAt, type PageGone, type PageNow, type PageRef, type World } from '@blamefree/core'
import { ask, MARKDOWN_VERSION, NO_MARKDOWN } from './ask.ts'
import { blockOf, type PlacedBlock } from './blocks/block.ts'
import { listInside, listOwn } from './blocks/list-blocks.ts'
import { textOfBlocks } from './blocks/text-of-blocks.ts'
import { canonical } from './canonical.ts'
import { GOES_ON, withoutMark } from './mark.ts'
import type { NotionConfig } from './settings.ts'
import { splitPage } from './split.ts'
import { goesByBlocks, hasNoMarkdown, isShownInPart } from './way.ts'

/** A page as it was read. */
export interface NotionPage extends PageNow {
  /** The page with its blocks, where it was read by them. */
  readonly root: PlacedBlock | null
}

const NOT_THERE: PageGone = {
  gone: 'deleted',
  sentence: 'The page is not at Notion any more, or no longer shared with our connection. Share it again under ••• → Connections, or publish it anew.',
}

/** The page as it is now: two requests, or by blocks as many as it has blocks with something in them. Of a page without the mark that is looked for, if one is, what is in its blocks is not read. */
export async function readPage(ref: PageRef, config: NotionConfig, world: World, marker: string | null = null): Promise<NotionPage | PageGone> {
  const page = await ask({ method: 'GET', path: `/pages/${ref.id}` }, config, world)
  if (page === null) return NOT_THERE
  const gone = goneOf(page)
  if (gone !== null) return gone
  if (!goesByBlocks(config, ref.id)) {
    const markdown = await markdownOf(ref.id, config, world)
    if (markdown === null) return NOT_THERE
    if (markdown !== 'by blocks') return pageOf(page, markdown)
  }
  const listed = await listOwn(ref.id, config, world)
  const root = { ...blockOf('page'), id: ref.id, children: listed.map(({ block }) => block) }
  if (marker !== null && pageOfBlocks(page, root).marker !== marker) return pageOfBlocks(page, root)
  await listInside(listed, config, world)
  return pageOfBlocks(page, root)
}

/** The text; null for a page that is not there, `by blocks` where Markdown is not to be had, or shows a part of the page only. */
async function markdownOf(id: string, config: NotionConfig, world: World): Promise<unknown> {
  try {
    const markdown = await ask({ method: 'GET', path: `/pages/${id}/markdown?markdown_version=${MARKDOWN_VERSION}` }, config, world)
    if (flagAt(markdown, 'truncated') !== true && listAt(markdown, 'unknown_block_ids').length === 0) return markdown
    isShownInPart(config, id)
  } catch (error) {
    if (!(error instanceof BlamefreeError) || error.code !== NO_MARKDOWN) throw error
    hasNoMarkdown(config)
  }
  return 'by blocks'
}

/** A page object and the blocks on it → the page. */
export function pageOfBlocks(page: unknown, root: PlacedBlock): NotionPage {
  return { ...pageOf(page, { markdown: textOfBlocks(root.children) }), root }
}

/** Whether a page object says that it was thrown away. */
export function goneOf(page: unknown): PageGone | null {
  if (flagAt(page, 'in_trash') === true || (flagAt(page, 'archived') === true && flagAt(page, 'in_trash') === null))
    return { gone: 'trashed', sentence: 'The page lies in Notion’s trash. Bring it back, or publish it anew.' }
  return flagAt(page, 'is_archived') === true ? { gone: 'archived', sentence: 'The page is archived at Notion. Bring it back, or publish it anew.' } : null
}

/** A page object and its text → the page. Throws where there is none. */
export function pageOf(page: unknown, markdown: unknown): NotionPage {
  const id = textAt(page, 'id') ?? ''
  const raw = recordAt(markdown)['markdown']
  if (typeof raw !== 'string')
    throw new BlamefreeError('notion/failed', 'Cannot read the page at Notion: it answers without a text.', 'Try again in a few minutes.')
  const { text: whole, marker } = withoutMark(raw)
  const unfinished = whole.includes(GOES_ON)
  const text = unfinished
    ? whole
        .split('\n')
        .filter((line) => line.trim() !== GOES_ON)
        .join('\n')
    : whole
  const title = titleOf(page)
  const edited = textAt(page, 'last_edited_time') ?? ''
  const sum = shortHash([title, ...splitPage(text).map((block) => canonical(block.text))].join('\n'))
  return {
    ref: { id, url: textAt(page, 'url') ?? `https://www.notion.so/${id.replaceAll('-', '')}` },
    title,
    version: `${edited} ${sum}`,
    text,
    marker,
    changedAt: instantAt(page, 'last_edited_time'),
    where: whereOf(page),
    ...(unfinished ? { unfinished } : {}),
    root: null,
  }
}

/** The words of a page's title, whatever the property is called. */
export function titleOf(page: unknown): string {
  const property = Object.values(recordAt(page, 'properties')).find((value) => textAt(value, 'type') === 'title')
  return listAt(property, 'title')
    .map((part) => recordAt(part)['plain_text'])
    .filter((text) => typeof text === 'string')
    .join('')
}

function whereOf(page: unknown): string {
  const parent = recordAt(page, 'parent')
  const kind = textAt(parent, 'type') ?? ''
  const words: Record<string, string> = {
    page_id: 'below a page',
    data_source_id: 'in a database',
    database_id: 'in a database',
    block_id: 'inside a page',
    workspace: 'in the workspace',
  }
  return `${words[kind] ?? 'somewhere'} (${textAt(parent, kind) ?? kind})`
}
