import type { Source } from '@blamefree/core'
import { read, recognise } from './read.ts'

/** Grafana: webhooks of its alerting (unified and legacy), and annotations. */
export const grafana: Source = { id: 'grafana', title: 'Grafana', recognise, read }
