import { DESTINATIONS, SOURCES } from '@blamefree/adapters'
import { BUILT_IN_TEMPLATES, type Document } from '@blamefree/core'
import { accessSync, constants } from 'node:fs'
import { VERSION } from '../index.ts'
import { chosenTemplate } from '../templates.ts'
import { painter, type Terminal } from '../terminal.ts'

/** One thing that was looked at. `hint` says what to do where it is not well. */
interface Finding {
  readonly name: string
  readonly well: boolean
  readonly says: string
  readonly hint?: string
}

/** `blamefree doctor`: makes a small document in every format and looks at what is around. Gives 0 when all is well, 2 when something does not work. */
export async function doctorCommand(terminal: Terminal): Promise<number> {
  const findings = [node(), folder(), ...templates()]
  for (const destination of DESTINATIONS) findings.push(await format(destination.id))
  const paint = painter(terminal)
  terminal.out(`blamefree ${VERSION}, ${SOURCES.length} sources, ${DESTINATIONS.length} formats\n`)
  for (const { name, well, says, hint } of findings) {
    terminal.out(`${well ? paint('good', '✔') : paint('bad', '✘')} ${name.padEnd(18)} ${says}\n`)
    if (!well && hint !== undefined) terminal.out(`  ${hint}\n`)
  }
  return findings.every(({ well }) => well) ? 0 : 2
}

function node(): Finding {
  const well = Number(process.versions.node.split('.')[0]) >= 24
  return {
    name: 'Node',
    well,
    says: `${process.versions.node} on ${process.platform}-${process.arch}`,
    hint: 'Blamefree needs Node 24 or newer. Run npm ci in its folder.',
  }
}

function folder(): Finding {
  try {
    accessSync('.', constants.W_OK)
    return { name: 'this folder', well: true, says: 'can be written to' }
  } catch {
    return { name: 'this folder', well: false, says: 'cannot be written to', hint: 'Files go to the folder given with --out.' }
  }
}

function templates(): Finding[] {
  return BUILT_IN_TEMPLATES.map(({ id }) => {
    const { problems } = chosenTemplate(id)
    return {
      name: `template ${id}`,
      well: problems.length === 0,
      says: problems[0]?.message ?? 'no problems',
      hint: 'This is a fault of ours. Please report it.',
    }
  })
}

/** Scripts that a fresh machine often lacks fonts for: Latin, Chinese, Arabic and an emoji. */
const SAMPLE: Document = {
  schemaVersion: 1,
  title: 'Doctor',
  template: null,
  zone: 'UTC',
  language: 'en',
  tree: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'Latin, 中文, العربية, 🚒' }] }] },
}

async function format(id: string): Promise<Finding> {
  const destination = DESTINATIONS.find((candidate) => candidate.id === id)
  const name = `format ${id}`
  try {
    const artifact = await destination?.render(SAMPLE, {})
    const [problem] = artifact?.problems ?? []
    if (problem !== undefined) return { name, well: false, says: problem.message, ...(problem.hint === undefined ? {} : { hint: problem.hint }) }
    return { name, well: (artifact?.bytes.byteLength ?? 0) > 0, says: 'works' }
  } catch (error) {
    return { name, well: false, says: error instanceof Error ? error.message : String(error), hint: 'Run npm ci in the folder of Blamefree, then try again.' }
  }
}
