import type { PageNow, Reply, World } from '@blamefree/core'
import { cloud } from './cloud.ts'
import type { ConfluenceConfig } from './config.ts'
import { dataCenter } from './data-center.ts'

/** What a page is sent as. */
export interface PageText {
  readonly title: string
  readonly text: string
}

/** What differs between Cloud and Data Center. Answers that are no pages are given back as they came. */
export interface Wiki {
  /** The newest pages of the space with their texts, where labels may not be found yet. */
  newest(): Promise<readonly PageNow[]>
  byTitle(title: string): Promise<PageNow | null>
  /** A page in any state, with `status`. */
  read(id: string): Promise<Reply>
  /** A page out of an answer of `read`. */
  page(json: unknown): PageNow
  create(page: PageText, labels: readonly string[]): Promise<Reply>
  /** Over the page, whose version it still must have. Also brings back one that was thrown away. */
  update(id: string, page: PageText, version: number): Promise<Reply>
  setProperty(id: string, key: string, value: unknown): Promise<Reply>
}

/** The API of an edition. */
export function wikiOf(config: ConfluenceConfig, world: World): Wiki {
  return config.edition === 'cloud' ? cloud(config, world) : dataCenter(config, world)
}
