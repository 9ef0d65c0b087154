import type { PageDestination } from '@blamefree/core'
import { canonicalWikitext } from './canonical.ts'
import { checkWiki } from './check.ts'
import { editOf } from './edit.ts'
import { joinWikitext } from './join.ts'
import { createPage, findPage, readPage, writePage } from './pages.ts'
import { knownUsers } from './people.ts'
import { readWikitext } from './read-back.ts'
import { LOSES, renderMediaWiki } from './render.ts'
import { requestOf } from './request-of.ts'
import { configureMediaWiki, CONNECT, type MediaWikiConfig } from './settings.ts'
import { splitWikitext } from './split.ts'

/** A page of a wiki that runs on MediaWiki, which by itself refuses to write over what somebody changed meanwhile. */
export const mediaWiki: PageDestination<MediaWikiConfig> = {
  id: 'mediawiki',
  title: 'MediaWiki',
  loses: LOSES,
  connect: CONNECT,
  configure: configureMediaWiki,
  render: renderMediaWiki,
  split: splitWikitext,
  join: joinWikitext,
  canonical: canonicalWikitext,
  readBack: readWikitext,
  request: (body, page, config) => requestOf(editOf(body, page, null), config),
  keeps: 'theirs',
  check: checkWiki,
  find: findPage,
  read: readPage,
  create: createPage,
  write: writePage,
  people: knownUsers,
}
