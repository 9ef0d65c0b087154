import type { Instant } from '@blamefree/core'
import type { Principal } from '../people/principal.ts'
import type { Database } from './database.ts'
import { ofVisible, visible } from './things.ts'

/** What can be found. */
export const SEARCHED = ['incident', 'post-mortem', 'event', 'finding', 'follow-up', 'person'] as const
export type Searched = (typeof SEARCHED)[number]

/** A part of an excerpt; `match` marks the words that were looked for. Plain text: nothing in it is markup. */
export interface ExcerptPart {
  readonly text: string
  readonly match: boolean
}

/** Something that was found. */
export interface SearchHit {
  readonly kind: Searched
  readonly id: string
  readonly incident: { readonly id: string; readonly slug: string; readonly title: string }
  readonly postMortem: string | null
  readonly at: Instant
  readonly score: number
  readonly title: readonly ExcerptPart[]
  readonly excerpt: readonly ExcerptPart[]
}

/** What somebody looks for. */
export interface Search {
  readonly words: string
  readonly kinds: readonly Searched[]
  readonly limit: number
  readonly offset: number
}

/** Of each kind at most so many matches are ranked, the newest. */
const RANKED = 300

/** What a person may see of what matches, best first; one more than `limit`. */
export async function search({ pool }: Pick<Database, 'pool'>, person: Principal, { words, kinds, limit, offset }: Search): Promise<SearchHit[]> {
  const query = splitWords(words)
  if (query === null) return []
  const found = kinds.map((kind) => `(${FIND[kind]})`).join('\n union all ')
  const { rows } = await pool.query<Row>({
    // One plan for all: what is looked for changes nothing about the best way to it, and finding that way takes time.
    name: `search ${kinds.join(' ')}`,
    text: `with asked as materialized (select ${ASKED} as query),
      hits (kind, id, incident, post_mortem, at, score) as (${found}),
      shown as materialized (select * from hits order by score desc, at desc, id limit $4 offset $5)
      select s.kind, s.id, s.post_mortem as "postMortem", s.at, s.score, i.id as incident_id, i.slug, i.title as incident_title,
        ${headline("coalesce(case s.kind when 'post-mortem' then p.title when 'person' then s.id end, i.title)", 'HighlightAll=true')} as title,
        case when s.kind = 'person' then '' else ${headline(EXCERPT, 'MaxFragments=2, MaxWords=28, MinWords=10')} end as excerpt
      from shown s join incident i on i.id = s.incident
        left join post_mortem p on s.kind = 'post-mortem' and p.id = s.post_mortem
        left join event e on s.kind = 'event' and e.incident_id = s.incident and e.id = s.id
        left join follow_up f on s.kind = 'follow-up' and f.id = case when s.kind = 'follow-up' then s.id::uuid end
        left join finding n on s.kind = 'finding' and n.incident_id = s.incident and n.post_mortem_id = s.post_mortem and n.position = case when s.kind = 'finding' then s.id::int end
      order by s.score desc, s.at desc, s.id`,
    values: [person.memberId ?? '', query.head, query.last, limit + 1, offset, beginningOf(words), ...(kinds.includes('person') ? [likePattern(words)] : [])],
  })
  return rows.map(hitOf)
}

interface Row {
  readonly kind: Searched
  readonly id: string
  readonly postMortem: string | null
  readonly at: Instant
  readonly score: number
  readonly incident_id: string
  readonly slug: string
  readonly incident_title: string
  readonly title: string
  readonly excerpt: string
}

const hitOf = ({ kind, id, postMortem, at, score, incident_id, slug, incident_title, title, excerpt }: Row): SearchHit => ({
  kind,
  id,
  incident: { id: incident_id, slug, title: incident_title },
  postMortem,
  at,
  score,
  title: partsOf(title),
  excerpt: partsOf(excerpt),
})

/** The words that are looked for, made a query once for all rows: as people type them ("a phrase", -not, or), and the last one, still being typed, as a beginning. */
const ASKED = `(case when $3 = '' then websearch_to_tsquery('prose', $2) else websearch_to_tsquery('prose', $2) && to_tsquery('prose', $3) end)`
const QUERY = '(select query from asked)'

/**
 * Words → what is whole of them, and the last one as a prefix query. A last word that stands in quotation marks, is excluded, or is followed by a space is whole. Null when
 * there is nothing to look for.
 */
export function splitWords(said: string): { readonly head: string; readonly last: string } | null {
  if (!/[\p{L}\p{N}]/u.test(said)) return null
  const open = (said.match(/"/g)?.length ?? 0) % 2 === 1
  const match = /(?:^|\s)([\p{L}\p{N}]{2,})$/u.exec(said)
  const word = match?.[1]
  if (open || word === undefined || /^(?:or|and)$/i.test(word) || /\bor\s+\S+$/i.test(said)) return { head: said, last: '' }
  return { head: said.slice(0, said.length - word.length), last: `${word}:*` }
}

/** The beginning of the first word: a long text is only looked at around the first place that has it, which is many times quicker than looking for the best. */
function beginningOf(said: string): string {
  const [word = ''] = /[\p{L}\p{N}]+/u.exec(said.toLowerCase()) ?? []
  return word.length > 5 ? word.slice(0, -2) : word
}

const likePattern = (words: string): string => `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`

/** Marks around a match. No text that is kept has them where they matter: they are taken out of what is shown. */
const [OPEN, CLOSE] = ['\u0002', '\u0003']

function headline(text: string, options: string): string {
  return `ts_headline('prose', translate(${text}, E'\\x02\\x03', ''), ${QUERY}, E'StartSel=\\x02, StopSel=\\x03, ${options}')`
}

/** A Markdown text in words: without directives, escapes and the marks of line breaks. */
const plain = (text: string): string =>
  `regexp_replace(regexp_replace(${text}, ':(?:person|time|event)\\[([^]]*)\\]\\{[^}]*\\}', '\\1', 'g'), '\\\\([[:punct:]]|\\n)', '\\1', 'g')`

/** So much of a long text is looked at for its excerpt, in characters: marking takes longer than finding. */
const LOOKED_AT = 800

const EXCERPT = `coalesce(case s.kind when 'post-mortem' then substr(p.plain, greatest(1, strpos(lower(left(p.plain, 200000)), $6) - 200), ${LOOKED_AT}) when 'incident' then ${plain(`i.facts -> 'summary' ->> 'value'`)} when 'event' then ${plain('e.text')}
  when 'follow-up' then ${plain('f.text')} when 'finding' then ${plain('n.text')} end, '')`

function partsOf(marked: string): ExcerptPart[] {
  return marked
    .split(OPEN)
    .flatMap((piece, index): ExcerptPart[] => {
      if (index === 0) return [{ text: piece, match: false }]
      const end = piece.indexOf(CLOSE)
      return end < 0
        ? [{ text: piece, match: false }]
        : [
            { text: piece.slice(0, end), match: true },
            { text: piece.slice(end + 1), match: false },
          ]
    })
    .filter(({ text }) => text !== '')
}

const SEEN = visible('i', '$1')

/** One statement a kind: the newest matches that the person may see, with their rank. The factor says how much a match of this kind weighs against others. */
const FIND: Readonly<Record<Searched, string>> = {
  incident: `select 'incident' as kind, h.id::text as id, h.id as incident, null::uuid as post_mortem, h.happened_at as at, ts_rank_cd(h.search, ${QUERY}) as score
    from (select i.id, i.search, i.happened_at from incident i where i.search @@ ${QUERY} and ${SEEN} order by i.happened_at desc limit ${RANKED}) h`,
  'post-mortem': `select 'post-mortem', h.id::text, h.incident_id, h.id, h.updated_at, ts_rank_cd(h.search, ${QUERY}, 1) * 2
    from (select p.id, p.incident_id, p.search, p.updated_at from post_mortem p
      where p.search @@ ${QUERY} and p.deleted_at is null and ${ofVisible('p.incident_id', '$1')} order by p.updated_at desc limit ${RANKED}) h`,
  event: `select 'event', h.id, h.incident_id, null::uuid, h.at, ts_rank_cd(h.search, ${QUERY}) * case when h.level = 'key' then 0.6 else 0.3 end
    from (select e.id, e.incident_id, e.search, e.at, e.level from event e
      where e.search @@ ${QUERY} and ${ofVisible('e.incident_id', '$1')} order by e.at desc limit ${RANKED}) h`,
  finding: `select 'finding', h.position::text, h.incident_id, h.post_mortem_id, h.updated_at, ts_rank_cd(h.search, ${QUERY}) * 0.9
    from (select n.position, n.incident_id, n.post_mortem_id, n.search, p.updated_at from finding n join incident i on i.id = n.incident_id join post_mortem p on p.id = n.post_mortem_id
      where n.search @@ ${QUERY} and p.deleted_at is null and ${SEEN} order by p.updated_at desc limit ${RANKED}) h`,
  'follow-up': `select 'follow-up', h.id::text, h.incident_id, null::uuid, h.created_at, ts_rank_cd(h.search, ${QUERY}) * 0.8
    from (select f.id, f.incident_id, f.search, f.created_at from follow_up f join incident i on i.id = f.incident_id
      where f.search @@ ${QUERY} and f.removed_at is null and ${SEEN} order by f.created_at desc limit ${RANKED}) h`,
  person: `select 'person', h.name, h.incident, null::uuid, h.at, 0.5::float8
    from (select distinct on (lower(p.name)) p.name, i.id as incident, i.happened_at as at from incident_person p join incident i on i.id = p.incident_id
      where p.name ilike $7 and ${SEEN} order by lower(p.name), i.happened_at desc limit 50) h`,
}
