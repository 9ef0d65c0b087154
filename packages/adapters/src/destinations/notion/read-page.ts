import { BlamefreeError, flagAt, instantAt, listAt, shortHash, textAt, recordAt, type PageGone, type PageNow, type PageRef, type World } from '@blamefree/core'
import { ask, MARKDOWN_VERSION } from './ask.ts'
import { canonical } from './canonical.ts'
import { withoutMark } from './mark.ts'
import { GOES_ON } from './plan-writing.ts'
import type { NotionConfig } from './settings.ts'
import { splitPage } from './split.ts'

/** A page as it was read, and whether parts of it were not shown to us: then it must not be replaced as a whole. */
export interface NotionPage extends PageNow {
  readonly unseen: boolean
}

const NOT_THERE: PageGone = {
  gone: 'deleted',
  sentence: 'The page is not at Notion any more, or no longer shared with our connection. Share it again under ••• → Connections, or publish it anew.',
}

/** The page as it is now: two requests. */
export async function readPage(ref: PageRef, config: NotionConfig, world: World): Promise<NotionPage | PageGone> {
  const page = await ask({ method: 'GET', path: `/pages/${ref.id}` }, config, world)
  if (page === null) return NOT_THERE
  const gone = goneOf(page)
  if (gone !== null) return gone
  const markdown = await ask({ method: 'GET', path: `/pages/${ref.id}/markdown?markdown_version=${MARKDOWN_VERSION}` }, config, world)
  return markdown === null ? NOT_THERE : pageOf(page, markdown)
}

/** Whether a page object says that it was thrown away. */
export function goneOf(page: unknown): PageGone | null {
  if (flagAt(page, 'in_trash') === true || (flagAt(page, 'archived') === true && flagAt(page, 'in_trash') === null))
    return { gone: 'trashed', sentence: 'The page lies in Notion’s trash. Bring it back, or publish it anew.' }
  return flagAt(page, 'is_archived') === true ? { gone: 'archived', sentence: 'The page is archived at Notion. Bring it back, or publish it anew.' } : null
}

/** A page object and its text → the page. Throws where Notion gave only the beginning. */
export function pageOf(page: unknown, markdown: unknown): NotionPage {
  const id = textAt(page, 'id') ?? ''
  const raw = recordAt(markdown)['markdown']
  if (flagAt(markdown, 'truncated') === true || typeof raw !== 'string')
    throw new BlamefreeError(
      'notion/truncated',
      'Cannot compare the page at Notion: it is so long that Notion gives only its beginning.',
      'Move what people added there to a page of its own, or publish to a new page.',
    )
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
    unseen: listAt(markdown, 'unknown_block_ids').length > 0,
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
