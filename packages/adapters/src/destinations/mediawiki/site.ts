import { flagAt, listAt, numberAt, recordAt, textAt } from '@blamefree/core'

/** What a wiki says about itself and about us. */
export interface Site {
  readonly name: string
  readonly generator: string
  readonly uploads: boolean
  /** Why nothing can be written now; null where it can. */
  readonly readOnly: string | null
  /** The largest page, in bytes. */
  readonly largest: number
  /** Extension tags, `ref`. */
  readonly tags: ReadonlySet<string>
  readonly user: string
  readonly rights: ReadonlySet<string>
  readonly blocked: boolean
}

/** The largest page where a wiki does not say it: 2,048 KiB. */
export const PAGE_LIMIT = 2048 * 1024

/** What the answer to `meta=siteinfo|userinfo` says. */
export function siteOf(json: unknown): Site {
  const general = recordAt(json, 'query', 'general')
  return {
    name: textAt(general, 'sitename') ?? 'the wiki',
    generator: textAt(general, 'generator') ?? 'MediaWiki',
    uploads: flagAt(general, 'uploadsenabled') === true,
    readOnly: flagAt(general, 'readonly') === true ? (textAt(general, 'readonlyreason') ?? 'no reason is given') : null,
    largest: numberAt(general, 'maxarticlesize') ?? PAGE_LIMIT,
    tags: new Set(listAt(json, 'query', 'extensiontags').flatMap((tag) => (typeof tag === 'string' ? [tag.replace(/[<>]/g, '')] : []))),
    user: textAt(json, 'query', 'userinfo', 'name') ?? '',
    rights: new Set(listAt(json, 'query', 'userinfo', 'rights').flatMap((right) => (typeof right === 'string' ? [right] : []))),
    blocked: textAt(json, 'query', 'userinfo', 'blockid') !== null,
  }
}
