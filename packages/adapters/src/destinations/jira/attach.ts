import { formFileName, multipart, replyJson, textAt } from '@blamefree/core'
import type { PageBody, PageFile, World } from '@blamefree/core'
import { refusal, requestFor, sendSigned } from './call.ts'
import { mediaId } from './media-id.ts'
import { picturesIn, type Pictures } from './picture.ts'
import type { JiraConfig } from './settings.ts'

/** What is attached to an issue already, and what is known of it. */
export interface Attaching {
  readonly config: JiraConfig
  readonly world: World
  /** Ids of attachments, by the name of the file. */
  readonly attached: ReadonlyMap<string, string>
  readonly pictures: Pictures
}

/**
 * Attaches the files that are not there yet, each in a request of its own, so that none is sent again because another failed, and finds out how Jira can show those that the text shows. Names have a
 * sum of the bytes in them. Gives what is known then of all pictures in the text.
 */
export async function attach(
  issue: string,
  { files, text }: Pick<PageBody, 'files' | 'text'>,
  { config, world, attached, pictures }: Attaching,
): Promise<Pictures> {
  const shown = picturesIn(text)
  const known = new Map([...pictures].filter(([name]) => shown.has(name)))
  for (const file of files) {
    const there = attached.get(file.name)
    if (there !== undefined && (known.has(file.name) || !shown.has(file.name))) continue
    const id = there ?? (await attachOne(issue, file, { config, world }))
    if (shown.has(file.name)) known.set(file.name, id === null ? null : await mediaId(id, config, world))
  }
  return known
}

/** Gives the attachment's id; null where the answer has none. */
async function attachOne(issue: string, file: PageFile, { config, world }: Pick<Attaching, 'config' | 'world'>): Promise<string | null> {
  const { contentType, body } = multipart('form-data', [
    {
      headers: [`content-disposition: form-data; name="file"; filename="${formFileName(file.name)}"`, `content-type: ${file.mediaType}`],
      content: file.bytes,
    },
  ])
  const request = requestFor({ method: 'POST', path: `/issue/${encodeURIComponent(issue)}/attachments` }, config)
  const headers = { ...request.headers, 'content-type': contentType, 'x-atlassian-token': 'no-check' }
  const reply = await sendSigned({ ...request, headers, body }, config, world)
  if (reply.status !== 200) throw refusal(reply, `attach ${file.name} to the issue in Jira`)
  return textAt(replyJson(reply), 0, 'id')
}
