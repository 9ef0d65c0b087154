/** Words one a space, each with its plural. */
const words = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .trim()
      .split(/\s+/)
      .flatMap((one) => [one, pluralOf(one)]),
  )

function pluralOf(one: string): string {
  if (/(?:wo)?man$/.test(one)) return `${one.slice(0, -2)}en`
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`
  return one.endsWith('wife') ? `${one.slice(0, -2)}ves` : /(?:s|x|ch|sh)$/.test(one) ? `${one}es` : `${one}s`
}

/** Nouns for one person by her trade, her rank or her part in things, outside of software. Nothing but a person is called so. */
export const OCCUPATIONS: ReadonlySet<string> = words(`
  accountant actuary adviser ambassador anaesthetist anesthetist announcer archivist assessor attorney auctioneer audiologist baker banker barber barista barkeeper barman bartender bellhop
  biologist bookkeeper bosun bouncer bricklayer brakeman butcher caregiver caretaker carer carpenter caseworker caterer chairperson chambermaid chauffeur chemist childminder cinematographer
  clinician coach co-author co-founder cofounder co-pilot copilot co-worker comptroller concierge constable copyeditor copywriter coroner corporal cosmetologist councillor counsellor counselor
  craftsman crewman crewmember croupier deckhand dentist dermatologist detective dietician dietitian diplomat doctor dockworker doorkeeper doorman draftsman draughtsman economist educator
  entrepreneur epidemiologist examiner farmer farmhand fireman firefighter fisherman florist foreman forewoman forester fundraiser gardener geologist glazier governor grocer groundskeeper
  gynaecologist hairdresser handyman harbourmaster harbormaster headmaster headteacher helmsman historian hostess housekeeper hygienist illustrator inspector janitor jeweller jeweler journalist
  juror laborer labourer lawyer lecturer librarian lieutenant lifeguard lineman linesman locksmith longshoreman machinist magistrate marketer mathematician matron mayor
  mechanic merchandiser meteorologist microbiologist midwife miner musician nanny negotiator neurologist newsreader notary nutritionist oncologist optician optometrist orderly organiser organizer
  osteopath paediatrician pediatrician paralegal paramedic pastor pathologist patrolman pharmacist phlebotomist photographer physician physicist physio physiotherapist plasterer plumber policeman
  policewoman policymaker politician postman postmaster priest proctor professor projectionist proofreader prosecutor psychiatrist psychologist publicist quartermaster radiographer radiologist
  railwayman realtor receptionist recruiter repairman researcher restaurateur rigger roofer sailor salesclerk salesman saleswoman salesperson seamstress senator sergeant shopkeeper signaller
  signalman skipper sociologist soldier solicitor sonographer spokesman spokeswoman sportsman stagehand stallholder stationmaster statistician stevedore steward stewardess stockbroker stockman
  stoker storekeeper storeman strategist stylist subeditor sub-editor surgeon surveyor switchman tailor taxpayer teacher teamlead techlead technologist telephonist therapist tiler timekeeper
  trackman tradesman tradesperson treasurer trucker tutor typist undersecretary underwriter upholsterer urologist usher veterinarian vicar videographer volunteer waiter waitress warden watchman
  webmaster welder winemaker workman workmate woodworker youngster
  shelf-stacker policyholder stakeholder trainer greenhorn layman bigwig underling subordinate chap fellow gentleman lady boy girl teenager adult culprit offender perpetrator ringleader slowcoach
  whizz-kid wunderkind superstar rockstar prodigy workaholic daredevil procrastinator micromanager bureaucrat apparatchik troublemaker timewaster airhead chancer charlatan
  cmo cto cpo cro cdo cso dpo mlro tpm moderator typesetter subtitler pollster canvasser enumerator interviewer invigilator adjudicator arbitrator
  ombudsman curator docent choirmaster conservator bellman footman butler maid groom jockey trainee mentee mentor understudy stuntman gaffer cameraman soundman
`)

/** Trades whose names programs, devices and parts have as well. People only behind a word of `BEFORE_TRADES`, or where the sentence leaves no choice. */
export const TRADES_AND_DEVICES: ReadonlySet<string> = words(`
  driver conductor porter guard cleaner picker packer editor courier translator interpreter fitter assembler fixer installer assistant attendant
  aide marshal ranger dealer mover shipper cook chef minister mate substitute stand-in judge
`)

/** What is a person only behind a word of `BEFORE_TRADES`: a leader is as often one of three nodes. */
export const BY_COMPOUND: ReadonlySet<string> = words('leader coordinator co-ordinator company temp')

/** Houses rather than people, outside of our own. */
export const HOUSES: ReadonlySet<string> = words(`
  client firm agency bank provider carrier integrator hoster reseller distributor manufacturer merchant institution authority regulator franchisee landlord ministry
  municipality university hospital airline insurer publisher bureau office headquarters subsidiary affiliate competitor charity
`)

/** What stands before one of these that makes it a person: `truck driver`, `team leader`. */
export const BEFORE_TRADES: ReadonlySet<string> = new Set(
  `truck bus taxi cab lorry van delivery forklift crane train tram tow ambulance school crossing street window hotel hospital night day baggage luggage museum art bank order warehouse picture copy
  news sub chief section managing sworn court sign-language pipe gas shop sales store retail care dental legal lab laboratory research teaching administrative executive personal flight parking fuel
  petrol event project programme program volunteer training ward shift squad crew gang group party team site line sous head pastry real-estate car art street junior senior tired his her their drunken careless clumsy hapless female male hosting cleaning moving insurance shipping catering`.split(
    /\s+/,
  ),
)
