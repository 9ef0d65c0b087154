import type { Source } from '@blamefree/core'
import { read, recognise } from './read.ts'

/** PagerDuty: incidents, log entries and notes of the REST API v2, and webhooks v3. */
export const pagerduty: Source = { id: 'pagerduty', title: 'PagerDuty', recognise, read }
