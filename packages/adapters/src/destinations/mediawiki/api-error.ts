import { BlamefreeError, flagAt, recordAt, replyJson, textAt, type Reply } from '@blamefree/core'

/** The destination, as errors name it. */
export const MEDIAWIKI = { id: 'mediawiki', title: 'MediaWiki' } as const

/** What the action API says no with: a code, and a sentence in the wiki's words. */
export interface ApiError {
  readonly code: string
  readonly info: string
}

/** The error in an answer; null where there is none. An edit or an upload that did not succeed says it in its own way. */
export function apiErrorOf(json: unknown): ApiError | null {
  const code = textAt(json, 'error', 'code')
  if (code !== null) return { code, info: textAt(json, 'error', 'info') ?? '' }
  const edit = recordAt(json, 'edit')
  if (textAt(edit, 'result') !== 'Failure') return null
  if (flagAt(edit, 'captcha') !== null || edit['captcha'] !== undefined) return { code: 'captcha', info: 'The wiki asks for a captcha.' }
  return { code: textAt(edit, 'code') ?? 'failure', info: textAt(edit, 'info') ?? textAt(edit, 'warning') ?? '' }
}

const RIGHTS =
  /^(?:permissiondenied|writeapidenied|readapidenied|noedit|cantcreate|nocreate|noapiwrite|cantmove|movenotallowed|customcssprotected|namespaceprotected|protectednamespace)/
const PROTECTED = /^(?:protectedpage|protectedtitle|titleprotected|cascadeprotected|protected)/
const BLOCKED = /^(?:blocked|autoblocked|globalblocking|wikimedia-globalblocking)/
const RULES = /^(?:abusefilter|spamblacklist|spamdetected|titleblacklist|captcha|hookaborted|blacklisted)/

/** Why the wiki does not let us, as people say it, and what to do. */
export function reasonOf({ code, info }: ApiError): { readonly code: string; readonly why: string; readonly hint: string } {
  const said = quotable(info)
  const quoted = said === '' ? '' : ` (“${said}”)`
  if (PROTECTED.test(code))
    return {
      code: 'protected',
      why: `the page is protected${quoted}`,
      hint: 'Ask an administrator of the wiki to let the account edit it, or to lift the protection.',
    }
  if (BLOCKED.test(code))
    return { code: 'blocked', why: `the account is blocked${quoted}`, hint: 'Ask an administrator of the wiki to unblock the account that publishes.' }
  if (RIGHTS.test(code))
    return {
      code: 'forbidden',
      why: `the account may not do that${quoted}`,
      hint: 'Give the account the right in the wiki, and its bot password the grants that the guide names.',
    }
  if (RULES.test(code))
    return {
      code: 'rule',
      why: `a rule of the wiki against spam refuses it${quoted}`,
      hint: 'Ask an administrator of the wiki to let the account pass: members of the group “bot” usually do.',
    }
  if (code === 'contenttoobig') return { code: 'too-large', why: `the page is too large${quoted}`, hint: TOO_LARGE_HINT }
  return { code: 'refused', why: `the wiki answers ${code.slice(0, 60)}${quoted}`, hint: 'Look at the page in the wiki, and publish again.' }
}

/** What somebody else's text says, to stand in a sentence of ours: on one line, without the full stop, not too long. */
export function quotable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.\s]+$/, '')
    .slice(0, 200)
}

/** What to do about a page that is too large. */
export const TOO_LARGE_HINT = 'Take events out of the timeline, or publish it as a file.'

/** The wiki does not let us, as an error for people. `what`: `write the page`. */
export function refused(what: string, error: ApiError): BlamefreeError {
  const { code, why, hint } = reasonOf(error)
  return new BlamefreeError(`mediawiki/${code}`, `Cannot ${what} in MediaWiki: ${why}.`, hint)
}

/** The account is not let in. */
export function unauthorised(why: string): BlamefreeError {
  return new BlamefreeError(
    'mediawiki/unauthorised',
    `Cannot sign in to MediaWiki: ${why}.`,
    'Make a new bot password with Special:BotPasswords (or a new token), and enter it in the settings of the connection.',
  )
}

/** What is wrong with an answer that is none of the API; null where it is one. */
export function httpError(reply: Reply): BlamefreeError | null {
  const { status } = reply
  if (status === 401) return unauthorised('it does not know the token, or it has run out')
  if (status >= 300 && status < 400)
    return new BlamefreeError(
      'mediawiki/redirect',
      'Cannot reach MediaWiki: its address leads to another one.',
      'Enter the address of api.php as Special:Version lists it.',
    )
  if (status === 413) return new BlamefreeError('mediawiki/too-large', 'Cannot write to MediaWiki: its server finds it too large (413).', TOO_LARGE_HINT)
  const json = replyJson(reply)
  if (textAt(json, 'error', 'code') !== null) return null
  if (status >= 400)
    return new BlamefreeError(
      'mediawiki/refused',
      `Cannot reach MediaWiki: its server answers ${status}.`,
      'Try again in a few minutes; check the address of api.php.',
    )
  if (json === null || typeof json !== 'object')
    return new BlamefreeError(
      'mediawiki/no-api',
      'Cannot reach MediaWiki: what answers is no api.php.',
      'Enter the address of api.php, which Special:Version lists.',
    )
  return null
}
