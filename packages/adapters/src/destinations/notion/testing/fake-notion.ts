import type { Reply, WorldRequest } from '@blamefree/core'
import type { FakePlace } from '../../testing/page-subject.ts'
import { GOES_ON, withoutMark } from '../mark.ts'
import { fakeAnswer } from './fake-answer.ts'
import { setText, textOf, type FakePage } from './fake-page.ts'
import { emptyWorkspace, type FakeWorkspace } from './fake-workspace.ts'

/** A Notion that keeps pages, files and people in memory, and refuses what the real one refuses. */
export interface FakeNotion extends FakeWorkspace {
  answer(request: WorldRequest): Promise<Reply>
  /** A person edits a page. */
  edit(id: string, change: (text: string) => string): void
}

/** An empty one. */
export function fakeNotion(): FakeNotion {
  const fake: FakeNotion = {
    ...emptyWorkspace(),
    answer: (request) => Promise.resolve(fakeAnswer(fake, request)),
    edit(page, change) {
      const found = fake.pages.get(page)
      if (found === undefined) throw new Error(`no page ${page}`)
      setText(found, change(textOf(found)))
      found.edited++
    },
  }
  return fake
}

/** It as a place for the suite of all destinations. */
export function placeOf(fake: FakeNotion): FakePlace {
  const standing = (): FakePage[] => [...fake.pages.values()].filter(({ in_trash, is_archived }) => !in_trash && is_archived !== true)
  const first = (): FakePage => {
    const [page] = fake.pages.values()
    if (page === undefined) throw new Error('there is no page')
    return page
  }
  return {
    answer: (request) => fake.answer(request),
    pages: () =>
      standing().map((page) => ({
        title: page.title,
        text: withoutMark(textOf(page))
          .text.replace(`\n${GOES_ON}`, '')
          .replace(/\(file:\/\/([^)]+)\)/g, '(https://prod-files-secure.s3.amazonaws.com/x/$1?X-Amz-Signature=0)'),
      })),
    state: () => JSON.stringify([...fake.pages.values()]),
    edit(change) {
      const page = first()
      const { text, marker } = withoutMark(textOf(page))
      setText(page, `${change(text)}\n<span color="gray">Blamefree page ${(marker ?? '').replace(/[\\*~`$[\]<>{}|^]/g, '\\$&')}</span>`)
      page.edited++
    },
    rename(title) {
      first().title = title
      first().edited++
    },
    remove(how) {
      if (how === 'deleted') fake.pages.delete(first().id)
      else if (how === 'archived') first().is_archived = true
      else first().in_trash = true
    },
  }
}
