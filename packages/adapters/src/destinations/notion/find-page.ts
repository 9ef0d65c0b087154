import { listAt, textAt, flagAt, type PageNow, type World } from '@blamefree/core'
import { ask, must } from './ask.ts'
import { readPage, titleOf } from './read-page.ts'
import type { NotionConfig } from './settings.ts'

/** The most pages that are opened to look for our mark, the newest first. */
const MOST_OPENED = 25

/**
 * The page with our mark. In a database with a property for it: one request and the page. Otherwise the pages below the parent are listed (a list is true at once,
 * Notion's search only after a while), and those with the title, or the newest of ours, are opened.
 */
export async function findPage(
  marker: string,
  { config, world, title }: { config: NotionConfig; world: World; title: string | null },
): Promise<PageNow | null> {
  const ids = config.parent.kind === 'page' ? await childrenOf(config, world, title) : await rowsOf(marker, { config, world, title })
  for (const id of ids.slice(0, MOST_OPENED)) {
    const page = await readPage({ id, url: '' }, config, world, marker)
    if ('text' in page && page.marker === marker) return page
  }
  return null
}

/** The data source of the configured database. */
export async function dataSourceOf(config: NotionConfig, world: World): Promise<string> {
  const database = await must({ method: 'GET', path: `/databases/${config.parent.id}` }, config, world)
  return textAt(database, 'data_sources', 0, 'id') ?? config.parent.id
}

async function childrenOf(config: NotionConfig, world: World, title: string | null): Promise<string[]> {
  const found: { id: string; created: string }[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const start: string = cursor === '' ? '' : `&start_cursor=${encodeURIComponent(cursor)}`
    const page = await ask({ method: 'GET', path: `/blocks/${config.parent.id}/children?page_size=100${start}` }, config, world)
    for (const block of listAt(page, 'results')) {
      if (textAt(block, 'type') !== 'child_page' || flagAt(block, 'in_trash') === true) continue
      const ours = title === null ? textAt(block, 'created_by', 'object') === 'user' : textAt(block, 'child_page', 'title') === title
      if (ours) found.push({ id: textAt(block, 'id') ?? '', created: textAt(block, 'created_time') ?? '' })
    }
    cursor = flagAt(page, 'has_more') === true ? textAt(page, 'next_cursor') : null
  }
  return found.toSorted((a, b) => (a.created < b.created ? 1 : -1)).map(({ id }) => id)
}

async function rowsOf(marker: string, { config, world, title }: { config: NotionConfig; world: World; title: string | null }): Promise<string[]> {
  const source = await dataSourceOf(config, world)
  const filter =
    config.property !== null
      ? { filter: { property: config.property, rich_text: { equals: marker } } }
      : title === null
        ? {}
        : { filter: { property: 'title', title: { equals: title } } }
  const json = { ...filter, sorts: [{ timestamp: 'created_time', direction: 'descending' }], page_size: MOST_OPENED }
  const rows = await must({ method: 'POST', path: `/data_sources/${source}/query`, json }, config, world)
  return listAt(rows, 'results')
    .filter((row) => title === null || config.property !== null || titleOf(row) === title)
    .map((row) => textAt(row, 'id') ?? '')
}
