import type { Source } from '@blamefree/core'
import { read, recognise } from './read.ts'

/** Atlassian Statuspage: what the public page and the management API say of incidents and maintenances. */
export const statuspage: Source = { id: 'statuspage', title: 'Statuspage', recognise, read }
