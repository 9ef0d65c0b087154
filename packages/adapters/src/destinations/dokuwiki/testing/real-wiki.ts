import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Settings } from '@blamefree/core'
import { freePort } from '../../../../../../tools/free-port.ts'

const HOME = '/usr/share/dokuwiki'

/** Why there is no real wiki to test against; false where DokuWiki and PHP are installed. */
export const missingWiki: string | false = ((): string | false => {
  if (!existsSync(join(HOME, 'inc', 'preload.php'))) return 'DokuWiki is not installed (Debian: dokuwiki)'
  const { status, stdout } = spawnSync('php', ['-m'], { encoding: 'utf8' })
  if (status !== 0) return 'PHP is not installed (Debian: php-cli)'
  const lacks = ['mbstring', 'xml'].filter((name) => !stdout.toLowerCase().split('\n').includes(name))
  return lacks.length > 0 ? `PHP lacks ${lacks.join(', ')} (Debian: php-mbstring, php-xml)` : false
})()

/** A real DokuWiki with its settings and pages in a folder of its own, and with people in it. */
export interface RealWiki {
  readonly url: string
  /** What a user would enter. */
  readonly settings: Settings
  /** As it was right after it was set up. */
  reset(): void
  /** Every page, by its id. */
  pages(): ReadonlyMap<string, string>
  /** Somebody there saves a page, as the button of the editor does it: at a second of its own, whoever holds the lock. An empty text deletes it. */
  edit(id: string, text: string): void
  /** Somebody opens the editor, and holds the lock of a page. */
  openEditor(id: string): void
  /** Adds lines to the settings, and to the list of rights. */
  configure(php: string, acl?: string): void
  /** What a page looks like: its HTML, without what is around it. */
  shown(text: string): string
  end(): Promise<void>
}

/** With a colon, which old releases cut a password at: then we sign in. */
const PASSWORD = 'a-long-password:for-tests'
const NAME = 'blamefree'

/** Sets up a wiki, and serves it by PHP's own server at a free port of this machine. */
export async function startWiki(): Promise<RealWiki> {
  const root = mkdtempSync(join(tmpdir(), 'dokuwiki-'))
  const [conf, data, prepend] = [join(root, 'conf'), join(root, 'data'), join(root, 'prepend.php')]
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  writeFileSync(prepend, `<?php define('DOKU_CONF', '${conf}/');`)
  const reset = (): void => {
    for (const folder of [conf, data]) rmSync(folder, { recursive: true, force: true })
    mkdirSync(conf)
    for (const name of ['pages', 'attic', 'media', 'media_attic', 'media_meta', 'meta', 'cache', 'index', 'locks', 'tmp', 'log'])
      mkdirSync(join(data, name), { recursive: true })
    writeFileSync(join(conf, 'local.php'), settingsOf(data))
    writeFileSync(join(conf, 'acl.auth.php'), '# <?php exit()?>\n*\t@ALL\t0\n*\t@user\t8\n')
    const hash = createHash('md5').update(PASSWORD).digest('hex')
    writeFileSync(join(conf, 'users.auth.php'), [NAME, 'kim'].map((name) => `${name}:${hash}:${name}:${name}@example.com:user\n`).join(''))
  }
  reset()
  const php = (code: string, input: unknown): string => {
    const program = `define('DOKU_CONF', '${conf}/'); define('DOKU_INC', '${HOME}/'); define('NOSESSION', 1); $_SERVER['HTTP_HOST'] = '127.0.0.1'; require DOKU_INC.'inc/init.php';
      $INPUT->server->set('REMOTE_USER', 'kim'); $given = json_decode(file_get_contents('php://stdin'), true); ${code}`
    const { status, stdout, stderr } = spawnSync('php', ['-r', program], { encoding: 'utf8', input: JSON.stringify(input) })
    if (status !== 0) throw new Error(`php: ${stdout} ${stderr}`)
    return stdout
  }
  const server = spawn(
    'php',
    ['-d', `auto_prepend_file=${prepend}`, '-d', 'opcache.enable_cli=1', '-d', 'opcache.revalidate_freq=0', '-S', `127.0.0.1:${port}`, '-t', HOME],
    {
      cwd: root,
      stdio: 'ignore',
      detached: true,
    },
  )
  await answers(url)
  return {
    url,
    settings: { url, name: NAME, token: PASSWORD, namespace: 'incidents' },
    reset,
    pages: () => storedPages(join(data, 'pages')),
    edit: (id, text) => void php(EDIT, { id, text }),
    openEditor: (id) => void php('lock($given["id"]);', { id }),
    configure(lines, acl = '') {
      writeFileSync(join(conf, 'local.php'), `${readFileSync(join(conf, 'local.php'), 'utf8')}\n${lines}\n`)
      writeFileSync(join(conf, 'acl.auth.php'), `${readFileSync(join(conf, 'acl.auth.php'), 'utf8')}${acl}`)
    },
    shown: (text) => php('$info = []; echo p_render("xhtml", p_get_instructions($given["text"]), $info);', { text }),
    async end() {
      const ended = new Promise((done) => server.once('exit', done))
      if (server.pid !== undefined) process.kill(-server.pid)
      await ended
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** A revision of DokuWiki is a second: two that are saved in one are one. */
const EDIT = `$file = wikiFN($given['id']);
  while (file_exists($file) && time() <= filemtime($file)) { usleep(20000); clearstatcache(); }
  saveWikiText($given['id'], $given['text'], $given['text'] === '' ? 'outdated' : 'by hand');
  $now = time(); while (time() === $now) usleep(20000);`

/** Settings of a wiki that a company would run. */
const settingsOf = (data: string): string => `<?php
$conf['title'] = 'Test wiki';
$conf['savedir'] = '${data}';
$conf['useacl'] = 1;
$conf['superuser'] = 'admin';
$conf['remote'] = 1;
$conf['remoteuser'] = '@user';
`

function storedPages(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'))
  return new Map(files.toSorted().map((name) => [decodeURIComponent(name.slice(0, -4).replaceAll('/', ':')), readFileSync(join(folder, name), 'utf8')]))
}

async function answers(url: string): Promise<void> {
  for (let turn = 0; turn < 100; turn++) {
    const reply = await fetch(`${url}/lib/exe/xmlrpc.php`, { method: 'POST', body: '' }).catch(() => null)
    if (reply !== null) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('DokuWiki does not answer.')
}
