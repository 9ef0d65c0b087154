import { listAt, textAt, type PlaceAudience } from '@blamefree/core'
import { lowered } from '../markdown/lowered.ts'
import { holdPageToContract } from '../testing/page-contract.ts'
import type { FakePlace, PageSubject } from '../testing/page-subject.ts'
import { slack } from './index.ts'
import { pageOf } from './message.ts'
import { fakeSlack } from './testing/fake-slack.ts'

/** The fake as the suite of all pages wants it. What a page says is what `text` makes of a message. */
function place(text: (message: Record<string, unknown>, canvases: ReadonlyMap<string, { readonly markdown: string }>) => string): FakePlace {
  const fake = fakeSlack()
  fake.rules.scopes = 'chat:write,channels:read,channels:history,groups:read,groups:history,canvases:write'
  return {
    answer: (request) => fake.answer(request),
    pages: () => fake.messages.map((message) => ({ title: textAt(message, 'metadata', 'event_payload', 'title') ?? '', text: text(message, fake.canvases) })),
    state: () => JSON.stringify([fake.messages, [...fake.canvases]]),
    edit() {
      throw new Error('Nobody can edit the message of an app.')
    },
    remove(how) {
      if (how === 'deleted') fake.messages = []
      else fake.rules.member = false
    },
    seenBy(level: PlaceAudience['level']) {
      fake.rules.private = level === 'people'
      fake.rules.shared = level === 'public'
    },
  }
}

const SUBJECT: Omit<PageSubject, 'fake' | 'settings'> = {
  destination: slack(lowered),
  edits: false,
  goes: ['deleted', 'forbidden'],
  unasked: {
    'losses are declared': 'only what stands outside of the summary is lost, which its own tests count',
    'guidance is never exported': 'the message tells the summary alone, where no evidence is; its own tests see to the canvas',
  },
}

// The message alone: the summary, and nothing of what stands below.
holdPageToContract({
  ...SUBJECT,
  settings: { token: 'xoxb-good', channel: 'C0123456789' },
  fake: () => place((message) => pageOf(message, '', '')?.text ?? ''),
  requests: [4, 1, 3],
  tells: /Para|New(?:est)?bravo|Otherkilo/,
})

// With the canvas: all of it, as the canvas says it that the message links to.
holdPageToContract({
  ...SUBJECT,
  settings: { token: 'xoxb-good', channel: 'C0123456789', canvas: true },
  requests: [9, 1, 4],
  fake: () =>
    place(
      (message, canvases) => canvases.get(textAt(message, 'metadata', 'event_payload', 'canvas') ?? '')?.markdown ?? JSON.stringify(listAt(message, 'blocks')),
    ),
})
