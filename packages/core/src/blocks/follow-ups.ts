import type { BlockContent, PhrasingContent } from 'mdast'
import type { FollowUp } from '../incident.ts'
import { parseInline } from '../markdown.ts'
import { spend, type Filling } from '../template/filling.ts'
import { container, linkNode, list, paragraph, personNode, placeholder, table, text } from '../template/nodes.ts'
import { isOn, type Attributes, type Block } from './block.ts'

/** The actions that close the loop, with owner, day and outcome. */
export const followUps: Block = {
  name: 'follow-ups',
  sentence: 'The actions that close the loop, as check boxes or as a table, with owner, due day, priority, outcome and ticket.',
  example: '::follow-ups{key as=table}',
  attributes: [
    { name: 'key', sentence: 'Only those that somebody rated, took, or wrote a ticket for, when there are more than ten.', values: 'flag' },
    { name: 'show', sentence: 'All of them, or only the open ones.', values: ['all', 'open'] },
    { name: 'as', sentence: 'Check boxes (where nothing is said), or a table.', values: ['list', 'table'] },
  ],
  fill(attributes, filling) {
    return [container('follow-ups', attributes, filling.blank ? blankItems(attributes) : filled(attributes, filling))]
  },
}

const MANY = 10

function filled(attributes: Attributes, filling: Filling): BlockContent[] {
  const all = filling.incident.followUps.map(({ value }) => value).filter(({ outcome }) => attributes['show'] !== 'open' || outcome === 'open')
  const narrow = 'key' in attributes && isOn(attributes, 'key', true) && all.length > MANY
  const shown = narrow ? all.filter(isKey) : all
  if (shown.length === 0) return [paragraph(placeholder('No follow-up is in the record yet.'))]
  if (!spend(filling, shown.length * 10)) return []
  const rest = all.length - shown.length
  const more = rest === 0 ? [] : [paragraph(text(`${rest} more ${rest === 1 ? 'is' : 'are'} in the record.`))]
  if (attributes['as'] === 'table') return [followUpTable(shown, filling), ...more]
  return [
    list(
      shown.map((followUp) => line(followUp, filling)),
      (index) => shown[index]?.outcome === 'done',
    ),
    ...more,
  ]
}

function isKey({ outcome, owner, priority, ticket }: FollowUp): boolean {
  return outcome !== 'wont-do' && (owner !== null || priority !== null || ticket !== null)
}

/** `Cover every consumer (Chris Evans, due 2022-11-25, high, OPS-7)`. */
function line(followUp: FollowUp, filling: Filling): PhrasingContent[] {
  const details: PhrasingContent[][] = [ownerOf(followUp, filling)]
  if (followUp.due !== null) details.push([text(`due ${followUp.due}`)])
  if (followUp.priority !== null) details.push([text(followUp.priority)])
  if (followUp.ticket !== null) details.push([linkNode(followUp.ticket)])
  if (followUp.outcome === 'wont-do') details.push([text(outcomeText(followUp))])
  const words = wordsOf(followUp)
  return [...words, text(' ('), ...details.flatMap((detail, index) => (index === 0 ? detail : [text(', '), ...detail])), text(')')]
}

function followUpTable(followUps: readonly FollowUp[], filling: Filling): BlockContent {
  const head = ['Action', 'Owner', 'Due', 'Priority', 'Outcome', 'Ticket'].map((name) => [text(name)])
  const rows = followUps.map((followUp) => [
    wordsOf(followUp),
    ownerOf(followUp, filling),
    followUp.due === null ? [placeholder('no date')] : [text(followUp.due)],
    followUp.priority === null ? [] : [text(followUp.priority)],
    [text(outcomeText(followUp))],
    followUp.ticket === null ? [] : [linkNode(followUp.ticket)],
  ])
  return table([head, ...rows])
}

function wordsOf({ text: words }: FollowUp): PhrasingContent[] {
  const nodes = parseInline(words)
  return nodes.length === 0 ? [placeholder('no words')] : nodes
}

function ownerOf({ owner }: FollowUp, { people }: Filling): PhrasingContent[] {
  const person = owner === null ? undefined : people.get(owner)
  return person === undefined ? [placeholder('no owner')] : [personNode(person, 'owner')]
}

function outcomeText({ outcome, reason }: FollowUp): string {
  if (outcome !== 'wont-do') return outcome
  return reason === null ? 'will not be done' : `will not be done: ${reason}`
}

function blankItems(attributes: Attributes): BlockContent[] {
  const item = ['[what is to be done]', '[owner]', '[due day]']
  if (attributes['as'] === 'table') return [table([['Action', 'Owner', 'Due'].map((name) => [text(name)]), item.map((words) => [placeholder(words)])])]
  const words = [placeholder('[what is to be done]'), text(' ('), placeholder('[owner]'), text(', due '), placeholder('[day]'), text(')')]
  return [list([words, words], () => false)]
}
