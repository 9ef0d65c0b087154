/**
 * Short names of the emoji that people write most in an incident, as Slack spells them → the emoji. A name that is not here (or is a workspace's own)
 * stays as it is written, `:shipit:`.
 */
const EMOJI: Readonly<Record<string, string>> = Object.fromEntries(
  `+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|eyes 👀|white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|negative_squared_cross_mark ❎|no_entry ⛔|no_entry_sign 🚫
warning ⚠️|rotating_light 🚨|fire 🔥|fire_engine 🚒|firefighter 🧑‍🚒|boom 💥|collision 💥|bomb 💣|skull 💀|skull_and_crossbones ☠️|siren 🚨|bell 🔔|no_bell 🔕|mega 📣|loudspeaker 📢
red_circle 🔴|large_red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵|white_circle ⚪|black_circle ⚫|large_purple_circle 🟣|large_red_square 🟥|large_green_square 🟩|large_yellow_square 🟨|large_orange_square 🟧
small_red_triangle 🔺|small_red_triangle_down 🔻|arrow_up ⬆️|arrow_down ⬇️|arrow_right ➡️|arrow_left ⬅️|arrow_upper_right ↗️|arrow_lower_right ↘️|arrow_forward ▶️|leftwards_arrow_with_hook ↩️|rewind ⏪|fast_forward ⏩|black_square_for_stop ⏹️|double_vertical_bar ⏸️|repeat 🔁|arrows_counterclockwise 🔄|arrows_clockwise 🔃
rocket 🚀|ship 🚢|package 📦|hammer 🔨|wrench 🔧|hammer_and_wrench 🛠️|gear ⚙️|nut_and_bolt 🔩|construction 🚧|mag 🔍|mag_right 🔎|microscope 🔬|bulb 💡|chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|bar_chart 📊
bug 🐛|beetle 🪲|ant 🐜|snail 🐌|turtle 🐢|fish 🐟|whale 🐳|crab 🦀|snake 🐍|unicorn_face 🦄|parrot 🦜|elephant 🐘|cat 🐱|dog 🐶|penguin 🐧|monkey_face 🐵|see_no_evil 🙈|hear_no_evil 🙉|speak_no_evil 🙊|bee 🐝
pushpin 📌|round_pushpin 📍|paperclip 📎|link 🔗|memo 📝|pencil 📝|pencil2 ✏️|clipboard 📋|page_facing_up 📄|notebook 📓|book 📖|books 📚|calendar 📆|date 📅|clock1 🕐|alarm_clock ⏰|hourglass ⌛|hourglass_flowing_sand ⏳|stopwatch ⏱️|timer_clock ⏲️|watch ⌚
computer 💻|desktop_computer 🖥️|keyboard ⌨️|floppy_disk 💾|minidisc 💽|cd 💿|electric_plug 🔌|battery 🔋|satellite_antenna 📡|globe_with_meridians 🌐|earth_africa 🌍|earth_americas 🌎|earth_asia 🌏|cloud ☁️|zap ⚡|snowflake ❄️|sunny ☀️|umbrella ☔|rain_cloud 🌧️|ocean 🌊|telephone_receiver 📞|phone ☎️|telephone ☎️|iphone 📱|email 📧|envelope ✉️|incoming_envelope 📨|inbox_tray 📥|outbox_tray 📤
lock 🔒|unlock 🔓|closed_lock_with_key 🔐|key 🔑|shield 🛡️|put_litter_in_its_place 🚮|wastebasket 🗑️|file_folder 📁|open_file_folder 📂|card_index_dividers 🗂️|label 🏷️|bookmark 🔖|ticket 🎫|moneybag 💰|credit_card 💳|shopping_trolley 🛒|gift 🎁|trophy 🏆|medal 🏅|star ⭐|star2 🌟|sparkles ✨|tada 🎉|confetti_ball 🎊|balloon 🎈|champagne 🍾|beers 🍻|beer 🍺|coffee ☕|tea 🍵|pizza 🍕|cookie 🍪|popcorn 🍿|cake 🍰
heart ❤️|green_heart 💚|blue_heart 💙|yellow_heart 💛|purple_heart 💜|black_heart 🖤|broken_heart 💔|100 💯|question ❓|grey_question ❔|exclamation ❗|heavy_exclamation_mark ❗|bangbang ‼️|interrobang ⁉️|information_source ℹ️|sos 🆘|new 🆕|ok 🆗|up 🆙|end 🔚|soon 🔜|back 🔙|heavy_plus_sign ➕|heavy_minus_sign ➖|recycle ♻️|infinity ♾️|checkered_flag 🏁|triangular_flag_on_post 🚩|white_flag 🏳️
wave 👋|clap 👏|pray 🙏|raised_hands 🙌|raised_hand ✋|hand ✋|ok_hand 👌|muscle 💪|point_up ☝️|point_down 👇|point_left 👈|point_right 👉|point_up_2 👆|crossed_fingers 🤞|v ✌️|handshake 🤝|fist ✊|facepunch 👊|punch 👊|saluting_face 🫡|shrug 🤷|man-shrugging 🤷‍♂️|woman-shrugging 🤷‍♀️|facepalm 🤦|man-facepalming 🤦‍♂️|woman-facepalming 🤦‍♀️|face_palm 🤦|raising_hand 🙋|bow 🙇|brain 🧠|speech_balloon 💬|thought_balloon 💭|eye 👁️|busts_in_silhouette 👥|bust_in_silhouette 👤|ninja 🥷|detective 🕵️|sleuth_or_spy 🕵️|female-technologist 👩‍💻|male-technologist 👨‍💻|technologist 🧑‍💻|robot_face 🤖|ghost 👻|alien 👽|hankey 💩|poop 💩
smile 😄|smiley 😃|grinning 😀|grin 😁|laughing 😆|satisfied 😆|sweat_smile 😅|joy 😂|rolling_on_the_floor_laughing 🤣|rofl 🤣|slightly_smiling_face 🙂|upside_down_face 🙃|wink 😉|blush 😊|innocent 😇|heart_eyes 😍|star-struck 🤩|kissing_heart 😘|yum 😋|stuck_out_tongue 😛|stuck_out_tongue_winking_eye 😜|sunglasses 😎|nerd_face 🤓|thinking_face 🤔|face_with_monocle 🧐|neutral_face 😐|expressionless 😑|no_mouth 😶|smirk 😏|unamused 😒|face_with_rolling_eyes 🙄|rolling_eyes 🙄|grimacing 😬|relieved 😌|pensive 😔|sleeping 😴|sleepy 😪|zzz 💤|mask 😷|confused 😕|worried 😟|slightly_frowning_face 🙁|white_frowning_face ☹️|open_mouth 😮|hushed 😯|astonished 😲|flushed 😳|frowning 😦|anguished 😧|fearful 😨|cold_sweat 😰|disappointed_relieved 😥|cry 😢|sob 😭|scream 😱|confounded 😖|persevere 😣|disappointed 😞|sweat 😓|weary 😩|tired_face 😫|triumph 😤|rage 😡|angry 😠|exploding_head 🤯|melting_face 🫠|hugging_face 🤗|shushing_face 🤫|face_with_hand_over_mouth 🤭|clown_face 🤡|partying_face 🥳|pleading_face 🥺|cold_face 🥶|hot_face 🥵|dizzy_face 😵|zany_face 🤪|money_mouth_face 🤑|simple_smile 🙂|dash 💨|dart 🎯|game_die 🎲|jigsaw 🧩|magic_wand 🪄|ladder 🪜|teacup_without_handle 🍵|deciduous_tree 🌳|evergreen_tree 🌲|seedling 🌱|four_leaf_clover 🍀|rose 🌹|rainbow 🌈|moon 🌔|full_moon 🌕|sunrise 🌅|crescent_moon 🌙|factory 🏭|hospital 🏥|bank 🏦|house 🏠|office 🏢|ambulance 🚑|police_car 🚓|vertical_traffic_light 🚦|traffic_light 🚥|octagonal_sign 🛑|stop_sign 🛑|one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|six 6️⃣|seven 7️⃣|eight 8️⃣|nine 9️⃣|zero 0️⃣|keycap_ten 🔟`
    .split(/[|\n]/)
    .map((entry) => entry.split(' ') as [string, string]),
)

const SKIN = ['🏻', '🏼', '🏽', '🏾', '🏿']
/** Emoji whose picture takes a skin tone: a tone after any other is dropped. */
const TONED = /^(?:\p{Emoji_Modifier_Base})\uFE0F?/u

/** `eyes`, `+1::skin-tone-3` → the emoji; null for a name that is not known. */
export function emojiOf(name: string): string | null {
  const [plain = '', tone] = name.split('::')
  const found = Object.hasOwn(EMOJI, plain) ? EMOJI[plain] : undefined
  if (found === undefined) return null
  const skin = tone === undefined ? undefined : SKIN[Number(/^skin-tone-([2-6])$/.exec(tone)?.[1] ?? 0) - 2]
  return skin === undefined ? found : found.replace(TONED, (base) => base.replace('\uFE0F', '') + skin)
}

/** Text with its `:names:` replaced by the emoji that are known. */
export function withEmoji(text: string): string {
  return text.includes(':') ? text.replace(NAME, (whole, name: string) => emojiOf(name) ?? whole) : text
}

const NAME = /:([a-z0-9_+-]{1,60}(?:::skin-tone-[2-6])?):/g
