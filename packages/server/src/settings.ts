import { BlamefreeError } from '@blamefree/core'

/** What a running server is told, each by one environment variable. `docs/settings.md` lists them; a test holds it against `SETTINGS`. */
export interface Settings {
  readonly host: string
  readonly port: number
  /** The address that people open, `https://blamefree.example.com`; null: `http://<host>:<port>`. */
  readonly publicUrl: string | null
  readonly dataDir: string
  readonly databaseUrl: string | null
  /** The folder of the embedded database's programs; null: those that came from npm, else the system's. */
  readonly pgBinDir: string | null
  /** 32 bytes in base64; null: the file `secret.key` in the data folder, made on the first start with mode 600. */
  readonly secretKey: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly oidc: OidcSettings | null
  /** Host names and CIDR ranges that requests to the outside may reach although they are private. */
  readonly allowPrivate: readonly string[]
  /** Whether private incidents are in the archive that administrators have kept in a repository. */
  readonly archivePrivate: boolean
  readonly trustProxy: boolean
  readonly uploadLimit: number
  /** How many processes read records at once; null: by the machine. */
  readonly readingProcesses: number | null
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Protects `/metrics`; null: only requests from this machine may read it. */
  readonly metricsToken: string | null
}

/** An identity provider that people sign in with. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
}

/** One setting as its documentation shows it. */
export interface SettingRow {
  readonly variable: string
  readonly default: string
  readonly sentence: string
}

/** Every setting, in reading order. */
export const SETTINGS: readonly SettingRow[] = [
  {
    variable: 'HOST',
    default: '127.0.0.1',
    sentence: 'The address to listen on. Anything but this machine itself needs PUBLIC_URL, because TLS has to be in front.',
  },
  { variable: 'PORT', default: '7400', sentence: 'The port to listen on.' },
  { variable: 'PUBLIC_URL', default: '', sentence: 'The address that people open, such as https://blamefree.example.com.' },
  { variable: 'DATA_DIR', default: './data', sentence: 'The folder of the embedded database and of the secret key.' },
  { variable: 'DATABASE_URL', default: '', sentence: 'A PostgreSQL server (15 or newer) instead of the embedded one: postgres://user:password@host/database.' },
  {
    variable: 'PG_BIN_DIR',
    default: '',
    sentence:
      'The folder of PostgreSQL’s programs for the embedded database, such as /usr/lib/postgresql/17/bin. Without it, those that came along, else the system’s.',
  },
  { variable: 'SECRET_KEY', default: '', sentence: '32 bytes in base64 that secrets are encrypted with. Without it, a file secret.key in DATA_DIR is made.' },
  {
    variable: 'SMTP_URL',
    default: '',
    sentence: 'Where mail goes: smtp://user:password@host:587. Without it, administrators are shown the links that would have been sent.',
  },
  { variable: 'MAIL_FROM', default: 'Blamefree <blamefree@localhost>', sentence: 'The sender of mail.' },
  { variable: 'OIDC_ISSUER', default: '', sentence: 'The identity provider for single sign-on, such as https://id.example.com.' },
  { variable: 'OIDC_CLIENT_ID', default: '', sentence: 'Our client id there.' },
  { variable: 'OIDC_CLIENT_SECRET', default: '', sentence: 'Our client secret there.' },
  { variable: 'OIDC_NAME', default: 'Single sign-on', sentence: 'What its button says.' },
  {
    variable: 'ALLOW_PRIVATE',
    default: '',
    sentence: 'Host names and ranges (10.0.0.0/8), separated by commas, that our own requests may reach although they are private.',
  },
  {
    variable: 'ARCHIVE_PRIVATE',
    default: 'no',
    sentence:
      'Whether private incidents, which administrators do not see either, are in the archive that they have kept in a Git repository: yes or no. Not needed for export --all, which is yours.',
  },
  { variable: 'TRUST_PROXY', default: 'no', sentence: 'Whether to believe X-Forwarded-For and X-Forwarded-Proto: yes behind a proxy of yours.' },
  { variable: 'UPLOAD_LIMIT_MB', default: '512', sentence: 'The largest upload, in megabytes.' },
  {
    variable: 'READING_PROCESSES',
    default: '',
    sentence:
      'How many processes may read records at once (2 to 16), each with up to 1.5 GB of memory. They run only while there is something to read. Without it, 2 to 4, by the machine’s cores and memory.',
  },
  { variable: 'LOG_LEVEL', default: 'info', sentence: 'debug, info, warn, error or silent.' },
  { variable: 'METRICS_TOKEN', default: '', sentence: 'A bearer token that /metrics asks for. Without it, only this machine may read /metrics.' },
]

type Environment = Readonly<Record<string, string | undefined>>

/** The settings that an environment gives, checked. Throws `BlamefreeError` with every wrong value in one message. */
export function readSettings(environment: Environment): Settings {
  const wrong: string[] = []
  const said = (name: string): string => environment[name]?.trim() || (SETTINGS.find(({ variable }) => variable === name)?.default ?? '')
  const maybe = (name: string): string | null => said(name) || null
  const expect = (name: string, what: string, holds: boolean): void => {
    if (!holds) wrong.push(`${name} must be ${what}, got ${JSON.stringify(SECRET.has(name) ? '…' : said(name))}`)
  }
  const port = Number(said('PORT'))
  expect('PORT', 'a number from 1 to 65535', /^\d+$/.test(said('PORT')) && port >= 1 && port <= 65_535)
  const publicUrl = maybe('PUBLIC_URL')
  expect('PUBLIC_URL', 'an address that begins with https:// or http://', publicUrl === null || isWebAddress(publicUrl))
  const databaseUrl = maybe('DATABASE_URL')
  expect('DATABASE_URL', 'an address that begins with postgres://', databaseUrl === null || /^postgres(?:ql)?:\/\/./.test(databaseUrl))
  const secretKey = maybe('SECRET_KEY')
  expect('SECRET_KEY', '32 bytes in base64', secretKey === null || Buffer.from(secretKey, 'base64').byteLength === 32)
  const smtpUrl = maybe('SMTP_URL')
  expect('SMTP_URL', 'an address that begins with smtp:// or smtps://', smtpUrl === null || /^smtps?:\/\/./.test(smtpUrl))
  const uploadLimit = Number(said('UPLOAD_LIMIT_MB'))
  expect('UPLOAD_LIMIT_MB', 'a number from 1 to 2048', Number.isFinite(uploadLimit) && uploadLimit >= 1 && uploadLimit <= 2048)
  const readingProcesses = maybe('READING_PROCESSES')
  expect('READING_PROCESSES', 'a whole number from 2 to 16', readingProcesses === null || /^(?:[2-9]|1[0-6])$/.test(readingProcesses))
  const logLevel = said('LOG_LEVEL') as Settings['logLevel']
  expect('LOG_LEVEL', 'one of debug, info, warn, error, silent', ['debug', 'info', 'warn', 'error', 'silent'].includes(logLevel))
  for (const name of ['TRUST_PROXY', 'ARCHIVE_PRIVATE']) expect(name, 'yes or no', ['yes', 'no', 'true', 'false'].includes(said(name)))
  const issuer = maybe('OIDC_ISSUER')
  expect('OIDC_ISSUER', 'an address that begins with https:// or http://', issuer === null || isWebAddress(issuer))
  for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']) expect(name, 'set where OIDC_ISSUER is', issuer === null || said(name) !== '')
  const host = said('HOST')
  if (!isThisMachine(host) && publicUrl === null)
    wrong.push(`PUBLIC_URL must be set where HOST is not this machine itself (HOST is ${JSON.stringify(host)}): put TLS in front and name its address`)
  if (wrong.length > 0) {
    throw new BlamefreeError('settings/wrong', `Cannot start: ${wrong.join('; ')}.`, 'Correct the environment; every setting is described in docs/settings.md.')
  }
  return {
    host,
    port,
    publicUrl: publicUrl?.replace(/\/+$/, '') ?? null,
    dataDir: said('DATA_DIR'),
    databaseUrl,
    pgBinDir: maybe('PG_BIN_DIR'),
    secretKey,
    smtpUrl,
    mailFrom: said('MAIL_FROM'),
    oidc: issuer === null ? null : { issuer, clientId: said('OIDC_CLIENT_ID'), clientSecret: said('OIDC_CLIENT_SECRET'), name: said('OIDC_NAME') },
    allowPrivate: said('ALLOW_PRIVATE')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    archivePrivate: ['yes', 'true'].includes(said('ARCHIVE_PRIVATE')),
    trustProxy: ['yes', 'true'].includes(said('TRUST_PROXY')),
    uploadLimit: uploadLimit * 1024 ** 2,
    readingProcesses: readingProcesses === null ? null : Number(readingProcesses),
    logLevel,
    metricsToken: maybe('METRICS_TOKEN'),
  }
}

/** Values that are never printed. */
const SECRET = new Set(['DATABASE_URL', 'SECRET_KEY', 'SMTP_URL', 'OIDC_CLIENT_SECRET', 'METRICS_TOKEN'])

const isThisMachine = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^/\s]+/.test(text) && URL.canParse(text)
}
