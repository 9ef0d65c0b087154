import { holdPageToContract } from '../../testing/page-contract.ts'
import type { PageSubject } from '../../testing/page-subject.ts'
import { notion } from '../index.ts'
import { fakeNotion, placeOf, type FakeNotion } from '../testing/fake-notion.ts'
import { contract, SETTINGS } from '../testing/notion-session.ts'

const subject = (settings: PageSubject['settings'], how: Partial<FakeNotion>, requests?: PageSubject['requests']): PageSubject => ({
  destination: notion,
  settings,
  goes: ['deleted', 'trashed', 'archived'],
  locks: false,
  ...(requests === undefined ? {} : { requests }),
  check: (request) => [contract?.fault(request) ?? null].filter((fault) => fault !== null),
  fake: () => placeOf(Object.assign(fakeNotion(), how)),
})

// By blocks because somebody says so.
holdPageToContract(subject({ ...SETTINGS, blocks: true }, {}, [4, 3, 8]))
// By blocks because Markdown is not to be had, which is found out.
holdPageToContract(subject(SETTINGS, { markdown: 'absent' }))
