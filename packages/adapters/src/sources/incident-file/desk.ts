import type { Origin } from '@blamefree/core'
import type { Page, Path } from './known-keys.ts'
import type { Members } from './members.ts'
import type { Clock } from './moments.ts'

/** Everything that one incident's part of a file is read with. */
export interface Desk {
  readonly page: Page
  readonly clock: Clock
  readonly members: Members
  readonly originOf: (path: Path) => Origin
}
