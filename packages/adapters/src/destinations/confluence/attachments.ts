import { formFileName, listAt, multipart, replyJson, textAt, type PageFile, type World } from '@blamefree/core'
import { askConfluence, refused } from './ask.ts'
import type { ConfluenceConfig } from './config.ts'

/** Sends the files of a page that it does not have yet. Their names come from their content, so one that is there is the same. */
export async function sendAttachments(id: string, files: readonly PageFile[], config: ConfluenceConfig, world: World): Promise<void> {
  if (files.length === 0) return
  const path = `/rest/api/content/${id}/child/attachment`
  const known = await askConfluence({ method: 'GET', path: `${path}?limit=200` }, config, world)
  if (known.status !== 200) throw refused('look at the attachments of the page in Confluence', known)
  const names = new Set(listAt(replyJson(known), 'results').map((file) => textAt(file, 'title')))
  for (const file of files.filter(({ name }) => !names.has(name))) {
    const { contentType, body } = multipart('form-data', [
      {
        headers: [`content-disposition: form-data; name="file"; filename="${formFileName(file.name)}"`, `content-type: ${file.mediaType}`],
        content: file.bytes,
      },
      { headers: ['content-disposition: form-data; name="minorEdit"'], content: 'true' },
    ])
    // Without this header Confluence takes a form for one that another site sent.
    const sent = await askConfluence({ method: 'POST', path, body, headers: { 'content-type': contentType, 'x-atlassian-token': 'nocheck' } }, config, world)
    if (sent.status !== 200) throw refused(`attach ${file.name} to the page in Confluence`, sent)
  }
}
