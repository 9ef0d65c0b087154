import { parseMarkdown } from '@blamefree/core'
import type { Asset, Document } from '@blamefree/core'
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { pageOf } from './page-of.ts'
import { renderPdf } from './render.ts'
import { LIMITS, typstProcess } from './typst-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'blamefree-pdf-'))
after(() => rmSync(folder, { recursive: true }))

const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined
const needsPoppler = has('pdfinfo') && has('pdftotext') ? false : 'pdfinfo and pdftotext (poppler-utils) are not installed'

function poppler(program: string, bytes: Uint8Array, ...args: string[]): string {
  const file = join(folder, 'document.pdf')
  writeFileSync(file, bytes)
  return spawnSync(program, program === 'pdftotext' ? [...args, file, '-'] : [...args, file], { encoding: 'utf8' }).stdout
}

const documentOf = (markdown: string, title = 'Poison pill'): Document => ({
  schemaVersion: 1,
  title,
  template: null,
  zone: 'UTC',
  language: 'en-GB',
  tree: parseMarkdown(markdown).tree,
})

const MARKDOWN = `## Key information

:::key-information
### Tagged data

- **Severity:** Major

### Team

- **Incident Lead:** Chris Evans
:::

## Timeline

| Timestamp | Event |
|---|---|
| 12:00:00 | Chris reported the incident[^1] |
| 12:07:00 (+7mins) | See [the log](https://logs.example.com/1) |

##### A deep heading

- [x] Add a recover
- [ ] Add a dead-letter queue

![A graph](graph.svg)

[^1]: By telephone.
`
const SVG: Asset = {
  mediaType: 'image/svg+xml',
  bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20" fill="#0a0"/></svg>'),
}
const reference = (text: string): { name: string; bytes: Uint8Array } => ({ name: 'acme.typ', bytes: new TextEncoder().encode(text) })
const LOOK = '#let template(doc, body) = { title(); body }\n'

describe('a PDF', () => {
  it('is tagged PDF/UA with title and language', { skip: needsPoppler }, async () => {
    const { bytes, problems, losses, name, mediaType } = await renderPdf(documentOf(MARKDOWN), { assets: { 'graph.svg': SVG } })
    assert.deepEqual([problems, losses, name, mediaType], [[], [], 'poison-pill.pdf', 'application/pdf'])
    assert.match(poppler('pdfinfo', bytes), /Title: +Poison pill\n[^]*Tagged: +yes/)
    const meta = poppler('pdfinfo', bytes, '-meta')
    assert.match(meta, /pdfuaid:part>1</)
    assert.match(meta, /<dc:language>[^]*en-GB/)
  })

  it('has lists as lists, header cells as header cells, a note, and the image\u2019s description in its structure', { skip: needsPoppler }, async () => {
    const { bytes } = await renderPdf(documentOf(MARKDOWN), { assets: { 'graph.svg': SVG } })
    const structure = poppler('pdfinfo', bytes, '-struct-text')
    const count = (pattern: RegExp): number => [...structure.matchAll(pattern)].length
    const counts = Object.fromEntries(
      ['L', 'LI', 'TH', 'THead', 'H1', 'H2', 'Note', 'Link', 'Figure'].map((tag) => [tag, count(new RegExp(`^ *${tag}\\b`, 'gm'))]),
    )
    assert.deepEqual(counts, { L: 3, LI: 4, TH: 2, THead: 1, H1: 2, H2: 3, Note: 1, Link: 3, Figure: 1 })
    assert.match(Buffer.from(bytes).toString('latin1'), /\/Alt ?\(A graph\)/)
  })

  it('holds its words as text that can be copied', { skip: needsPoppler }, async () => {
    const token = '0123456789abcdef'.repeat(8)
    const hostile = '#panic() $x^2$ @label // /* */ ~ -- "quoted" = ]'
    const words = `${hostile.replaceAll('*', '\\*').replaceAll('~', '\\~')}\n\n${token}\n\n\`${token}\`\n\n    ${token}\n\n漢字 العربية 👩‍💻`
    const text = poppler('pdftotext', (await renderPdf(documentOf(words))).bytes, '-raw')
    assert.ok(text.includes(hostile), text)
    assert.equal(text.replace(/\s/g, '').split(token).length - 1, 3, 'no character is lost or doubled where a token is broken')
    assert.match(text, /漢字/)
  })

  it('is the same bytes each time, from any process', async () => {
    const [one, two] = [typstProcess(), typstProcess()]
    const first = await renderPdf(documentOf(MARKDOWN), {}, one)
    await renderPdf(documentOf('Another'), {}, one)
    const second = await renderPdf(documentOf(MARKDOWN), {}, one)
    const other = await renderPdf(documentOf(MARKDOWN), {}, two)
    assert.ok(Buffer.from(first.bytes).equals(second.bytes))
    assert.ok(Buffer.from(first.bytes).equals(other.bytes))
    one.end()
    two.end()
  })

  it('shows a damaged image as its description, and says so', { skip: needsPoppler }, async () => {
    const broken: Asset = { mediaType: 'image/png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]) }
    const { bytes, losses } = await renderPdf(documentOf('![Broken](b.png)\n\n![A graph](graph.svg)'), { assets: { 'b.png': broken, 'graph.svg': SVG } })
    assert.match(poppler('pdftotext', bytes), /\[Broken\]/)
    assert.equal(losses[0]?.count, 1)
  })

  it('names the characters that no font has, and is still made', async () => {
    const { problems, bytes } = await renderPdf(documentOf('Odd: \u{10fffd}'))
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['pdf/missing-glyphs'],
    )
    assert.ok(bytes.length > 1000)
  })

  it('sets renders that come at once one after another, each its own', { skip: needsPoppler }, async () => {
    const artifacts = await Promise.all(Array.from({ length: 6 }, (_, index) => renderPdf(documentOf(`Number ${index}`))))
    artifacts.forEach(({ bytes }, index) => assert.match(poppler('pdftotext', bytes), new RegExp(`Number ${index}`)))
  })
})

describe('a company\u2019s look', () => {
  it('dresses the document and may replace our functions', { skip: needsPoppler }, async () => {
    const text = `#import "look.typ": base\n#let callout(kind, title, body) = [ACME #kind: #body]\n#let template(doc, body) = { show: base.with(doc); [for #doc.audience]; title(); body }`
    const { bytes, problems } = await renderPdf(documentOf(':::callout{kind=tip}\nCalm\n:::'), { audience: 'customer', reference: reference(text) })
    assert.match(poppler('pdftotext', bytes), /for customer[^]*ACME tip: *\n*Calm/)
    assert.deepEqual(problems, [])
  })

  it('that is wrong is refused in a sentence with its line', async () => {
    await assert.rejects(renderPdf(documentOf('x'), { reference: reference(`${LOOK}#nope`) }), /acme\.typ: line 2, Typst says: unknown variable: nope/)
  })

  it('that breaks PDF/UA still makes a PDF, with a problem', async () => {
    const { problems } = await renderPdf(documentOf('x'), { reference: reference('#let template(doc, body) = { heading(level: 3)[x]; body }') })
    assert.equal(problems[0]?.code, 'pdf/not-accessible')
  })

  for (const [name, code, expected] of [
    ['the network', 'import "@preview/cetz:0.3.0"', /failed to download package/],
    ['packages of the machine', 'import "@local/x:0.1.0"', /package not found/],
    ['files', 'read("/etc/passwd")', /file not found/],
    ['files above', 'read("../etc/passwd")', /access denied/],
  ] as const) {
    it(`reaches ${name} in no way, even past the check of its text`, async () => {
      const typst = typstProcess()
      const reply = await typst.set({ page: JSON.stringify(pageOf(documentOf('x')).page), images: [], company: `#let x = { ${code} }\n${LOOK}` })
      assert.match(reply.kind === 'refused' ? (reply.complaints[0]?.message ?? '') : 'made', expected)
      typst.end()
    })
  }

  const LOOP =
    '#let f(n) = { let x = 0\n for i in range(1000) { for j in range(1000) { x = calc.rem(x + i * j + n, 7919) } }\n x }\n#let y = range(100000).map(f)\n'
  it('that loops is stopped by the time limit, and the next document is made', async () => {
    const typst = typstProcess({ ...LIMITS, time: 1500 })
    await assert.rejects(renderPdf(documentOf('x'), { reference: reference(LOOP + LOOK) }, typst), { code: 'pdf/too-long' })
    assert.ok((await renderPdf(documentOf('x'), {}, typst)).bytes.length > 1000)
    typst.end()
  })

  it('that fills memory is stopped by the memory limit, and the next document is made', async () => {
    const typst = typstProcess({ ...LIMITS, memory: 400 })
    const greedy = '#let x = range(100).map(n => range(n * 100000, n * 100000 + 100000))\n'
    await assert.rejects(renderPdf(documentOf('x'), { reference: reference(greedy + LOOK) }, typst), { code: 'pdf/too-large' })
    assert.ok((await renderPdf(documentOf('x'), {}, typst)).bytes.length > 1000)
    typst.end()
  })
})

describe('the process that sets', () => {
  const script = (body: string): string[] => [
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '-e',
    `import { renderPdf } from ${JSON.stringify(new URL('render.ts', import.meta.url).href)}
     const tree = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'x' }] }] }
     const document = { schemaVersion: 1, title: 'x', template: null, zone: 'UTC', language: 'en', tree }
     ${body}`,
  ]

  it('does not keep its parent alive', () => {
    const began = performance.now()
    const { status, stdout } = spawnSync(process.execPath, script('console.log((await renderPdf(document)).bytes.length > 1000)'), {
      encoding: 'utf8',
      timeout: 30_000,
    })
    assert.deepEqual([status, stdout], [0, 'true\n'])
    assert.ok(performance.now() - began < 20_000)
  })

  it('ends with its parent, idle or working, even when that is killed', { skip: process.platform === 'linux' ? false : '/proc is Linux\u2019s' }, async () => {
    const loop = `{ reference: { name: 'x.typ', bytes: new TextEncoder().encode(${JSON.stringify('#let f(n) = { let x = 0\n for i in range(1000) { for j in range(1000) { x = calc.rem(x + i * j + n, 7919) } }\n x }\n#let y = range(100000).map(f)\n#let template(doc, body) = body')}) } }`
    for (const body of [
      'await renderPdf(document); console.log("ready"); setInterval(() => undefined, 1000)',
      `setTimeout(() => console.log("ready"), 1500); await renderPdf(document, ${loop})`,
    ]) {
      const parent = spawn(process.execPath, script(body), { stdio: ['ignore', 'pipe', 'inherit'] })
      await new Promise((resolve) => parent.stdout.once('data', resolve))
      const children = spawnSync('cat', [`/proc/${parent.pid}/task/${parent.pid}/children`], { encoding: 'utf8' })
        .stdout.trim()
        .split(' ')
      assert.equal(children.length, 1)
      parent.kill('SIGKILL')
      let alive = true
      for (let round = 0; alive && round < 50; round += 1) {
        await wait(100)
        alive = spawnSync('cat', [`/proc/${children[0]}/cmdline`], { encoding: 'utf8' }).stdout.includes('typst-worker')
      }
      assert.equal(alive, false)
    }
  })
})
