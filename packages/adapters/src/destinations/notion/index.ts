import { BlamefreeError, type PageDestination } from '@blamefree/core'
import { MARKDOWN_VERSION, must, requestOf } from './ask.ts'
import { firstCall } from './blocks/write-blocks.ts'
import { canonical } from './canonical.ts'
import { checkPlace } from './check.ts'
import { findPage } from './find-page.ts'
import { peopleByEmail } from './people.ts'
import { createCall, type NewPage } from './page-call.ts'
import { portions } from './plan-writing.ts'
import { readBack } from './read-back.ts'
import { readPage, type NotionPage } from './read-page.ts'
import { LOSES, renderPage } from './render.ts'
import { configure, CONNECT, type NotionConfig } from './settings.ts'
import { joinPage, splitPage } from './split.ts'
import { patchCall } from './write-markdown.ts'
import { createPage, writePage } from './write-page.ts'

/** Pages of Notion: by its Markdown endpoints, and by its blocks where those cannot be used. */
export const notion: PageDestination<NotionConfig> = {
  id: 'notion',
  title: 'Notion',
  loses: LOSES,
  connect: CONNECT,
  configure,
  render: (document, options) => renderPage(document, options),
  split: splitPage,
  join: joinPage,
  canonical,
  readBack,
  request(body, page, config) {
    const parent = { [config.parent.kind === 'page' ? 'page_id' : 'data_source_id']: config.parent.id }
    const made: NewPage = { title: body.title, parent, marker: '…', property: config.property }
    const root = page === null ? null : (page as NotionPage).root
    if (root !== null || (page === null && config.blocks)) {
      const call = firstCall(body, root ?? made)
      return call === null ? null : requestOf(call)
    }
    const [first = ''] = portions(body.text)
    return requestOf(
      page === null
        ? createCall(made, { markdown: first, markdown_version: MARKDOWN_VERSION })
        : patchCall(page.ref.id, { type: 'replace_content', replace_content: { new_str: first } }),
    )
  },
  keeps: 'theirs',
  check: checkPlace,
  find: (marker, config, world, hint) => findPage(marker, { config, world, title: hint?.title ?? null }),
  read: readPage,
  create: createPage,
  write: writePage,
  async restore(ref, config, world) {
    await must({ method: 'PATCH', path: `/pages/${ref.id}`, json: { in_trash: false, is_archived: false } }, config, world)
    const page = await readPage(ref, config, world)
    if ('text' in page) return page
    throw new BlamefreeError('notion/gone', `Cannot bring the page back: ${page.sentence}`, 'Restore it in Notion, then publish again.')
  },
  people: peopleByEmail,
}
