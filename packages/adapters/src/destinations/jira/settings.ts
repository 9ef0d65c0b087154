import { BlamefreeError, isRecord } from '@blamefree/core'
import type { ConnectGuide, Settings } from '@blamefree/core'

/** How we reach a Jira, and where issues go in it. */
export interface JiraConfig {
  /** `https://example.atlassian.net`, without a slash at the end. */
  readonly site: string
  readonly email: string
  readonly token: string
  readonly project: string
  readonly issueType: string
  /** Fields that the project asks for besides ours, by their ids. */
  readonly fields: Readonly<Record<string, unknown>>
}

/** What to make in Jira, and what to enter here. */
export const CONNECT: ConnectGuide = {
  becomes: 'An issue of a project',
  steps: [
    'Choose or make an account for Blamefree that may **browse, create and edit issues and add attachments** in the project. Deleting issues is of use, but not needed.',
    'Signed in as that account, make an API token **without scopes** at [id.atlassian.com](https://id.atlassian.com/manage-profile/security/api-tokens). It lasts a year at most.',
    'Enter the site, the e-mail address of the account, the token, and the key of the project.',
    'Press **Test**. If it names a field that the project asks for, enter a value for it under "Other fields", or choose another type of issue.',
  ],
  settings: [
    { key: 'site', label: 'Site', help: 'The address of your Jira Cloud: `https://example.atlassian.net`.' },
    { key: 'email', label: 'E-mail', help: 'The address of the account that the token is of.' },
    { key: 'token', label: 'API token', help: 'From id.atlassian.com, without scopes.', secret: true },
    { key: 'project', label: 'Project', help: 'Its key, as issues begin with it: `OPS`.' },
    { key: 'issueType', label: 'Type of issue', help: 'As the project calls it. Left empty: `Task`.', optional: true },
    {
      key: 'fields',
      label: 'Other fields',
      help: 'Only if the project asks for them: one a line, `customfield_10050 = {"value": "Platform"}`.',
      optional: true,
      kind: 'lines',
    },
  ],
}

/** Settings as entered → the configuration. */
export function configure(settings: Settings): JiraConfig {
  const text = (key: string): string => String(settings[key] ?? '').trim()
  for (const { key, label, optional } of CONNECT.settings) if (optional !== true && text(key) === '') throw wrong(`"${label}" is empty`, `Enter "${label}".`)
  const site = text('site').replace(/\/+$/, '')
  if (!/^https?:\/\/[^/?#\s@]+(?:\/[^?#\s]*)?$/i.test(site)) throw wrong('"Site" is not an address', 'Enter it like https://example.atlassian.net.')
  const project = text('project').toUpperCase()
  if (!/^[A-Z][A-Z0-9_]{0,254}$/.test(project))
    throw wrong(`"${project}" is not the key of a project`, 'Enter the letters that its issues begin with, like OPS.')
  return { site, email: text('email'), token: text('token'), project, issueType: text('issueType') || 'Task', fields: fieldsOf(text('fields')) }
}

function fieldsOf(lines: string): Record<string, unknown> {
  const fields: [string, unknown][] = []
  for (const line of lines.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const match = /^([A-Za-z][\w-]*)\s*=\s*(\S.*)$/.exec(line)
    if (match === null)
      throw wrong(
        `"Other fields" has a line that is not \`id = value\`: ${line.slice(0, 60)}`,
        'Write one field a line: customfield_10050 = {"value": "Platform"}.',
      )
    const [, id = '', value = ''] = match
    if (OURS.has(id)) throw wrong(`"Other fields" names "${id}", which Blamefree fills in itself`, 'Remove that line.')
    fields.push([id, valueOf(value)])
  }
  return Object.fromEntries(fields)
}

const OURS = new Set(['project', 'issuetype', 'summary', 'description', 'labels'])

function valueOf(text: string): unknown {
  if (!/^[[{"\d]/.test(text)) return text
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) || Array.isArray(value) || typeof value === 'string' || typeof value === 'number' ? value : text
  } catch {
    throw wrong(`"Other fields" has a value that is not JSON: ${text.slice(0, 60)}`, 'Correct it, or write plain words without brackets.')
  }
}

const wrong = (what: string, hint: string): BlamefreeError => new BlamefreeError('jira/settings', `Cannot connect Jira: ${what}.`, hint)
