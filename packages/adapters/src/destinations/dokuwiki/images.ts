import { listAt, textAt, type PageBody, type PageFile, type Problem } from '@blamefree/core'
import { reasonOf, type RemoteFault } from './api-error.ts'
import { call, type Inside } from './call.ts'

/** Sends the images that the text shows and the wiki does not have. What cannot be sent is said; their words stand in the text meanwhile. */
export async function sendImages({ files, text }: Pick<PageBody, 'files' | 'text'>, inside: Inside): Promise<Problem[]> {
  const shown = files.filter(({ name }) => text.includes(name))
  if (shown.length === 0) return []
  const problems: Problem[] = []
  for (const file of await missingOf(shown, inside)) {
    const sent = await call('wiki.putAttachment', [idOf(file, inside), file.bytes, { ow: true }], inside)
    if ('fault' in sent) problems.push(notSent(file, sent.fault))
  }
  return problems
}

const idOf = ({ name }: PageFile, { config: { namespace } }: Inside): string => (namespace === '' ? name : `${namespace}:${name}`)

function notSent({ name }: PageFile, fault: RemoteFault): Problem {
  const why = fault.code === 0 ? 'the wiki does not say why' : reasonOf(fault).why
  return {
    code: 'dokuwiki/image',
    message: `The image ${name} was not sent: ${why}.`,
    hint: 'Give the account the right to upload in the namespace, let the wiki take files of that kind, and publish again.',
    weight: 'warning',
  }
}

/** Those that the namespace does not have, asked in one call by a pattern of their names. */
async function missingOf(files: readonly PageFile[], inside: Inside): Promise<readonly PageFile[]> {
  const pattern = `/(?:${files.map(({ name }) => name.replace(/[.\-+]/g, '\\$&')).join('|')})$/`
  const listed = await call('wiki.getAttachments', [inside.config.namespace, { pattern }], inside)
  if (!('value' in listed)) return files
  const known = new Set(listAt(listed.value).map((file) => textAt(file, 'id')))
  return files.filter((file) => !known.has(idOf(file, inside)))
}
