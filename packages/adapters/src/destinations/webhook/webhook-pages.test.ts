import { textAt, type WorldRequest } from '@blamefree/core'
import { replyOf } from '../testing/faults.ts'
import { holdPageToContract } from '../testing/page-contract.ts'
import type { FakePlace } from '../testing/page-subject.ts'
import { webhook } from './index.ts'

/** Another system, as our README asks for it: one page for each id, and a message that comes twice is passed over. */
function receiver(): FakePlace {
  const pages = new Map<string, { title: string; text: string }>()
  const seen = new Set<string>()
  return {
    answer({ headers = {}, body }: WorldRequest) {
      const message = headers['webhook-id'] ?? ''
      const data: unknown = JSON.parse(String(body))
      if (!seen.has(message))
        pages.set(textAt(data, 'data', 'id') ?? '', { title: textAt(data, 'data', 'title') ?? '', text: textAt(data, 'data', 'markdown') ?? '' })
      seen.add(message)
      return replyOf(204)
    },
    pages: () => [...pages.values()],
    state: () => JSON.stringify([[...pages], seen.size]),
    edit() {
      throw new Error('What people change in another system, nobody tells us.')
    },
  }
}

holdPageToContract({
  destination: webhook,
  settings: { url: 'https://hooks.example.com/pm', secret: `whsec_${Buffer.from('a secret of more than 24 bytes').toString('base64')}` },
  fake: receiver,
  edits: false,
  finds: false,
  locks: false,
  requests: [1, 0, 1],
  unasked: { 'the test button': 'a test would be a message, so that only the address is looked at' },
})
