import type { Source } from '@blamefree/core'
import { read, recognise } from './read.ts'

/** Prometheus Alertmanager: webhook payloads of version 4, and what its and Prometheus's APIs answer. */
export const alertmanager: Source = { id: 'alertmanager', title: 'Alertmanager', recognise, read }
