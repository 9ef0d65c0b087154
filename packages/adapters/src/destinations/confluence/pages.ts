import {
  BlamefreeError,
  listAt,
  replyJson,
  shortHash,
  textAt,
  type PageBody,
  type PageGone,
  type PageNow,
  type PageRef,
  type Reply,
  type World,
} from '@blamefree/core'
import { askConfluence, holdSize, refused } from './ask.ts'
import { sendAttachments } from './attachments.ts'
import type { ConfluenceConfig } from './config.ts'
import { PROPERTY } from './page-now.ts'
import { titleOf, withMarker } from './render.ts'
import { wikiOf } from './wiki.ts'

/** A marker as a label may be. */
const labelOf = (marker: string): string => marker.toLowerCase().replace(/[^\p{L}\p{N}_-]+/gu, '-')

/**
 * The page with our marker: by its label, and, because Confluence finds labels only after a while, among the newest ones (Cloud) or by the title that it would
 * have (Data Center).
 */
export async function findPage(marker: string, config: ConfluenceConfig, world: World, hint?: { readonly title: string }): Promise<PageNow | null> {
  const wiki = wikiOf(config, world)
  const query = encodeURIComponent(`type = page and label = "${labelOf(marker)}"`)
  const reply = await askConfluence({ method: 'GET', path: `/rest/api/content/search?limit=5&cql=${query}` }, config, world)
  if (reply.status !== 200) throw refused('look for the page in Confluence', reply)
  for (const result of listAt(replyJson(reply), 'results')) {
    const page = await readPage(textAt(result, 'id') ?? '', config, world)
    if (!('gone' in page) && page.marker === marker) return page
  }
  const named = config.edition === 'data-center' && hint !== undefined ? await wiki.byTitle(titleOf(hint.title)) : null
  const recent = [...(await wiki.newest()), ...(named === null ? [] : [named])].find((page) => page.marker === marker)
  if (recent === undefined) return null
  const page = await readPage(recent.ref.id, config, world)
  return 'gone' in page ? null : page
}

/** The page as it is, or why it is not there. */
export async function readPage(id: string, config: ConfluenceConfig, world: World): Promise<PageNow | PageGone> {
  const wiki = wikiOf(config, world)
  const reply = await wiki.read(id)
  if (reply.status === 403)
    return {
      gone: 'forbidden',
      sentence: 'The account that publishes may not see the page in Confluence any more. Let it view and edit the page, and publish again.',
    }
  if (reply.status === 404) return { gone: 'deleted', sentence: 'The page is not in Confluence any more, or the account that publishes may not see it.' }
  if (reply.status !== 200) throw refused('read the page in Confluence', reply)
  const json = replyJson(reply)
  const status = textAt(json, 'status')
  if (status === 'trashed') return { gone: 'trashed', sentence: 'The page was thrown away in Confluence; it is in the bin of its space.' }
  if (status === 'archived') return { gone: 'archived', sentence: 'The page was archived in Confluence.' }
  return wiki.page(json)
}

/** Makes the page. Its text has our marker, its files and labels come next, and the property last: a page without it is gone on with. */
export async function createPage(body: PageBody, marker: string, config: ConfluenceConfig, world: World): Promise<PageNow> {
  const wiki = wikiOf(config, world)
  const text = withMarker(body.text, marker)
  holdSize(text)
  const labels = [labelOf(marker), ...body.labels]
  const titles = [body.title, otherTitle(body, marker)]
  for (const title of titles) {
    const made = await wiki.create({ title, text }, labels)
    const id = textAt(replyJson(made), 'id')
    if (made.status === 200 && id !== null) {
      await finish(id, { body, marker, labels }, config, world)
      return presentPage(id, config, world)
    }
    const taken = made.status === 400 || made.status === 409 ? await wiki.byTitle(title) : null
    if (taken === null) throw made.status === 413 ? tooLarge() : refused('make the page in Confluence', made)
    if (taken.marker === marker)
      throw new BlamefreeError('confluence/exists', 'Cannot make the page in Confluence: it was made a moment ago.', 'Publish again.')
  }
  throw new BlamefreeError(
    'confluence/title-taken',
    `Cannot make the page in Confluence: there are pages called “${titles.join('” and “')}” in the space ${config.space} already.`,
    'Give the post-mortem another title, or rename the page there.',
  )
}

/** A title that no other post-mortem has: pages of one space cannot share one. */
function otherTitle(body: PageBody, marker: string): string {
  return titleOf(body.title, ` (${body.labels[0] ?? marker})`)
}

/** Writes over the page if it is as it was read. */
export async function writePage(body: PageBody, page: PageNow, config: ConfluenceConfig, world: World): Promise<PageNow | 'stale'> {
  const wiki = wikiOf(config, world)
  const { id, extra } = page.ref
  const { marker } = page
  const text = marker === null ? body.text : withMarker(body.text, marker)
  holdSize(text)
  if (page.unfinished !== true) await sendAttachments(id, body.files, config, world)
  for (const title of [body.title, otherTitle(body, marker ?? id)]) {
    const written = await wiki.update(id, { title, text }, Number(page.version))
    if (written.status === 200) {
      const labels = [...(marker === null ? [] : [labelOf(marker)]), ...body.labels]
      const there = new Set((extra?.['labels'] ?? '').split(' '))
      if (page.unfinished === true) await finish(id, { body, marker, labels: labels.filter((label) => !there.has(label)) }, config, world)
      return presentPage(id, config, world)
    }
    if (written.status === 413) throw tooLarge()
    if (written.status !== 400 && written.status !== 409) throw refused('write the page in Confluence', written)
    const now = await readPage(id, config, world)
    if ('gone' in now || now.version !== page.version) return 'stale'
    if (title !== page.title && (await wiki.byTitle(title)) !== null) continue
    throw refused('write the page in Confluence', written)
  }
  throw new BlamefreeError(
    'confluence/title-taken',
    `Cannot rename the page in Confluence: there is one called “${body.title}” in its space.`,
    'Give the post-mortem another title.',
  )
}

/** Brings back what was thrown away or archived: it is written as it was. */
export async function restorePage(ref: PageRef, config: ConfluenceConfig, world: World): Promise<PageNow> {
  const wiki = wikiOf(config, world)
  const reply = await wiki.read(ref.id)
  if (reply.status !== 200) throw refused('find the page in the bin of Confluence', reply)
  const page = wiki.page(replyJson(reply))
  const back = await wiki.update(ref.id, { title: page.title, text: page.text }, Number(page.version))
  if (back.status !== 200) throw refused('bring the page back in Confluence', back)
  return presentPage(ref.id, config, world)
}

interface Finishing {
  readonly body: PageBody
  readonly marker: string | null
  readonly labels: readonly string[]
}

async function finish(id: string, { body, marker, labels }: Finishing, config: ConfluenceConfig, world: World): Promise<void> {
  await sendAttachments(id, body.files, config, world)
  const accept = (what: string, reply: Reply): void => {
    if (reply.status !== 200) throw refused(what, reply)
  }
  if (labels.length > 0) {
    const json = labels.map((name) => ({ prefix: 'global', name }))
    accept('label the page in Confluence', await askConfluence({ method: 'POST', path: `/rest/api/content/${id}/label`, json }, config, world))
  }
  if (marker === null) return
  accept('mark the page in Confluence', await wikiOf(config, world).setProperty(id, PROPERTY, { marker, sum: shortHash(body.text) }))
}

async function presentPage(id: string, config: ConfluenceConfig, world: World): Promise<PageNow> {
  const page = await readPage(id, config, world)
  if ('gone' in page)
    throw new BlamefreeError(
      'confluence/vanished',
      `Cannot read the page in Confluence that was just written. ${page.sentence}`,
      'Look for the page in Confluence, and publish again.',
    )
  return page
}

function tooLarge(): BlamefreeError {
  return new BlamefreeError(
    'confluence/too-large',
    'Cannot publish to Confluence: it answers that the page is too large.',
    'Take events out of the timeline, or publish it as a file.',
  )
}
