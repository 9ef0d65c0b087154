import type { Destination } from '@blamefree/core'
import { html } from './destinations/html/index.ts'
import { docx } from './destinations/docx/index.ts'
import { json } from './destinations/json/index.ts'
import { markdown } from './destinations/markdown/index.ts'
import { pdf } from './destinations/pdf/index.ts'

/** Every destination, by the order in which they are offered. */
export const DESTINATIONS: readonly Destination[] = [docx, pdf, html, markdown, json]
