import { alertBody } from '../records.ts'

/** What a server has said it keeps. */
export interface Acknowledged {
  readonly incident: string
  readonly title: string
  /** Ids of entries → their texts. */
  readonly timeline: Map<string, string>
  readonly followUps: Map<string, string>
}

/** What writers saw. */
export interface Ledger {
  readonly kept: Acknowledged[]
  /** Deliveries that are read by a job beside the requests: the id of each, and the alert in it. */
  /** `token`: of who handed it in, who alone sees it before it is an incident. */
  readonly intakes: { readonly id: string; readonly alert: string; readonly token: string }[]
  acknowledged: number
  /** Answers that were no acknowledgement, by status and code: `503 database-away`. */
  readonly refused: Map<string, number>
}

export const openLedger = (): Ledger => ({ kept: [], intakes: [], acknowledged: 0, refused: new Map() })

/** Writes until told to stop: incidents, timeline entries and follow-ups in them, and deliveries that a job reads. Everything that is acknowledged is written down in the ledger. */
export async function write(address: string, token: string, { ledger, goOn }: { readonly ledger: Ledger; readonly goOn: () => boolean }): Promise<void> {
  let current: Acknowledged | null = null
  for (let step = 0; goOn(); step++) {
    // Nothing that is a mark in Markdown: it would come back escaped, and be taken for lost.
    const text = `Step ${step}, ${process.hrtime.bigint()}`
    if (current === null || step % 12 === 0) {
      const made = await ask(address, token, { path: '/v1/incidents', body: { title: text }, ledger })
      const id = (made?.['incident'] as { id?: string } | undefined)?.id
      if (id === undefined) continue
      current = { incident: id, title: text, timeline: new Map(), followUps: new Map() }
      ledger.kept.push(current)
    } else if (step % 7 === 3) {
      const alert = `Alert${process.hrtime.bigint()}`
      const made = await ask(address, token, { path: '/v1/incidents', body: { text: alertBody(alert) }, ledger, later: true })
      if (made !== null) ledger.intakes.push({ id: String(made['id']), alert, token })
    } else if (step % 2 === 0) {
      const made = await ask(address, token, { path: `/v1/incidents/${current.incident}/timeline`, body: { at: '2026-03-04T09:00:00.000Z', text }, ledger })
      if (made !== null) current.timeline.set(String(made['id']), text)
    } else {
      const made = await ask(address, token, { path: `/v1/incidents/${current.incident}/follow-ups`, body: { text }, ledger })
      if (made !== null) current.followUps.set(String(made['id']), text)
    }
  }
}

interface Question {
  readonly path: string
  readonly body: unknown
  readonly ledger: Ledger
  /** Whether it is to be done beside the request. */
  readonly later?: boolean
}

/** The answer's body when the server says that it is kept, null when it says anything else or nothing. */
async function ask(address: string, token: string, { path, body, ledger, later = false }: Question): Promise<Readonly<Record<string, unknown>> | null> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...(later ? { prefer: 'respond-async' } : {}) }
  try {
    const answer = await fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(60_000) })
    const said = (await answer.json()) as Readonly<Record<string, unknown>>
    if (answer.status === (later ? 202 : 201)) {
      ledger.acknowledged += 1
      return said
    }
    count(ledger, `${answer.status} ${String(said['code'])}`)
    await new Promise((resume) => setTimeout(resume, 50))
  } catch {
    count(ledger, 'no answer')
    await new Promise((resume) => setTimeout(resume, 20))
  }
  return null
}

const count = ({ refused }: Ledger, what: string): void => void refused.set(what, (refused.get(what) ?? 0) + 1)

/** What was acknowledged and is not there, or not as it was: each a sentence. */
export async function missing(address: string, tokens: readonly string[], kept: readonly Acknowledged[]): Promise<string[]> {
  const lost: string[] = []
  let turn = 0
  for (const { incident, title, timeline, followUps } of kept) {
    const read = async (path: string): Promise<Readonly<Record<string, unknown>>> => {
      const answer = await fetch(`${address}/v1/incidents/${incident}${path}`, { headers: { authorization: `Bearer ${tokens[turn++ % tokens.length] ?? ''}` } })
      return { status: answer.status, ...((await answer.json()) as object) }
    }
    const found = await read('')
    if (found['status'] !== 200) {
      lost.push(`incident ${incident} (${String(found['status'])})`)
      continue
    }
    if (!JSON.stringify(found).includes(title)) lost.push(`the title of ${incident}`)
    lost.push(...gone('timeline entry', timeline, await read('/timeline?limit=1000')), ...gone('follow-up', followUps, await read('/follow-ups?limit=100')))
  }
  return lost
}

function gone(what: string, written: ReadonlyMap<string, string>, page: Readonly<Record<string, unknown>>): string[] {
  const items = new Map(((page['items'] ?? []) as { id: string; text: string }[]).map(({ id, text }) => [id, text]))
  return [...written].filter(([id, text]) => items.get(id) !== text).map(([id]) => `${what} ${id}`)
}

/** How long jobs may take that were killed with their process: they are missed after 20 seconds. */
const PATIENCE = 180_000

/** The deliveries that did not become an incident of their alert, each a sentence. Waits for jobs that are still at it. */
export async function unread(address: string, intakes: Ledger['intakes']): Promise<string[]> {
  const lost: string[] = []
  const until = Date.now() + PATIENCE
  for (const { id, alert, token } of intakes) {
    const headers = { authorization: `Bearer ${token}` }
    for (;;) {
      const answer = await fetch(`${address}/v1/intakes/${id}`, { headers })
      const said = (await answer.json()) as { state?: string; result?: { incident?: { title?: string } } }
      if (said.state === 'done' && said.result?.incident?.title?.includes(alert) === true) break
      const waits = answer.status === 429 || said.state === 'waiting' || said.state === 'reading'
      if (!waits || Date.now() > until) {
        lost.push(`delivery ${id} (${answer.status} ${said.state ?? ''})`)
        break
      }
      await new Promise((resume) => setTimeout(resume, 500))
    }
  }
  return lost
}
