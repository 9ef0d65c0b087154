import { BlamefreeError, type PageDestination } from '@blamefree/core'
import { must, requestOf } from './ask.ts'
import { canonical } from './canonical.ts'
import { checkPlace } from './check.ts'
import { findPage } from './find-page.ts'
import { peopleByEmail } from './people.ts'
import { portions } from './plan-writing.ts'
import { readBack } from './read-back.ts'
import { readPage } from './read-page.ts'
import { LOSES, renderPage } from './render.ts'
import { configure, CONNECT, type NotionConfig } from './settings.ts'
import { joinPage, splitPage } from './split.ts'
import { createCall, createPage, patchCall, writePage } from './write-page.ts'

/** Pages of Notion, by its Markdown endpoints. */
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
    const [first = ''] = portions(body.text)
    const parent = { [config.parent.kind === 'page' ? 'page_id' : 'data_source_id']: config.parent.id }
    return requestOf(
      page === null
        ? createCall(body.title, { parent, marker: '…', property: config.property, markdown: first })
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
