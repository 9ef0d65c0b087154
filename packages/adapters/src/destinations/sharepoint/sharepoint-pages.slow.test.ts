import { wordPages } from '../docx/pages/word-pages.ts'
import { editedWord } from '../testing/edited-word.ts'
import { holdPageToContract } from '../testing/page-contract.ts'
import type { FakePlace } from '../testing/page-subject.ts'
import { sharePoint } from './index.ts'
import { fakeGraph } from './testing/fake-graph.ts'

/** The fake as the suite of all pages wants it. */
function place(): FakePlace {
  const fake = fakeGraph()
  return {
    answer: (request) => fake.answer(request),
    pages: () => [...fake.items.values()].map(({ bytes }) => ({ title: wordPages.read(bytes).title ?? '', text: wordPages.read(bytes).text })),
    state: () => JSON.stringify([...fake.items.values()].map(({ bytes, ...item }) => [item, wordPages.read(bytes)])),
    edit(change) {
      const [item] = fake.items.values()
      if (item !== undefined) Object.assign(item, { bytes: editedWord(wordPages, item.bytes, change), version: item.version + 1 })
    },
    rename(title) {
      const [item] = fake.items.values()
      if (item === undefined) return
      const { text, marker } = wordPages.read(item.bytes)
      Object.assign(item, {
        bytes: wordPages.write({ title, text, files: [], labels: [], losses: [], problems: [] }, marker ?? '', item.bytes),
        version: item.version + 1,
      })
    },
    remove: () => fake.items.clear(),
    seenBy(level) {
      fake.rules.permissions =
        level === 'public' ? [{ link: { scope: 'anonymous' } }] : level === 'company' ? [{ link: { scope: 'organization' } }] : [{ id: '1' }]
    },
  }
}

const SETTINGS = {
  tenant: 'contoso.onmicrosoft.com',
  clientId: 'app',
  clientSecret: 'good',
  site: 'https://contoso.sharepoint.com/sites/ops',
  folder: 'Post-mortems',
}

holdPageToContract({ destination: sharePoint(wordPages), settings: SETTINGS, fake: place, goes: ['deleted'], requests: [3, 2, 3] })
