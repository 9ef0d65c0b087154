import type { Sureness } from './words-of-people.ts'

/** A judgement on a person without a verb of hers. Group 1, where there is one, must be a person, as surely as the number says; 0 asks nothing. */
export type Verdict = readonly [pattern: RegExp, least: Sureness]

/** A noun phrase of up to four words, the person its head. */
const WHO = String.raw`((?:the |a |an |our |their |one of |some |both |two |three )*(?:[\w@-]+ ){0,3}[\w@-]+)`
/** Whose it is: `the release manager’s`. */
export const WHOSE = String.raw`((?:[\w@-]+ ){0,2}[\w@-]+?)(?:['’]s|s['’])`

const POOR =
  'improper|inadequate|inappropriate|poor|poorly \\w+|incorrect|wrong|bad|terrible|insufficient|premature|hasty|rash|questionable|misguided|ill-(?:advised|considered|timed|judged)|flawed|unauthori[sz]ed|needless|unwise|inattentive|lax|half-hearted|uncoordinated|unprofessional|delayed|late|slow|incomplete|cursory|superficial|substandard|unacceptable|unsatisfactory|disappointing|rushed|hurried|botched|bungled|half-baked|less[- ]than[- ](?:adequate|ideal|careful)'
/** What people do with their heads: bad of anybody whom the word may mean. */
const MINDED =
  'inspection|decisions?|decision-making|judge?ment|supervision|oversight|preparation|assessment|assumptions?|understanding|attention|planning|conduct|behaviou?r|workmanship|discipline|communication|coordination|escalation|leadership|attitude|choices?|instructions?|advice|reaction|interpretation|handover|diligence|vigilance|follow-through|teamwork'
/** What people do with systems: bad only of somebody who surely is a person. */
const DONE =
  'checks?|reviews?|handling|management|response|actions?|use|usage|execution|installation|configuration|restart|attempts?|inputs?|operation|verification|testing|intervention|maintenance|securing|edits?|commits?|merges?|deploy(?:ment)?|changes?|push|commands?|migration|rollout|estimates?|analysis|diagnosis|work|effort|performance|implementation|setup|cabling|rollback|shutdown|fix|call'
const HARSH =
  'careless|negligent|sloppy|shoddy|reckless|incompetent|irresponsible|amateurish|slapdash|slipshod|thoughtless|clumsy|bumbling|inept|lackadaisical|cavalier|foolish|stupid|lazy|unprofessional|complacent|fat-fingered|forgetful|inattentive|overconfident|hapless|clueless|ham-fisted|undisciplined'
/** Nouns that are a fault of whoever has them. */
const FAILING =
  'errors?|mistakes?|blunders?|fault|oversights?|lapses?|omissions?|negligence|carelessness|incompetence|inattention|inexperience|ignorance|sloppiness|laziness|recklessness|complacency|indifference|arrogance|hubris|apathy|impatience|indecision|overconfidence|forgetfulness|stubbornness|haste|misconduct|slips?|typo|screw-?ups?|mis(?:use|management|handling|configuration|reading|understanding|judge?ment|interpretation|communication|calculation|diagnosis|identification|step)s?'
const REFUSING =
  'failures? to|refusal to|reluctance to|unwillingness to|insistence on|habit of|tendency to|hesitation to|neglect of|disregard (?:for|of)|lack of \\w+'
const ROLE =
  'human(?! oversight (?:of|in|over|is))|user(?! errors| failures)|operator|pilot|engineer|administrator|admin|developer|clerical|employee|staff|technician|programmer|dba|sre|individual|reviewer|personnel|crew|contractor|maintainer|responder|analyst|workforce'
/** What is only said of messages, rates and the like, not of a fault. */
const NOT_A_NOUN = String.raw`(?! (?:rates?|messages?|pages?|reports?|handling|handlers?|logs?|codes?|budgets?|tolerance|injection|correction|detection|101|tracking|prevention))`

const PAST_BE = '(?:was|were|been|being|got|gets|is|are|be)'
/** Participles that are nobody's omission: `was not caused by the team`. */
const NEUTRAL =
  'caused|triggered|affected|owned|managed|maintained|used|known|run|hit|impacted|covered|supported|changed|touched|made|written|involved|created|blocked|intended|meant|reported|seen|contacted|called|needed|required|requested|introduced|started|initiated|allowed|paged|notified|informed|told|experienced|shared|understood|approved|visible'
const BLAMEWORTHY = `ignored|overlooked|forgotten(?: about)?|neglected|missed|disregarded|mishandled|mis(?:read|understood|judged|managed|interpreted|configured|used|applied|placed|labell?ed|diagnosed|typed)|botched|bungled|broken(?! down| out| up| into)|bypassed|skipped|rushed(?: through| out)?|fumbled|brushed (?:off|aside)|left (?:open|unattended|unlocked|running|exposed|unprotected|unsecured|enabled|disabled)|leaked|waved through|rubber-stamped`

const SLIP =
  'accidentally|mistakenly|inadvertently|carelessly|wrongly|incorrectly|erroneously|negligently|recklessly|foolishly|unintentionally|wrongfully|improperly|blindly|stupidly|hastily|sloppily|unknowingly|unwittingly|hurriedly|needlessly|thoughtlessly|rashly|clumsily|unwisely|prematurely'

const of = (text: string, flags = 'gi'): RegExp => new RegExp(String.raw`(?<![\w-])(?:${text})`, flags)

/** Judgements that need no list of verbs: whose bad work it was, what was left undone by whom, whose flaw, whose fault. */
export const VERDICTS: readonly Verdict[] = [
  // Nominal: `the DBA’s inadequate disk management`, `inadequate review by a second engineer`, `operator oversight`.
  [of(String.raw`${WHOSE} (?:\w+ly |own |initial |subsequent )?(?:${POOR}|${HARSH}) (?:[\w-]+ ){0,3}?(?:${MINDED})\b`), 2],
  [of(String.raw`${WHOSE} (?:\w+ly |own |initial |subsequent )?(?:${POOR}|${HARSH}) (?:[\w-]+ ){0,3}?(?:${DONE})\b`), 3],
  [
    of(
      String.raw`${WHOSE} (?:own |big |careless |repeated |total |complete |gross |simple |honest |subsequent |unfortunate |poor |collective |apparent )?(?:${FAILING})\b${NOT_A_NOUN}`,
    ),
    2,
  ],
  [of(String.raw`${WHOSE} (?:\w+ )?(?:${REFUSING})\b`), 3],
  [of(String.raw`(?:contribut\w+|causal|cause)\b[^.]{0,60}? ${WHOSE} (?:\w+ )?(?:decision|choice) (?:not )?to\b`), 3],
  [of(String.raw`${WHOSE} (?:\w+ )?(?:decision|choice) (?:not )?to\b[^.]{3,100}? (?:caused|led to|resulted in|cost|worsened|prolonged|delayed|doubled)\b`), 3],
  [of(String.raw`it (?:was|is) ${WHOSE} (?:job|duty|responsibility|task) to\b[^.]{3,100}? (?:and|but) (?:he|she|they) (?:did not|didn['’]t|never|failed)`), 2],
  [of(String.raw`(?:${FAILING}|failures?|(?:${POOR}) \w+|inaction) on ${WHOSE} part\b`), 2],
  [of(String.raw`(?:is|was) (?:all |entirely |clearly |solely )?${WHOSE} (?:doing|mess)\b`), 3],
  [
    of(
      String.raw`${WHOSE} (?:\w+ )?(?:decision|choice|attempt|willingness) (?:not )?to\b[^.]{0,120}?\b(?:despite|in spite of|without|against|contrary to|even though|instead of)\b`,
    ),
    3,
  ],
  [of(String.raw`(?:${POOR}|${HARSH}) (?:[\w-]+ ){0,3}?(?:${MINDED}|${DONE}) (?:of (?:[\w'’-]+ ){1,6}?)?(?:by|on the part of|from) ${WHO}`), 3],
  [of(String.raw`(?:${POOR}|${HARSH}) (?:[\w-]+ ){0,2}?(?:${MINDED}) (?:of (?:[\w'’-]+ ){1,6}?)?(?:by|on the part of) ${WHO}`), 2],
  [of(String.raw`(?:${POOR}|${HARSH}) [\w-]+ on the part of ${WHO}`), 2],
  [of(String.raw`(?:${FAILING}) (?:made |committed |introduced )?(?:by|from|on the part of) ${WHO}`), 3],
  [
    of(
      String.raw`(?:negligence|carelessness|incompetence|inattention|ignorance|sloppiness|laziness|recklessness|complacency|indifference|arrogance|impatience|indiscipline|mis(?:understanding|communication|judge?ment)|confusion) (?:in|within|among|amongst|between) ${WHO}`,
    ),
    3,
  ],
  [of(String.raw`(?:failures?|refusal|reluctance|unwillingness) (?:of|by|on the part of) ${WHO} to\b`), 3],
  [of(String.raw`(?:${ROLE}) (?:${FAILING}|failings?|failures?|incompetence)\b${NOT_A_NOUN}(?! (?:is|are) )`), 0],
  [of(String.raw`(?:${HARSH}|rogue|confused|panicked|distracted|sleepy|unqualified|overzealous|over-eager|impatient) ((?:[\w-]+ )?[\w-]+)`), 3],
  [of(String.raw`(?:an?|the|our|one|some|this|that) (?:inexperienced|untrained|unqualified) ((?:[\w-]+ )?[\w-]+)`), 3],
  [
    of(
      String.raw`(?:careless|negligent|reckless|shoddy|slapdash|slipshod|amateurish|irresponsible|cavalier|lackadaisical|thoughtless|unprofessional) (?:(?!with |about |of |in |at |when )\w+ )?(?!anything|everything|nothing|something)(?:\w+(?:ment|tion|sion|ing|ance|ence|ness)|habits?|approach|attitude|work|manner|practices?|way|use|edits?|commits?|change|merges?|deploys?|mistakes?|errors?|behaviou?r)\b`,
    ),
    0,
  ],
  [
    of(
      String.raw`lack of (?:due )?(?:care|attention|diligence|discipline|professionalism|competence|common sense|vigilance)\b(?! (?:by|from|of) (?:the )?(?:system|tool|script))`,
    ),
    0,
  ],
  [of(String.raw`(?:inattention|absent-mindedness|forgetfulness|thoughtlessness|complacency|ineptitude|dereliction of duty|gross misconduct)\b`), 0],
  // A device may be called one too: what somebody is, `PREDICATES` know.
  [
    of(
      String.raw`(?<!\b(?:is|are|was|were|be|been|being) (?:an? |such an? |a \w+ )?)(?:idiots?|morons?|nitwits?|imbeciles?|dimwits?|bozos?|numpt(?:y|ies)|cretins?|buffoons?)\b`,
    ),
    0,
  ],
  [
    of(
      String.raw`(?:the )?(?:person|people|individuals?|ones?|those) responsible(?! for\b)|guilty part(?:y|ies)|offending (?:engineers?|developers?|employees?|persons?)\b`,
    ),
    0,
  ],
  [of(String.raw`culprits? (?:was|is|were|turned out to be) ${WHO}`), 3],
  [
    of(
      String.raw`(?:accus(?:e|es|ed)|blam(?:e|es|ed)|critici[sz](?:e|es|ed)|fault(?:s|ed)|reproach(?:es|ed)|reprimand(?:s|ed)|castigat(?:es|ed)|slam(?:s|med)|rounds? on|rounded on|berat(?:es|ed)) ${WHO} (?:for|of|in)\b`,
    ),
    3,
  ],
  [
    of(
      String.raw`${WHOSE} (?:\w+ )?(?:work|assessment|performance|conduct|attitude|behaviou?r|judge?ment|output|response|handling|decision|reaction|communication|planning|preparation|review|testing|management|supervision|effort|notes?|handover(?: notes?)?|documentation|code|explanation|advice|updates?|estimates?|instructions?|script|design|leadership|attempts?|choice|plan) (?:was|is|has been|had been|were|are) (?:\w+ly |far |well |very |not |simply )*(?:${POOR}|${HARSH}|below|beneath|under par|good enough|up to (?:standard|scratch|par)|inconsistent|useless|worthless|a mess|a disaster|a joke|unreadable|unhelpful|inexcusable|unwarranted|lacking|wanting)`,
    ),
    2,
  ],
  [of(String.raw`failures? to [^,.;]{3,60}? by ${WHO}`), 3],
  [of(String.raw`failures? by ${WHO}`), 3],
  [of(String.raw`lack of (?:\w+ ){1,4}(?:among|amongst|on the part of|within) ${WHO}`), 3],
  [of(String.raw`${WHOSE} failures?\b(?! (?:rate|domain|mode|over|detect|scenario|case))`), 3],
  [
    of(
      String.raw`${WHOSE} (?:own )?(?:actions?|inaction|behaviou?r|conduct|handiwork) (?:\w+ )?(?:caused|led to|resulted in|triggered|brought|broke|cost|crashed|took)\b`,
    ),
    3,
  ],
  [
    of(
      String.raw`it was ${WHO} who (?:broke|deleted|forgot|caused|approved|merged|pushed|disabled|left|let|wiped|dropped|signed off|ignored|turned off|switched off|overrode|misconfigured|skipped)\b`,
    ),
    3,
  ],
  [of(String.raw`(?:fault|mistake|blame|error) (?:is|was) (?:\w+ )?${WHOSE}(?! \w)`), 3],
  [of(String.raw`(?:no excuse for|inexcusable|unforgivable|disgraceful|shameful|unacceptable that ${WHO})`), 0],
  // Passive, with who did it.
  [of(String.raw`(?:${BLAMEWORTHY}) (?:[\w'’-]+ ){0,4}?by ${WHO}`), 3],
  [
    of(
      String.raw`${PAST_BE} (?:never|not) (?:\w+ly |yet |also |even |ever )?(?!(?:${NEUTRAL})\b)[\w-]+(?:ed|en|ught|ne|wn|pt|lt|nt|read) (?:[\w'’-]+ ){0,5}?by ${WHO}`,
    ),
    3,
  ],
  [of(String.raw`(?:${SLIP}) \w+ (?:[\w'’-]+ ){0,4}?by ${WHO}`), 3],
  [of(String.raw`${PAST_BE} \w+ (?:[\w'’-]+ ){0,4}?by (?:mistake|accident) by ${WHO}`), 3],
  [of(String.raw`${PAST_BE} \w+ (?:${SLIP}|badly|poorly|too \w+) (?:[\w'’-]+ ){0,3}?by ${WHO}`), 3],
  // Unaware, as nothing but a person is.
  [of(String.raw`without (?:being )?(?:fully|properly|sufficiently|even) aware\b`), 0],
  // Nobody, as if somebody had to.
  [
    of(
      String.raw`(?:nobody|no one|no-one)(?: (?:else|in|on|at|from) [\w -]{1,30}?)? (?:had |has )?(?:ever |even |actually )?(?:checked|verified|reviewed|tested|asked|told|double-checked|questioned|challenged|spoke up|escalated|followed|paid attention|informed|looked|realised it)\b(?! (?:you|me)\b)`,
    ),
    0,
  ],
  [
    of(
      String.raw`(?:no (?:other |single )?|none of |not one of )${WHO} (?:had |has )?(?:ever |even |actually )?(?:checked|verified|reviewed|tested|read|asked|told|double-checked|questioned|challenged|spoke up|escalated|followed|paid attention|informed|looked)\b`,
    ),
    3,
  ],
  [
    of(
      String.raw`neither (?:of the )?${WHO} (?:had )?(?!received|noticed|experienced|caused|needed|(?:touch|chang|delet)ed|was|were|nor)(?:\w+ed|read|ran|told|thought|took|asked)\b`,
    ),
    3,
  ],
  [
    of(
      String.raw`neither ${WHO} nor (?:[\w@'’-]+ ){1,4}?(?!received|noticed|experienced|caused|needed|(?:touch|chang|delet)ed)(?:\w+ed|read|ran|told|thought|took|asked)\b`,
    ),
    3,
  ],
  // Counterfactual, with somebody in it.
  [
    of(
      String.raw`had (?!to )${WHO} (?:only |just |simply |not )?(?:been (?:more|better|paying|awake|careful|aware|attentive|vigilant)|(?!received|shown|known about|given )(?:\w+ed|read|told|paid|kept|spoken|thought|understood|known|caught|run|done|gone|written|set|put|sent|left|given|shut|waited|held|sought|taken|made|let|brought|found|seen|stuck|thrown|woken))\b(?=[^.]*\b(?:would|could|might)\b)`,
    ),
    3,
  ],
  [
    of(
      String.raw`(?:would|could|might) (?:not )?(?:have|['’]ve) (?:\w+ ){1,6}?(?:if|had) ${WHO} (?:had )?(?:only |just |simply |not )?(?:been (?:more|better|paying|awake|careful|aware)|(?!received|been|known )(?:\w+ed|read|told|paid|kept|spoken|thought|understood|known|caught|run|done|gone|written|set|put|sent|left|given|shut|waited|held|sought|taken|made|let|brought|found|seen|stuck|thrown|woken))\b`,
    ),
    3,
  ],
  [
    of(
      String.raw`(?:could|should|might|would) (?:easily |well )?(?:have|['’]ve) been (?:avoided|prevented|caught|spotted|noticed|stopped|mitigated|detected) (?:\w+ ){0,3}?(?:by|if|had) ${WHO}(?! had (?:had|received|known|been (?:paged|told|informed|alerted|notified|given|trained)))`,
    ),
    3,
  ],
  [of(String.raw`cause (?:of (?:[\w'’-]+ ){1,5})?(?:was|is|was identified as|was found to be|turned out to be|came down to) ${WHO}(?= \w+ing\b| who\b)`), 3],
  // Fault and blame as things that somebody has.
  [
    of(
      String.raw`(?:blame|fault|responsibility|culpability) (?:for (?:[\w'’-]+ ){1,6}?)?(?:lies|lay|rests|rested|falls|fell|sits|belongs) (?:\w+ )?(?:with|on|upon|to) ${WHO}`,
    ),
    3,
  ],
  [
    of(
      String.raw`(?:attributable|down|owed|traced(?: back)?|attributed|put down) to (?:the )?(?:${FAILING}|actions|inaction|(?:${POOR}|${HARSH}) \w+) (?:of|by) ${WHO}`,
    ),
    3,
  ],
  [
    of(
      String.raw`(?:due|owing|thanks|because of|attributed|attributable|down) (?:to )?(?:the |an? )?(?:inaction|inactivity|absence of mind|unresponsiveness) (?:of|by|from) ${WHO}`,
    ),
    3,
  ],
  [
    of(
      String.raw`(?:should|must|needs? to|ha(?:s|ve) to|ought to|deserves? to) (?:be )?(?:resign|fired|sacked|dismissed|disciplined|punished|reprimanded|answer for (?:it|this|that))\b`,
    ),
    0,
  ],
  [
    of(
      String.raw`(?:should|must|needs? to|ought to|deserves? to|expect\w* [^.]{1,60} to|want\w* [^.]{1,60} to) be held (?:accountable|responsible|liable|to account)\b`,
    ),
    0,
  ],
  [of(String.raw`should have (?:resigned|been (?:fired|sacked|dismissed|disciplined))\b`), 0],
]
