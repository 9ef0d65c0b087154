import { wordPages } from '../docx/pages/word-pages.ts'
import { holdPageToContract } from '../testing/page-contract.ts'
import { googleDocs } from './index.ts'
import { driveAsPlace } from './testing/drive-as-place.ts'
import { driveFaults } from './testing/drive-contract.ts'
import { fakeDrive } from './testing/fake-drive.ts'

holdPageToContract({
  destination: googleDocs(wordPages),
  settings: { serviceAccount: fakeDrive().key, folder: 'https://drive.google.com/drive/folders/folder-of-ops' },
  fake: () => driveAsPlace(),
  goes: ['deleted', 'trashed'],
  requests: [4, 2, 5],
  locks: false,
  check: driveFaults,
})
