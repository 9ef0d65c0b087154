import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { House } from '../house.ts'
import type { Tables } from '../store/tables.ts'

/** A kind of work that is done beside the requests: what it needs, how it is tried again, and the function that does it. */
export interface JobKind {
  /** Kebab-case; the name that it is enqueued by. */
  readonly name: string
  /** What it does, for those who look at the list of jobs. */
  readonly sentence: string
  /** What it is told. Ids rather than contents: everything else it reads when it runs. */
  readonly data: z.ZodType
  /** How many run at once in a process; left out: 2. */
  readonly atOnce?: number
  /** Whether at most one of a person's runs at once in a process, so that theirs do not hold up everybody else's. */
  readonly oneEach?: boolean
  /** How often it is tried again after a failure, and the waits between, in seconds; each about twice the one before. Left out: 5 times, from 5 seconds to 10 minutes. */
  readonly again?: { readonly times: number; readonly first: number; readonly longest: number }
  /** Enqueued by itself, with no data, once in so many seconds over all processes. Left out: only when somebody asks. */
  readonly every?: number
  /** After so many minutes it has failed. Left out: 15. */
  readonly minutes?: number
  run(house: House, job: RunningJob<unknown>): Promise<unknown>
}

/** A job that runs here and now. */
export interface RunningJob<Data> {
  readonly id: string
  readonly data: Data
  /** 1 for the first time. */
  readonly attempt: number
  /** Whether a failure now is final. */
  readonly last: boolean
  /** The member who asked for it; null for ourselves. */
  readonly by: string | null
  /** Aborts when the process ends or the job's time is over. */
  readonly signal: AbortSignal
  /** Says how far it has come, to whoever asked. Small, and never a text of an incident. */
  readonly progress: (state: Readonly<Record<string, string | number>>) => Promise<void>
  /**
   * Ends the job with what it changes, in one transaction: either both are there or neither. Whatever a job changes in the database, it changes in here; a job that was taken from us
   * meanwhile (we were thought dead) changes nothing. Its result is what `work` gives.
   */
  readonly finish: (work: (tx: Transaction<Tables>) => Promise<unknown>) => Promise<void>
}

/** Declares a kind of job. */
export function defineJob<Data extends z.ZodType>(
  kind: Omit<JobKind, 'data' | 'run'> & { readonly data: Data; run(house: House, job: RunningJob<z.infer<Data>>): Promise<unknown> },
): JobKind {
  return { ...kind, run: (house, job) => kind.run(house, { ...job, data: kind.data.parse(job.data) }) }
}
