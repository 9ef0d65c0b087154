import type { PageDestination } from '@blamefree/core'
import { jira } from './destinations/jira/index.ts'

/** Every place where a post-mortem can be a page that is kept true. To add one: its folder in `destinations/`, and a line here. */
export const PAGE_DESTINATIONS: readonly PageDestination[] = [jira]
