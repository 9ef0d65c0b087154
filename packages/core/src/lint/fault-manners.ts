import { family, lexicon } from './lexicon.ts'
import { onlyWith, wordIndex, type WordIndex } from './word-index.ts'
import type { Sureness } from './words-of-people.ts'

/** Adverbs that judge how somebody did a thing, also where they stand behind it. */
const JUDGING = String.raw`
  carelessly | recklessly | negligently | irresponsibly | unprofessionally | sloppily | lazily | foolishly | stupidly | rashly | hastily | thoughtlessly | mindlessly | unthinkingly | clumsily | ineptly | incompetently
  amateurishly | half-?heartedly | haphazardly | shoddily | unacceptably | inexcusably | unforgivably | disgracefully | shamefully | arrogantly | selfishly | wilfully | willfully | deliberately wrong(?:ly)? | blindly
  atrociously | abysmally | appallingly | dreadfully | terribly | pathetically | miserably | woefully | in (?:an? )?(?:\w+ )?(?:irresponsible|careless|reckless|unprofessional|sloppy|negligent|stupid|amateurish|dilettantish|childish|arrogant|unacceptable|cavalier|bad|wrong|lazy) (?:way|manner|fashion|style) | with (?:no|little|scant|complete|utter|total|blatant) (?:\w+ )?(?:regard|disregard|care|thought|contempt|indifference|consideration|respect|attention) | any old how | in a slapdash \w+ | half asleep | like (?:a (?:beginner|madman|fool|child|bull|cowboy|robot)|it (?:was|were) (?:a|his|her|their)|(?:he|she|they) (?:own|owns|owned|didn't|did not|had)|cookie banners|spam|junk mail|a toy|confetti|decoration)
  by guesswork | from memory | by eye | on a whim | on a hunch | off the top of (?:his|her|their) head | with (?:his|her|their) eyes (?:shut|closed) | off the cuff | blindfolded | for (?:a|the) (?:laugh|fun of it|quiet life)
`
const DEED = String.raw`(?:acts?|behaves?|works?|handles?|ran|wrote|took|made|went|left|put|set|sent|gave|brought|kept|did|does|told|chose|built|let|drove|read|threw|pulled|sold|led|cut|\w{2,}ed)`
const GAP = String.raw`(?:[\w'’-]+,? ){0,8}?`
/** What people do instead of their work. */
const TRIFLES = String.raw`
  chatting | gossiping | joking | flirting | giggling | daydreaming | snoozing | napping | dozing | scrolling | browsing | shopping | gaming | texting | sunbathing | watching (?:a|the|HIS|football|netflix|tv|videos?|cat|youtube) ?\w* | playing (?:games?|cards|solitaire|with HIS|on HIS|chess|darts|pool|football|pass the parcel|ping-?pong|table tennis) ?\w*
  staring at (?:HIS|the) (?:phone|ceiling|wall|navel)s? | looking (?:at HIS (?:phone|watch|shoes)|out of the window) | (?:on|glued to|busy with|absorbed in|buried in|distracted by) HIS (?:\w+ )?(?:phone|mobile|phones|smartphone|tablet|crossword|newspaper|headphones|screen) | having (?:a |an |HIS )?(?:\w+ )?(?:coffee|lunch|smoke|cigarette|chat|nap|beer|drink|party|barbecue|siesta|laugh|massage|haircut)
  at the (?:pub|gym|beach|hairdresser|bar|barbecue|pool|races|golf course|match|cinema) | on (?:yet )?another (?:\w+ )?(?:lunch|break|coffee break|holiday|smoke break) | painting HIS nails | polishing HIS nails
`

/** How somebody worked, where the manner is the reproach. The subject must be a person, as surely as the number says. */
export const MANNERS: readonly (readonly [words: WordIndex, least: Sureness])[] = [
  [
    onlyWith(
      new RegExp(family(JUDGING), 'i'),
      wordIndex(() => [String.raw`${DEED} (?:${GAP})(?:${family(JUDGING)})`]),
    ),
    3,
  ],
  [
    onlyWith(
      / (?:because|since|as|to) /i,
      lexicon(String.raw`
        (?:\w{2,}ed|ran|put|sent|left|took|went|shut|gave|made|set) ~~ (?:because|since|as) (?:it (?:was|is|seemed|felt|would be) (?:\w+ )?(?:easier|quicker|faster|more convenient|less work|simpler|too much (?:work|effort|trouble)|boring|tedious)|HE (?:wanted|was (?:\w+ )?(?:eager|keen|in a hurry|too|bored|tired of|showing off|late for|afraid|scared|lazy|desperate)|were (?:\w+ )?(?:eager|keen|in a hurry|too|bored|lazy|showing off)|couldn't be|could not be|didn't feel|did not feel|thought (?:HE|nobody|no one|it would not)|felt like|likes?|liked|preferred|hates?|hated|knew better|had (?:better|a (?:train|date|party|hangover)))|\w+ing (?:\w+ ){1,6}(?:was|is) (?:beneath|too much|below|optional|for others|not HIS))
        (?:\w{2,}ed|ran|put|sent|left|took|went|shut|gave|made|set) ~~ (?:just |simply |only |merely )(?:to (?:save (?:a few |HIM |some |the )?(?:\w+ )?(?:minutes|time|effort|seconds|work|face|clicks|cents|trip|walk)|impress|please|show off|look (?:good|busy)|avoid (?:the|a|having|work|paperwork|queueing)|get (?:home|away|out|rid)|prove)|because HE)
      `),
    ),
    3,
  ],
  [wordIndex(() => [String.raw`(?:was|were|is|are|kept|keeps|sat|stood|spent ${GAP}|preferred) ${GAP}(?:${family(TRIFLES)})`]), 3],
  [
    lexicon(String.raw`
      # Things used for what they are not meant for, out of comfort.
      (?:made|making) (?:it|things|that|stuff|something|everything|answers?|them|numbers?|figures?) up
      (?:wanted|wants|trying|tried|eager|keen|anxious|desperate|hoping|hoped) to (?:impress|show off|look (?:good|clever|smart|busy)|please (?:HIS|the|a)|get (?:home|away|off) early|be (?:a hero|the hero|first|clever|funny|smart)|play (?:the )?(?:hero|boss)|make (?:a name|an impression|HIM look)|save (?:HIM|HIS own)|cover (?:it|this|that|things|HIS) ?(?:up|tracks)?|hide (?:it|this|that|the|HIS))
      (?:rammed|pushed|forced|rushed|bullied|shoved|railroaded|steamrollered|whipped|crammed) (?:[\w'-]+ ){1,5}?(?:through|out of the door|out the door|down (?:our|everyone's|everybody's) throats?|live|into production|over the line) | {ram} (?:\w+ ){1,4}through | {bully} HIS way | {bluster} | {grandstand} | {posture}
      {think} (?:of nobody but|only of|of no one but) HIM | {feather} HIS (?:own )?nests? | {line} HIS pockets? | {pocket} (?:the|HIS) | {cheat} | {swindle} | {dupe} | {hoodwink} | {deceive} | {trick} (?:us|the|HIS) | {double-cross} | {cook} the books | {fiddle} the (?:books|numbers|figures) | {massage} the (?:numbers|figures|data) | {doctor} the (?:numbers|figures|data|logs?|report) | {backdate} | {forge} (?:the|a|HIS|signatures?)
      {fly} off the handle | {throw} (?:a|HIS) (?:tantrum|toys|weight) | {lash} out | {storm} (?:out|off) | {blow} (?:HIS top|a fuse) | {scream} (?:at|down) | {swear} at | {curse} at | {insult} | {belittle} | {ridicule} | {humiliate} | {mock} (?:the|HIS|our|a) | {sneer} | {scoff} | {brag} | {boast} | {gloat}
      {stonewall} | {stall} (?:us|the (?:auditors?|investigation|team|customer))  | {obstruct} (?:the|us|our) | {hamper} (?:the|our) investigation | {waffle} | {fob} | {palm} (?:it|this|\w+) off | {foist} | {dump} (?:it|this|the \w+|everything|HIS \w+) on (?:us|the|others|somebody|someone|support|ops) | {offload} (?:it|this|the \w+|HIS \w+) (?:on|onto) | {pass} (?:it|this|the \w+) off as
      {wreck} | {vandali[sz]e} | {sabotage} | {manhandle} | {maltreat} | {mistreat} | {misuse} | {abuse} (?:the|HIS|our|a) | {squander} | {fritter} | {blunder} | {bumble} | {stumble} (?:about|around) | {fumble} | {bodge} | {jury-rig} | {slap} (?:it|this|\w+) together | {throw} (?:it|this|\w+) together | {cobble} (?:it|this|\w+) together | {half-?ass} | {wing} it | {bluff}
      (?:acted|behaved|behaves|acts|carried on|works?|worked|drove|drives) (?:as (?:if|though)|like) | (?:took|takes) (?:it|this|that|everything|safety|security|quality|the job) (?:too |far too |so |much too )?lightly | (?:went|goes|gone) (?:too far|overboard|off the rails|to pieces|over (?:our|HIS|the) heads?|straight (?:home|to bed|over)) | jumped (?:the queue|in with both feet) | (?:took|takes|taking) (?:sides|offence|chances|risks? (?:with|that|HE)|a (?:stupid|needless|foolish|silly|unnecessary|huge|big) (?:risk|chance))
    `),
    3,
  ],
]
