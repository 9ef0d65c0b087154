// A post-mortem of 60 events → PDF, one document more: ours, from the tree, in a process that is kept; LibreOffice from .docx, a run for each; Chromium from
// HTML, kept open, with a tab for each. CPU time of whole process trees (Chromium: browser, zygotes, renderers, GPU and network process), in turn; the
// documents differ, so that nothing is remembered. The .docx and HTML are pandoc's and plainer than ours; making them is not counted.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figure, median, runProcess } from '../../../tools/measure.ts'
import { renderPdf } from '../src/destinations/pdf/render.ts'
import { LIMITS, typstProcess } from '../src/destinations/pdf/typst-process.ts'
import { longTimeline } from '../src/destinations/testing/every-construct.ts'
import { browserPrinter } from './browser-printer.ts'
import type { BrowserPrinter } from './browser-printer.ts'
import { madeDocument, madeMarkdown } from './made-post-mortem.ts'
import { descendants, treeCost } from '../../../tools/process-tree.ts'

const ROUNDS = 3
const EACH = 8
const ROWS = 60
const folder = mkdtempSync(join(tmpdir(), 'blamefree-pdf-bench-'))
const found = (names: readonly string[]): string | null => names.find((name) => spawnSync(name, ['--version']).error === undefined) ?? null
const office = found(['soffice', 'libreoffice'])
const chromium = found(['chromium', 'chromium-browser', 'google-chrome'])
const pandoc = found(['pandoc'])

let number = 0
const next = (): number => (number += 1)

const WAYS = ['pdf', 'office', 'batch', 'chromium', 'again'] as const
type Way = (typeof WAYS)[number]

async function compare(): Promise<void> {
  const browser = chromium === null || pandoc === null ? null : await browserPrinter(chromium)
  const times: Record<Way, number[]> = { pdf: [], office: [], batch: [], chromium: [], again: [] }
  for (let round = 0; round <= ROUNDS; round += 1) {
    const cost = {
      pdf: await ours(),
      office: office === null || pandoc === null ? Number.NaN : await libreOffice(office, 1),
      batch: office === null || pandoc === null ? Number.NaN : await libreOffice(office, EACH),
      chromium: browser === null ? Number.NaN : await printing(browser, (page) => browser.print(page)),
      again: browser === null ? Number.NaN : await printing(browser, (page) => browser.printAgain(page)),
    }
    if (round > 0) for (const name of WAYS) times[name].push(cost[name])
  }
  await browser?.close()
  const own = median(times.pdf)
  figure('60 events → pdf, one document more', `${own.toFixed(0)} ms`, '', null)
  compared('  LibreOffice, a run for each, from .docx', median(times.office), { own, target: 10 })
  const more = (median(times.batch) - median(times.office)) / (EACH - 1)
  if (!Number.isNaN(more)) figure('  LibreOffice, one more in the same run', `${more.toFixed(0)} ms, ${(more / own).toFixed(1)} × ours`, '', null)
  compared('  Chromium kept open, a tab for each, from HTML', median(times.chromium), { own, target: 2 })
  if (browser !== null)
    figure('  Chromium kept open, one tab for all', `${median(times.again).toFixed(0)} ms, ${(median(times.again) / own).toFixed(1)} × ours`, '', null)
}

function compared(name: string, cost: number, { own, target }: { own: number; target: number }): void {
  if (Number.isNaN(cost)) figure(name, 'not measured: it or pandoc is not installed', '', null)
  else figure(name, `${cost.toFixed(0)} ms, ${(cost / own).toFixed(1)} × ours`, `≥ ${target} ×`, cost / own >= target)
}

/** CPU of this process and of its Typst for a document, from the tree. */
async function ours(): Promise<number> {
  await renderPdf(madeDocument(ROWS, next()))
  const documents = Array.from({ length: EACH }, () => madeDocument(ROWS, next()))
  const before = process.cpuUsage()
  const worker = treeCost(typstId()).cpu
  for (const document of documents) await renderPdf(document)
  const { user, system } = process.cpuUsage(before)
  return ((user + system) / 1000 + treeCost(typstId()).cpu - worker) / EACH
}

/** The process id of the Typst that this process keeps. */
function typstId(): number {
  return descendants(process.pid).find((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('typst-worker')) ?? 0
}

/** CPU of LibreOffice for a document, from .docx, by how many files a run is given: one, as a tool that makes a PDF runs it, or many. */
async function libreOffice(program: string, count: number): Promise<number> {
  const files = Array.from({ length: count }, (_, index) => pandocMade('docx', join(folder, `${index}.docx`)))
  const { cpu } = await runProcess(program, [
    '--headless',
    `-env:UserInstallation=file://${folder}/office`,
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    ...files,
  ])
  return cpu
}

/** CPU of an open Chromium for a document, from HTML: the browser, its zygotes, its renderer and its GPU process together. */
async function printing(browser: BrowserPrinter, print: BrowserPrinter['print']): Promise<number> {
  const pages = Array.from({ length: EACH + 1 }, () => readFileSync(pandocMade('html', join(folder, 'page.html')), 'utf8'))
  await print(pages[0] ?? '')
  const before = treeCost(browser.pid).cpu
  for (const page of pages.slice(1)) await print(page)
  return (treeCost(browser.pid).cpu - before) / EACH
}

function pandocMade(format: 'docx' | 'html', file: string): string {
  spawnSync(pandoc ?? 'pandoc', ['-f', 'gfm', '-t', format, '-s', '-o', file], { input: madeMarkdown(ROWS, next()) })
  return file
}

/** Resident memory of the Typst process over many different documents. */
async function memory(): Promise<void> {
  const at: number[] = []
  const typst = typstProcess({ ...LIMITS, jobs: 1000 })
  const others = new Set(descendants(process.pid))
  for (let index = 0; index <= 200; index += 1) {
    await renderPdf(madeDocument(ROWS, next()), {}, typst)
    if (index % 50 === 0) at.push(Math.round(treeCost(descendants(process.pid).find((id) => !others.has(id)) ?? 0).memory))
  }
  typst.end()
  figure(
    '200 documents in one process, resident after 1, 50, 100 …',
    `${at.join(', ')} MB`,
    'flat from 50 on: ≤ 1.25 ×',
    (at.at(-1) ?? 0) <= (at[1] ?? 0) * 1.25,
  )
}

/** CPU and resident memory of a Typst process of its own for timelines of two lengths: a row more costs the same in both. */
async function growth(): Promise<void> {
  const perRow: number[] = []
  for (const rows of [1_000, 4_000]) {
    const typst = typstProcess({ ...LIMITS, time: 600_000 })
    const others = new Set(descendants(process.pid))
    await renderPdf(longTimeline(3), {}, typst)
    const id = descendants(process.pid).find((candidate) => !others.has(candidate)) ?? 0
    const before = treeCost(id).cpu
    await renderPdf(longTimeline(rows), {}, typst)
    const { cpu, memory } = treeCost(id)
    typst.end()
    perRow.push((cpu - before) / rows)
    figure(`${rows.toLocaleString('en')} timeline rows → pdf`, `${((cpu - before) / 1000).toFixed(1)} s CPU, ${memory.toFixed(0)} MB resident`, '', null)
  }
  const grown = (perRow[1] ?? 0) / (perRow[0] ?? 0)
  figure('growth per row from 1,000 to 4,000', grown.toFixed(2), '≤ 1.5', grown <= 1.5)
}

if (process.platform === 'linux') {
  await compare()
  await growth()
  await memory()
} else console.log('Skipped: CPU time of process trees is read from /proc, which this system does not have.')
rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
