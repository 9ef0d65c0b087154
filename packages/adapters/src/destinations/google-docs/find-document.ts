import { listAt, replyJson, textAt, type World } from '@blamefree/core'
import { call, driveUrl, refusal } from './call.ts'
import { FIELDS, MARKER, markerValue } from './drive-file.ts'
import type { GoogleConfig } from './settings.ts'

/** Every document that carries our marker and is not in the bin, as Drive's JSON, the first made first. */
export async function documentsWith(marker: string, config: GoogleConfig, world: World): Promise<unknown[]> {
  const query = {
    q: `appProperties has { key='${MARKER}' and value='${markerValue(marker)}' } and trashed = false`,
    orderBy: 'createdTime',
    pageSize: '20',
    fields: `files(${FIELDS},createdTime)`,
    includeItemsFromAllDrives: 'true',
    corpora: config.account.kind === 'service' ? 'allDrives' : 'user',
  }
  const reply = await call({ method: 'GET', url: driveUrl('files', query) }, config, world)
  if (reply.status !== 200) throw refusal(reply, 'look for the document in Google Drive')
  const order = (file: unknown): string => `${textAt(file, 'createdTime') ?? ''} ${textAt(file, 'id') ?? ''}`
  return listAt(replyJson(reply), 'files').toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}
