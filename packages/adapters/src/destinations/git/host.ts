/** What runs the repository, where that matters: links for people, and pull or merge requests. */
export type GitHost = 'github' | 'gitlab' | 'gitea' | 'other'

/** The address of the repository in a browser, without an ending. */
export function webAddressOf(url: string): string {
  const { hostname, port, protocol, pathname } = new URL(url)
  const authority = protocol === 'ssh:' || port === '' ? hostname : `${hostname}:${port}`
  return `${protocol === 'http:' ? 'http' : 'https'}://${authority}${pathname.replace(/\.git\/?$/, '').replace(/\/$/, '')}`
}

/** Where people read a file of a branch. */
export function fileAddress(url: string, host: GitHost, file: { readonly branch: string; readonly path: string }): string {
  const place = `${encodeSegments(file.branch)}/${encodeSegments(file.path)}`
  const between = { github: 'blob', gitlab: '-/blob', gitea: 'src/branch', other: '' }[host]
  return between === '' ? webAddressOf(url) : `${webAddressOf(url)}/${between}/${place}`
}

/** Where people see a commit. */
export function commitAddress(url: string, host: GitHost, commit: string): string {
  const between = { github: 'commit', gitlab: '-/commit', gitea: 'commit', other: '' }[host]
  return between === '' ? webAddressOf(url) : `${webAddressOf(url)}/${between}/${commit}`
}

/** Where people see a folder of a branch; empty for all of it. */
export function folderAddress(url: string, host: GitHost, { branch, folder }: { readonly branch: string; readonly folder: string }): string {
  const between = { github: 'tree', gitlab: '-/tree', gitea: 'src/branch', other: '' }[host]
  const place = encodeSegments(folder === '' ? branch : `${branch}/${folder}`)
  return between === '' ? webAddressOf(url) : `${webAddressOf(url)}/${between}/${place}`
}

/** `team/repository` */
export function repositoryName(url: string): string {
  return new URL(url).pathname.replace(/^\/|\.git\/?$|\/$/g, '')
}

/** Where the host's REST API is. */
export function apiAddress(url: string, host: 'github' | 'gitlab'): string {
  const web = new URL(webAddressOf(url))
  if (host === 'gitlab') return `${web.origin}/api/v4`
  return web.hostname === 'github.com' ? 'https://api.github.com' : `${web.origin}/api/v3`
}

const encodeSegments = (path: string): string => path.split('/').map(encodeURIComponent).join('/')
