/** What Notion takes in one request by its block endpoints. */

/** The most elements of a list of blocks, at every level of them. */
export const MOST_CHILDREN = 100
/** How deep blocks may lie below those of the request's own list. */
export const MOST_LEVELS = 2
/** The most characters of a piece of rich text, and the most pieces of a list of them. */
export const LONGEST_TEXT = 2000
export const MOST_TEXTS = 100
/** The longest formula. */
export const LONGEST_FORMULA = 1000
