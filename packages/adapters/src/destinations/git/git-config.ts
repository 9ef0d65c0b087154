import type { GitHost } from './host.ts'

/** A repository and how pages lie in it. */
export interface GitConfig {
  /** `https://host/team/repository.git` or `ssh://git@host:22/team/repository.git`; no password in it. */
  readonly url: string
  /** As the Basic password over HTTPS, and for pull requests. */
  readonly token: string | null
  readonly user: string
  readonly key: { readonly secret: string; readonly knownHosts: string } | null
  readonly branch: string
  /** `post-mortems/{date}-{incident}.md` */
  readonly pattern: string
  readonly host: GitHost
  /** Pages go to a branch of their own, with a pull or merge request. */
  readonly review: boolean
  readonly author: { readonly name: string; readonly email: string }
}
