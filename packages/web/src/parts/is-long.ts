/** Whether a title is one that fills a window where it is set as titles are: a whole sentence. */
export const isLong = (title: string): boolean => title.length > 90
