import type { NotionConfig } from './settings.ts'

/** Connections of which we have seen that the Markdown endpoints are not there for them, or do not take our version. */
const withoutMarkdown = new WeakSet<NotionConfig>()
/** Pages that the Markdown endpoints show in part only. */
const shownInPart = new WeakMap<NotionConfig, Set<string>>()

/** Whether a page (null: a new one) is read and written by blocks. What was seen once is kept as long as the configuration, which is made anew for each publishing. */
export function goesByBlocks(config: NotionConfig, page: string | null): boolean {
  return config.blocks || withoutMarkdown.has(config) || (page !== null && shownInPart.get(config)?.has(page) === true)
}

/** From now on this connection is written by blocks. */
export function hasNoMarkdown(config: NotionConfig): void {
  withoutMarkdown.add(config)
}

/** From now on this page is written by blocks. */
export function isShownInPart(config: NotionConfig, page: string): void {
  const pages = shownInPart.get(config) ?? new Set()
  shownInPart.set(config, pages.add(page))
}
