import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document } from '@blamefree/core'
import { figure, interleave, median, runProcess } from '../../../tools/measure.ts'
import { docx } from '../src/destinations/docx/index.ts'
import { longTimeline } from '../src/destinations/testing/every-construct.ts'

// Word files from the tree, against pandoc on the same document in GFM. CPU time, side by side in one run.

const [, , task, from, to] = process.argv
if (task === 'render' && from !== undefined && to !== undefined) {
  const document = JSON.parse(readFileSync(from, 'utf8')) as Document
  writeFileSync(to, (await docx.render(document)).bytes)
} else await bench()

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'blamefree-docx-'))
  try {
    if ((await runProcess('pandoc', ['--version'])).code !== 0) return figure('docx against pandoc', 'pandoc is not installed', '≥ 10 × faster', null)
    await against(folder, 60, 31)
    await against(folder, 2000, 11)
    const json = join(folder, 'document.json')
    writeFileSync(json, JSON.stringify(longTimeline(2000)))
    const peaks: number[] = []
    for (let round = 0; round < 3; round += 1) {
      peaks.push((await runProcess(process.execPath, [import.meta.filename, 'render', json, join(folder, 'out.docx')])).peak)
    }
    const peak = Math.max(...peaks)
    figure('2,000 timeline rows → docx, peak memory of the whole process', `${peak.toFixed(0)} MB`, '≤ 450 MB', peak <= 450)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function against(folder: string, rows: number, rounds: number): Promise<void> {
  const document = longTimeline(rows)
  const markdown = join(folder, `${rows}.md`)
  writeFileSync(markdown, loweredTimeline(document))
  const pandoc: number[] = []
  const times = await interleave(
    {
      ours: () => docx.render(document),
      pandoc: async () => {
        const { cpu, code } = await runProcess('pandoc', ['--from=gfm', '--to=docx', markdown, '-o', join(folder, 'pandoc.docx')])
        if (code === 0) pandoc.push(cpu)
      },
    },
    rounds,
  )
  const theirs = median(pandoc)
  const ratio = theirs / times.ours
  figure(
    `${rows.toLocaleString('en')} events → docx from the tree`,
    `${times.ours.toFixed(1)} ms, pandoc ${theirs.toFixed(0)} ms: ${ratio.toFixed(1)} ×`,
    '≥ 10 × faster',
    ratio >= 10,
  )
}

/** The timeline's Markdown without directives, which GFM does not have. */
function loweredTimeline(document: Document): string {
  const rows: string[] = []
  for (const node of document.tree.children)
    if (node.type === 'containerDirective')
      for (const table of node.children)
        if (table.type === 'table')
          rows.push(...table.children.map((row) => `| ${row.children.map((cell) => cell.children.map(lowered).join('')).join(' | ')} |`))
  rows.splice(1, 0, '| --- | --- |')
  return `# ${document.title}\n\n## Timeline\n\n${rows.join('\n')}\n`
}

function lowered(node: object): string {
  const { type, value, children, url } = node as { type: string; value?: string; children?: object[]; url?: string }
  const inner = (children ?? []).map(lowered).join('')
  if (type === 'inlineCode') return `\`${value ?? ''}\``
  if (type === 'strong') return `**${inner}**`
  return type === 'link' ? `[${inner}](${url ?? ''})` : (value ?? inner)
}
