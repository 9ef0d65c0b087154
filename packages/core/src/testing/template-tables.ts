import { BLOCKS, FILTERS, STRUCTURE, VARIABLES, type BlockAttribute } from '../index.ts'

/** The tables of `docs/templates.md`, as they must stand there. */
export function templateTables(): string[] {
  return [
    tableOf(
      ['Variable', 'What it is', 'Shape'],
      VARIABLES.map(({ name, sentence, shape }) => [`\`${name}\``, sentence, shape]),
    ),
    tableOf(
      ['Filter', 'What it does', 'Works on', 'Example'],
      FILTERS.map(({ name, sentence, takes, example }) => [`\`${name}\``, sentence, takes.join(', '), `\`${example.replaceAll('|', '\\|')}\``]),
    ),
    ...BLOCKS.map(({ name, sentence, example, attributes }) => entry(name, sentence, example, attributes)),
    ...STRUCTURE.map(({ name, sentence, example, attributes }) => entry(name, sentence, example, attributes)),
  ]
}

function entry(name: string, sentence: string, example: string, attributes: readonly BlockAttribute[]): string {
  const lines = attributes.map((attribute) => `- \`${attribute.name}\`${valuesOf(attribute)}: ${attribute.sentence}`)
  return [`### \`${name}\``, sentence, `\`\`\`markdown\n${example}\n\`\`\``, ...(lines.length === 0 ? [] : [lines.join('\n')])].join('\n\n')
}

function valuesOf({ values, many }: BlockAttribute): string {
  if (values === 'flag') return ''
  if (values === 'number') return ' (a number)'
  if (values.length === 0) return ''
  return ` (${values.map((value) => `\`${value}\``).join(', ')}${many === true ? '; several with commas between' : ''})`
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
