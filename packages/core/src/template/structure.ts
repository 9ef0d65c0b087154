import type { BlockAttribute } from '../blocks/block.ts'

/** A directive that shapes a template rather than filling it. */
export interface Structure {
  readonly name: string
  readonly leaf: boolean
  readonly sentence: string
  readonly example: string
  readonly attributes: readonly BlockAttribute[]
}

const path = (name: string, sentence: string): BlockAttribute => ({ name, sentence, values: [] })

/** Loops, conditions and guidance. */
export const STRUCTURE: readonly Structure[] = [
  {
    name: 'each',
    leaf: false,
    sentence: 'Its content once for each item of a list. Lists and tables of the same kind that follow each other so become one.',
    example: ':::each{of=incident.follow-ups as=action}\n- {{ action.text }}\n:::',
    attributes: [
      { ...path('of', 'The list.'), required: true },
      path('as', 'The item\u2019s name within; `item` where nothing is said.'),
      { name: 'limit', sentence: 'How many items at most.', values: 'number' },
    ],
  },
  {
    name: 'if',
    leaf: false,
    sentence: 'Its content when the condition holds; what follows `::else` when it does not.',
    example: ':::if{has=incident.summary}\n{{ incident.summary }}\n::else\nNobody has summed it up yet.\n:::',
    attributes: [
      path('has', 'Holds when the record has it (for a yes-or-no: when it is yes).'),
      path('lacks', 'Holds when the record does not have it.'),
      path('is', 'Holds when it is `value`, or one of several with commas between; capitals do not matter.'),
      path('value', 'What `is` compares with.'),
    ],
  },
  { name: 'else', leaf: true, sentence: 'Within `:::if`: what stands here when the condition does not hold.', example: '::else', attributes: [] },
  {
    name: 'callout',
    leaf: false,
    sentence: 'A note that stands out in the document.',
    example: ':::callout{kind=warning}\nThis is a draft.\n:::',
    attributes: [{ name: 'kind', sentence: 'What it looks like.', values: ['note', 'tip', 'warning', 'danger'] }],
  },
  {
    name: 'guidance',
    leaf: false,
    sentence: 'How to complete the section: shown while writing, never exported.',
    example: ':::guidance\nPitch it so that your boss\u2019s boss would understand.\n:::',
    attributes: [],
  },
]

/** Shapes in words. */
export const BASIC: Readonly<Record<string, string>> = {
  text: 'text',
  inline: 'one paragraph of Markdown',
  prose: 'Markdown',
  number: 'a number',
  'yes-no': 'a yes or no',
  time: 'a time',
  duration: 'a duration',
  person: 'a person',
  link: 'a link',
  event: 'an event',
  'follow-up': 'a follow-up',
  finding: 'a finding',
}

/** A path as written in an attribute. */
export function pathOf(written: string): string[] {
  return written.trim().split('.')
}
