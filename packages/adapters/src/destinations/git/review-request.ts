import { BlamefreeError, listAt, numberAt, replyJson, sendPatiently, textAt, type Reply, type World, type WorldRequest } from '@blamefree/core'
import type { GitConfig } from './git-config.ts'
import { apiAddress, repositoryName } from './host.ts'

/** A pull request of GitHub or a merge request of GitLab. */
export interface ReviewRequest {
  readonly number: number
  readonly open: boolean
  readonly title: string
  readonly url: string
}

/** The most characters that GitHub takes as the body of a pull request, and as its title. */
export const LONGEST_BODY = 65_536
export const LONGEST_TITLE = 255

/** The newest request of a branch; null where there was never one. */
export async function requestOf(branch: string, config: GitConfig, world: World): Promise<ReviewRequest | null> {
  const name = repositoryName(config.url)
  const query =
    config.host === 'gitlab'
      ? `/projects/${encodeURIComponent(name)}/merge_requests?source_branch=${encodeURIComponent(branch)}&order_by=created_at&sort=desc&per_page=1`
      : `/repos/${name}/pulls?head=${encodeURIComponent(`${name.split('/')[0] ?? ''}:${branch}`)}&state=all&sort=created&direction=desc&per_page=1`
  const reply = await ask({ method: 'GET', path: query }, config, world)
  const [newest] = listAt(replyJson(reply))
  return newest === undefined ? null : requestFrom(newest)
}

/** Opens the request of a branch. Where somebody else just did, theirs is given. */
export async function openRequest(
  { branch, title, body }: { readonly branch: string; readonly title: string; readonly body: string },
  config: GitConfig,
  world: World,
): Promise<ReviewRequest> {
  if (body.length > LONGEST_BODY)
    throw new BlamefreeError('git/too-large', `Cannot open a request: its text is longer than ${LONGEST_BODY} characters.`, 'Shorten the title.')
  const name = repositoryName(config.url)
  const short = title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1).toWellFormed()}…` : title
  const reply =
    config.host === 'gitlab'
      ? await ask(
          {
            method: 'POST',
            path: `/projects/${encodeURIComponent(name)}/merge_requests`,
            json: { source_branch: branch, target_branch: config.branch, title: short, description: body, remove_source_branch: true },
          },
          config,
          world,
        )
      : await ask({ method: 'POST', path: `/repos/${name}/pulls`, json: { title: short, head: branch, base: config.branch, body } }, config, world)
  const made = reply.status === 201 ? requestFrom(replyJson(reply)) : await requestOf(branch, config, world)
  if (made === null) throw refused(reply, config)
  return made
}

function requestFrom(value: unknown): ReviewRequest | null {
  const number = numberAt(value, 'iid') ?? numberAt(value, 'number')
  if (number === null) return null
  const state = textAt(value, 'state')
  return {
    number,
    open: state === 'open' || state === 'opened',
    title: textAt(value, 'title') ?? '',
    url: textAt(value, 'web_url') ?? textAt(value, 'html_url') ?? '',
  }
}

/** One call of the host's API. Answers 200, 201, 409 and 422; anything else is thrown. */
export async function ask(
  { method, path, json }: { readonly method: WorldRequest['method']; readonly path: string; readonly json?: unknown },
  config: GitConfig,
  world: World,
): Promise<Reply> {
  const gitlab = config.host === 'gitlab'
  const headers: Record<string, string> = gitlab
    ? { 'private-token': config.token ?? '', accept: 'application/json' }
    : { authorization: `Bearer ${config.token ?? ''}`, accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' }
  const url = `${apiAddress(config.url, gitlab ? 'gitlab' : 'github')}${path}`
  const body = json === undefined ? {} : { body: JSON.stringify(json) }
  const request: WorldRequest = { method, url, headers: json === undefined ? headers : { ...headers, 'content-type': 'application/json' }, ...body }
  const reply = await sendPatiently(request, world, { id: 'git', title: gitlab ? 'GitLab' : 'GitHub' })
  if (![200, 201, 409, 422].includes(reply.status)) throw refused(reply, config)
  return reply
}

function refused({ status, ...reply }: Reply, { host }: GitConfig): BlamefreeError {
  const name = host === 'gitlab' ? 'GitLab' : 'GitHub'
  const what = host === 'gitlab' ? 'merge requests' : 'pull requests'
  const value = replyJson({ status, ...reply })
  if (status === 401 || status === 403 || status === 404)
    return new BlamefreeError(
      'git/unauthorised',
      `Cannot open ${what}: ${name} does not let this token do that (${status}).`,
      host === 'gitlab' ? 'Give the token the scope api and the role Developer.' : 'Give the token “Pull requests: Read and write” for this repository.',
    )
  const said = textAt(value, 'errors', 0, 'message') ?? textAt(value, 'message', 0) ?? textAt(value, 'message') ?? 'without a reason'
  return new BlamefreeError(
    'git/request',
    `Cannot open ${what}: ${name} answers ${status} (${said.slice(0, 200)}).`,
    'Try again; if it stays so, look at the branch there.',
  )
}
