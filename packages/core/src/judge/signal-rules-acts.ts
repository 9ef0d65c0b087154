import { ACTION_WORDS } from './action-words.ts'
import type { SignalRule } from './signal-rule.ts'

const { base, ing, past } = ACTION_WORDS

/** How people say what is tried, decided and done. */
export const ACT_RULES: readonly SignalRule[] = [
  {
    name: 'ruled-out',
    signal: 'dead-end',
    weight: 0.6,
    mood: 'any',
    words: 'ruled rule herring alarm nevermind never not isn fine healthy normal unchanged operational nothing no any',
    pattern:
      /\brul(?:ed?|ing) (?:\S+ )?out\b|\bred (?:herring|flag)\b|\bfalse alarm\b|\bnever ?mind\b|^(?:no,? )?not (?:it|the|a)\b|\b(?:is|are|looks?|seems?) (?:all |still )?(?:fine|healthy|normal|unchanged|operational)\b(?! now| again)|\bnothing (?:changed|suspicious|unusual|obvious|in the logs)\b|\bno (?:\w+ )?(?=\w)(?:code )?changes?\b(?! (?:in|to) (?:the )?plan)/,
    example: 'relay is fine, 12 ms per mail',
  },
  {
    name: 'withdrawn',
    signal: 'dead-end',
    weight: 0.9,
    mood: 'stated',
    words:
      "withdraw corrected ignore strike drop tree theory idea guess rules can't cannot then either after so that's it's retract back wrong scratch forget wasn't isn't weren't aren't wasnt isnt not innocent accused exonerate disproves guilty plaster",
    pattern:
      /\bi (?:\w+ )?(?:withdraw|retract)\b|\bi (?:\w+ )?take (?:it|that|this|what i said) back\b|\b(?:i|we) (?:was|were) wrong\b|^was wrong (?:about|on|with)\b|\bscratch (?:that|this|the|my)\b|\bforget (?:what (?:i|we) said|(?:about )?(?:my|the) (?:theory|idea|guess))\b|\bi stand corrected\b|^(?:ignore|strike|drop) (?:that|my (?:theory|idea|guess|last))\b|\b(?:wrong|barking up the wrong) tree\b|\bso much for (?:that|the|my) (?:\w+ )?(?:theory|idea|guess|suspect)\b|\b(?:theory|idea|guess) is (?:dead|out|off)\b|\bmy (?:bad|mistake),? it(?:'s| is) not\b|\b(?:that|which|this) rules out\b|\b(?:it|that) (?:can't|cannot|can not) (?:have been|be) (?:the|a|our) (?:\S+ ){1,3}then\b|^(?:(?:ok|okay|so|then|well|nope|no),? )+not (?!(?:yet|sure|really|bad|now|good|much|here|us|me|again|ideal|great|too|working|long|all|there|possible|today|that|clear|done|ready|only|so)\b)(?:the )?[\w-]+$|^not [\w-]+ (?:then|either|after all)$|\bi stand corrected\b|^(?:ignore|strike|drop) (?:that|my (?:theory|idea|guess|last))\b|\b(?:wrong|barking up the wrong) tree\b|\bso much for (?:that|the|my) (?:\w+ )?(?:theory|idea|guess|suspect)\b|\b(?:theory|idea|guess) is (?:dead|out|off)\b|\bmy (?:bad|mistake),? it(?:'s| is) not\b|\b(?:that|which|this) rules out\b|\b(?:it|that) (?:can't|cannot|can not) (?:have been|be) (?:the|a|our) (?:\S+ ){1,3}then\b|^(?:(?:ok|okay|so|then|well|nope|no),? )+not (?!(?:yet|sure|really|bad|now|good|much|here|us|me|again|ideal|great|too|working|long|all|there|possible|today|that|clear|done|ready|only|so)\b)(?:the )?[\w-]+$|^not [\w-]+ (?:then|either|after all)$|\b(?:falsely accused|exonerat\w+|is innocent|disproves (?:it|that|the|my))\b|\b(?:was|were|is|are) not (?:guilty|to blame|at fault|(?:the )?(?:cause|culprit|reason))\b|\b(?:wasn't|weren't|isn't|wasnt|isnt) (?:it$|it,|that$|(?:the )?(?:cause|culprit|reason|guilty|to blame|at fault)\b)|(?:^(?:(?:ok|okay|so|then|right|well|hm+|clearly|fair enough|blast|damn),? ){0,3}|\b(?:so|then|hence|clearly|therefore),? )(?:it|that|this)(?:'s not| isn't| wasn't| is not| was not) (?!(?:yet|just|only|a|an|all|good|great|enough|clear|possible|going|working|fixed|so|that|too|over|done|recover\w*|help\w*)\b)\S|(?:^(?:(?:ok|okay|right|well|hm+|fair enough|blast|damn),? ){0,2}|, )(?:so|then) (?:it's |that's )?not (?:the|it|that|our|their)\b|^(?:(?:ok|okay|so|well|fair enough),? ){0,2}not (?:it|that|the (?:\S+ ){1,3})(?:so|then|after all)$/,
    example: 'so it is not the crawler, I take it back',
  },
  {
    name: 'no-effect',
    signal: 'dead-end',
    weight: 0.85,
    mood: 'any',
    words: "no didn't did doesn't does not without rollback restore failover deploy restart migration fix revert backup failed fails refuses gave stuck",
    pattern:
      /\bno (?:effect|luck|difference|change|improvement)\b|\b(?:didn't|did not|doesn't|does not) (?:help|work|fix|change|make|switch|recover)\b|\bwithout (?:effect|success|luck)\b|\b(?:rollback|restore|failover|deploy(?:ment)?|restart|migration|fix|revert|backup|import|upgrade) (?:has |is |just )?(?:failed|stuck|fails|refused)\b|\bgave up\b|\brefuses\b/,
    example: 'added 6 consumers, no effect',
  },
  {
    name: 'asked-to-act',
    signal: 'proposal',
    weight: 0.7,
    mood: 'any',
    words: 'should shall can could want how what why propose suggest proposal would need worth consider',
    pattern: new RegExp(
      String.raw`\b(?:should|shall|can|could|want (?:me|us) to|how about|what about|why (?:don't|not)|propos(?:e|al)|suggest|would|worth|consider)\b.{0,40}\b(?:${base.pattern}|${ing.pattern})\b`,
    ),
    example: 'shall we roll back to last week?',
  },
  {
    name: 'lets',
    signal: 'decision',
    weight: 0.75,
    mood: 'plain',
    words: "let's lets let",
    pattern: /\b(?:let's|lets|let us) (?:just |now |please )?(?!know|see|hope|say|be|talk|discuss|hang|assume|get some|have)\w+/,
    example: "let's roll back",
  },
  {
    name: 'decided',
    signal: 'decision',
    weight: 1,
    mood: 'plain',
    words: 'decided decide decision agreed going go plan opted opting approved authorised authorized',
    pattern:
      /\bdecided?\b|\bdecision\b|\b(?:change|plan|request|rollback|restart|failover) (?:\S+ )?(?:is|was|has been) (?:approved|authori[sz]ed)\b|\b(?:we|all) agreed\b|\b(?:going|go) with\b|\bgo(?:ing)? ahead\b|\bplan(?: is\b|:)|^the plan\b|\bopt(?:ed|ing) (?:for|to)\b/,
    example: 'we decided to route traffic to the second acquirer',
  },
  {
    name: 'will-act',
    signal: 'decision',
    weight: 0.75,
    mood: 'plain',
    words: "i'll we'll will going gonna about need have must ll i'd",
    pattern: new RegExp(
      String.raw`\b(?:i'll|we'll|i will|we will|going to|gonna|about to|(?:i|we) (?:need|have|must)(?: to)?|must)(?: \w+)? (?:${base.pattern})\b`,
    ),
    example: "we're going to fail over to db-2",
  },
  {
    name: 'told-to-act',
    signal: 'decision',
    weight: 0.7,
    mood: 'plain',
    words: `please pls kindly ${base.words}`,
    pattern: new RegExp(
      String.raw`\b(?:please|pls|kindly) (?:${base.pattern})\b|^@?[\w ]{2,24}, (?:please )?(?:${base.pattern})\b|^@[\w ]{2,24} please (?:${base.pattern})\b`,
    ),
    example: 'Leo, pin node-agent at 7.3.2 everywhere',
  },
  {
    name: 'acting',
    signal: 'action',
    weight: 0.85,
    mood: 'plain',
    words: ing.words,
    pattern: new RegExp(
      String.raw`(?<!\b(?:keeps?|kept|stop|of|for|from|by|after|before|when|while|without|the|despite|start|is the) )\b(?:${ing.pattern})\b(?! (?:out of|late|slow|low|hot|again and|from))`,
    ),
    example: 'rolling back cart to 2.30.4',
  },
  {
    name: 'acted',
    signal: 'action',
    weight: 0.85,
    mood: 'plain',
    words: past.words,
    pattern: new RegExp(String.raw`\b(?:${past.pattern})\b(?! (?:out of|since|by (?:an?|the) (?:bug|error)))`),
    example: 'restarted the gateway',
  },
  {
    name: 'acted-apart',
    signal: 'action',
    weight: 0.85,
    mood: 'plain',
    words:
      'turning turned switching switched rolling rolled shutting shut taking took taken pointing pointed putting put bringing brought making made returning returned sending sent',
    pattern:
      /\b(?:turn(?:ing|ed)|switch(?:ing|ed)|roll(?:ing|ed)|shut(?:ting)?|tak(?:ing|en)|took|put(?:ting)?|br(?:inging|ought)) (?:\S+ ){1,5}(?:off|on|down|back|out of (?:rotation|service|the (?:pool|load balancer))|offline|online|behind|into (?:maintenance|read-only))\b|\b(?:point|return|redirect|send)(?:ing|ed) (?:\S+ ){1,5}(?:back )?(?:to|at)\b|\bm(?:aking|ade) (?:\S+ ){1,4}(?:private|public|read-only|writable|optional|primary)\b/,
    example: 'turning the new flag off for everybody',
  },
  {
    name: 'present-act',
    signal: 'action',
    weight: 0.7,
    mood: 'plain',
    words: base.words,
    pattern: new RegExp(String.raw`^(?:(?:ok|okay|so|then|and|now),? )?(?:i|we) (?:now |just |also )?(?:${base.pattern})\b`),
    example: 'I revoke the token now',
  },
  {
    name: 'change-is-out',
    signal: 'action',
    weight: 0.8,
    mood: 'plain',
    words: 'rollback revert hotfix fix pr patch change deploy script replacement failover restore live out',
    pattern:
      /\b(?:rollback|revert|hotfix|fix|pr|patch|failover|restore|script|deploy|change) (?:is |has |was |been |now ){0,3}(?:running|started|done|complete[d]?|finished|live|out|up|in|applied|in progress|underway|on its way)\b|\b(?:sent|put|opened|pushed|wrote|made) (?:out |up )?(?:a |the )?(?:fix|pr|patch|revert|hotfix)\b|\bpending fix\b/,
    example: 'rollback is running',
  },
  {
    name: 'finished',
    signal: 'action',
    weight: 0.75,
    mood: 'plain',
    words: 'done finished complete completed',
    pattern: /\bdone (?:\w+ing|with)\b|\b(?:is|are|all) (?:done|finished|complete)\b(?! (?:thanks|now\?))|\b(?:finished|completed)\b|^done[,:] \w/,
    example: 'done migrating, we are on the bigger disks now',
  },
  {
    name: 'change-linked',
    signal: 'action',
    weight: 0.7,
    mood: 'any',
    words: '/',
    pattern: /\/pull\/\d+(?!#)|\/merge_requests\/\d+|\/commit\/[0-9a-f]{7}/,
    example: 'https://github.com/example/infra/pull/812',
  },
]
