import { lexicon } from './lexicon.ts'
import type { WordIndex } from './word-index.ts'

/** What somebody is at fault by not doing: what follows `did not`, `never`, `cannot` and the like. */
export const UNDONE: WordIndex = lexicon(String.raw`
  (?:turn|show|turned|shown|showed) up
  (?:have|had|possess(?:ed)?) (?:enough|the (?:necessary|required|right|slightest|basic)|sufficient|adequate|any|much|proper|basic) (?:\w+ )?(?:knowledge|experience|skills?|understanding|qualifications?|competence|discipline|patience|maturity|grasp|respect|regard|common sense)
  (?:keep|have|keeping) (?:HIS|an|one) eyes? (?:on|open) | feel like
  (?:do|doing|done) (?:HIS|the|any|basic|proper|even the) (?:\w+ ){0,2}(?:homework|due diligence|jobs?|part|duty|basics|sums|research|work|minimum|bit)
  bother(?:ed|ing)? | trouble HIM | deign(?:ed)? | care (?:to|enough|about|that) | cared (?:to|enough|about|that) | lift a finger | lifted a finger
  give (?:it |this |that )?(?:a|any|it|much|enough|proper|due|sufficient) (?:\w+ )?(?:thought|damn|consideration|attention)
  given (?:it |this |that )?(?:a|any|it|much|enough|proper|due|sufficient) (?:\w+ )?(?:thought|damn|consideration|attention) | pull HIS weight | step up
  own (?:up|it|the|HIS) | owned up | take (?:it|this|that|the (?:\w+ )?\w+|HIS \w+|\w+|any of (?:it|this)) seriously
  taken (?:it|this|that|the (?:\w+ )?\w+|HIS \w+|\w+) seriously
  take (?:any |proper |enough |due |sufficient |the necessary |basic )?(?:care|responsibility|ownership|precautions?|heed|the time|the trouble|the hint|an interest|action|steps|notice)
  taken (?:any |proper |enough |due |sufficient |the necessary |basic )?(?:care|responsibility|ownership|precautions?|heed|the time|the trouble|the hint|an interest|action|steps|notice)
  took (?:any |proper |enough |due )?(?:care|responsibility|ownership|precautions?|heed|the time|the trouble|an interest) | heed(?:ed)?
  make (?:the|an|any|much of an|enough of an) effort | made (?:the|an|any|much of an|enough of an) effort | see fit | seen fit | saw fit
  think it (?:\w+ )?(?:necessary|worth\w*|important|fit|prudent|appropriate) | thought it (?:\w+ )?(?:necessary|worth\w*|important|fit|prudent|appropriate)
  live up to | lived up to | measure up | measured up
  meet (?:the|our|HIS|basic|minimum) (?:\w+ )?(?:standards?|expectations|obligations?|responsibilities|duty|duties)
  met (?:the|our|HIS|basic|minimum) (?:\w+ )?(?:standards?|expectations|obligations?|responsibilities|duty|duties)
  apply (?:HIM|HIS mind|HIS training|common sense|the necessary|due|sufficient)
  applied (?:HIM|HIS mind|HIS training|common sense|the necessary|due|sufficient)
  exercise (?:\w+ ){0,2}(?:care|caution|judge?ment|diligence|oversight|control)
  exercised (?:\w+ ){0,2}(?:care|caution|judge?ment|diligence|oversight|control) | use HIS (?:head|brain|judge?ment|common sense|initiative)
  use common sense | used HIS (?:head|brain|judge?ment|common sense)
  know (?:the first thing|how to do HIS|HIS (?:job|stuff|own|way around|arse|ass)|any better|better|the (?:basics|difference)|what HE (?:was|were|is|are) doing|enough (?:about|to))
  knew (?:the first thing|HIS (?:job|stuff)|the basics|what HE (?:was|were) doing) | learn(?:ed|t)? (?:HIS lesson|from|anything|the lesson)
  (?:seem|appear|want) to (?:care|understand|know|grasp|be bothered|realise|realize|have (?:read|understood|considered|thought|checked|noticed|bothered|cared))
  have the (?:\w+ )?(?:sense|decency|courtesy|foresight|wit|wits|discipline|presence of mind|courage|guts|manners|skills?|experience|competence|good sense|nous|patience)
  had the (?:\w+ )?(?:sense|decency|courtesy|foresight|wit|wits|discipline|presence of mind|courage|guts|manners) | discharge(?:d)? (?:HIS|the)
  fulfil(?:l|led)? (?:HIS|the) | honou?r(?:ed)? (?:HIS|the) | hold(?:ing)? up HIS end | held up HIS end
  raise(?:d)? (?:the alarm|a flag|any concerns?|a concern|it with|HIS hand) | sound(?:ed)? the alarm | speak up | spoken up
  ring(?:ing)? (?:the|any) (?:alarm )?bells? | cover(?:ed)? HIM(?:self|selves)? in glory
  follow(?:ed)? (?:through|suit|up|basic|simple|even|the|our|HIS|any|a single|established|standard|protocol|procedure|instructions)
  respect(?:ed)? (?:the|our|a|any)
`)
