import type { PageDestination } from '@blamefree/core'
import { canonicalDoku } from './canonical.ts'
import { checkWiki } from './check.ts'
import { joinDoku } from './join.ts'
import { pageId } from './page-id.ts'
import { createPage, findPage, readPage, writePage } from './pages.ts'
import { knownUsers } from './people.ts'
import { putRequest } from './put-page.ts'
import { readDoku } from './read-back.ts'
import { LOSES, renderDokuWiki } from './render.ts'
import { configureDokuWiki, CONNECT, type DokuWikiConfig } from './settings.ts'
import { splitDoku } from './split.ts'
import { withTitle } from './title.ts'

/** A page of a DokuWiki, written under the lock that the wiki gives while somebody edits. */
export const dokuWiki: PageDestination<DokuWikiConfig> = {
  id: 'dokuwiki',
  title: 'DokuWiki',
  loses: LOSES,
  connect: CONNECT,
  configure: configureDokuWiki,
  render: renderDokuWiki,
  split: splitDoku,
  join: joinDoku,
  canonical: canonicalDoku,
  readBack: readDoku,
  request: ({ title, text }, page, config) =>
    putRequest(
      { id: page?.ref.id ?? pageId(config.namespace, title), raw: withTitle({ title, text }, ''), before: page === null ? null : page.version, marker: null },
      config,
    ),
  keeps: 'theirs',
  check: checkWiki,
  find: findPage,
  read: readPage,
  create: createPage,
  write: writePage,
  people: knownUsers,
}
