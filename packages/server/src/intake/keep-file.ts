import type { Transaction } from 'kysely'
import { settleArrival } from '../store/raw-arrival.ts'
import { hashOf, keepRaw } from '../store/raw-store.ts'
import type { Tables } from '../store/tables.ts'
import { isKept, type PayloadFile } from './payload.ts'

/** Keeps a file for good, once for each content. */
export async function keepFile(tx: Transaction<Tables>, file: PayloadFile, hash: Buffer): Promise<void> {
  if (!isKept(file)) await keepRaw(tx, file.bytes, hash)
  else if (file.arrived !== null) await settleArrival(tx, file.arrived)
}

/** The SHA-256 by which a file is kept. */
export const fileHash = (file: PayloadFile): Buffer => (isKept(file) ? file.hash : hashOf(file.bytes))
