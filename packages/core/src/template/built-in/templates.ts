import { CUSTOMER_TEMPLATE } from './customer.ts'
import { DEFAULT_TEMPLATE } from './default.ts'
import { SHORT_TEMPLATE } from './short.ts'
import { SRE_TEMPLATE } from './sre.ts'

/** The templates that come with the house, as their authors would write them. */
export const BUILT_IN_TEMPLATES: readonly { readonly id: string; readonly text: string }[] = [
  { id: 'default', text: DEFAULT_TEMPLATE },
  { id: 'short', text: SHORT_TEMPLATE },
  { id: 'customer', text: CUSTOMER_TEMPLATE },
  { id: 'sre', text: SRE_TEMPLATE },
]
