import { wordPages } from '../../docx/pages/word-pages.ts'
import { editedWord } from '../../testing/edited-word.ts'
import type { FakePlace } from '../../testing/page-subject.ts'
import { fakeDrive, type FakeDrive, type FakeFile } from './fake-drive.ts'

/** The fake as the suite of all pages wants it. */
export function driveAsPlace(prepare: (fake: FakeDrive) => void = () => undefined): FakePlace {
  const fake = fakeDrive()
  prepare(fake)
  const standing = (): FakeFile[] => [...fake.files.values()].filter(({ trashed }) => !trashed)
  const change = (work: (file: FakeFile) => void): void => {
    const [file] = standing()
    if (file === undefined) return
    work(file)
    file.version++
  }
  return {
    answer: (request) => fake.answer(request),
    pages: () => standing().map(({ name, bytes }) => ({ title: name, text: wordPages.read(bytes).text })),
    state: () => JSON.stringify([...fake.files.values()].map(({ bytes, ...file }) => [file, wordPages.read(bytes).text])),
    edit: (text) => change((file) => void (file.bytes = editedWord(wordPages, file.bytes, text))),
    rename: (title) => change((file) => void (file.name = title)),
    remove: (how) => change((file) => (how === 'trashed' ? void (file.trashed = true) : void fake.files.delete(file.id))),
    seenBy: (level) => void (fake.rules.audience = level === 'public' ? 'anyone' : level === 'company' ? 'domain' : 'user'),
  }
}
