import { generateKeyPairSync, createVerify } from 'node:crypto'
import { isRecord, recordAt, textAt, type Reply, type WorldRequest } from '@blamefree/core'
import { fakeUploads } from './fake-uploads.ts'

/** A file as the fake keeps it; `bytes` are those of a Word file. */
export interface FakeFile {
  readonly id: string
  name: string
  version: number
  trashed: boolean
  readonly appProperties: Record<string, string>
  readonly createdTime: string
  bytes: Uint8Array
}

/** A Google Drive with one folder, as much of it as we use. What is in `files` may be changed as people change it over there. */
export interface FakeDrive {
  readonly files: Map<string, FakeFile>
  readonly rules: {
    shared: boolean
    audience: 'user' | 'domain' | 'anyone'
    /** Pieces of an upload are multiples of this, but for the last. */
    multiple: number
    /** The most bytes of a piece that are taken. */
    takes: number
    /** The uploads in pieces up to this one are over: their addresses are not known any more. */
    over: number
  }
  /** The JSON of a service account's key that this Drive takes. */
  readonly key: string
  answer(request: WorldRequest): Promise<Reply>
}

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const FOLDER = { id: 'folder-of-ops', name: 'Post-mortems', mimeType: 'application/vnd.google-apps.folder', capabilities: { canAddChildren: true } }

/** A fresh one. */
export function fakeDrive(): FakeDrive {
  const files = new Map<string, FakeFile>()
  const rules: FakeDrive['rules'] = { shared: true, audience: 'user', multiple: 256 * 1024, takes: Infinity, over: 0 }
  let next = 1

  const shown = (file: FakeFile): Record<string, unknown> => ({
    ...file,
    version: String(file.version),
    bytes: undefined,
    webViewLink: `https://docs.google.com/document/d/${file.id}/edit`,
    modifiedTime: '2026-03-04T09:00:00.000Z',
  })

  function upload(request: WorldRequest, file: FakeFile | undefined): Reply {
    const [metadata, media] = partsOf(request)
    return kept(metadata, media, file)
  }

  const uploads = fakeUploads(rules, (metadata, media, id) => {
    const file = id === '' ? undefined : files.get(id)
    return id !== '' && file === undefined ? json(404, {}) : kept(metadata, media, file)
  })

  function kept(metadata: unknown, media: Uint8Array, file: FakeFile | undefined): Reply {
    const name = textAt(metadata, 'name') ?? ''
    const properties = recordAt(metadata, 'appProperties') as Record<string, string>
    if (file === undefined) {
      if (textAt(metadata, 'mimeType') !== 'application/vnd.google-apps.document') return json(400, {})
      const id = `document-${next}`
      const made: FakeFile = { id, name, version: 1, trashed: false, appProperties: properties, createdTime: `2026-03-04T09:00:0${next++}.000Z`, bytes: media }
      files.set(id, made)
      return json(200, shown(made))
    }
    Object.assign(file, { name, version: file.version + 2, bytes: media })
    Object.assign(file.appProperties, properties)
    return json(200, shown(file))
  }

  function fileCall(request: WorldRequest, path: string, url: URL): Reply {
    const [id = '', below] = path.split('/')
    if (id === FOLDER.id) {
      if (below === 'permissions') return json(200, { permissions: [{ type: rules.audience }] })
      return json(200, { ...FOLDER, ...(rules.shared ? { driveId: 'd' } : {}) })
    }
    const file = files.get(id)
    if (file === undefined) return json(404, { error: { errors: [{ reason: 'notFound' }] } })
    if (below === 'export') return url.searchParams.get('mimeType') === DOCX ? { status: 200, headers: {}, body: file.bytes } : json(400, {})
    if (request.method === 'DELETE') {
      files.delete(id)
      return json(204, {})
    }
    if (request.method === 'PATCH') file.trashed = false
    return json(200, shown(file))
  }

  return {
    files,
    rules,
    key: JSON.stringify({ type: 'service_account', client_email: 'bot@p.iam.gserviceaccount.com', private_key: keys.privateKey, private_key_id: 'k1' }),
    async answer(request) {
      const url = new URL(request.url)
      if (url.host === 'oauth2.googleapis.com') return token(request)
      if (url.searchParams.has('upload_id')) return uploads.piece(request)
      if (request.headers?.['authorization'] !== 'Bearer a-token') return json(401, {})
      const path = url.pathname.replace(/^(?:\/upload)?\/drive\/v3\//, '')
      if (path === 'about') return json(200, { user: { emailAddress: 'bot@p.iam.gserviceaccount.com' } })
      const id = path.replace(/^files\/?/, '')
      if (url.pathname.startsWith('/upload/') && id !== '' && !files.has(id)) return json(404, {})
      if (url.searchParams.get('uploadType') === 'resumable') return uploads.start(request, id)
      if (url.pathname.startsWith('/upload/')) return upload(request, files.get(id))
      if (path === 'files') {
        const value = /value='([^']*)'/.exec(url.searchParams.get('q') ?? '')?.[1]
        return json(200, { files: [...files.values()].filter((file) => !file.trashed && file.appProperties['blamefree'] === value).map(shown) })
      }
      return fileCall(request, path.replace(/^files\//, ''), url)
    },
  }
}

/** A token for whoever signs with the key. */
function token(request: WorldRequest): Reply {
  const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '')
  if (form.get('grant_type') === 'refresh_token')
    return form.get('refresh_token') === 'good' ? json(200, { access_token: 'a-token', expires_in: 3599 }) : json(400, { error: 'invalid_grant' })
  const [header, claims, signature] = (form.get('assertion') ?? '').split('.')
  const fine = createVerify('RSA-SHA256')
    .update(`${header}.${claims}`)
    .verify(keys.publicKey, signature ?? '', 'base64url')
  return fine ? json(200, { access_token: 'a-token', expires_in: 3599 }) : json(400, { error: 'invalid_grant' })
}

/** The two parts of an upload. */
export function partsOf({ headers, body }: WorldRequest): [unknown, Uint8Array] {
  const boundary = /boundary=(\S+)/.exec(headers?.['content-type'] ?? '')?.[1] ?? ''
  const bytes = Buffer.from(body ?? '')
  const at = (from: number): number => bytes.indexOf(`--${boundary}`, from)
  const first = at(0)
  const second = at(first + 1)
  const content = (from: number, to: number): Buffer => bytes.subarray(bytes.indexOf('\r\n\r\n', from) + 4, to - 2)
  const metadata: unknown = JSON.parse(content(first, second).toString())
  if (!isRecord(metadata)) throw new Error('No metadata.')
  return [metadata, new Uint8Array(content(second, at(second + 1)))]
}

function json(status: number, value: unknown): Reply {
  return { status, headers: {}, body: new TextEncoder().encode(JSON.stringify(value)) }
}
