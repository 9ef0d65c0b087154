import type { PageDestination } from '@blamefree/core'
import { confluence } from './destinations/confluence/index.ts'
import { wordPages } from './destinations/docx/pages/word-pages.ts'
import { dokuWiki } from './destinations/dokuwiki/index.ts'
import { git } from './destinations/git/index.ts'
import { googleDocs } from './destinations/google-docs/index.ts'
import { jira } from './destinations/jira/index.ts'
import { jsonOf } from './destinations/json/render.ts'
import { lowered } from './destinations/markdown/lowered.ts'
import { LOSES, markdownOf } from './destinations/markdown/render.ts'
import { mediaWiki } from './destinations/mediawiki/index.ts'
import { notion } from './destinations/notion/index.ts'
import { outline } from './destinations/outline/index.ts'
import { sharePoint } from './destinations/sharepoint/index.ts'
import { slack } from './destinations/slack/index.ts'
import { webhook } from './destinations/webhook/index.ts'

/** Every place where a post-mortem can be a page that is kept true. To add one: its folder in `destinations/`, and a line here. */
export const PAGE_DESTINATIONS: readonly PageDestination[] = [
  confluence,
  dokuWiki,
  git({ markdown: markdownOf, json: jsonOf }, LOSES),
  googleDocs(wordPages),
  jira,
  mediaWiki,
  notion,
  outline(lowered),
  sharePoint(wordPages),
  slack(lowered),
  webhook,
]
