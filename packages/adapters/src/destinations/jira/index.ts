import type { PageDestination } from '@blamefree/core'
import { canonical } from './canonical.ts'
import { requestFor } from './call.ts'
import { checkPlace } from './check-place.ts'
import { createCall, createIssue } from './create-issue.ts'
import { findIssue } from './find-issue.ts'
import { people } from './people.ts'
import { readBack } from './read-back.ts'
import { readIssue } from './read-issue.ts'
import { LOSES, renderIssue } from './render.ts'
import { configure, CONNECT, type JiraConfig } from './settings.ts'
import { join, split } from './split.ts'
import { writeCall, writeIssue } from './write-issue.ts'

/** An issue of Jira Cloud, for teams that approve there: the title is its summary, the text its description. */
export const jira: PageDestination<JiraConfig> = {
  id: 'jira',
  title: 'Jira',
  loses: LOSES,
  connect: CONNECT,
  configure,
  render: renderIssue,
  split,
  join,
  canonical,
  readBack,
  request: (body, page, config) => requestFor(page === null ? createCall(body, null, config) : writeCall(body, page), config),
  keeps: 'theirs',
  check: checkPlace,
  find: findIssue,
  read: async (ref, config, world) => {
    const read = await readIssue(ref, config, world)
    return 'gone' in read ? read : read.page
  },
  create: createIssue,
  write: writeIssue,
  people,
}
