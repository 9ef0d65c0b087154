import { BlamefreeError, type PageBody, type PageNow, type World } from '@blamefree/core'
import { findPage, pageOf, type Place } from './find-page.ts'
import type { GitConfig } from './git-config.ts'
import { withMarker } from './marker-line.ts'
import { beside, besides, dataPath, pathFault, pathOf } from './page-path.ts'
import { DATA } from './render.ts'
import { withRepository, type Repository, type TreeEntry } from './repository.ts'
import { openRequest } from './review-request.ts'
import { workPlace, type WorkPlace } from './work-place.ts'

/** What is written: a body, and either the page it goes over, or the marker of a new one. */
export interface Writing {
  readonly body: PageBody
  readonly marker: string | null
  readonly over: PageNow | null
}

/** How often we begin anew when somebody else pushes to the branch at the same time. */
const MOST_ROUNDS = 6

/**
 * Commits a page and pushes it. When the branch moved meanwhile the commit is made again on what it is now, as long as nobody changed the page itself: then `stale`.
 * A page that is to be new and is already there (another process was quicker, or we were cut off) is written over.
 */
export async function writePage(writing: Writing & { readonly over: null }, config: GitConfig, world: World): Promise<PageNow>
export async function writePage(writing: Writing, config: GitConfig, world: World): Promise<PageNow | 'stale'>
export async function writePage({ body, marker, over }: Writing, config: GitConfig, world: World): Promise<PageNow | 'stale'> {
  return await withRepository(config, world, async (repository) => {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const place = await workPlace(repository, marker, { config, world })
      const entries = place.commit === null ? [] : await repository.files(place.commit)
      const path = over === null ? await pathForNew({ body, marker, place }, entries, { repository, config }) : over.ref.id
      if (over !== null && entries.find((entry) => entry.path === path)?.blob !== over.version) return 'stale'
      mustBeFree(path, entries)
      const carried = over === null ? marker : (over.marker ?? marker)
      const text = carried === null ? body.text : withMarker(body.text, carried)
      const commit = await repository.commit({
        parent: place.commit,
        files: filesOf(body, path, text),
        message: messageOf(body.title, { created: !entries.some((entry) => entry.path === path), marker }),
      })
      if (commit !== place.commit && (await repository.push(commit, place.branch)) === 'moved') {
        await world.pause(200 * (round + 1))
        continue
      }
      if (place.branch !== config.branch && place.request === null && (commit !== place.commit || place.there))
        await openRequest({ branch: place.branch, title: `Post-mortem: ${body.title}`, body: requestBody(body.title, path, marker) }, config, world)
      return await pageAt({ path, text, place: { branch: place.branch, commit } }, { repository, config })
    }
    throw new BlamefreeError('git/busy', `Cannot publish to branch ${config.branch}: others push to it without a pause.`, 'Try again in a few minutes.')
  })
}

interface Inside {
  readonly repository: Repository
  readonly config: GitConfig
}

async function pathForNew(
  { body, marker, place }: { body: PageBody; marker: string | null; place: WorkPlace },
  entries: readonly TreeEntry[],
  { repository, config }: Inside,
): Promise<string> {
  const known = marker === null || place.commit === null ? null : await findPage(repository, { branch: place.branch, commit: place.commit }, { marker, config })
  if (known !== null) return known.ref.id
  const path = spelledAsThere(pathOf(config.pattern, body.text), entries)
  const taken = new Set(entries.map((entry) => entry.path.toLowerCase()))
  return taken.has(path.toLowerCase()) || taken.has(dataPath(path).toLowerCase()) ? besides(path, marker ?? body.title) : path
}

/** A folder that is there in another case is used as it is: on many disks both would be one. */
function spelledAsThere(path: string, entries: readonly TreeEntry[]): string {
  const folder = path.split('/').slice(0, -1).join('/')
  const same = entries.find((entry) => entry.path.toLowerCase().startsWith(`${folder.toLowerCase()}/`))
  return folder === '' || same === undefined ? path : same.path.slice(0, folder.length) + path.slice(folder.length)
}

/** Throws where a link, a submodule or a file stands in the way of a path. */
function mustBeFree(path: string, entries: readonly TreeEntry[]): void {
  const parts = path.split('/')
  const above = new Set(parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/')))
  const inTheWay = entries.find((entry) => above.has(entry.path) || (entry.path === path && !entry.mode.startsWith('100')))
  const fault = pathFault(path)
  if (inTheWay !== undefined || fault !== null)
    throw new BlamefreeError(
      'git/path',
      `Cannot write ${path}: ${fault ?? `${inTheWay?.path ?? ''} in the repository is a file, a link or a submodule, not a folder`}.`,
      'Choose another path in the settings of the place, or put it right in the repository.',
    )
}

function filesOf(body: PageBody, path: string, text: string): { path: string; bytes: Uint8Array }[] {
  return [
    { path, bytes: new TextEncoder().encode(text) },
    ...body.files.map(({ name, bytes }) => ({ path: name === DATA ? dataPath(path) : beside(path, name), bytes })),
  ]
}

function messageOf(title: string, { created, marker }: { created: boolean; marker: string | null }): string {
  const subject = `${created ? 'Add' : 'Update'} post-mortem: ${title}`.replace(/\s+/g, ' ')
  return `${subject}\n${marker === null ? '' : `\nBlamefree-Page: ${marker.replace(/\s+/g, ' ')}\n`}`
}

/** No part of the page: it is in the files. The marker lets one find the request again. */
function requestBody(title: string, path: string, marker: string | null): string {
  const plain = title.replace(/[\\`*_[\]<>#|~@]/g, '\\$&')
  return `The post-mortem **${plain}**, in \`${path.replaceAll('`', '')}\`. Changes that you make on this branch are kept.\n${marker === null ? '' : `\n<!-- blamefree: ${marker.replaceAll('--', '-')} -->\n`}`
}

/** The page as the commit has it: what we wrote, under the sum that git gave it. */
async function pageAt({ path, text, place }: { path: string; text: string; place: Place }, { repository, config }: Inside): Promise<PageNow> {
  const entry = (await repository.files(place.commit)).find((found) => found.path === path)
  if (entry === undefined) throw new BlamefreeError('git/failed', `Cannot read ${path} after writing it.`, 'Try again; if it happens again, report it.')
  return pageOf(entry, text, { place, config })
}
