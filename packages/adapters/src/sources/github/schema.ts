import { addressAt, flagAt, instantAt, isRecord, listAt, textAt, valueAt, type Instant } from '@blamefree/core'

/** A GitHub account. */
export interface Account {
  readonly login: string
  readonly bot: boolean
}

/** What a document, or a part of one, tells of. `repository` is `owner/name` where it is known. */
export type Thing =
  | { readonly kind: 'deployment'; readonly value: unknown; readonly status: unknown; readonly repository: string | null }
  | { readonly kind: 'deployment-status'; readonly value: unknown; readonly repository: string | null }
  | { readonly kind: 'release'; readonly value: unknown; readonly repository: string | null }
  | { readonly kind: 'pull-request' | 'issue'; readonly value: unknown; readonly repository: string | null; readonly webhook: WebhookAction | null }
  | { readonly kind: 'comment'; readonly value: unknown; readonly repository: string | null }

/** What a webhook says was done to an issue or pull request, and by whom. */
export interface WebhookAction {
  readonly action: string
  readonly sender: Account | null
  readonly label: string | null
  readonly assignee: string | null
}

/** Every thing in a document; none when it is not GitHub's. */
export function thingsIn(value: unknown): readonly Thing[] {
  if (Array.isArray(value)) return value.flatMap(thingsOf)
  const found = thingsOf(value)
  return found.length > 0 ? found : listAt(value, 'items').flatMap(thingsOf)
}

function thingsOf(value: unknown): Thing[] {
  if (!isRecord(value)) return []
  const repository = textAt(value, 'repository', 'full_name')
  const action = textAt(value, 'action')
  const webhook: WebhookAction | null =
    action === null ? null : { action, sender: accountAt(value, 'sender'), label: textAt(value, 'label', 'name'), assignee: textAt(value, 'assignee', 'login') }
  if (repository !== null && isDeployment(value['deployment']))
    return [{ kind: 'deployment', value: value['deployment'], status: value['deployment_status'], repository }]
  if (repository !== null && isRelease(value['release'])) return [{ kind: 'release', value: value['release'], repository }]
  if (repository !== null && isPullRequest(value['pull_request'])) return [{ kind: 'pull-request', value: value['pull_request'], repository, webhook }]
  if (repository !== null && isIssue(value['issue'])) {
    const comment: Thing[] = isComment(value['comment']) && action !== 'deleted' ? [{ kind: 'comment', value: value['comment'], repository }] : []
    return [{ kind: 'issue', value: value['issue'], repository, webhook: comment.length > 0 ? null : webhook }, ...comment]
  }
  if (isDeployment(value)) return [{ kind: 'deployment', value, status: undefined, repository: repositoryOf(value) }]
  if (textAt(value, 'deployment_url') !== null && textAt(value, 'state') !== null)
    return [{ kind: 'deployment-status', value, repository: repositoryOf(value) }]
  if (isRelease(value)) return [{ kind: 'release', value, repository: repositoryOf(value) }]
  if (isPullRequest(value)) return [{ kind: 'pull-request', value, repository: repositoryOf(value), webhook: null }]
  if (isIssue(value)) return [{ kind: 'issue', value, repository: repositoryOf(value), webhook: null }]
  return isComment(value) ? [{ kind: 'comment', value, repository: repositoryOf(value) }] : []
}

const isDeployment = (value: unknown): boolean =>
  textAt(value, 'sha') !== null && textAt(value, 'environment') !== null && textAt(value, 'statuses_url') !== null
const isRelease = (value: unknown): boolean => textAt(value, 'tag_name') !== null && textAt(value, 'assets_url') !== null
const isPullRequest = (value: unknown): boolean =>
  textAt(value, 'number') !== null && textAt(value, 'title') !== null && textAt(value, 'diff_url') !== null && isRecord(valueAt(value, 'base'))
const isIssue = (value: unknown): boolean =>
  textAt(value, 'number') !== null && textAt(value, 'title') !== null && textAt(value, 'comments_url') !== null && textAt(value, 'events_url') !== null
const isComment = (value: unknown): boolean => textAt(value, 'issue_url') !== null && textAt(value, 'body') !== null && textAt(value, 'html_url') !== null

/** `owner/name`, out of an object's own API address. */
function repositoryOf(value: unknown): string | null {
  return /\/repos\/([\w.-]{1,100}\/[\w.-]{1,100})(?:\/|$)/.exec(textAt(value, 'url') ?? textAt(value, 'repository_url') ?? '')?.[1] ?? null
}

/** The account at a path; null where there is none (a deleted user). */
export function accountAt(value: unknown, ...path: readonly string[]): Account | null {
  const login = textAt(value, ...path, 'login')
  return login === null ? null : { login, bot: textAt(value, ...path, 'type') === 'Bot' || login.endsWith('[bot]') }
}

/** The fields of an issue or pull request that we use. */
export interface Ticket {
  readonly ref: string
  readonly number: string
  readonly title: string
  readonly body: string | null
  readonly url: string | null
  readonly author: Account | null
  readonly assignees: readonly Account[]
  readonly labels: readonly string[]
  readonly created: Instant | null
  readonly closed: Instant | null
  readonly closer: Account | null
  readonly merged: Instant | null
  readonly merger: Account | null
  readonly updated: Instant | null
  readonly state: string | null
  /** An issue that the API lists, but that is a pull request. */
  readonly isPullRequest: boolean
  readonly draft: boolean
}

/** Reads an issue or a pull request. */
export function ticketOf(value: unknown, repository: string | null): Ticket {
  const number = textAt(value, 'number') ?? ''
  const accounts = listAt(value, 'assignees').flatMap((one) => accountAt(one) ?? [])
  return {
    ref: `${repository ?? ''}#${number}`,
    number,
    title: textAt(value, 'title') ?? '',
    body: textAt(value, 'body'),
    url: addressAt(value, 'html_url'),
    author: accountAt(value, 'user'),
    assignees: accounts,
    labels: listAt(value, 'labels').flatMap((label) => textAt(label, 'name') ?? []),
    created: instantAt(value, 'created_at'),
    closed: instantAt(value, 'closed_at'),
    closer: accountAt(value, 'closed_by'),
    merged: instantAt(value, 'merged_at') ?? instantAt(value, 'pull_request', 'merged_at'),
    merger: accountAt(value, 'merged_by'),
    updated: instantAt(value, 'updated_at'),
    state: textAt(value, 'state_reason') ?? textAt(value, 'state'),
    isPullRequest: isRecord(valueAt(value, 'pull_request')),
    draft: flagAt(value, 'draft') === true,
  }
}
