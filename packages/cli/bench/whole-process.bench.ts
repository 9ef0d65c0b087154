import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { figure, median, runProcess, type ProcessCost } from '../../../tools/measure.ts'
import { makeProgram } from '../../../tools/program.ts'
import { makeSnapshots } from '../../../tools/snapshot.ts'
import { madeSlackExport } from '../../adapters/bench/made-slack-export.ts'
import { markdown as markdownFile } from '../../adapters/src/destinations/markdown/index.ts'
import { longTimeline } from '../../adapters/src/destinations/testing/every-construct.ts'

// Whole processes, from the command line to the file: what somebody waits for. CPU time is user and system of the process and its children.
const folder = mkdtempSync(join(tmpdir(), 'blamefree-cli-'))
const launcher = resolve(import.meta.dirname, '..', 'bin', 'blamefree')
const blamefree = (...args: string[]): Promise<ProcessCost> => runProcess(launcher, args, { cwd: folder })
// As `npm start` leaves it.
await makeProgram(console.log)
await makeSnapshots()
try {
  await slack(20_000, { cpu: 2_000, memory: null })
  await slack(100_000, { cpu: 6_000, memory: 600 })
  await againstPandoc()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function slack(messages: number, { cpu, memory }: { cpu: number; memory: number | null }): Promise<void> {
  const zip = join(folder, `${messages}.zip`)
  writeFileSync(zip, madeSlackExport(messages))
  const costs: ProcessCost[] = []
  for (let round = 0; round < 3; round++) {
    const cost = await blamefree('fill', zip, '--to', 'markdown', '--out', 'out', '--force', '--quiet')
    if (cost.code !== 0) throw new Error(cost.output)
    costs.push(cost)
  }
  const took = median(costs.map((cost) => cost.cpu))
  const peak = median(costs.map((cost) => cost.peak))
  figure(
    `Slack export of ${messages.toLocaleString('en')} messages → Markdown, whole process`,
    `${(took / 1000).toFixed(2)} s CPU`,
    `≤ ${cpu / 1000} s`,
    took <= cpu,
  )
  figure('  its peak memory', `${peak.toFixed(0)} MB`, memory === null ? '' : `≤ ${memory} MB`, memory === null ? null : peak <= memory)
}

async function againstPandoc(): Promise<void> {
  if ((await runProcess('pandoc', ['--version'])).code !== 0) {
    figure('60 events → docx, whole process', 'pandoc is not installed', 'not slower than pandoc', null)
    return
  }
  const markdown = join(folder, 'document.md')
  writeFileSync(markdown, (await markdownFile.render(longTimeline(60))).bytes)
  const times = { ours: [] as number[], pandoc: [] as number[] }
  for (let round = 0; round < 7; round++) {
    const ours = await blamefree('render', markdown, '--to', 'docx', '--out', 'ours', '--force', '--quiet')
    if (ours.code !== 0 || readdirSync(join(folder, 'ours')).length !== 1) throw new Error(ours.output)
    times.ours.push(ours.cpu)
    times.pandoc.push((await runProcess('pandoc', ['--from=gfm', '--to=docx', markdown, '-o', join(folder, 'pandoc.docx')])).cpu)
  }
  const ratio = median(times.ours) / median(times.pandoc)
  figure(
    '60 events as Markdown → docx, whole process',
    `${median(times.ours).toFixed(0)} ms, pandoc ${median(times.pandoc).toFixed(0)} ms: ${ratio.toFixed(2)} × its time`,
    '≤ 1 ×',
    ratio <= 1,
  )
}
