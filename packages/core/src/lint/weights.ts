/** What speaks for blame when nothing does. */
export const BASE = -2.27

/** So much must speak for blame; at 0 it is as likely as not. */
export const ENOUGH = 0.82

/** How much each trait of a sentence speaks for blame, or against it: a weight, then the traits that have it. Written by `bench/learn-weights.ts`, never by hand. */
export const WEIGHTS = `
1.60: #bad
1.50: #mockery
1.35: #duty PERSON
1.25: #cost #stance
1.20: #neglect
1.05: #trifle
1.00: #competence
0.95: #against like
0.90: #motive #omitted
0.85: :_PERSON ^_NAME
0.80: ^_it her sat
0.75: PERSON_does PERSON_failed have_been let serio~
0.70: #sanction PERSON_had not_to
0.65: #again ^_root because_PERSON this_PERSON was_the
0.60: #against+known #known and_did been everything off_the prope~ who would~
0.55: ^_because and_then cost follow follow_the has_been his right~ root sat_on this_one took_down we_had would_have
0.50: #blaming NAME_is NAME_should NUM_a PERSON_from ^_contributing ^_i ^_our accidentally be bothe~ cause~ did_nothing do_you even failed_in is_no looking
0.50: looki~ my nobody nobod~ one_of paid shut you_,
0.45: #stance+bad ,_they ,_this ,_who PERSON_ignored PERSON_made a_NAME act admit~ and_now broke by_PERSON expla~ here improper in_its inadequate inade~
0.45: incor~ led_to made manag~ mistakenly off quiet quiet~ read tell the_blame to_follow too without
0.40: #actor #omitted+stance #stance+you ,_NUM NAME_failed NUM_on PERSON_accidentally PERSON_broke PERSON_has PERSON_mistakenly ^_the an_PERSON away
0.40: better_than but_failed can't can't~ chose_to contributing cost_us couldn't didn't didn'~ due evidently for_, for_NUM for_two if_PERSON it_, it_and left
0.40: lies lies_with merge~ must networking never never~ peak playing playi~ proper pushed put_the read_the repea~ rests~ run_a rushed rushe~ screw~ signed
0.40: signe~ warned warne~ waved waved~ we_would worse
0.35: #motive+neglect #omitted+again NAME_it NAME_to PERSON_should among_the and_went announce anyone_with anything as_PERSON avoidable because_of below_the
0.35: compe~ entirely every_one explanation factor found_it from_NAME gave_the gone him hosting hosti~ inadvertently inadv~ introduced is_what it_takes less
0.35: listen me obvious obvio~ occurred our_PERSON personal plant plant~ pushe~ put red senior seriously think~ this_was thoug~ turned turne~ two_PERSON
0.35: was_PERSON we_are were_told what_was which_is witho~
0.30: #against+again NAME_didn't NAME_were PERSON_knew PERSON_neglected PERSON_not PERSON_only PERSON_was ^_a ^_her admit always alway~ and_her and_is
0.30: and_this any_of avoid~ been_avoided before_PERSON bothered bothered_to category categ~ charge concluded concluded_that concl~ culpa~ delivered doing
0.30: doing~ dropped_the expec~ far had_one have_stopped himself_to his_own hosting_PERSON idea identified_as incom~ intro~ is it_not knew_about known_that
0.30: lacked lacke~ leaving_the like_a liste~ many merge messed messed_up neither neith~ nobody_at nobody_in noted noted~ of_the own plant_PERSON readi~ real
0.30: regre~ resulted revoke revok~ sales sales~ senior_PERSON ship short~ shut_down silen~ simple sleep~ sloppy spotted_the still still~ taken_against
0.30: than_the the to_ask to_have to_listen to_write us was_an was_identified watching went worse~ would would_not
0.25: #again+you #excuse+neglect #known+neglect #mockery+blaming #neglect+mockery #omitted+duty ,_a ,_an PERSON_did PERSON_gave PERSON_let PERSON_refused
0.25: PERSON_screwed PERSON_that PERSON_would PERSON_wrote a_senior acked acked~ adequ~ agree~ and_they anybody anybo~ be_taken be_trusted because_nobody
0.25: below below~ broke~ but_PERSON can't_be carel~ complacency consideration corners cut deleted disciplinary down down_the earlier earli~ entir~ executing
0.25: executing_a exerc~ expected explain frontend frontend_PERSON has hired hired~ how_do i_blame in_a incorrect inspection into_a investigators
0.25: irresponsible irres~ item_: itself itsel~ know_what leaving leavi~ lost made_a more much_as must_be neglected_to none none_of not_find on_a optim~
0.25: optional ought ought_to ought~ owing owing_to owing~ panicked panic~ perhaps_next plain~ press~ professionalism rebooting refused_to repeated restored
0.25: several since_PERSON sorry sorry~ spoken spoken_to storage_PERSON stubb~ surprised takes takes~ tested_nothing than_to thank_PERSON the_explanation
0.25: the_integration the_missing they_did they_had this_isn't this_would tired tired~ to_admit to_look to_read told_to tripped tripp~ turned_off typing
0.25: typin~ unfor~ unplu~ unpro~ was was_a was_broken was_warned water water~ we_lost who_did who_never with_a worth worth~
0.20: #against+stance #competence+mockery #cost+bad #cost+duty #cost+neglect #duty+blaming #known+blaming #mockery+you #motive+bad #neglect+blaming ,_no
0.20: ,_thanks ,_we NAME_had NAME_my PERSON_, PERSON_could PERSON_deleted PERSON_doesn't PERSON_dropped PERSON_must PERSON_on PERSON_put PERSON_sat ^_i'm
0.20: ^_perhaps a_NUM a_PERSON a_full a_more a_public about about~ accordance accordance_with advice advic~ again again~ ahead ahead~ all_of among among~
0.20: and_a and_deleted answered anyone anyon~ anyway anywa~ architecture architecture_PERSON asleep_at attributable attributable_to basic basic~ be_bothered
0.20: be_more big blame_for bother bother_to broke_the charg~ checked_, chose chose~ clean clean~ clear clear~ commo~ competent compu~ concerned confu~
0.20: could_have deleted_the distracted during_the enough enoug~ ensure escalate euros euros~ expect fat-f~ find finds finds~ fine_, first_PERSON
0.20: following_the for_eleven for_me for_the forgot_to forgotten frank~ git had_to happe~ have_asked have_known his_PERSON impro~ in_accordance in_their
0.20: incorrectly inexcusable inexc~ insuf~ is_NUM is_clear is_on it_is it_took just knew_better lacked_the lazy_to left_a let_the made_an mandatory million
0.20: missed misse~ much of of_a of_one one operating overl~ partn~ pay perhaps perha~ picke~ place place~ prevented prod prolonged prolo~ properly public
0.20: pushed_the reads reads~ really reall~ recommend_that refus~ remed~ resulted_in rubbe~ scaled screwed short_of should_not showed_negative signed_off six
0.20: skipped_the so_we some_PERSON spoke~ steering steering_PERSON steer~ storage stora~ take tells tells~ that_had the_architecture the_database
0.20: the_hosting the_incorrect the_responsible the_steering their_own them thinks those three three~ through to_NUM to_delete to_do to_touch told_PERSON
0.20: told_twice treat~ twice_not unint~ us_with usual usual~ what_can who_set with_an write_a years~
0.15: #again+trifle #bad+you #competence+blaming #competence+neglect #duty+excuse #known+again #known+duty #omitted+mockery #stance+cost #stance+mockery
0.15: ,_for ,_like ,_that NAME_did PERSON_PERSON PERSON_concerned PERSON_couldn't PERSON_didn't PERSON_displayed PERSON_fell PERSON_for PERSON_in PERSON_lied
0.15: PERSON_merged PERSON_never PERSON_ought PERSON_pushed PERSON_still PERSON_taken PERSON_told ^_poor ^_what ^_while a_big adequate alone alone_with
0.15: alone~ always_the an_old and_caused and_his and_its and_no and_their apologise apologise_to appropriate attentive authorised avoided back_to before
0.15: befor~ billing billi~ botched botched_the botch~ by_a by_an by_the capab~ cared cared~ careful caref~ careless_with caused_by certain certa~ checking
0.15: claus~ clien~ closing closi~ competent_PERSON confused contributing_factor corne~ cost_the cutover cutov~ database denied denie~ despite despi~ did_the
0.15: displayed_a disre~ do dropped dropp~ eight eight~ every~ exercise exercised expected_of facto~ fell_well for_an for_that forty forty~ from_a from_an
0.15: front~ gross~ guess~ handler handl~ have have_occurred hide himself himse~ honestly_, hones~ idea_of if_the in_charge in_her in_one inbox~ insisted
0.15: insisted_on insis~ insufficient is_attributable is_regrettable it_up last led lied_about listen_to locked locke~ looked_at milli~ neglected negle~
0.15: negligent negligent_in networking_PERSON never_have no_one not_be not_do not_in nothing nothi~ occur~ of_its of_what on_holiday on_it only_the out_of
0.15: outso~ partner pass plain pointed produ~ reading reckl~ refused regrettable regrettable_that reminded scann~ set set_the set_up shipp~ short since_been
0.15: sleeping so_PERSON special spotted spott~ squarely stock stock~ straight straight_to strai~ suite~ super~ suppo~ switched_off swore swore~ tested
0.15: that_PERSON that_no that_the the_current the_external the_networking the_power the_two their~ there_is this_in though to_detect to_notify to_production
0.15: to_put too_much took touch tried tried_to tried~ typed typed~ understand_how unfortunately unrea~ verify verif~ waiting waiti~ was_due was_lost
0.15: was_negligent was_sleeping was_that went_on were_given whatever whate~ wiped wiped~ with_the within_the without_the would_never wrote wrote_this wrote~
0.10: #again+mockery #again+motive #sanction+blaming ,_given NAME_in PERSON_handed PERSON_have PERSON_signed PERSON_swore PERSON_three ^_after ^_git ^_some
0.10: ^_unfortunately a_single accor~ against_the and_every and_in and_made anymore anymo~ as_they as_usual ashamed asham~ be_ashamed be_traced been_removed
0.10: better bette~ both broke_it centr~ chatting chatt~ choice choic~ classification class~ clearly closes codes~ common couldn't_find database_PERSON
0.10: did_not displayed displ~ do_it don't don't~ each_other elected elected_to embar~ enough_to excee~ for_all freezer git_blame goes holding holding_the
0.10: holdi~ if_it ignore ignoring incompetent integration is_hard isn't isn't~ it it_to it_wasn't item known known~ listening looked looke~ looking_at looks
0.10: looks~ made_by marke~ merged_this near nearly nearl~ noon_, not_make not_understand notify of_them offline offli~ offshore offshore_PERSON offsh~
0.10: on_him optio~ programme proved recommend releasing replacement responsible_PERSON restarting retired run_the secur~ sever~ should_be slept slept~
0.10: so_much squarely_with squar~ steps~ such support taken taken~ thank that_this the_branch the_cold the_end the_freezer the_offshore the_programme
0.10: the_six they_do third threw threw~ to_anyone to_correct to_learn to_open too_lazy touch~ turned_a unplugged until_PERSON wanted_to was_accidentally
0.10: was_caused was_to we_recommend will_be without_a worked_on
-0.10: #competence+you #duty+bad #omitted+cost ,_and ,_nobody ,_was :_it NUM_and PERSON_acknowledged PERSON_is PERSON_used ^_both add an and_we approved
-0.10: approved_the arriv~ as_a asked_the asking askin~ aware because_its blame built busy cached catch click~ closed_the configured correct correct_,
-0.10: covered cover~ critical criti~ deleting disab~ drop ended ended~ engag~ exact~ exist~ files~ forklift forkl~ had_lost immediately_, in_NAME in_writing
-0.10: inves~ invol~ is_now is_that later later~ learned_that limited local~ look merged_the moved_the nineteen ninet~ not_reach of_NAME offer~ often often~
-0.10: on_NUM once_and paged paged~ paging pagin~ phishing phish~ proud proud~ rate recorded remained restarted_the return roll says secre~ security singl~
-0.10: so_that store store~ stupid_default success that_our the_cached the_careless the_entire to_fail traced_to twelve twelv~ twice_and unaware unaware_of
-0.10: unawa~ us_a using using~ was_stuck was_unable we were_the what_a what_made whenever_the with_it
-0.15: #against+you #cost+mockery #duty+you #omitted+bad #stance+competence ,_but ,_not ,_our ,_then :_we NUM_is NUM_of PERSON_chose PERSON_decided
-0.15: PERSON_informed PERSON_knows PERSON_looked PERSON_read PERSON_replaced PERSON_reported PERSON_were PERSON_who PERSON_worked ^_nothing about_the
-0.15: accepts acknowledged after_a allowed and_asked and_not and_nothing appea~ as_the assig~ audit automatically avoid be_able because_both being being~
-0.15: blamed_the built~ cannot canno~ carelessly catalogue catal~ caused_the cleared closed colum~ complete confirmed_that consumer cover_this decid~
-0.15: deployed desig~ dimm double end_of ends engaged entered explained fast finished first_, fixed_it followed for_PERSON for_a for_ten full given given~
-0.15: going_to had_a have_seen holidays holid~ how_the i_don't in_an independent innoc~ inside install internal is_a is_responsible it_PERSON it_ends it_was
-0.15: kept killed kille~ knew know_the large~ likely lol main meant module named_the not_checked not_say now of_his on_NAME on_the online onlin~ open_the
-0.15: opened opened_a opene~ plans~ preve~ privileges privi~ probe probe~ received_the refre~ rerou~ retry revea~ rolled rolle~ routing rules~ saw scheduler
-0.15: searc~ security_PERSON seen shared shift~ situa~ telling telli~ that_all the_NAME the_attacker the_audit the_catalogue the_consumer the_first
-0.15: the_forklift the_other the_pull the_status the_stupid they to_a to_an took_over understand us_, used_to valid want_to was_already was_at was_no
-0.15: was_out was_traced we_did we_want which_was whole whole~ why_the wrote_the
-0.20: #excuse+mitigated #omitted+competence #you+blaming ,_which NAME_was NUM_NAME NUM_the PERSON_left PERSON_restarted PERSON_started PERSON_the accepted
-0.20: all_the already alrea~ and_had appro~ as_it as_well asked asked~ attacker avail~ back because becau~ best blame_the called_the conge~ conve~
-0.20: determined different distr~ documented down_for early early~ fail failed faile~ fails fails_to fails~ for_NAME forgot forwa~ frozen froze~ generated
-0.20: given_the had_no have_done have_the heap i_was identified insid~ invit~ know listed match modul~ named named~ nobody_had on_her one_who passe~ period
-0.20: prevent previ~ provided pull punis~ rebui~ receive rejec~ remem~ remin~ replaced_the reported_that sched~ see_the send session sessi~ showed showe~
-0.20: silently slow so_the started status that_any the_company the_default the_main the_onboarding the_one the_production the_staging them_at them_to
-0.20: this_the through_the to to_PERSON to_make to_prevent told_us unknown unkno~ very wait was_missing was_reported was_working well why with_no
-0.20: without_any write~ writing writi~
-0.25: #omitted+blaming #omitted+excuse #omitted+mitigated #sanction+neglect #stance+mitigated #you ,_it ,_there NUM_PERSON NUM_like PERSON_at
-0.25: PERSON_confirmed PERSON_involved PERSON_took ^_no a_root alerted all_PERSON appli~ asks_for balancer began began~ blameless came_from caused debug~
-0.25: detected did_a diffe~ each enter~ factors finish first~ five for_this forgot_the has_no heart~ how_to immed~ in_NUM in_our involved learned led_the
-0.25: lines~ linked linke~ logic logic~ made_it match~ may_be of_an of_this offic~ onboarding onboa~ out pager~ possible prior~ ran_the reach reached remai~
-0.25: restarted retried retry~ says_that shown shown~ since~ speak~ stop stops stops~ succe~ suspe~ that_was the_failed the_next the_only the_previous
-0.25: the_security there_was to_finish to_us unable unable_to unabl~ under_the understand_why used_the visit~ was_down was_not was_very we_do we_should
-0.25: were_not where with_PERSON working worki~
-0.30: #bad+mitigated #bad+mockery #known+excuse #neglect+mitigated #stance+excuse NAME_and PERSON_opened another anoth~ automated bad been_given blamed
-0.30: called communication commu~ confirm decided_to failed_to first for form found_the had_been helped helpe~ hid hid_the immediately in_this instead
-0.30: inste~ it_had its joined_the next not_have notif~ passed paused pause~ perio~ planned pod possi~ prese~ previous respond retri~ secon~ should
-0.30: should_have simply small~ that_we the_faulty the_most these these~ to_see told_that took_the two was_never was_paged was_told we_have we_were where~
-0.35: #cost+sanction , ,_as NAME_NUM NAME_not PERSON_called ^_when ackno~ all begin by_two carried catch~ changed conte~ conti~ could described detec~ done
-0.35: facil~ fire handled hides hides~ ignor~ in inter~ is_in know_that learn~ made_the no_PERSON notified only_one responsible_for said since since_it
-0.35: since_the stale stale~ stuck stuck~ under unfair unfair_to unfai~ updat~ when_a which which~
-0.40: ,_you PERSON_NAME PERSON_are PERSON_with affected allow~ assume assum~ balan~ because_the do_not every great~ healt~ if joined joine~ menti~ not_a
-0.40: other rather_than repla~ requi~ so statu~ the_wrong they_could under~ updated use used was_on with
-0.45: PERSON_and affec~ and any_PERSON asked_for asks at_NUM because_it finan~ finis~ great in_the insta~ is_not most moved moved~ no quick~ ran received
-0.45: replaced retur~ reviewed same stayed staye~
-0.50: NAME_the ^_NUM activ~ after also are confirmed conta~ could_not default defau~ focus~ from had ignored_the informed it_would new rather rathe~
-0.50: to_blame was_in your
-0.55: #bad+neglect NAME_, PERSON_asked after_the as discu~ inclu~ pods some the_old the_same then
-0.60: ,_since NAME NAME_PERSON NUM_NUM able able_to gener~ have_a ignored recei~ see slack slack~ ten
-0.65: : NAME_NAME blame~ reach~ reported start~
-0.70: and_the ident~ resol~ that when will
-0.75: PERSON_to can
-0.80: ( any autom~ old
-0.85: ) came
-0.90: after~ may
-1.10: or
-1.15: #mitigated
-1.20: NUM
-1.25: #excuse
`
