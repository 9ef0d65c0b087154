import { lexicon } from './lexicon.ts'
import type { WordIndex } from './word-index.ts'
import type { Sureness } from './words-of-people.ts'

/** Praise that is none, and mock astonishment. Somebody must be in the sentence, as surely as the number says; 0 asks for nobody. */
export const MOCKERY: readonly (readonly [words: WordIndex, least: Sureness])[] = [
  [
    lexicon(String.raw`
      (?:genius|brilliant|stellar|inspired|masterful|galaxy-brain|big-brain|5D-chess|classic|stunning|heroic|bold|smart|clever|great|nice|top|excellent|fantastic|wonderful|superb|impressive|amazing|lovely) (?:move|idea|work|job|call|decision|plan|thinking|timing|stuff|effort|show|play|one|performance|display|choice)(?= (?:from|by|of|on the part of|guys|folks|there|as (?:usual|always|ever)|again|,? (?:\w+)?))?(?=.{0,140}\b(?:untested|brok\w*|outage|down|lost|los\w+|delet\w*|wip\w*|crash\w*|reboot\w*|without|friday|weekend|midnight|peak|17:|16:|18:|ignor\w+|forg\w+|wrong|straight to|prod|instead of|again|never|not|nobody|no one|disabl\w+|skip\w*|drop\w*)\b)
      (?:thanks|thank you|kudos|hats off|props|well done|bravo|congratulations|congrats|applause|a (?:big |special )?(?:hand|shout-?out)|slow clap|round of applause|medal|gold star|award|prize|trophy|credit) (?:\w+ )?(?:to|for|goes to) (?:\w+ ){0,6}?(?:who|for|whose|in) (?:\w+ ){0,4}?(?:break\w*|brok\w*|delet\w+|los\w+|ignor\w+|forg\w+|wip\w+|tak\w+ (?:down|out)|crash\w+|push\w+|deploy\w+ (?:on|untested|without|straight)|skip\w+|not \w+ing|disabl\w+|kill\w+|nuk\w+|never|failing|wrecking|ruining|bringing|leaving|turning off|switching off|testing in|sleeping)
      (?:looking|looks) at you
      you know who you are
      (?:certain|some) (?:people|folks|individuals|persons?|somebody|someone|engineers|colleagues) (?:\w+ )?(?:can't|cannot|don't|do not|never|still|think|thought|prefer|seem|need|should|apparently|clearly|who shall|among)
      who shall remain (?:nameless|unnamed|anonymous)
      (?:not naming|naming no|no) names,? (?:but|though)
      no prizes? for guessing
      (?:apparently|evidently|clearly|obviously|seemingly|presumably|it (?:seems|appears|turns out)),? (?:~ )?(?:reading|testing|checking|asking|thinking|following|communicating|documentation|the rules|rules|process|procedures?|reviews?|code review|tests?|backups?|staging) (?:\w+ )?(?:is|are|was|were|do|does|did)(?:n't| not)? (?:too|hard|difficult|beneath|optional|apply|for (?:other|lesser|mere)|not|asking|overrated|a lost|something|rocket|extra)
      (?:too|so) (?:much (?:trouble|effort|to (?:ask|expect|hope))|hard (?:is|was|can) it)
      (?:how hard|why bother|what could (?:possibly )?go wrong|who needs (?:tests?|testing|backups?|reviews?|staging|documentation|docs|monitoring|sleep|process|procedures?|runbooks?|a (?:plan|rollback|backup|second))|why would (?:anyone|anybody|you|one)|because (?:why not|who needs|of course|reasons|that's how|testing is|that always))
      (?:god|heaven|heavens) forbid
      (?:not|hardly|isn't|it's not|ain't) (?:exactly )?(?:rocket science|brain surgery)
      (?:bless (?:him|her|them|his|her|their)|poor thing|in (?:his|her|their) infinite wisdom|genius (?:who|behind|decided)|the (?:genius|brains|hero|heroes|geniuses|mastermind|masterminds|wizard|wizards|brilliant minds?|bright spark|clever clogs|smartest|usual suspects?) (?:who|that|behind|in|at|of|on|from|over|decided))
      (?:so-called|self-proclaimed|self-styled|self-appointed|supposed|alleged|resident|local|would-be|ever-so|oh-so|our dear|dear old|our beloved|our (?:very )?own) (?:\w+ )?(?:expert|experts|guru|gurus|senior|architect|architects|engineer|engineers|hero|heroes|genius|geniuses|specialist|specialists|professional|professionals|lead|leads|ninja|rockstar|admin|dba|experts?|clever|helpful|friends? (?:in|from|at|over))
      (?:par for the course|true to form|what did we expect|what else is new|no surprise there|who would have (?:thought|guessed)|who'd have (?:thought|guessed)|colour me surprised|color me surprised|shocker|quelle surprise)
      (?:must be nice|nice of (?:him|her|them|you|the)|good of (?:him|her|them|you)|how (?:nice|kind|thoughtful|considerate|convenient|helpful|generous|brave|clever) of)
      (?:was|were|is|are) (?:\w+ly )?(?:too|far too|much too|obviously too|clearly too|apparently too) (?:busy|important|cool|good|proud|clever|smart|senior|lazy) (?:to|for|with)
      (?:had|has) better things to do
      (?:if|assuming) (?:only )?(?:~ )?(?:could|can|had|would|knew) (?:actually |bother to |be bothered to |learn to |even |just |ever |only )+(?:read|count|test|check|ask|follow|look|listen|learn\w*|bother\w*)
      (?:what|whatever) (?:on earth|the hell|in the world|the fuck) (?:was|were|is|are|possessed|made|did)
      (?:beggars|defies|beyond) belief
      (?:(?<=^\W*|[:;] )who|what genius|which genius|what idiot|which idiot|whose bright idea|whose idea) (?:\w+ )?(?:thought|decided|thinks|approved|was it|in (?:their|his|her) right mind|signed|on earth|let|deploys?|pushes|runs|tests in|puts?|designed|came up)
      who (?:is|was|are|were|would be|can be|could be) so (?:stupid|dumb|careless|foolish|lazy|naive|reckless|irresponsible|crazy|blind)
      how (?:stupid|dumb|careless|lazy|blind|naive|irresponsible|incompetent|clueless) (?:can|must|could|do|does|is|are|was|were)
      grown (?:adults?|men|women|people|engineers|professionals|ups?)
      how (?:on earth |the hell )?(?:could|did) (?:nobody|no one|not one|not a single|(?:anyone|anybody|someone|somebody|he|she|they|a (?:\w+ )?(?:engineer|dba|admin|developer|person|professional|team)) (?:not|ever|even|possibly|miss|think|forget|overlook|let|be so))
      (?:did|does|do|didn't|has|have) (?:anyone|anybody|you|he|she|they) (?:even|really|actually|ever|seriously) (?:read|test|check|look|think|care|bother|ask|follow|understand|heard? of|tested|checked|looked|thought|learn|notice|review|know)
    `),
    0,
  ],
  [
    lexicon(String.raw`
      how (?:on earth |the hell )?(?:can|could|did|does|do) (?:[\w'-]+ ){1,6}?(?:not|never|miss|forget|overlook|fail|be so|even|ever|possibly) 
      what (?:kind|sort) of (?:\w+ )?(?:engineer|admin\w*|developer|dba|person|team|manager|professional|reviewer|tester|company|people)
      (?:I|we) (?:have |had |'ve |'d )?(?:told|warned|asked|reminded|begged|explained (?:it |this )?to) (?:[\w@'-]+ ){1,5}?(?:\w+ times|twice|again and again|repeatedly|over and over|time and again|more than once|every (?:week|day|month|time|sprint))
    `),
    2,
  ],
]
