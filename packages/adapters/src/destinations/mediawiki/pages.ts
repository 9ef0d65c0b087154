import { BlamefreeError, listAt, textAt, type PageBody, type PageGone, type PageNow, type PageRef, type Problem, type World } from '@blamefree/core'
import { apiErrorOf, reasonOf, refused } from './api-error.ts'
import { editOf, withMarker } from './edit.ts'
import { holdPage } from './hold-page.ts'
import { sendImages } from './images.ts'
import { goneOf, PAGE, pageNow } from './page-now.ts'
import type { ApiParameters } from './request-of.ts'
import { act, ask, query, siteOfWiki, type Inside } from './session.ts'
import type { MediaWikiConfig } from './settings.ts'
import { otherTitle, titleOf } from './title.ts'

/** How often a list of what we made is gone on with, 500 pages each. */
const MOST_LISTS = 20

/**
 * The page with our marker. The summary of the edit that made it names the marker, and the wiki lists what an account has made at once, wherever the pages were moved
 * to; and in case another account made it, the page with the title that it would have is looked at, whose text has the marker as well.
 */
export async function findPage(marker: string, config: MediaWikiConfig, world: World, hint?: { readonly title: string }): Promise<PageNow | null> {
  const inside = { config, world }
  const { user } = await siteOfWiki(inside)
  const named: ApiParameters = hint === undefined ? {} : { ...PAGE, titles: titleOf(hint.title, config.prefix), redirects: '1' }
  let more: ApiParameters = {}
  for (let turn = 0; turn < MOST_LISTS; turn++) {
    const made = { list: 'usercontribs', ucuser: user, ucshow: 'new', ucprop: 'ids|title|comment', uclimit: '500' }
    const json = await query({ ...(turn === 0 ? named : {}), ...made, ...more }, inside)
    const [page] = listAt(json, 'query', 'pages')
    const now = goneOf(page) === null ? pageNow(page, null) : null
    if (now?.marker === marker) return now
    const found = listAt(json, 'query', 'usercontribs').find((one) => textAt(one, 'comment')?.endsWith(`(${marker})`) === true)
    const id = textAt(found, 'pageid')
    if (id !== null) {
      const read = await readPage({ id, url: '', extra: { marker } }, config, world)
      if (!('gone' in read)) return read
      if (read.gone === 'deleted' || read.gone === 'archived') return null
      throw new BlamefreeError('mediawiki/locked', `Cannot publish to MediaWiki. ${read.sentence}`, 'Ask an administrator of the wiki.')
    }
    const next = textAt(json, 'continue', 'uccontinue')
    if (next === null) return null
    more = { uccontinue: next, continue: textAt(json, 'continue', 'continue') ?? '' }
  }
  return null
}

/** The page as it is, or why it is not there. Its id stays when it is moved. */
export async function readPage(ref: PageRef, config: MediaWikiConfig, world: World): Promise<PageNow | PageGone> {
  const inside = { config, world }
  const [page] = listAt(await query({ ...PAGE, pageids: ref.id }, inside), 'query', 'pages')
  const gone = goneOf(page)
  if (gone?.gone === 'deleted') return deleted(gone, ref.extra?.['title'] ?? null, inside)
  return gone ?? pageNow(page, ref.extra?.['marker'] ?? null)
}

/** Makes the page in one request, with its marker. Its images are there before it. */
export async function createPage(body: PageBody, marker: string, config: MediaWikiConfig, world: World): Promise<PageNow> {
  const inside = { config, world }
  const text = withMarker(body.text, marker)
  holdPage(text, await siteOfWiki(inside))
  const problems = await sendImages(body, inside)
  const titles = [body.title, otherTitle(body.title, body.labels[0] ?? marker)]
  for (const title of titles) {
    const json = await act(editOf({ title, text }, null, marker), inside)
    const error = apiErrorOf(json)
    const id = textAt(json, 'edit', 'pageid')
    if (error === null && id !== null) return present({ id, marker, revision: textAt(json, 'edit', 'newrevid'), problems }, inside)
    if (error?.code !== 'articleexists') throw refused('make the page', error ?? { code: 'no-answer', info: '' })
    const [there] = listAt(await query({ ...PAGE, titles: title }, inside), 'query', 'pages')
    if (goneOf(there) === null && pageNow(there, null).marker === marker)
      throw new BlamefreeError('mediawiki/exists', 'Cannot make the page in MediaWiki: it was made a moment ago.', 'Publish again.')
  }
  throw titleTaken('make', titles)
}

/** Writes over the page if it is as it was read, and gives it its title. */
export async function writePage(body: PageBody, page: PageNow, config: MediaWikiConfig, world: World): Promise<PageNow | 'stale'> {
  const inside = { config, world }
  const { marker } = page
  const text = marker === null ? body.text : withMarker(body.text, marker)
  holdPage(text, await siteOfWiki(inside))
  const problems = await sendImages(body, inside)
  const json = await act(editOf({ title: body.title, text }, page, marker), inside)
  const error = apiErrorOf(json)
  if (error !== null && STALE.test(error.code)) return 'stale'
  if (error !== null) throw refused('write the page', error)
  const before = textAt(json, 'edit', 'oldrevid')
  // Somebody was quicker, and the wiki has joined both, line by line: what came of it is to be looked at.
  if (before !== null && before !== page.version) return 'stale'
  if (before === null && !(await isAs(page, inside))) return 'stale'
  if (body.title !== page.title) problems.push(...(await move(page, body, inside)))
  return present({ id: page.ref.id, marker, revision: textAt(json, 'edit', 'newrevid'), problems }, inside)
}

/** Whether the page still has the revision that it was read with. An edit that changes nothing does not say what it was compared with. */
async function isAs(page: PageNow, { config, world }: Inside): Promise<boolean> {
  const now = await readPage(page.ref, config, world)
  return !('gone' in now) && now.version === page.version
}

const STALE = /^(?:editconflict|missingtitle|nosuchpageid|nosuchrevid|pagedeleted)$/

/** Gives the page its new title. The old one leads there. Where the account may not, the page keeps its name, and that is said. */
async function move(page: PageNow, body: PageBody, inside: Inside): Promise<Problem[]> {
  const titles = [body.title, otherTitle(body.title, body.labels[0] ?? page.marker ?? page.ref.id)]
  for (const title of titles) {
    if (title === page.title) return []
    const reason = 'The post-mortem has another title.'
    const json = await act({ action: 'move', fromid: page.ref.id, to: title, reason, movetalk: '1', movesubpages: '1' }, inside)
    const error = apiErrorOf(json)
    if (error === null || error.code === 'selfmove') return []
    if (error.code === 'articleexists') continue
    return [
      {
        code: 'mediawiki/not-moved',
        message: `The page keeps its name “${page.title}”: ${reasonOf(error).why}.`,
        hint: 'Move it in the wiki, or let the account move pages.',
        weight: 'warning',
      },
    ]
  }
  throw titleTaken('rename', titles)
}

function titleTaken(what: string, titles: readonly string[]): BlamefreeError {
  return new BlamefreeError(
    'mediawiki/title-taken',
    `Cannot ${what} the page in MediaWiki: there are pages called “${titles.join('” and “')}” already.`,
    'Give the post-mortem another title, or move the page there.',
  )
}

interface Written {
  readonly id: string
  readonly marker: string | null
  /** The revision that our edit made; null where it changed nothing. */
  readonly revision: string | null
  readonly problems: readonly Problem[]
}

/** The page after our writing. */
async function present({ id, marker, revision, problems }: Written, { config, world }: Inside): Promise<PageNow> {
  for (let turn = 1; ; turn++) {
    const page = await readPage({ id, url: '', ...(marker === null ? {} : { extra: { marker } }) }, config, world)
    if ('gone' in page)
      throw new BlamefreeError(
        'mediawiki/vanished',
        `Cannot read the page in MediaWiki that was just written. ${page.sentence}`,
        'Look for the page in the wiki, and publish again.',
      )
    // A copy of the wiki's database that is behind does not have it yet.
    if (Number(page.version) >= Number(revision ?? 0) || turn === 4) return problems.length === 0 ? page : { ...page, problems }
    await world.pause(1000 * turn)
  }
}

/** A page that is not there, with who deleted it and why, where the wiki tells. */
async function deleted(gone: PageGone, title: string | null, inside: Inside): Promise<PageGone> {
  const end = 'An administrator of the wiki can restore it; or publish it anew.'
  const asked = { action: 'query', list: 'logevents', leaction: 'delete/delete', lelimit: '1', leprop: 'user|comment' }
  const [event] = title === null ? [] : listAt(await ask({ ...asked, letitle: title }, inside), 'query', 'logevents')
  const user = textAt(event, 'user')
  if (user === null) return { ...gone, sentence: `${gone.sentence} ${end}` }
  const comment = (textAt(event, 'comment') ?? '').replace(/\s+/g, ' ').slice(0, 120)
  return { ...gone, sentence: `${user} deleted the page in the wiki${comment === '' ? '' : ` (“${comment}”)`}. ${end}` }
}
