import { wordPages } from '../docx/pages/word-pages.ts'
import { holdPageToContract } from '../testing/page-contract.ts'
import type { FakePlace } from '../testing/page-subject.ts'
import { googleDocs } from './index.ts'
import { fakeDrive, type FakeFile } from './testing/fake-drive.ts'
import { editedWord } from '../testing/edited-word.ts'

/** The fake as the suite of all pages wants it. */
function place(): FakePlace {
  const fake = fakeDrive()
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

const SETTINGS = { serviceAccount: fakeDrive().key, folder: 'https://drive.google.com/drive/folders/folder-of-ops' }

holdPageToContract({ destination: googleDocs(wordPages), settings: SETTINGS, fake: place, goes: ['deleted', 'trashed'], requests: [4, 2, 5], locks: false })
