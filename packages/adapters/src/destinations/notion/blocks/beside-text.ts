import { NO_MARKS } from '../inline/run.ts'
import { GOES_ON, isOurs, withMark } from '../mark.ts'
import { blockOf, type Block } from './block.ts'
import { blocksOfText } from './blocks-of-text.ts'
import { plainText } from './text-of-blocks.ts'

/** The block that carries a page's mark. */
export const markBlocks = (marker: string): Block[] => blocksOfText(withMark('', marker))

/** The block that says that a page is still being written. */
export const goesOn = (): Block => blockOf('paragraph', { words: [{ kind: 'text', text: GOES_ON, target: '', marks: NO_MARKS }] })

/** Whether a block says that a page is still being written. */
export const isGoesOn = ({ type, words }: Block): boolean => type === 'paragraph' && plainText(words).trim() === GOES_ON

/** Whether a block is one of those that we write beside the text. */
export const isBeside = ({ type, words, children }: Block): boolean => type === 'paragraph' && children.length === 0 && isOurs(plainText(words))
