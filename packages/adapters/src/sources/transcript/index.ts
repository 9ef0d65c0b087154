import type { Source } from '@blamefree/core'
import { read, recognise } from './read.ts'

/** Text that people pasted from a chat, or a timeline that they wrote by hand. */
export const transcript: Source = { id: 'transcript', title: 'Transcript', recognise, read }
