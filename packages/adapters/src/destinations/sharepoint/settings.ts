import { BlamefreeError } from '@blamefree/core'
import type { ConnectGuide, Settings } from '@blamefree/core'

/** How we reach Microsoft 365, and where files go in it. */
export interface SharePointConfig {
  readonly tenant: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where the drive is, as a path of Graph: `sites/contoso.sharepoint.com:/sites/ops:` or `users/ops@contoso.com`. */
  readonly home: string
  /** The folder in the drive, without slashes at its ends; empty for its top. */
  readonly folder: string
}

/** What to make in Entra and SharePoint, and what to enter here. */
export const CONNECT: ConnectGuide = {
  becomes: 'A Word file in a library',
  steps: [
    'In the [Entra admin center](https://entra.microsoft.com/), register an app, and make a client secret for it. It lasts two years at most.',
    'Give it the **application** permission of Microsoft Graph `Sites.Selected` (least; an administrator then grants it the role *write* on the one site), or `Sites.ReadWrite.All`. For a OneDrive: `Files.ReadWrite.All`. Grant admin consent.',
    'With `Sites.Selected`, grant the site: `POST https://graph.microsoft.com/v1.0/sites/{site-id}/permissions` with the role `write` for the app, or `Grant-PnPAzureADAppSitePermission`.',
    'Enter the tenant, the app, its secret and the address of the site. Press **Test**.',
  ],
  settings: [
    { key: 'tenant', label: 'Tenant', help: 'The directory (tenant) ID, or a domain like `contoso.onmicrosoft.com`.' },
    { key: 'clientId', label: 'App', help: 'The application (client) ID.' },
    { key: 'clientSecret', label: 'Client secret', help: 'Its value, not its ID.', secret: true },
    {
      key: 'site',
      label: 'Site or OneDrive',
      help: 'The address of the site, `https://contoso.sharepoint.com/sites/ops`; or for a OneDrive the address that its owner signs in with, `ops@contoso.com`.',
    },
    {
      key: 'folder',
      label: 'Folder',
      help: 'In the library of documents: `Post-mortems/2026`. It is made where it is not there. Left empty: the top.',
      optional: true,
    },
  ],
}

/** Settings as entered → the configuration. */
export function configure(settings: Settings): SharePointConfig {
  const text = (key: string): string => String(settings[key] ?? '').trim()
  for (const { key, label, optional } of CONNECT.settings) if (optional !== true && text(key) === '') throw wrong(`"${label}" is empty`, `Enter "${label}".`)
  const tenant = text('tenant')
  if (!/^[\w.-]{3,100}$/.test(tenant)) throw wrong('"Tenant" is not an ID or a domain', 'Copy the directory (tenant) ID from the app\u2019s page in Entra.')
  const folder = text('folder').replace(/^\/+|\/+$/g, '')
  if (folder !== '' && folder.split('/').some((part) => part.trim() === '' || /["*:<>?\\|]/.test(part) || /^\.+$/.test(part)))
    throw wrong('"Folder" is not a path that SharePoint can have', 'Write the names of folders with / between them: Post-mortems/2026.')
  return { tenant, clientId: text('clientId'), clientSecret: text('clientSecret'), home: homeOf(text('site')), folder }
}

function homeOf(text: string): string {
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `users/${encodeURIComponent(text)}`
  const match = /^https:\/\/([a-z0-9.-]+)((?:\/(?:sites|teams)\/[^/?#]+)?)(?:[/?#].*)?$/i.exec(text)
  if (match === null)
    throw wrong(
      '"Site or OneDrive" is neither the address of a site nor of a person',
      'Enter it like https://contoso.sharepoint.com/sites/ops, or ops@contoso.com.',
    )
  const [, host = '', path = ''] = match
  return path === '' ? `sites/${host}` : `sites/${host}:${path}:`
}

const wrong = (what: string, hint: string): BlamefreeError => new BlamefreeError('sharepoint/settings', `Cannot connect SharePoint: ${what}.`, hint)
