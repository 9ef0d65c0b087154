import { inspect } from 'node:util'
import { BlamefreeError } from '@blamefree/core'
import type { PageSubject } from './page-subject.ts'
import { CONFLICT, HTML_503, OVERLOADED, TOO_LARGE, tooMany, UNAUTHORISED, type Fault } from './faults.ts'
import {
  always,
  changeThere,
  expectWords,
  Findings,
  insertThere,
  onlyPage,
  pageDocument,
  promise,
  whereEdited,
  whereLocked,
  WORDS,
  type PagePromise,
} from './page-promise.ts'
import { pageSession, type PageSession, type Run } from './page-session.ts'

const NEXT = pageDocument({ first: 'Newbravo is ours.', row: 'Newcharlie is ours' })
const NEXT_WORDS = [...WORDS.filter((word) => word !== 'Parabravo' && word !== 'Rowcharlie'), 'Newbravo', 'Newcharlie']

/** A page that people have changed since, where they can. */
async function changedPage(subject: PageSubject): Promise<PageSession> {
  const session = pageSession(subject)
  await session.publish(pageDocument())
  if (subject.edits !== false) insertThere(session, subject, 'Itemdelta', 'Theirindia')
  return session
}

/** What they wrote. */
const theirs = ({ edits }: PageSubject): readonly string[] => (edits === false ? [] : ['Theirindia'])

/** A place of which a page is to be made. */
const newPage = (subject: PageSubject): Promise<PageSession> => Promise.resolve(pageSession(subject))

/** After something broke: published again there is one page, whole, and then there is nothing to do. */
async function recovers(session: PageSession, found: Findings, words: { once: readonly string[] }, document = NEXT): Promise<void> {
  const outcome = await session.publish(document)
  found.expect(outcome.kind !== 'conflict' && outcome.kind !== 'gone', `it ends in ${outcome.kind}: ${JSON.stringify(outcome).slice(0, 400)}`)
  expectWords(onlyPage(session, found), found, words)
  const again = await session.publish(document)
  found.expect(again.kind === 'unchanged', `published once more it ends in ${again.kind}`)
}

/** What somebody who breaks things has to do it with. */
interface Breaking {
  /** Where what is found from now on is said to be, in a place of its own. */
  readonly say: (where: string, session: PageSession) => Findings
  /** Does something with the first, the second … request of a publishing, for as long as there is one; in a place made anew each time. */
  readonly atEachRequest: (
    make: (subject: PageSubject) => Promise<PageSession>,
    named: (request: string) => string,
    at: (session: PageSession, run: (fault: Fault) => Promise<Run>, found: Findings) => Promise<void>,
  ) => Promise<void>
}

function tried(says: string, attempt: (subject: PageSubject, breaking: Breaking) => Promise<void>, unless: PagePromise['unless'] = always): PagePromise {
  return promise(
    says,
    async (_, found, subject) => {
      const all: { readonly where: string; readonly found: Findings; readonly session: PageSession }[] = []
      const say: Breaking['say'] = (where, session) => {
        const own = new Findings(subject.tells)
        all.push({ where, found: own, session })
        return own
      }
      await attempt(subject, {
        say,
        async atEachRequest(make, named, at) {
          const count = (await (await make(subject)).run(NEXT)).world.requests.length
          for (let number = 1; number <= count; number++) {
            const session = await make(subject)
            await at(session, (fault) => session.run(NEXT, { faults: { [number]: fault } }), say(named(`request ${number} of ${count}`), session))
          }
        },
      })
      for (const { where, found: own } of all) for (const sentence of own.sentences) found.expect(false, `${where}: ${sentence}`)
      for (const { session } of all) for (const breach of new Set(session.breaches)) found.expect(false, `The vendor refuses: ${breach}`)
    },
    unless,
  )
}

/** What breaks on the way. */
export const FAULT_PROMISES: readonly PagePromise[] = [
  tried('killed anywhere while a page is made, there is one page in the end, and it is whole', async (subject, { atEachRequest }) => {
    for (const fault of ['killed', 'killed-after'] as const)
      await atEachRequest(
        newPage,
        (where) => `${fault} at ${where}`,
        async (session, run, found) => {
          await run(fault)
          if (subject.edits !== false && session.place.pages().length === 1 && session.place.pages()[0]?.text.includes('Closinggolf') === true)
            changeThere(session, 'Closinggolf', 'Laterkilo')
          await recovers(session, found, { once: NEXT_WORDS })
          if (session.place.state().includes('Laterkilo')) expectWords(onlyPage(session, found), found, { once: ['Laterkilo'] })
        },
      )
  }),
  tried('killed anywhere while a page is brought up to date, nothing is lost', async (subject, { atEachRequest }) => {
    for (const fault of ['killed', 'killed-after'] as const)
      for (const later of subject.edits === false ? [false] : [false, true])
        await atEachRequest(
          changedPage,
          (where) => `${fault} at ${where}${later ? ', and changed there afterwards' : ''}`,
          async (session, run, found) => {
            await run(fault)
            if (later) insertThere(session, subject, 'Itemfoxtrot', 'Laterkilo')
            await recovers(session, found, { once: [...NEXT_WORDS, ...theirs(subject), ...(later ? ['Laterkilo'] : [])] })
          },
        )
  }),
  tried('an answer that never comes makes no second page and loses nothing', async (subject, { atEachRequest }) => {
    for (const fault of ['lost', 'hang'] as const) {
      await atEachRequest(
        newPage,
        (where) => `${fault} at ${where} of making it`,
        async (session, run, found) => {
          await run(fault)
          await recovers(session, found, { once: NEXT_WORDS })
        },
      )
      await atEachRequest(
        changedPage,
        (where) => `${fault} at ${where} of bringing it up to date`,
        async (session, run, found) => {
          await run(fault)
          await recovers(session, found, { once: [...NEXT_WORDS, ...theirs(subject)] })
        },
      )
    }
  }),
  tried(
    'what somebody writes there at the same moment is not lost',
    async (_, { atEachRequest }) => {
      await atEachRequest(
        changedPage,
        (where) => `changed before ${where}`,
        async (session, run, found) => {
          await run({ meanwhile: () => changeThere(session, 'Itemfoxtrot', 'Meanwhilelima') })
          expectWords(onlyPage(session, found), found, { once: ['Meanwhilelima', 'Theirindia'] })
          await recovers(session, found, { once: [...NEXT_WORDS, 'Theirindia', 'Meanwhilelima'] })
        },
      )
    },
    (subject) => whereEdited(subject) ?? whereLocked(subject),
  ),
  tried(
    'two that publish at once make one page of what both say',
    async (subject, { atEachRequest }) => {
      await atEachRequest(
        changedPage,
        (where) => `another before ${where}`,
        async (session, run, found) => {
          const { written } = session
          const before = written()
          await run({ meanwhile: async () => void (await session.publish(NEXT, { written: before })) })
          await recovers(session, found, { once: [...NEXT_WORDS, ...theirs(subject)] })
        },
      )
    },
    whereLocked,
  ),
  tried('a place that asks for patience gets it', async (_, { atEachRequest }) => {
    for (const [name, fault, least] of [
      ['429 with Retry-After', tooMany(7), 7000],
      ['429', tooMany(), 1],
      ['529', OVERLOADED, 1],
      ['an HTML 503', HTML_503, 1],
    ] as const)
      await atEachRequest(
        newPage,
        (where) => `${name} at ${where}`,
        async (session, run, found) => {
          const { outcome, error, world } = await run(fault)
          found.expect(outcome?.kind === 'created', `it ends in ${outcome?.kind ?? String(error)}`)
          found.expect(
            world.pauses.some((pause) => pause >= least),
            `it waited ${world.pauses.join(', ') || 'not at all'}`,
          )
          await recovers(session, found, { once: NEXT_WORDS })
        },
      )
  }),
  tried('what a place refuses is said in a sentence, and nothing is lost by it', async (subject, { atEachRequest }) => {
    for (const [name, fault] of [
      ['409', CONFLICT],
      ['413', TOO_LARGE],
    ] as const)
      for (const [make, what, words] of [
        [newPage, 'making it', NEXT_WORDS],
        [changedPage, 'bringing it up to date', [...NEXT_WORDS, ...theirs(subject)]],
      ] as const)
        await atEachRequest(
          make,
          (where) => `${name} at ${where} of ${what}`,
          async (session, run, found) => {
            const { outcome, error } = await run(fault)
            if (outcome === null) for (const sentence of errorFaults(error, subject)) found.expect(false, sentence)
            await recovers(session, found, { once: words })
          },
        )
  }),
  tried('a place that never has time is given up within about a minute, with a sentence', async (subject, { say }) => {
    for (const [name, fault] of [
      ['429 for ever', tooMany()],
      ['429 for an hour', tooMany(3600)],
      ['503 for ever', HTML_503],
      ['401', UNAUTHORISED],
      ['nothing', 'hang'],
    ] as const) {
      const session = pageSession(subject)
      const found = say(name, session)
      const { outcome, error, world } = await session.run(NEXT, { faults: { every: fault } })
      found.expect(outcome === null, `it ends in ${outcome?.kind}`)
      const waited = world.pauses.reduce((sum, pause) => sum + pause, 0)
      found.expect(waited <= 90_000, `it waited ${waited} ms`)
      for (const sentence of errorFaults(error, subject)) found.expect(false, sentence)
      if (name === '401') found.expect(world.requests.length <= 3, `it asked ${world.requests.length} times`)
    }
  }),
  tried('the test button says what is wrong, and writes nothing', async (subject, { say }) => {
    const { destination, settings } = subject
    for (const [name, fault] of [
      ['works', null],
      ['401', UNAUTHORISED],
      ['hang', 'hang'],
      ['503', HTML_503],
    ] as const) {
      const session = pageSession(subject)
      const found = say(name, session)
      const before = session.place.state()
      const check = await session.check(fault === null ? {} : { faults: { every: fault } })
      found.expect(check.works === (fault === null), `it says that it works: ${check.works}; ${check.findings.map(({ sentence }) => sentence).join(' ')}`)
      found.expect(check.findings.length > 0, 'it says nothing')
      const text = JSON.stringify(check)
      for (const secret of secretsOf({ destination, settings })) found.expect(!text.includes(secret), 'it shows a secret')
      for (const { sentence } of [...check.findings, check.audience]) found.expect(/^[^a-z].*[.!?]$/s.test(sentence), `“${sentence}” is not a sentence`)
      found.expect(session.place.state() === before, 'it wrote something')
    }
  }),
]

function secretsOf({ destination, settings }: Pick<PageSubject, 'destination' | 'settings'>): string[] {
  const secret = destination.connect.settings.filter((setting) => setting.secret === true).map(({ key }) => settings[key])
  return secret.filter((value): value is string => typeof value === 'string' && value !== '')
}

/** What is wrong with an error that people will read. */
function errorFaults(error: unknown, subject: PageSubject): string[] {
  if (!(error instanceof BlamefreeError)) return [`it throws what is no error of ours: ${String(error)}`]
  const { code, message, hint } = error
  const faults: string[] = []
  if (!code.startsWith(`${subject.destination.id}/`) && !code.startsWith('outbound/')) faults.push(`the code is ${code}`)
  for (const text of [message, hint]) if (!/^[A-Z“][^]*[.!?]$/.test(text)) faults.push(`“${text}” is not a sentence`)
  if (secretsOf(subject).some((secret) => `${message} ${hint} ${inspect(error.cause)}`.includes(secret))) faults.push('the error shows a secret')
  return faults
}
