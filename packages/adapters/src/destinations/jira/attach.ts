import { formFileName, multipart } from '@blamefree/core'
import type { PageFile, World } from '@blamefree/core'
import { refusal, requestFor, sendSigned } from './call.ts'
import type { JiraConfig } from './settings.ts'

/** Attaches the files that are not there yet, each in a request of its own, so that none is sent again because another failed. Names have a sum of the bytes in them. */
export async function attach(id: string, files: readonly PageFile[], { config, world, attached }: Attaching): Promise<void> {
  for (const file of files) {
    if (attached.has(file.name)) continue
    const { contentType, body } = multipart('form-data', [
      {
        headers: [`content-disposition: form-data; name="file"; filename="${formFileName(file.name)}"`, `content-type: ${file.mediaType}`],
        content: file.bytes,
      },
    ])
    const request = requestFor({ method: 'POST', path: `/issue/${encodeURIComponent(id)}/attachments` }, config)
    const headers = { ...request.headers, 'content-type': contentType, 'x-atlassian-token': 'no-check' }
    const reply = await sendSigned({ ...request, headers, body }, config, world)
    if (reply.status !== 200) throw refusal(reply, `attach ${file.name} to the issue in Jira`)
  }
}

interface Attaching {
  readonly config: JiraConfig
  readonly world: World
  /** Names of what is attached already. */
  readonly attached: ReadonlySet<string>
}
