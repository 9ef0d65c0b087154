import { BlamefreeError, listAt, textAt, type PageBody, type PageGone, type PageNow, type PageRef, type Problem, type World } from '@blamefree/core'
import { isMissing, notAllowed, refused } from './api-error.ts'
import { call, type Inside } from './call.ts'
import { holdPage } from './hold-page.ts'
import { sendImages } from './images.ts'
import { holdLock, letGo } from './lock.ts'
import { withMarker } from './marker.ts'
import { otherId, pageId } from './page-id.ts'
import { nameOf, pageNow, textSum, versionParts } from './page-now.ts'
import { putPage } from './put-page.ts'
import type { DokuWikiConfig } from './settings.ts'
import { titleOf, withTitle } from './title.ts'

/** How many pages that a search names are looked at. */
const MOST_HITS = 10

/** The page with our marker: the search of the wiki finds it wherever it was moved to, and in case its index is behind, the page that the title would have is looked at. */
export async function findPage(marker: string, config: DokuWikiConfig, world: World, hint?: { readonly title: string }): Promise<PageNow | null> {
  const inside = { config, world }
  const found = await call('dokuwiki.search', [`"${marker}"`], inside)
  if ('fault' in found && found.fault.code === 'forbidden') throw notAllowed()
  const hits = 'value' in found ? listAt(found.value).flatMap((hit) => textAt(hit, 'id') ?? []) : []
  const named = hint === undefined ? [] : [pageId(config.namespace, titleOf(hint.title))]
  for (const id of new Set([...hits.slice(0, MOST_HITS), ...named])) {
    const page = await readKept(id, null, inside)
    if (page !== null && !('gone' in page) && page.marker === marker) return page
  }
  return null
}

/** The page as it is, or why it is not there. */
export async function readPage(ref: PageRef, config: DokuWikiConfig, world: World): Promise<PageNow | PageGone> {
  const inside = { config, world }
  return (await readKept(ref.id, ref.extra?.['marker'] ?? null, inside)) ?? deleted(ref.id, inside)
}

/** Null: there is no such page. What is asked first is the revision: a text that is newer than it is seen to be so when the page is written. */
async function readKept(id: string, marker: string | null, inside: Inside): Promise<PageNow | PageGone | null> {
  const asked = await call('wiki.getPageInfo', [id], inside)
  if ('fault' in asked) {
    if (isMissing(asked.fault)) return null
    if (asked.fault.code !== 'forbidden') throw refused('read the page', asked.fault)
    // Whoever may not even ask what it may, may not use the API.
    const rights = await call('wiki.aclCheck', [id], inside)
    if ('fault' in rights && rights.fault.code === 'forbidden') throw notAllowed()
    return { gone: 'forbidden', sentence: 'The account that publishes may not read the page in the wiki. Let it read and edit the page, and publish again.' }
  }
  const { value: info } = asked
  return pageNow({ id: textAt(info, 'name') ?? id, raw: await rawOf(id, inside), revision: textAt(info, 'version') ?? '', info }, marker, inside.config)
}

async function rawOf(id: string, inside: Inside): Promise<string> {
  const read = await call('wiki.getPage', [id], inside)
  if ('fault' in read) throw refused('read the page', read.fault)
  return typeof read.value === 'string' ? read.value : ''
}

/** Makes the page with its title, its marker and its images, at the first id that nothing else has. */
export async function createPage(body: PageBody, marker: string, config: DokuWikiConfig, world: World): Promise<PageNow> {
  const inside = { config, world }
  const raw = withTitle({ title: body.title, text: withMarker(body.text, marker) }, '')
  holdPage(raw)
  const problems = await sendImages(body, inside)
  const first = pageId(config.namespace, body.title)
  const ids = [first, otherId(first, body.labels[0] ?? marker)]
  for (const wanted of ids) {
    const id = await holdLock(wanted, inside)
    if (id === null) continue
    const there = await readKept(id, null, inside).catch((error: unknown) => letGo(id, inside, error))
    if (there === null) return present({ id, raw, before: null, marker, problems }, inside) as Promise<PageNow>
    await letGo(id, inside)
    if (!('gone' in there) && there.marker === marker)
      throw new BlamefreeError('dokuwiki/exists', 'Cannot make the page in DokuWiki: it was made a moment ago.', 'Publish again.')
  }
  throw new BlamefreeError(
    'dokuwiki/title-taken',
    `Cannot make the page in DokuWiki: there are pages called “${ids.join('” and “')}” already, or somebody is writing them.`,
    'Give the post-mortem another title, or move the page there.',
  )
}

/** Writes over the page while we hold its lock, if its text is the one that was read. */
export async function writePage(body: PageBody, page: PageNow, config: DokuWikiConfig, world: World): Promise<PageNow | 'stale'> {
  const inside = { config, world }
  const { id } = page.ref
  const { marker } = page
  const text = marker === null ? body.text : withMarker(body.text, marker)
  // Where people took the title away, the page is called after its id, and gets none again.
  const title = body.title === nameOf(id) && body.title === page.title ? null : body.title
  holdPage(withTitle({ title, text }, ''))
  const problems = await sendImages(body, inside)
  if ((await holdLock(id, inside)) === null) throw refused('write the page', { code: 133, words: '' })
  const raw = await rawOf(id, inside).catch((error: unknown) => letGo(id, inside, error))
  if (textSum(raw) !== versionParts(page.version).sum) {
    await letGo(id, inside)
    return 'stale'
  }
  return present({ id, raw: withTitle({ title, text }, raw), before: versionParts(page.version).revision, marker, problems }, inside)
}

interface Writing {
  readonly id: string
  readonly raw: string
  /** The revision that it is written over; null for a new page. */
  readonly before: string | null
  readonly marker: string | null
  readonly problems: readonly Problem[]
}

/** Puts the page, and gives it as it reads then; `stale` when somebody saved at the same moment, whose text was put back. */
async function present({ id, raw, before, marker, problems }: Writing, inside: Inside): Promise<PageNow | 'stale'> {
  const put = await putPage({ id, raw, before, marker }, inside)
  if (put === 'stale') return put
  const page = pageNow({ id, raw: await rawOf(id, inside), revision: textAt(put, 'version') ?? '', info: put }, marker, inside.config)
  return problems.length === 0 ? page : { ...page, problems }
}

/** A page that is not there, with who deleted it and why, where the wiki tells. */
async function deleted(id: string, inside: Inside): Promise<PageGone> {
  const end = 'An older revision of it can be restored in the wiki; or publish it anew.'
  const asked = await call('wiki.getPageVersions', [id, 0], inside)
  const last = 'value' in asked ? listAt(asked.value).find((one) => textAt(one, 'type') === 'D') : undefined
  const user = textAt(last, 'user')
  if (user === null) return { gone: 'deleted', sentence: `The page is not in the wiki any more. ${end}` }
  const words = (textAt(last, 'sum') ?? '').replace(/\s+/g, ' ').trim().slice(0, 120)
  return { gone: 'deleted', sentence: `The page was deleted in the wiki by ${user}${words === '' ? '' : ` (“${words}”)`}. ${end}` }
}
