/** What is said while something is dragged over a page. */
export const intakeDoor = { drop: 'Drop to read it as the record of an incident' }
