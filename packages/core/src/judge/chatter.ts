/** True for a message that says nothing about the incident: thanks, greetings, laughter, `+1`, emoji only, mentions only, nothing at all. */
export function isChatter(speech: string): boolean {
  if (speech.length > 400) return false
  let words = 0
  let telling = 0
  for (const word of speech.replace(LINKS_TO_PEOPLE_AND_EMOJI, ' ').match(WORD) ?? []) {
    words += 1
    if (!SMALL_TALK.has(word) && !isLaughter(word)) telling += 1
    if (telling > 2) return false
  }
  return telling === 0 || (telling <= 2 && words - telling >= 2 && words > 2 * telling && GREETING_OR_THANKS.test(speech))
}

function isLaughter(word: string): boolean {
  return /^(?:(?:ha|he|hi|ja|kk|xd|lo)+[hkl]?|k{2,}|o+[fhwps]+|[uh]+m*|h?m{2,}|a+h+|y+a+y+|wo+w*|woo+(?:ho+)?t?|e+k+|ye+s+|no{2,}|so+|a+w+|ugh+|argh+|g+r+)$/.test(
    word,
  )
}

const LINKS_TO_PEOPLE_AND_EMOJI = /:[a-z0-9_+-]{1,40}:|@[\w.-]{1,40}/g
const WORD = /[\p{L}\p{N}+][\p{L}\p{N}'+]*/gu
const GREETING_OR_THANKS =
  /\b(?:thanks?|thx|ty|thank you|morning|hello|welcome|sorry|congrats|kudos|shoutout|lol|haha|cheers|good (?:night|job|work)|great (?:job|work)|nice|enjoy|weekend|coffee|lunch)\b/

const SMALL_TALK = new Set(
  `a ack acknowledged again agree agreed ah aha all alright am amazing an and any anyone approved are around as at awesome awful back be beautiful best boss bravo
  brb brilliant bruh bye can catching cheers classic come computers cool congrats copy correct crap cute dam damn danke day dear dang did do dude easy eek enjoy er eta
  evening everybody everyone exactly excellent eyes fair fantastic fine fingers folks for friend fun funny gg glad go god goes good got gotcha great guess guys gonna ha
  happy hear hell hello help here hero heroes hey hi hm holy hope how huh i i'm i'll ic idea im in indeed interesting is isn't it it's job joining jeez kind kudos k
  laptop later legend let's lgtm like lmao lol lolwut long look looking looks lovely luck lunch man many may maybe me merci mercy minute moment morning much my
  neat need nervous never next nice night nm no nope noted np now of off oh ok okay okey old omg on one oof ooh oops or ouch our pace perfect pity please pls plus pm
  prego pretty problem promise quick rather read ready really reading right rip roger same sad sec second see shit shoutout sigh sir so some soon sorry sounds still
  stuff super sure sweet sus tada take taking talk team terrible tgif thank thanks that that's thats the then there they think this those though tho thx time to today too tomorrow
  totally true try ty u ugh uh understood up us very wait was we weekend welcome well were what whatever what's when where which while who whoa whoops why will
  with wonderful woohoo word work works worries wow wtf yay ya yeah yep yes yikes yo you you're your yup y'all +1 +2 1 2 100 checking dziekuje gracias obrigado danke merci
  investigating hahaha ahoy aye dig digging`.split(/\s+/),
)
