import type { Problem } from '@blamefree/core'

/** What is said by an option of the command, where a problem's hint tells people to say it. */
const FLAGS: Readonly<Record<string, string>> = {
  'read/unrecognised': '--source',
  'transcript/no-date': '--date 2026-03-04',
  'transcript/no-zone': '--timezone Europe/London',
  'slack-export/choose-channel': '--channel',
  'slack-export/empty-channel': '--channel',
  'slack-export/unknown-channel': '--channel',
  'slack-export/nothing-in-window': '--from and --until',
}

/** The hint of a problem with the option that does what it says. */
export function flagHint({ code, hint }: Pick<Problem, 'code' | 'hint'>): string | undefined {
  const flag = FLAGS[code]
  return hint === undefined || flag === undefined ? hint : `${hint} Here: ${flag}.`
}
