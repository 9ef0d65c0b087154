import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Settings } from '@blamefree/core'
import { freePort } from '../../../../../../tools/free-port.ts'

const HOME = '/usr/share/mediawiki'

/** Why there is no real wiki to test against; false where MediaWiki and PHP are installed. */
export const missingWiki: string | false = ((): string | false => {
  if (!existsSync(join(HOME, 'maintenance', 'install.php'))) return 'MediaWiki is not installed (Debian: mediawiki)'
  const { status, stdout } = spawnSync('php', ['-m'], { encoding: 'utf8' })
  if (status !== 0) return 'PHP is not installed (Debian: php-cli)'
  const lacks = ['pdo_sqlite', 'mbstring', 'xml', 'intl'].filter((name) => !stdout.toLowerCase().split('\n').includes(name))
  return lacks.length > 0 ? `PHP lacks ${lacks.join(', ')} (Debian: php-sqlite3, php-mbstring, php-xml, php-intl)` : false
})()

/** A page of the wiki as its database has it. */
export interface StoredPage {
  readonly id: number
  readonly title: string
  readonly text: string
  readonly revision: number
  readonly redirect: boolean
}

/** A real MediaWiki in a folder of its own, with people in it. */
export interface RealWiki {
  readonly url: string
  /** What a user would enter. */
  readonly settings: Settings
  /** As it was right after it was set up. */
  reset(): void
  /** Pages of all namespaces but those of files and users, the main page left out. */
  pages(): readonly StoredPage[]
  /** Runs one of MediaWiki's own programs. */
  maintain(script: string, args: readonly string[], input?: string): string
  /** Somebody there writes a text. */
  edit(title: string, text: string): void
  /** Adds lines to the settings of the wiki; the next request has them. */
  configure(php: string): void
  end(): Promise<void>
}

const PASSWORD = 'a-long-password-for-tests'
const BOT_PASSWORD = '0123456789abcdef0123456789abcdef'

/** Sets up a wiki with SQLite, and serves it by PHP's own server at a free port. */
export async function startWiki(): Promise<RealWiki> {
  const root = mkdtempSync(join(tmpdir(), 'mediawiki-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const file = join(root, 'LocalSettings.php')
  const php = (args: readonly string[], input?: string): string => {
    const { status, stdout, stderr } = spawnSync('php', args, {
      cwd: HOME,
      encoding: 'utf8',
      env: { ...process.env, ...(existsSync(file) ? { MW_CONFIG_FILE: file } : {}) },
      ...(input === undefined ? {} : { input }),
    })
    if (status !== 0) throw new Error(`php ${args.join(' ')}: ${stdout} ${stderr}`)
    return stdout
  }
  const database = ['--dbtype', 'sqlite', '--dbname', 'wiki', '--dbpath', join(root, 'data')]
  php(['maintenance/install.php', '--confpath', root, ...database, '--scriptpath', '', '--server', url, '--pass', PASSWORD, 'Test wiki', 'Admin'])
  appendFileSync(file, `\n${settingsOf(root)}`)
  for (const script of [
    ['createAndPromote.php', '--bot', 'Blamefree', PASSWORD],
    ['createAndPromote.php', 'Kim', PASSWORD],
    ['createBotPassword.php', '--appid', 'blamefree', '--grants', 'basic,editpage,createeditmovepage,uploadfile,highvolume', 'Blamefree', BOT_PASSWORD],
  ])
    php([`maintenance/${script[0]}`, ...script.slice(1)])
  cpSync(join(root, 'data'), join(root, 'fresh'), { recursive: true })
  cpSync(file, join(root, 'fresh.php'))
  const server = spawn('php', ['-d', 'opcache.enable_cli=1', '-d', 'opcache.revalidate_freq=0', '-S', `127.0.0.1:${port}`, '-t', HOME], {
    cwd: HOME,
    env: { ...process.env, MW_CONFIG_FILE: file, PHP_CLI_SERVER_WORKERS: '2' },
    stdio: 'ignore',
    detached: true,
  })
  await answers(url)
  const maintain = (script: string, args: readonly string[], input?: string): string => php([`maintenance/${script}`, ...args], input)
  return {
    url,
    settings: { url: `${url}/api.php`, name: 'Blamefree@blamefree', token: BOT_PASSWORD },
    reset() {
      cpSync(join(root, 'fresh'), join(root, 'data'), { recursive: true, force: true })
      cpSync(join(root, 'fresh.php'), file)
    },
    pages: () => storedPages(join(root, 'data', 'wiki.sqlite')),
    maintain,
    edit: (title, text) => void maintain('edit.php', ['--user', 'Kim', '--summary', 'By hand', title], text),
    configure: (lines) => appendFileSync(file, `\n${lines}\n`),
    async end() {
      const ended = new Promise((done) => server.once('exit', done))
      if (server.pid !== undefined) process.kill(-server.pid)
      await ended
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** Settings of a wiki that a company would run, as fast as a test wants it. */
const settingsOf = (root: string): string => `
wfLoadExtension( 'Cite' );
wfLoadExtension( 'SyntaxHighlight_GeSHi' );
$wgEnableUploads = true;
$wgUploadDirectory = '${join(root, 'images')}';
$wgFileExtensions[] = 'webp';
$wgRateLimits = [];
$wgPasswordAttemptThrottle = false;
$wgJobRunRate = 0;
// With APCu installed each process would remember pages for itself, those that MediaWiki's own programs change from outside among them.
$wgMainCacheType = CACHE_NONE;
$wgShowExceptionDetails = true;
$wgGroupPermissions['*']['read'] = false;
`

function storedPages(file: string): StoredPage[] {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const rows = db
      .prepare(
        `select page_id, page_namespace, page_title, page_latest, page_is_redirect, old_text from page
         join slots on slot_revision_id = page_latest join content on content_id = slot_content_id
         join text on old_id = cast(substr(content_address, 4) as integer)
         where page_namespace not in (2, 6) and page_title <> 'Main_Page' order by page_id`,
      )
      .all()
    return rows.map((row) => ({
      id: Number(row['page_id']),
      title: String(row['page_title']).replace(/_/g, ' '),
      text: typeof row['old_text'] === 'string' ? row['old_text'] : new TextDecoder().decode(row['old_text'] as Uint8Array),
      revision: Number(row['page_latest']),
      redirect: row['page_is_redirect'] === 1,
    }))
  } finally {
    db.close()
  }
}

async function answers(url: string): Promise<void> {
  for (let turn = 0; turn < 100; turn++) {
    const reply = await fetch(`${url}/api.php?action=query&meta=tokens&type=login&format=json`).catch(() => null)
    if (reply?.ok === true) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('MediaWiki does not answer.')
}
