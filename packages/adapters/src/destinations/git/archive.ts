import { BlamefreeError, type ArchiveFolder, type ArchiveKeeper, type ArchivePlace, type KeptArchive, type World } from '@blamefree/core'
import { join } from 'node:path'
import { archiveFiles } from './archive-files.ts'
import { mustBeOurs, readSeal, SEAL, sealText } from './archive-seal.ts'
import type { GitConfig } from './git-config.ts'
import { commitAddress, folderAddress } from './host.ts'
import type { NewFile } from './make-commit.ts'
import { folderFault } from './page-path.ts'
import { withRepository, type Repository, type TreeEntry } from './repository.ts'
import { branchName } from './settings.ts'

/** The archive of everything on a branch of the repository. By itself it has a branch of its own: pages are looked for on theirs, and nobody's checks run for it. */
export const ARCHIVE: ArchiveKeeper<GitConfig> = {
  usual: { branch: 'blamefree-archive', folder: '' },
  place({ branch, folder }) {
    const path = folder.trim().replace(/^\/+|\/+$/g, '')
    const fault = path === '' ? null : folderFault(path)
    if (fault !== null)
      throw new BlamefreeError('git/setting', `Cannot use the folder “${folder.trim()}”: ${fault}.`, 'Enter a folder such as blamefree/archive, or none.')
    return { branch: branchName(branch.trim() || ARCHIVE.usual.branch), folder: path }
  },
  address: (place, { url, host }, version) => (version === undefined ? folderAddress(url, host, place) : commitAddress(url, host, version)),
  origin: ({ url }) => url,
  keep: keepArchive,
}

/** How often we begin anew when somebody else pushes to the branch at the same time. */
const MOST_ROUNDS = 6
/** The first archive of a large workspace is sent whole. */
const PUSH_MINUTES = 20
/** Git changes no line ends and runs no filter when the archive is cloned: its bytes are what was exported. */
const ATTRIBUTES = new TextEncoder().encode('* -text -filter -ident -working-tree-encoding\n')

async function keepArchive({ path, place, workspace, message }: ArchiveFolder, config: GitConfig, world: World): Promise<KeptArchive> {
  const { paths, bytes } = await archiveFiles(path)
  return await withRepository(config, world, async (repository) => {
    const sums = await repository.sums(
      paths.map((name) => join(path, name)),
      { keep: false },
    )
    const wanted = new Map(paths.map((name, index) => [name, sums[index] ?? '']))
    wanted.set('.gitattributes', await repository.keep(ATTRIBUTES))
    const sum = await sumOf(repository, wanted)
    wanted.set(SEAL, await repository.keep(new TextEncoder().encode(sealText({ workspace, files: sum }))))
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const there = await lookAt(repository, { place, workspace })
      const files = await newFiles(repository, { wanted, there: there.files, path, folder: place.folder })
      const gone = [...there.files.keys()].filter((name) => !wanted.has(name)).map((name) => inFolder(place.folder, name))
      const commit = await repository.commit({ parent: there.commit, files, gone, message })
      if (commit !== there.commit && (await repository.push(commit, place.branch, PUSH_MINUTES)) === 'moved') {
        await world.pause(200 * (round + 1))
        continue
      }
      return { version: commit, made: commit !== there.commit, sum, files: paths.length, bytes, found: there.found, from: there.commit }
    }
    throw new BlamefreeError('git/busy', `Cannot keep the archive on branch ${place.branch}: others push to it without a pause.`, 'Try again in a few minutes.')
  })
}

/** The archive's folder as the branch has it: paths in it → what git calls their contents, with anything but a plain file as something that ours never is. */
interface ArchiveThere {
  readonly commit: string | null
  readonly files: ReadonlyMap<string, string>
  readonly found: KeptArchive['found']
}

/** Throws where the folder is not this workspace's archive, or no folder. */
async function lookAt(repository: Repository, { place, workspace }: Pick<ArchiveFolder, 'place' | 'workspace'>): Promise<ArchiveThere> {
  const commit = await repository.newest(place.branch)
  const all = commit === null ? [] : await repository.files(commit)
  mustBeFree(place, all)
  const start = inFolder(place.folder, '')
  const inside = all.filter(({ path }) => path.startsWith(start))
  const files = new Map(inside.map(({ path, mode, blob }) => [path.slice(start.length), mode === '100644' ? blob : `${mode} ${blob}`]))
  if (inside.length === 0) return { commit, files, found: 'none' }
  const blob = files.get(SEAL) ?? ''
  const text = (await repository.contents(/^[0-9a-f]+$/.test(blob) ? [blob] : [])).get(blob)?.toString('utf8')
  const seal = text === undefined ? null : readSeal(text)
  mustBeOurs(seal, workspace, `on branch ${place.branch}${place.folder === '' ? '' : `, in ${place.folder}`}`)
  return { commit, files, found: (await sumOf(repository, files)) === seal?.files ? 'ours' : 'changed' }
}

/** Throws where a link, a submodule or a file of others stands in the way of the folder, or it is there in another case: on many disks both would be one. */
function mustBeFree({ branch, folder }: ArchivePlace, all: readonly TreeEntry[]): void {
  if (folder === '') return
  const lower = folder.toLowerCase()
  const inTheWay = all.find(({ path }) => {
    const there = path.toLowerCase()
    return lower === there || lower.startsWith(`${there}/`) || (there.startsWith(`${lower}/`) && !path.startsWith(`${folder}/`))
  })
  if (inTheWay !== undefined)
    throw new BlamefreeError(
      'git/path',
      `Cannot keep the archive in ${folder} on branch ${branch}: ${inTheWay.path} is in the way.`,
      'Choose another folder or branch.',
    )
}

/** The files that the branch does not have like that. Only those are kept here, and sent. */
async function newFiles(
  repository: Repository,
  archive: { readonly wanted: ReadonlyMap<string, string>; readonly there: ReadonlyMap<string, string>; readonly path: string; readonly folder: string },
): Promise<NewFile[]> {
  const fresh = [...archive.wanted].filter(([name, blob]) => archive.there.get(name) !== blob)
  const own = fresh.filter(([name]) => name !== SEAL && name !== '.gitattributes')
  await repository.sums(
    own.map(([name]) => join(archive.path, name)),
    { keep: true },
  )
  return fresh.map(([name, blob]) => ({ path: inFolder(archive.folder, name), blob }))
}

const inFolder = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)

/** A sum over paths and contents, the same in every folder; without the file that says it. */
async function sumOf(repository: Repository, files: ReadonlyMap<string, string>): Promise<string> {
  const lines = [...files].filter(([name]) => name !== SEAL).map(([name, blob]) => `${blob}\t${name}\n`)
  return await repository.keep(new TextEncoder().encode(lines.toSorted().join('')))
}
