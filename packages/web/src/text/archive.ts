/** The words of the archive's settings. */
export const archiveText = {
  none: 'Connect a Git repository first: the archive is a branch of it.',
  toPlaces: 'Connect a place',
  repository: 'Repository',
  nowhere: 'None: the archive is kept nowhere',
  branch: 'Branch',
  branchHint: 'Made where it is not there yet. Empty: its own.',
  folder: 'Folder',
  folderHint: 'For the archive alone. Empty: all of the branch.',
  often: 'How often',
  oftens: { off: 'When somebody asks', daily: 'Once a day', published: 'Once a day, and after each publication' } as const,
  save: 'Save',
  saved: 'Saved',
  confirm: 'Keep it there nevertheless',
  withPrivate: 'Private incidents are in it: whoever runs this server has said so. Everybody who sees the repository can read them.',
  withoutPrivate: 'Private incidents are not in it, nor saved views. Whoever runs this server can change that, with ARCHIVE_PRIVATE.',
  now: 'Archive now',
  standing: 'The archive',
  states: { none: 'Not yet kept', waiting: 'Waits', running: 'Being kept …', kept: 'Kept', failed: 'Failed' } as const,
  upToDate: 'Up to date as of',
  lastChange: 'last change',
  commit: (version: string): string => `commit ${version.slice(0, 10)}`,
  open: 'Open the repository',
  holds: (incidents: number, postMortems: number, size: string): string =>
    `${incidents} ${incidents === 1 ? 'incident' : 'incidents'}, ${postMortems} ${postMortems === 1 ? 'post-mortem' : 'post-mortems'}, ${size}`,
  hidden: (count: number): string => `${count} private`,
  back: 'And back, into an empty Blamefree:',
  clone: (branch: string, origin: string, folder: string): string =>
    `git clone --branch ${branch} ${origin} archive\nnpx blamefree import ${folder === '' ? 'archive' : word(`archive/${folder}`)} --data-dir ./new`,
  history: 'What was once committed stays in the history of the repository, also when it is deleted here or made private.',
}

/** A word as a shell takes it. */
const word = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`)
