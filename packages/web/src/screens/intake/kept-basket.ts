import { currentBasket, isEmpty, onBasketChange, setBasket, type Basket } from './basket.ts'

const NAME = 'blamefree-intake'
const STORE = 'basket'

/** Keeps what waits to be sent in this browser, and brings back what an earlier page left. Where the browser keeps nothing, it waits in memory only. */
export async function restoreBasket(): Promise<void> {
  if (begun) return
  begun = true
  onBasketChange((basket) => void keep(basket))
  try {
    const database = await open()
    const kept = await answered<Basket | undefined>(database.transaction(STORE).objectStore(STORE).get('basket'))
    if (kept !== undefined && isEmpty(currentBasket())) setBasket(kept, true)
    else await keep(currentBasket())
  } catch {
    // Private windows may refuse. Memory is left.
  }
}

let begun = false

async function keep(basket: Basket): Promise<void> {
  try {
    const database = await open()
    const store = database.transaction(STORE, 'readwrite').objectStore(STORE)
    await answered<unknown>(isEmpty(basket) ? (store.delete('basket') as IDBRequest<unknown>) : (store.put(basket, 'basket') as IDBRequest<unknown>))
  } catch {
    // As above.
  }
}

let opening: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('The browser keeps nothing.')))
  })
  return opening
}

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('The browser keeps nothing.')))
  })
}
