import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { intakeText as text } from '../../text/intake.ts'
import { emptyBasket, type Basket } from './basket.ts'
import { handIn, type Intake, type ReadingWish, type Receipt } from './send-records.ts'

/** How far handing a basket in is. */
export interface HandingIn {
  /** What is being done, in words; null when nothing is. */
  readonly step: string | null
  /** From 0 to 1. */
  readonly done: number
  readonly problem: Problem | null
  readonly begin: (basket: Basket, wish: ReadingWish) => void
}

/** Hands a basket in, follows a large one while it is read, and goes to what was understood. The basket is emptied only then. */
export function useHandIn(): HandingIn {
  const go = useNavigate()
  const [state, setState] = useState<Omit<HandingIn, 'begin'>>({ step: null, done: 0, problem: null })
  const key = useRef({ of: '', key: '' })
  const begin = (basket: Basket, wish: ReadingWish): void => {
    const of = JSON.stringify([basket.files.map(({ id }) => id), basket.text, wish])
    // The same basket sent again, after the connection broke, is one delivery.
    if (key.current.of !== of) key.current = { of, key: crypto.randomUUID() }
    const told = (sent: number): void => setState({ step: text.sending(Math.round(sent * 100)), done: sent, problem: null })
    told(0)
    const follow = async (): Promise<void> => {
      const first = await handIn({ basket, wish, signal: new AbortController().signal, told }, key.current.key)
      const { incident, outcome } = 'state' in first ? await settled(first, (step, done) => setState({ step, done, problem: null })) : first
      emptyBasket()
      await go({ to: '/new', search: { made: incident.slug, outcome } })
    }
    follow().then(
      () => setState({ step: null, done: 0, problem: null }),
      (error: unknown) => setState({ step: null, done: 0, problem: error instanceof Problem ? error : new Problem(0, { detail: String(error) }) }),
    )
  }
  return { ...state, begin }
}

/** Waits for a delivery that is read beside the requests. */
async function settled({ id }: Intake, told: (step: string, done: number) => void): Promise<Pick<Receipt, 'incident' | 'outcome'>> {
  for (;;) {
    const { state, progress, result, error } = await answer(api.GET('/v1/intakes/{intake}', { params: { path: { intake: id } } }))
    if (state === 'done' && result !== null) return result
    if (state === 'failed') throw new Problem(422, { detail: error?.message, hint: error?.hint, code: error?.code })
    const { done, of } = progress
    const counted = typeof done === 'number' && typeof of === 'number' && of > 0
    told(
      state === 'waiting' ? text.waiting : progress['step'] === 'writing' ? text.writing : counted ? text.progress(done, of) : text.reading,
      counted ? done / of : 0,
    )
    await new Promise((resume) => setTimeout(resume, 600))
  }
}
