/** The words that a document's view adds to the document. */
export const documentText = {
  done: 'Done',
  open: 'Open',
  table: (columns: string): string => (columns === '' ? 'Table' : `Table: ${columns}`),
  note: (number: number): string => `Note ${number}`,
  callouts: {
    note: 'Note',
    tip: 'Tip',
    warning: 'Warning',
    danger: 'Danger',
    evidence: 'What the record shows',
    guidance: 'How to complete this section',
  } as Readonly<Record<string, string>>,
}
