import { alternativesOf, wordIndex, type WordIndex } from './word-index.ts'

/** Verbs whose forms are not made by the rule: base, past, participle where it differs. */
const IRREGULAR: Readonly<Record<string, string>> = {
  bite: 'bit bitten',
  blow: 'blew blown',
  break: 'broke broken',
  bring: 'brought',
  choose: 'chose chosen',
  cling: 'clung',
  come: 'came',
  cut: 'cut',
  dig: 'dug',
  hang: 'hung',
  ride: 'rode ridden',
  string: 'strung',
  do: 'did done',
  drag: 'dragged',
  fall: 'fell fallen',
  find: 'found',
  fly: 'flew flown',
  forget: 'forgot forgotten',
  freeze: 'froze frozen',
  get: 'got gotten',
  give: 'gave given',
  go: 'went gone',
  have: 'had',
  hide: 'hid hidden',
  hold: 'held',
  keep: 'kept',
  leave: 'left',
  let: 'let',
  lose: 'lost',
  make: 'made',
  pay: 'paid',
  play: 'played',
  put: 'put',
  read: 'read',
  run: 'ran',
  see: 'saw seen',
  sell: 'sold',
  shoot: 'shot',
  shirk: 'shirked',
  show: 'showed shown',
  shut: 'shut',
  sit: 'sat',
  sleep: 'slept',
  stand: 'stood',
  stick: 'stuck',
  sweep: 'swept',
  take: 'took taken',
  think: 'thought',
  throw: 'threw thrown',
  treat: 'treated',
  turn: 'turned',
  wind: 'wound',
  withhold: 'withheld',
  swear: 'swore sworn',
  steal: 'stole stolen',
  tear: 'tore torn',
  teach: 'taught',
  tell: 'told',
  say: 'said',
  sink: 'sank sunk',
  drive: 'drove driven',
  fling: 'flung',
  fight: 'fought',
  spin: 'spun',
  strike: 'struck',
  weave: 'wove',
  wake: 'woke woken',
  know: 'knew known',
  feel: 'felt',
  write: 'wrote written',
}

/** `drop` → `drop|drops|dropped|dropping`. */
function formsOf(verb: string): string {
  const own = IRREGULAR[verb]
  const stem = /[^aeiou]e$/.test(verb)
    ? verb.slice(0, -1)
    : /^[a-z]{0,3}[^aeiou][aeiou][bdglmnpt]$/.test(verb) || /(?:up|forget|mit)$/.test(verb)
      ? verb + verb.slice(-1)
      : verb
  const third =
    verb === 'have'
      ? 'has'
      : verb.endsWith('y') && !/[aeiou]y$/.test(verb)
        ? `${verb.slice(0, -1)}ies`
        : /(?:s|sh|ch|x|z|o)$/.test(verb)
          ? `${verb}es`
          : `${verb}s`
  const past = own ?? (verb.endsWith('y') && !/[aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`)
  return [verb, third, ...past.split(' '), `${stem}ing`].join('|')
}

const SHORT: readonly (readonly [sign: RegExp, meaning: string])[] = [
  [/\{([a-z-]+)\}/g, ''],
  [/\bHIS\b/g, String.raw`(?:his|her|their|its|your|his or her)`],
  [/\bHIM\b/g, String.raw`(?:himself|herself|themselves|him|her|them)`],
  [/\bHE\b/g, String.raw`(?:he|she|they)`],
  [/\bNOT\b/g, String.raw`(?:(?:did|does|do|had|has|have|was|were|is|are|could|would)(?:n't| not)|can't|can not|cannot|never)`],
  [
    /\bBE\b/g,
    String.raw`(?:am|is|are|was|were|be|been|being|become|became|seemed|seems|looked|looks|appeared|appears|remained|proved|proves|felt|got|grew|grown|acted|stayed)`,
  ],
  [/ ~~ /g, String.raw` (?:[\w',¤-]+ ){0,8}?`],
  [/ ~ /g, String.raw` (?:[\w'-]+ ){0,3}?`],
  [/(?<=\[[^\]]*)'(?=[^[]*\])/g, `'’`],
  [/'(?!’)/g, `['’]`],
]

/**
 * A family of wordings, one a line or set apart by ` | `, as the text of one pattern. `{drop}` stands for every form of a verb, `HIS`, `HIM`, `HE`, `NOT` and `BE` for any word of
 * their kind, ` ~ ` for up to three words and ` ~~ ` for up to eight. Everything else is a regular expression; lines that begin with `#` are remarks.
 */
export function family(lines: string): string {
  const alternatives = lines.split(/\n| \| /).map((line) => line.trim())
  return alternatives
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) =>
      SHORT.reduce((text, [sign, meaning]) => text.replace(sign, (_, verb?: string) => (meaning === '' ? `(?:${formsOf(verb ?? '')})` : meaning)), line),
    )
    .join('|')
}

/** Families as wordings to be looked for, in any case. */
export function lexicon(...families: readonly string[]): WordIndex {
  return wordIndex(() => families.flatMap((lines) => alternativesOf(family(lines))))
}
