import { docxReader } from '../docx/testing/reader.ts'
import { htmlReader } from '../html/testing/reader.ts'
import { jsonReader } from '../json/testing/reader.ts'
import { markdownReader } from '../markdown/testing/reader.ts'
import type { FormatReader } from './seen.ts'

/** How each format is read back, by the destination's id. */
export const READERS: Readonly<Record<string, FormatReader>> = { docx: docxReader, html: htmlReader, json: jsonReader, markdown: markdownReader }

/** Formats whose own suite reads what they write, because no reader here can tell their constructs apart. */
export const READ_ELSEWHERE: ReadonlySet<string> = new Set(['pdf'])
