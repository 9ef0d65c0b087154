/** What may be more than words in Markdown of one paragraph: marks, addresses, the beginning of a list, white space that Markdown takes together. */
const MORE = /[\\`*_~[\]<>&:|!#^{}@\n\t]|www\.|^\s|\s$| {2}|^[-+=]|^\d+[.)]/i

/** Whether Markdown of one paragraph is its own words, as most messages are: then nothing has to be read out of it. */
export const isPlain = (text: string): boolean => text !== '' && !MORE.test(text)
