import { formFileName, listAt, multipart, textAt, valueAt, type PageBody, type PageFile, type Problem } from '@blamefree/core'
import { apiErrorOf, reasonOf } from './api-error.ts'
import { fieldParts, inQueries } from './request-of.ts'
import { act, query, siteOfWiki, type Inside } from './session.ts'

/** Sends the images that the text shows and the wiki does not have. What cannot be sent is said; their words stand in the text meanwhile. */
export async function sendImages({ files, text }: Pick<PageBody, 'files' | 'text'>, inside: Inside): Promise<Problem[]> {
  const shown = files.filter(({ name }) => text.includes(name))
  if (shown.length === 0) return []
  const { uploads, rights } = await siteOfWiki(inside)
  const count = shown.length === 1 ? '1 image was' : `${shown.length} images were`
  const words = shown.length === 1 ? 'the words for it stand' : 'the words for them stand'
  if (!uploads) return [problem(`${count} not sent, because the wiki takes no files: ${words} there.`, 'Let files be uploaded in the wiki, and publish again.')]
  if (!rights.has('upload'))
    return [
      problem(`${count} not sent, because the account may not upload files: ${words} there.`, 'Give the account and its bot password the right to upload.'),
    ]
  const missing = await missingOf(shown, inside)
  const problems: Problem[] = []
  for (const file of missing) {
    const error = apiErrorOf(await upload(file, inside))
    if (error !== null && error.code !== 'fileexists-no-change')
      problems.push(
        problem(`The image ${file.name} was not sent: ${reasonOf(error).why}.`, 'Let the wiki take files of that kind and size, and publish again.'),
      )
  }
  return problems
}

const problem = (message: string, hint: string): Problem => ({ code: 'mediawiki/image', message, hint, weight: 'warning' })

async function missingOf(files: readonly PageFile[], inside: Inside): Promise<PageFile[]> {
  const missing: PageFile[] = []
  for (const some of inQueries(files)) {
    const json = await query({ titles: some.map(({ name }) => `File:${name}`).join('|'), prop: 'imageinfo', iiprop: 'sha1' }, inside)
    const known = new Set(
      listAt(json, 'query', 'pages').flatMap((page) =>
        listAt(page, 'imageinfo').length > 0 ? [(textAt(page, 'title') ?? '').replace(/^[^:]*:/, '').replace(/ /g, '_')] : [],
      ),
    )
    missing.push(...some.filter(({ name }) => !known.has(name)))
  }
  return missing
}

async function upload(file: PageFile, inside: Inside): Promise<unknown> {
  const fields = { action: 'upload', filename: file.name, comment: 'An image of a post-mortem', ignorewarnings: '1' }
  const json = await act(fields, inside, (all) => {
    const { contentType, body } = multipart('form-data', [
      ...fieldParts(all),
      {
        headers: [`content-disposition: form-data; name="file"; filename="${formFileName(file.name)}"`, `content-type: ${file.mediaType}`],
        content: file.bytes,
      },
    ])
    return { method: 'POST', url: inside.config.api, headers: { 'content-type': contentType }, body, within: 120_000 }
  })
  return apiErrorOf(json) === null && valueAt(json, 'upload', 'result') !== 'Success'
    ? { error: { code: textAt(json, 'upload', 'result') ?? 'no-answer', info: '' } }
    : json
}
