import { BlamefreeError, textAt } from '@blamefree/core'
import type { ConnectGuide, Settings } from '@blamefree/core'

/** How we reach Google Drive, and where documents go in it. */
export interface GoogleConfig {
  readonly account: ServiceAccount | OwnAccount
  /** The folder's id; null: the top of the account's own drive. */
  readonly folder: string | null
}

/** A service account with its key. */
export interface ServiceAccount {
  readonly kind: 'service'
  readonly email: string
  readonly key: string
  readonly keyId: string | null
}

/** A person's account that let us in once, for files that we make. */
export interface OwnAccount {
  readonly kind: 'own'
  readonly clientId: string
  readonly clientSecret: string
  readonly refreshToken: string
}

/** What to make in Google Cloud and Drive, and what to enter here. */
export const CONNECT: ConnectGuide = {
  becomes: 'A document in a folder',
  steps: [
    'In the [Google Cloud console](https://console.cloud.google.com/), make a project (or choose one) and switch on the **Google Drive API**.',
    'For a whole company: make a **service account** and a key of the type JSON. It asks for the scope `https://www.googleapis.com/auth/drive`, and sees only what is shared with it. In a **shared drive**, add the address of the service account as a *Content manager*; it has no storage of its own.',
    'For one person instead: make an OAuth client, and a refresh token for the scope `https://www.googleapis.com/auth/drive.file`, which reaches only files that Blamefree made. Leave the folder empty then.',
    'Enter the key, or the three values of the OAuth client, and the folder. Press **Test**.',
  ],
  settings: [
    { key: 'serviceAccount', label: 'Key of the service account', help: 'The whole JSON file.', secret: true, optional: true, kind: 'lines' },
    { key: 'clientId', label: 'OAuth client', help: 'Only without a service account: `….apps.googleusercontent.com`.', optional: true },
    { key: 'clientSecret', label: 'Secret of the OAuth client', help: 'Only without a service account.', secret: true, optional: true },
    { key: 'refreshToken', label: 'Refresh token', help: 'Only without a service account.', secret: true, optional: true },
    { key: 'folder', label: 'Folder', help: 'Its address, or the part after `/folders/`. Needed with a service account.', optional: true },
  ],
}

/** Settings as entered → the configuration. */
export function configure(settings: Settings): GoogleConfig {
  const text = (key: string): string => String(settings[key] ?? '').trim()
  const folder = /([\w-]{10,})(?:[?#/].*)?$/.exec(text('folder'))?.[1] ?? null
  if (text('folder') !== '' && folder === null) throw wrong('"Folder" is not one of Drive', 'Copy the address of the folder from the browser.')
  if (text('serviceAccount') !== '') {
    if (folder === null) throw wrong('"Folder" is empty', 'Choose a folder in a shared drive: a service account has no storage of its own.')
    return { account: serviceAccountOf(text('serviceAccount')), folder }
  }
  const [clientId, clientSecret, refreshToken] = [text('clientId'), text('clientSecret'), text('refreshToken')]
  if (clientId === '' || clientSecret === '' || refreshToken === '')
    throw wrong(
      'there is neither the key of a service account nor a whole OAuth client',
      'Enter the JSON key, or the OAuth client, its secret and a refresh token.',
    )
  return { account: { kind: 'own', clientId, clientSecret, refreshToken }, folder }
}

function serviceAccountOf(text: string): ServiceAccount {
  let json: unknown = null
  try {
    json = JSON.parse(text)
  } catch {
    throw wrong('"Key of the service account" is not JSON', 'Paste the whole file that Google gave you.')
  }
  const [email, key] = [textAt(json, 'client_email'), textAt(json, 'private_key')]
  if (email === null || key?.includes('PRIVATE KEY') !== true)
    throw wrong(
      '"Key of the service account" has no `client_email` and `private_key`',
      'Make a key of the type JSON for a service account, and paste the whole file.',
    )
  return { kind: 'service', email, key, keyId: textAt(json, 'private_key_id') }
}

const wrong = (what: string, hint: string): BlamefreeError => new BlamefreeError('google-docs/settings', `Cannot connect Google Docs: ${what}.`, hint)
