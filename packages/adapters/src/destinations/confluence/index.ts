import type { PageDestination } from '@blamefree/core'
import { requestOf } from './ask.ts'
import { canonicalStorage } from './canonical.ts'
import { checkConfluence } from './check.ts'
import { configureConfluence, CONNECT, type ConfluenceConfig } from './config.ts'
import { joinStorage } from './join.ts'
import { createPage, findPage, readPage, restorePage, writePage } from './pages.ts'
import { readStorage } from './read-back.ts'
import { LOSES, renderConfluence } from './render.ts'
import { splitStorage } from './split.ts'

/** A page in a space of Confluence, Cloud or Data Center. */
export const confluence: PageDestination<ConfluenceConfig> = {
  id: 'confluence',
  title: 'Confluence',
  loses: LOSES,
  connect: CONNECT,
  configure: configureConfluence,
  render: renderConfluence,
  split: splitStorage,
  join: joinStorage,
  canonical: canonicalStorage,
  readBack: readStorage,
  request({ title, text }, page, config) {
    const storage = { representation: 'storage', value: text }
    const cloud = config.edition === 'cloud'
    const path = `${cloud ? '/api/v2/pages' : '/rest/api/content'}${page === null ? '' : `/${page.ref.id}`}`
    const body = cloud ? storage : { storage }
    const version = page === null ? {} : { id: page.ref.id, version: { number: Number(page.version) + 1 } }
    const place = page !== null ? {} : cloud ? { spaceId: `the id of ${config.space}` } : { space: { key: config.space } }
    return requestOf(
      { method: page === null ? 'POST' : 'PUT', path, json: { ...version, ...place, ...(cloud ? { status: 'current' } : { type: 'page' }), title, body } },
      config,
    )
  },
  keeps: 'theirs',
  check: checkConfluence,
  find: findPage,
  read: (ref, config, world) => readPage(ref.id, config, world),
  create: createPage,
  write: writePage,
  restore: restorePage,
}
