import { LINT_RULES, type Found } from './finding.ts'

/** What a document's comments say about lint. */
export interface Silencers {
  /** Whether a finding of the rule at the line is not wanted. */
  readonly silent: (rule: string, line: number) => boolean
  /** Comments that name no rule of ours. */
  readonly found: readonly Found[]
}

const COMMENT = /<!--[ \t]*blamefree-(disable-next-line|disable-file|disable|enable)\b([^\n>]{0,400}?)-->/g

/**
 * Reads `<!-- blamefree-disable-next-line rule -->`, `<!-- blamefree-disable rule -->` … `<!-- blamefree-enable rule -->` and
 * `<!-- blamefree-disable-file rule -->`. Several rules are set apart by spaces or commas; none means all.
 */
export function readSilencers(source: string): Silencers {
  const known = new Set(LINT_RULES.map(({ name }) => name))
  const spans: { rule: string; from: number; to: number }[] = []
  const found: Found[] = []
  for (const [index, text] of source.split(/\r\n|\r|\n/).entries()) {
    if (!text.includes('blamefree-')) continue
    const line = index + 1
    for (const match of text.matchAll(COMMENT)) {
      const [whole, verb = '', list = ''] = match
      const names = list.split(/[\s,]+/).filter((name) => name !== '')
      for (const name of names.filter((one) => !known.has(one))) found.push(unknown(name, line, match.index + whole.indexOf(name) + 1))
      for (const rule of names.length === 0 ? ['*'] : names) {
        if (verb === 'disable-next-line') spans.push({ rule, from: line + 1, to: line + 1 })
        else if (verb === 'disable' && !spans.some((span) => span.rule === rule && span.to === Infinity)) spans.push({ rule, from: line, to: Infinity })
        else if (verb === 'disable-file') spans.push({ rule, from: 0, to: Infinity })
        else if (verb === 'enable') for (const span of spans) if (span.to === Infinity && span.from > 0 && (rule === '*' || span.rule === rule)) span.to = line
      }
    }
  }
  const silent = (rule: string, line: number): boolean =>
    spans.some((span) => (span.rule === '*' || span.rule === rule) && line >= span.from && line <= span.to)
  return { silent, found }
}

function unknown(name: string, line: number, column: number): Found {
  return {
    rule: 'unknown-silencer',
    message: `There is no lint rule "${name.slice(0, 60)}" to silence.`,
    hint: `Rules: ${LINT_RULES.map((rule) => rule.name).join(', ')}.`,
    place: { line, column },
    end: { line, column: column + name.length },
    excerpt: name.slice(0, 120),
    suggestion: null,
  }
}
