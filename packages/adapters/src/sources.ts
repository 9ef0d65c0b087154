import type { Source } from '@blamefree/core'
import { alertmanager } from './sources/alertmanager/index.ts'
import { github } from './sources/github/index.ts'
import { grafana } from './sources/grafana/index.ts'
import { incidentFile } from './sources/incident-file/index.ts'
import { jira } from './sources/jira/index.ts'
import { pagerduty } from './sources/pagerduty/index.ts'
import { slackExport } from './sources/slack-export/index.ts'
import { statuspage } from './sources/statuspage/index.ts'
import { transcript } from './sources/transcript/index.ts'

/** Every source, in the order in which they are asked whether a payload is theirs: the most particular format first, plain text last. */
export const SOURCES: readonly Source[] = [
  // One a line.
  slackExport,
  incidentFile,
  alertmanager,
  github,
  grafana,
  jira,
  pagerduty,
  statuspage,
  transcript,
]
