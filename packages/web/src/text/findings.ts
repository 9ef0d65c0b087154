export const findingsText = {
  title: 'Findings',
  lead: 'What the post-mortems say across incidents: what contributed, what helped, what was learned, what might come.',
  kinds: { contributor: 'Contributors', mitigator: 'Mitigators', learning: 'Learnings', risk: 'Risks' } as const,
  kind: { contributor: 'Contributor', mitigator: 'Mitigator', learning: 'Learning', risk: 'Risk' } as const,
  categories: { technical: 'Technical', human: 'Human', external: 'External' } as Readonly<Record<string, string>>,
  all: 'All',
  search: 'Find in findings',
  service: 'Service',
  none: 'Nothing has been written yet.',
  noneHint:
    'Write the sections on contributors, mitigators, learnings and risks of a post-mortem: each point appears here, and can be found when it happens again.',
  noMatch: 'No finding is like this.',
  more: 'More',
}
