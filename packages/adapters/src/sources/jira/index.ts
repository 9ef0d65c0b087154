import type { Source } from '@blamefree/core'
import { read } from './read.ts'
import { recognise } from './schema.ts'

/** Jira Cloud and Data Center: issues of the REST API v2 and v3, search results, and webhook bodies. */
export const jira: Source = { id: 'jira', title: 'Jira', recognise, read }
