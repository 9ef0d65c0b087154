import type { Source } from '@blamefree/core'
import { read, recognise } from './read.ts'

/** A Slack export: the zip as Slack made it, its unpacked folder, one of its day files, or a list of messages as the API gives them. */
export const slackExport: Source = { id: 'slack-export', title: 'Slack export', recognise, read }
