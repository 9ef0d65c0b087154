import { BlamefreeError, type Reply } from '@blamefree/core'

/** The destination, as errors name it. */
export const DOKUWIKI = { id: 'dokuwiki', title: 'DokuWiki' } as const

/**
 * What a call was refused with: a number of the wiki's (`inc/Remote/ApiCore.php`) and its words. `forbidden`: the account may not. Release “Igor” and older ones say neither
 * number nor words: 0 and nothing.
 */
export interface RemoteFault {
  readonly code: number | 'forbidden'
  readonly words: string
}

/** The page is not there. */
export const isMissing = ({ code }: RemoteFault): boolean => code === 121 || code === 0

/** What to do about a page that is too large. */
export const TOO_LARGE_HINT = 'Take events out of the timeline, or publish it as a file.'

/** Why the wiki does not let us, as people say it, and what to do. */
export function reasonOf({ code, words }: RemoteFault): { readonly code: string; readonly why: string; readonly hint: string } {
  const said = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.\s]+$/, '')
    .slice(0, 200)
  const quoted = said === '' ? '' : ` (“${said}”)`
  if (code === 'forbidden' || code === 111 || code === 112 || code === 114 || code === 211 || code === 212 || code === 215)
    return {
      code: 'forbidden',
      why: `the account may not do that${quoted}`,
      hint: 'Let the account read, edit and create pages in the namespace (Admin → Access Control List Management), and use the remote API (remoteuser).',
    }
  if (code === 133) return { code: 'locked', why: `somebody is editing it${quoted}`, hint: LOCKED_HINT }
  if (code === 134)
    return {
      code: 'rule',
      why: `the word block list of the wiki refuses it${quoted}`,
      hint: 'Ask an administrator of the wiki to take the word out of conf/wordblock.local.conf, or to switch “usewordblock” off.',
    }
  if (code === 0)
    return {
      code: 'refused',
      why: 'it does not say why, as releases up to “Igor” never do; the page may be locked, or a word in it be on the block list',
      hint: 'Look at the page in the wiki, and publish again.',
    }
  return { code: 'refused', why: `it answers ${code}${quoted}`, hint: 'Look at the page in the wiki, and publish again.' }
}

/** What to do when somebody is writing. */
export const LOCKED_HINT = 'Publish again when they are done; the wiki lets go of an edit that was left open after 15 minutes.'

/** The wiki does not let us, as an error for people. `what`: `write the page`. */
export function refused(what: string, fault: RemoteFault): BlamefreeError {
  const { code, why, hint } = reasonOf(fault)
  return new BlamefreeError(`dokuwiki/${code}`, `Cannot ${what} in DokuWiki: ${why}.`, hint)
}

/** The account is not let in. */
export function unauthorised(why: string): BlamefreeError {
  return new BlamefreeError(
    'dokuwiki/unauthorised',
    `Cannot sign in to DokuWiki: ${why}.`,
    'Enter the user and its password again, or its token, in the settings of the connection.',
  )
}

/** The account is known, and may not use the remote API at all. */
export const notAllowed = (): BlamefreeError =>
  new BlamefreeError(
    'dokuwiki/not-allowed',
    'Cannot use DokuWiki: the account may not use its remote API.',
    'Name the user or its group in Admin → Configuration Settings → Restrict remote API access (remoteuser).',
  )

/** The remote API is switched off. */
export const apiOff = (): BlamefreeError =>
  new BlamefreeError(
    'dokuwiki/api-off',
    'Cannot use DokuWiki: its remote API is switched off.',
    'Tick Enable the remote API system (remote) in Admin → Configuration Settings, and name in remoteuser who may use it.',
  )

/** What is wrong with an answer that is none of XML-RPC. */
export function httpError({ status }: Reply): BlamefreeError {
  if (status === 401) return unauthorised('it does not know the user with this password, or the token')
  if (status >= 300 && status < 400)
    return new BlamefreeError('dokuwiki/redirect', 'Cannot reach DokuWiki: its address leads to another one.', 'Enter the address that the browser ends up at.')
  if (status === 413) return new BlamefreeError('dokuwiki/too-large', 'Cannot write to DokuWiki: its server finds it too large (413).', TOO_LARGE_HINT)
  if (status === 403)
    return new BlamefreeError('dokuwiki/forbidden', 'Cannot reach DokuWiki: its server refuses (403).', 'Let this server reach lib/exe/xmlrpc.php of the wiki.')
  if (status >= 400 && status !== 404)
    return new BlamefreeError(
      'dokuwiki/refused',
      `Cannot reach DokuWiki: its server answers ${status}.`,
      'Try again in a few minutes; check the address of the wiki.',
    )
  return new BlamefreeError(
    'dokuwiki/no-api',
    'Cannot reach DokuWiki: what answers is no remote API.',
    'Enter the address of the wiki as people open it, without a page; lib/exe/xmlrpc.php has to lie below it.',
  )
}
