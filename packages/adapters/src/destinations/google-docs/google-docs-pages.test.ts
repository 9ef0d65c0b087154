import { missingTestData } from '../../../../../tools/test-data.ts'
import { wordPages } from '../docx/pages/word-pages.ts'
import { discoveryContract } from '../testing/discovery.ts'
import { holdPageToContract } from '../testing/page-contract.ts'
import { vendorFile } from '../testing/vendor-files.ts'
import { googleDocs } from './index.ts'
import { driveAsPlace } from './testing/drive-as-place.ts'
import { fakeDrive } from './testing/fake-drive.ts'

const SPEC = 'specs/pypi__google-api-python-client-2.201.0/drive.v3.json'
const contract = missingTestData(SPEC) === false ? discoveryContract(vendorFile(SPEC)) : null
/** Tokens are no part of Drive, and where the pieces of an upload go is Google's own to say. */
const isOfDrive = (url: URL): boolean => url.host === 'www.googleapis.com' && !url.searchParams.has('upload_id')

holdPageToContract({
  destination: googleDocs(wordPages),
  settings: { serviceAccount: fakeDrive().key, folder: 'https://drive.google.com/drive/folders/folder-of-ops' },
  fake: () => driveAsPlace(),
  goes: ['deleted', 'trashed'],
  requests: [4, 2, 5],
  locks: false,
  check: (request) => (isOfDrive(new URL(request.url)) ? (contract?.check(request) ?? []) : []),
})
