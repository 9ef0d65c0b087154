import type { Source } from '@blamefree/core'
import { read, recognise } from './read.ts'

/** GitHub: deployments, releases, pull requests and issues, as its REST API and its webhooks tell of them. */
export const github: Source = { id: 'github', title: 'GitHub', recognise, read }
