import { lexicon } from './lexicon.ts'
import type { WordIndex } from './word-index.ts'
import type { Sureness } from './words-of-people.ts'

/** Wordings after which the blamed one comes at once. */
export const POINTERS: readonly (readonly [words: WordIndex, least: Sureness])[] = [
  [
    lexicon(String.raw`
      (?:lay|lays|laid|to be laid) (?:\w+ ){0,4}?at (?:the (?:door|doors|feet) of|(?=[\w'-]+(?: [\w'-]+)?'s? (?:door|doors|feet)))
      (?:blame|fault|responsibility|culpability|guilt|liability|accountability|buck) (?:for (?:[\w'-]+ ){1,6}?)?(?:\w+ )?(?:lies|lay|rests|rested|sits|sat|falls|fell|belongs|belonged|stops|stopped|goes|went|must (?:lie|rest|sit|fall)|must be (?:laid|placed|put)) (?:\w+ ){0,2}?(?:with|on|upon|to|at|in)
      (?:points?|pointed|pointing) (?:straight |squarely |firmly |directly |clearly )?(?:at|to)
      (?:is|was|are|were|falls|lands|sits) (?:all |entirely |squarely |(?:\d+ ?%|a hundred percent) |solely |firmly |fully |totally |completely |clearly |purely )+(?:on|down to|because of|the work of|the doing of|thanks to|due to|with)
      (?:is|was|are|were) (?:down to|the work of|the doing of|the handiwork of|courtesy of|thanks to|owing to the)
      (?:an?|any|some) (?:more|less|better|slightly more|marginally more) (?:careful|diligent|attentive|thorough|competent|experienced|responsible|conscientious|alert|skilled|senior|sensible|cautious|professional|prudent|capable|vigilant|disciplined|observant|thoughtful|mature|trained|qualified|prepared|awake|arrogant|impatient|hasty)
      (?:cause|mistake|error|fault|blunder|trouble) (?:here |of \w+(?: \w+)? )?(?:was|is) (?:simply |just |quite simply |purely )?that(?! (?:[\w'-]+ ){1,5}?(?:could|was|were|is|are|had no|needed|received|lacked|cannot|saw|has no|have no)\b)
      (?:clean|cleaned|cleaning|tidy|tidied|pick up|picking up) (?:up )?(?:the (?:pieces|mess) )?(?:after|left by|made by)
      (?:by|through|because of|due to) (?:the )?fault of
      courtesy of
      (?:errors?|mistakes?|blunders?|oversights?|omissions?|misjudge?ments?|slips?|failings?|shortcuts?|assumptions?|wrong \w+|bad \w+|poor \w+) (?:was|were|has been|have been|had been|being|been) (?:\w+ly )?(?:made|committed|taken|introduced) by
      (?:not|isn't|wasn't|hardly) (?:even )?the (?:first|second|only) time(?: that)?
      (?<=^\W*)(?:despite|in spite of|ignoring|contrary to|notwithstanding|disregarding|in defiance of|after being (?:told|warned|asked|reminded)|having been (?:told|warned|asked|reminded)|(?:instead of|rather than|without) (?:\w+ )?(?:asking|checking|reading|following|testing|escalating|calling|paging|consulting|reviewing|verifying|informing|telling|looking|thinking|admitting|listening|coordinating|bothering|warning|permission|approval|a review|review|a backup|a second|consultation|authori[sz]ation)) [^,]{0,100}?(?:warning|advice|instruct|told|policy|procedure|runbook|rule|remind|objection|freeze|guid|train|ask|check|read|follow|test|escalat|call|pag|consult|review|verif|inform|tell|look|think|listen|coordinat|bother|permission|approv|backup|second|authori)[^,]{0,60},
      no thanks to
      (?:shame|disgrace) on
      (?:caused|brought about|brought on|occasioned|precipitated|provoked|inflicted|botched|bungled|rushed through|waved through|rubber-?stamped|ignored|missed|overlooked|disregarded|forgotten(?: about)?|fat-?fingered|mishandled|messed up|screwed up|neglected|omitted|overruled|dismissed|brushed (?:aside|off)|waved away|shelved|withheld) (?:(?:again|entirely|solely|partly|largely|single-?handedly) )?by
      (?:expect(?:ed|s)?|deserved?|hoped for|demand(?:ed)?) (?:far |much |a lot |so much |rather |something )?(?:more|better) (?:of|from|than this from)
      (?:unacceptable|inexcusable|unforgivable|disappointing|unprofessional|careless|stupid|stupider|remiss|irresponsible|reckless|negligent|lazy|sloppy|bad form|poor form|typical|cowardly|selfish|foolish|dumb|silly|naive|arrogant|classic) (?:behaviou?r )?(?:of|from|on the part of|for)
      (?:was|were|is|are) (?:\w+ )?(?:let down|failed|lied to|misled|deceived|kept in the dark|badly served|poorly served) by
      (?:should|must|ought to|might) (?:\w+ )?(?:have )?be(?:en)? (?:\w+ )?(?:obvious|clear|apparent|evident|plain|known|second nature|common knowledge) to
      (?:genius|brilliant|stellar|inspired|masterful|galaxy-brain|stunning|clever|classic) (?:move|idea|work|job|call|decision|plan|thinking|timing|stuff) (?:from|by|of|on the part of)
      (?:amateur|clown) (?:hour|show) (?:from|by|at|in|over (?:in|at))
    `),
    3,
  ],
]
