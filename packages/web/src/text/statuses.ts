/** How far a post-mortem is, in words; a status that a newer server adds is shown by its own name. */
export const statusWords: Readonly<Record<string, string>> = { draft: 'Draft', 'in-review': 'In review', published: 'Published' }
