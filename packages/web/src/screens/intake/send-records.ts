import type { components } from '../../api/schema.ts'
import { sendForm } from '../../api/send-form.ts'
import type { Basket } from './basket.ts'

export type Preview = components['schemas']['Preview']
export type Receipt = components['schemas']['Receipt']
export type Intake = components['schemas']['Intake']
export type ReadingWish = components['schemas']['UploadOptions']

/** What is sent, and who hears how far it is. */
export interface Sending {
  readonly basket: Basket
  readonly wish: ReadingWish
  readonly signal: AbortSignal
  /** From 0 to 1; 1 when all has been sent, and the answer is waited for. */
  readonly told: (sent: number) => void
}

/** What would be read of a basket. Nothing is kept. */
export async function previewRecords(sending: Sending): Promise<Preview> {
  return (await sendForm('/v1/readings', { ...sending, form: formOf(sending) })) as Preview
}

/** Hands a basket in. A large one is answered before it is read. `key` names this delivery, so that one sent twice is one. */
export async function handIn(sending: Sending, key: string): Promise<Receipt | Intake> {
  return (await sendForm('/v1/incidents', { ...sending, form: formOf(sending), headers: { 'idempotency-key': key } })) as Receipt | Intake
}

function formOf({ basket, wish }: Sending): FormData {
  const form = new FormData()
  form.append('options', JSON.stringify(wish))
  if (basket.text.trim() !== '') form.append('text', basket.text)
  for (const { path, blob } of basket.files) form.append('file', blob, path)
  return form
}
