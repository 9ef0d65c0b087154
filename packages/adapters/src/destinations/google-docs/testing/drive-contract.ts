import { missingTestData } from '../../../../../../tools/test-data.ts'
import type { WorldRequest } from '@blamefree/core'
import { discoveryContract } from '../../testing/discovery.ts'
import { vendorFile } from '../../testing/vendor-files.ts'
import { partsOf } from './fake-drive.ts'

const SPEC = 'specs/pypi__google-api-python-client-2.201.0/drive.v3.json'

/** Why requests cannot be held against Google's own description of Drive; false where they can. */
export const missingDriveContract = missingTestData(SPEC)

const contract = missingDriveContract === false ? discoveryContract(vendorFile(SPEC)) : null

/** What Google's description of Drive would refuse of a request. Tokens are no part of Drive, and where the pieces of an upload go is Google's own to say. */
export function driveFaults(request: WorldRequest): readonly string[] {
  const url = new URL(request.url)
  if (contract === null || url.host !== 'www.googleapis.com' || url.searchParams.has('upload_id')) return []
  const faults = contract.check(request) ?? []
  if (!url.pathname.startsWith('/upload/')) return faults
  // What an upload says of its file is what the same method takes without one.
  const body = url.searchParams.get('uploadType') === 'resumable' ? request.body : JSON.stringify(partsOf(request)[0])
  url.pathname = url.pathname.slice('/upload'.length)
  url.searchParams.delete('uploadType')
  return [
    ...faults,
    ...(contract.check({ method: request.method, url: url.href, headers: { 'content-type': 'application/json' }, ...(body === undefined ? {} : { body }) }) ??
      []),
  ]
}
