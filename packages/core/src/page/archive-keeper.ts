import type { World } from './world.ts'

/** Keeps the whole archive of a workspace, a folder of files, in a place that has versions of files. */
export interface ArchiveKeeper<Config = unknown> {
  /** Where an archive lies by itself. */
  readonly usual: ArchivePlace
  /** What was entered, in the form that the place wants. Throws `BlamefreeError` that names what is wrong. */
  place(entered: ArchivePlace): ArchivePlace
  /** Where people find an archive, or one version of it. */
  address(place: ArchivePlace, config: Config, version?: string): string
  /** What one clones to have it. No secret is in it. */
  origin(config: Config): string
  /**
   * Makes what is kept there the same as the folder: one new version, none where nothing changed. All of it or nothing; never in the place of what no archive has written. Throws in sentences what the
   * place refuses. When it is cut off anywhere, the next one goes on from there.
   */
  keep(archive: ArchiveFolder, config: Config, world: World): Promise<KeptArchive>
}

/** Where an archive lies: a branch, and a folder on it that is the archive's alone; empty for all of the branch. */
export interface ArchivePlace {
  readonly branch: string
  readonly folder: string
}

/** An archive as it lies on a disk of ours. */
export interface ArchiveFolder {
  readonly path: string
  /** Whose it is, so that nobody writes over the archive of another; null where that is not known. */
  readonly workspace: string | null
  /** What this version is called there. */
  readonly message: string
  readonly place: ArchivePlace
}

/** What came of it. */
export interface KeptArchive {
  /** The version that is the archive now: a commit. */
  readonly version: string
  /** Whether there is a new one. */
  readonly made: boolean
  /** A sum of all files: the same for the same archive. */
  readonly sum: string
  readonly files: number
  readonly bytes: number
  /** What was there before: `none`, what we had written (`ours`), or that with changes of others (`changed`), which a new version takes back and the version named in `from` still has. */
  readonly found: 'none' | 'ours' | 'changed'
  readonly from: string | null
}
