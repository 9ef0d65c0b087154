import { lexicon } from './lexicon.ts'
import type { WordIndex } from './word-index.ts'
import type { Sureness } from './words-of-people.ts'

/** Faults as they are told by those who learned English later: articles gone, verbs doubled, idioms carried over. The subject must be a person, as surely as the number says. */
export const SECOND_LANGUAGE: readonly (readonly [words: WordIndex, least: Sureness])[] = [
  [
    lexicon(String.raw`
      (?:did|does|do|have|has|had)(?:n't| not) (?:never |even |at all |well |really )?(?:made|maked|did|done|checked|checks|read|reads|looked|looks|tested|tests|took|taken|thought|thinks|asked|asks|followed|follows|paid|pays|said|says|told|tells|respected|respects|prepared|prepares|informed|informs|wrote|written|gave|given|put|kept|cared|cares|answered|answers|listened|listens|controlled|verified|attentioned) (?:\w+ )?(?:nothing|attention|HIS|the|a|any|enough|well|nobody|to|it|on|about|before|what|care|correctly|properly|good)
      (?:made|make|makes|gave|put|paid) (?:no|not|not any|not enough|little|few) (?:attention|attentions|care|cares|concentration|responsibility|effort|efforts|interest)
      (?:(?:did|does|do|has|have|had)(?:n't| not) )(?:make|made|give|gave|put|pay|paid|have|had|take|took) (?:enough |any |no |the |good )?(?:attention|attentions|care|homeworks?|concentration|responsibility)
      {make} (?:always |again |all |only |everything |it |things |this |that )+(?:wrong|bad|false|like HE|how HE|what HE) | {make} (?:a |an |the |some |big |very |his |her )*(?:stupid|childish|big|heavy|grave|stupidest|idiotic|incredible|fatal|ugly|terrible|bad|wrong|irresponsible|unprofessional|dangerous|dumb|silly) (?:thing|things|action|error|fault|fail|mistake|nonsense|decision|step|choice|work|job)
      {do} (?:a |an |the |some |big |very |always )*(?:stupid|childish|big|heavy|grave|idiotic|incredible|fatal|ugly|terrible|bad|wrong|irresponsible|unprofessional|dangerous|dumb|silly) (?:thing|things|action|error|fault|fail|mistake|nonsense|work|job|move)
      (?:have|has|had) (?:did|went|broke|wrote|forgot|gave|took|ran|shut|put) (?:\w+ ){0,5}?(?:without|wrong|mistake|error|nobody|nothing)
      without (?:to )?(?:think|check|ask|test|read|look|inform|tell|verify|control|say|understand|know|make|speak|call|wait|backup|save|warn|announce|prepare)(?: \w+)? (?:nothing|nobody|anybody|anything|to|it|the|before|first|inside|what|with|about|of)? ?
      (?:is|are|was|were|feels?) (?:\w+ )?(?:guilty|culpable|the guilty|the fault) (?:of|for|that|because|from|in) (?:this|the|that|our|all|everything|we|it) | (?:is|are|was|were) not (?:capable|serious|attentive|concentrated|concentrating|professional|motivated|careful) (?:to|with|in|of|for|at|enough|on|person|people|about)? ?
      (?:don't|doesn't|do not|does not|didn't|did not) (?:know|knows|want|wants) to (?:read|write|work|do|make|test|listen|learn|speak|use|help|understand|think|organi[sz]e|manage|take|answer|check)
      (?:has|have|had) (?:\w+ )?(?:closed (?:HIS|the) eyes|washed HIS hands|slept|was sleeping|sleeped|forgot|forgotten|ignored|lied|betrayed|disappeared|run away|played|laughed|gone (?:home|for|to (?:lunch|bed|smoke|drink|sleep))|left us|let us|made us|put us|showed with (?:the )?fingers?|pressed|clicked) (?:us |all |again |it |the |a |before |alone |everything |without |on |away |in )
      (?:pressed|pushed|clicked|approved|signed|typed|merged|deleted|closed|started|stopped|switched|copied|sent|changed) (?:[\w'-]+ ){1,6}?(?:and (?:then )?(?:went|goes|left|gone|drove|was gone|disappeared)|without (?:look|read|check|think|ask|test|know|understand)\w*|like (?:always|nothing|a)|as always|for fun|with closed eyes|(?:how|as) (?:always|usual|HE))
      (?:was|were|is|are) (?:\w+ )?(?:sleeping|sleeped|slept|not serious|too (?:proud|lazy|slow|stupid|comfortable)|without (?:knowledge|care|attention|concentration|responsibility|preparation)|not in (?:HIS|the) (?:place|post|desk)|since \w+ not) | (?:in|on) holidays? and (?:\w+ ){0,4}(?:not|n't|nobody|no|nothing|without|forgot)
      (?:must|should|need to|needs to|has to|have to) (?:be )?(?:more )?(?:concentrate[d]?|attentive|attention|serious|learn|pay|make (?:more )?attention|take (?:more )?care|control|better work|work better|better check|check better|be more) (?:in (?:the )?future|next time|himself|herself|better|more|attention|on|to|before|with|what)? ?
      (?:makes?|plays?|does|works?|thinks?) (?:only|just|always|never) (?:what|how|like|for|with|the own|HIS own|half|bad|wrong|at)
      showed? with (?:the )?fingers? | like in (?:a|the) (?:bad )?(?:film|movie|kindergarten|circus|zoo|joke|wild west) | like (?:little |small )?(?:child|children|kids|beginners|amateurs|in the)(?=\W|$)
    `),
    2,
  ],
  [
    lexicon(String.raw`
      (?:don't|doesn't|didn't|did not|do not|does not) (?:read|check|test|look|think|ask|answer|listen|control|verify) (?:nothing|nobody|never|before|the|a|what|HIS|enough|good|well|correctly|any|and|even|to)
      (?:have|has|had) not (?:(?!been )\w+ )?(?:respected|made|done|prepared|tested|controlled|read|checked|taken|paid|looked|followed|informed|told|said|asked|answered|thought|understood|learned|given)
      (?:never|not) (?:respect|respects|control|controls|listen|listens|learn|learns|follow|follows|test|tests|read|reads|check|checks|think|thinks|answer|answers|ask|asks)
      has (?:typed|pressed|pushed|clicked|deleted|closed|copied|changed|switched|stopped|started|approved|merged|put|forgot|forgotten|messed|made|left|lied|given) ~~ (?:without|wrong|again|false|like|nothing|nobody|because HE|bad|stupid|and (?:went|goes|disappeared|has disappeared|left)|paper|alone|fault|mess)
    `),
    3,
  ],
]
