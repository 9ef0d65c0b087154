import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FakePlace } from '../../testing/page-subject.ts'
import { withMarker, withoutMarker } from '../marker-line.ts'
import { titleOf } from '../read-back.ts'

/** A real git repository behind git's own HTTP program, and a person who works in a clone of it. */
export interface GitServer {
  readonly url: string
  readonly token: string
  /** Where the bare repository lies. */
  readonly folder: string
  /** The requests that came, `POST /git-receive-pack`. */
  readonly requests: string[]
  /** Called before each request is answered: to be quicker than somebody, or to break off (`false`). */
  before: ((request: string) => Promise<void | false> | void | false) | null
  /** Whether everybody may read it. */
  isPublic: boolean
  /** Runs git in the bare repository itself. */
  git(...args: string[]): string
  /** Takes every branch away, and whatever was to come before an answer. */
  empty(): void
  /** Commits over there as a person would: path → text, or null to take it away. */
  commit(files: Readonly<Record<string, string | null>>, options?: { readonly branch?: string; readonly mode?: string }): void
  /** A file of a branch; null where there is none. */
  file(path: string, branch?: string): string | null
  end(): void
}

const PERSON = ['-c', 'user.name=Kim', '-c', 'user.email=kim@acme.example']

/** Starts it on a free port, with an empty repository whose branch is `main`. `filter`: whether it sends files only when asked for, as the large hosts do. */
export async function startGitServer({ filter = true }: { readonly filter?: boolean } = {}): Promise<GitServer> {
  const root = mkdtempSync(join(tmpdir(), 'git-server-'))
  const bare = join(root, 'acme', 'handbook.git')
  const run = (args: readonly string[], input?: string): string => {
    const { status, stdout, stderr } = spawnSync('git', args, { encoding: 'utf8', ...(input === undefined ? {} : { input }) })
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
    return stdout
  }
  run(['init', '--quiet', '--bare', '--initial-branch=main', bare])
  run(['-C', bare, 'config', 'http.receivepack', 'true'])
  run(['-C', bare, 'config', 'uploadpack.allowFilter', String(filter)])
  const token = 'ghp_a-secret-token'
  const expected = `Basic ${Buffer.from(`blamefree:${token}`).toString('base64')}`
  const server = createServer((request, response) => {
    const { pathname, searchParams, search } = new URL(request.url ?? '/', 'http://x')
    const name = `${request.method} ${pathname.replace('/acme/handbook.git', '')}${searchParams.has('service') ? `?${searchParams.get('service')}` : ''}`
    self.requests.push(name)
    void (async () => {
      if ((await self.before?.(name)) === false) {
        request.socket.destroy()
        return
      }
      if (request.headers.authorization !== expected && !(self.isPublic && /upload-pack/.test(name))) {
        response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end('no')
        return
      }
      const child = spawn('git', ['http-backend'], {
        env: {
          PATH: process.env['PATH'] ?? '',
          GIT_PROJECT_ROOT: root,
          GIT_HTTP_EXPORT_ALL: '1',
          PATH_INFO: pathname,
          QUERY_STRING: search.slice(1),
          REQUEST_METHOD: request.method ?? 'GET',
          CONTENT_TYPE: request.headers['content-type'] ?? '',
          REMOTE_USER: 'blamefree',
          ...(request.headers['content-encoding'] === undefined ? {} : { HTTP_CONTENT_ENCODING: request.headers['content-encoding'] }),
          ...(typeof request.headers['git-protocol'] === 'string' ? { GIT_PROTOCOL: request.headers['git-protocol'] } : {}),
        },
      })
      request.pipe(child.stdin)
      child.stdin.on('error', () => undefined)
      const chunks: Buffer[] = []
      for await (const chunk of child.stdout as AsyncIterable<Buffer>) chunks.push(chunk)
      const whole = Buffer.concat(chunks)
      const end = whole.indexOf('\r\n\r\n')
      const headers = whole
        .toString('latin1', 0, end)
        .split('\r\n')
        .map((line) => line.split(': ') as [string, string])
      const status = Number(headers.find(([key]) => key === 'Status')?.[1].slice(0, 3) ?? 200)
      response.writeHead(status, Object.fromEntries(headers.filter(([key]) => key !== 'Status'))).end(whole.subarray(end + 4))
    })()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()))
  const self: GitServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/acme/handbook.git`,
    token,
    folder: bare,
    requests: [],
    before: null,
    isPublic: false,
    git: (...args) => run(['-C', bare, ...args]),
    empty() {
      for (const ref of self.git('for-each-ref', '--format=%(refname)').split('\n')) if (ref !== '') self.git('update-ref', '-d', ref)
      self.before = null
    },
    commit(files, { branch = 'main', mode = '100644' } = {}) {
      const index = ['--git-dir', bare]
      const env = { ...process.env, GIT_INDEX_FILE: join(root, 'index') }
      const inIndex = (args: readonly string[], input?: string): string => {
        const { status, stdout, stderr } = spawnSync('git', [...PERSON, ...index, ...args], {
          encoding: 'utf8',
          env,
          ...(input === undefined ? {} : { input }),
        })
        if (status !== 0) throw new Error(stderr)
        return stdout.trim()
      }
      const parent = spawnSync('git', ['-C', bare, 'rev-parse', '--verify', '--quiet', `refs/heads/${branch}`], { encoding: 'utf8' }).stdout.trim()
      inIndex(parent === '' ? ['read-tree', '--empty'] : ['read-tree', parent])
      const lines = Object.entries(files).map(([path, text]) =>
        text === null ? `0 ${'0'.repeat(40)}\t${path}\0` : `${mode} ${inIndex(['hash-object', '-w', '--stdin'], text)}\t${path}\0`,
      )
      inIndex(['update-index', '-z', '--index-info'], lines.join(''))
      const commit = inIndex(['commit-tree', inIndex(['write-tree']), ...(parent === '' ? [] : ['-p', parent]), '-m', 'By hand'])
      run(['-C', bare, 'update-ref', `refs/heads/${branch}`, commit])
    },
    file(path, branch = 'main') {
      const { status, stdout } = spawnSync('git', ['-C', bare, 'show', `${branch}:${path}`], { encoding: 'utf8' })
      return status === 0 ? stdout : null
    },
    end() {
      server.close().closeAllConnections()
      rmSync(root, { recursive: true, force: true })
    },
  }
  return self
}

/** The repository, emptied, as a place for the suite of all destinations. */
export function placeOf(server: GitServer): FakePlace {
  server.empty()
  const paths = (): string[] => {
    if (server.git('for-each-ref', 'refs/heads/main') === '') return []
    return server
      .git('ls-tree', '-r', '--name-only', 'main')
      .split('\n')
      .filter((path) => path.endsWith('.md'))
  }
  const change = (edit: (text: string) => string): void => {
    const [path = ''] = paths()
    const { text, marker } = withoutMarker(server.file(path) ?? '')
    server.commit({ [path]: marker === null ? edit(text) : withMarker(edit(text), marker) })
  }
  return {
    answer: () => ({ status: 404, headers: {}, body: new Uint8Array() }),
    pages: () =>
      paths().map((path) => {
        const { text } = withoutMarker(server.file(path) ?? '')
        return { title: titleOf(text) ?? path, text }
      }),
    state: () => server.git('for-each-ref'),
    edit: change,
    remove: () => server.commit({ [paths()[0] ?? '']: null }),
  }
}
