/** What speaks for blame when nothing does. */
export const BASE = -3.18

/** So much must speak for blame; at 0 it is as likely as not. */
export const ENOUGH = -0.17

/** So much more in a long document. */
export const CAUTION = 1.2

/** How much each trait of a sentence speaks for blame, or against it: a weight, then the traits that have it. Written by `bench/learn-weights.ts`, never by hand. */
export const WEIGHTS = `
1.30: #bad
1.10: #mockery #neglect ~tage
1.05: #actor+bad
1.00: #actor+neglect #cost #duty #nobody+mockery ~lure
0.95: #person1 #stance
0.85: #again #against #nobody+stance #trifle let
0.80: like my of_*_the ~ness
0.75: #omitted her off
0.70: #person3 PERSON_had and_now because_PERSON who ~ror ~take
0.65: #actor+omitted a_*_PERSON been by_*_PERSON expla~ sat the_*_PERSON would~ ~oper ~tor
0.60: #actor #competence #motive #nobody+again #nobody+duty #sanction NAME_*_of PERSON_*_have could_*_been had_one have_been his if_*_PERSON of_*_PERSON ~ake
0.60: ~ence
0.55: #length1 #nobody+competence #nobody+cost :_PERSON ^_our has_been here read sent the think~ ~ator ~n't ~rol ~trol ~ying
0.50: #blaming ,_*_failed PERSON_failed ^_root and_then break~ can't can't~ cost it_*_PERSON merge~ one one_*_, root_*_: sat_on serio~ short~ slopp~ to_*_it
0.50: took_down was_the ~ager ~dly ~sal ~usal
0.45: #actor+cost #actor+trifle #nobody+against #nobody+trifle ,_no NAME_*_one NUM_on PERSON_does PERSON_from a_*_a and_*_is be because_*_PERSON bothe~
0.45: broke~ cause~ if_PERSON in_*_by made of_*_SOMEBODY off_the press~ production readi~ root was_*_in what would_have ~ain ~gned ~ised ~oke ~rry ~uate
0.40: #actor+against #actor+duty #actor+motive #known #length2 ,_NUM NAME_*_told PERSON_*_this PERSON_made PERSON_makes ^_contributing ^_i accidentally
0.40: and_did and_went at_*_on broke did_nothing had_the has_not hope is_*_that left merge more must no_*_for of_*_to operations our_*_PERSON own promi~
0.40: root_*_PERSON second_*_not signed tell that_it the_*_commit the_*_took this_PERSON to_follow was_*_by who_*_this ~eaks ~ier ~ile ~lain ~llow ~lls ~rge
0.40: ~rned ~shed
0.35: #actor+sanction #against+known #neglect+blaming ,_*_now ,_a ,_that :_*_was NAME_*_SOMEBODY NAME_*_would NAME_should PERSON_*_be PERSON_*_it
0.35: PERSON_*_never PERSON_lost SOMEBODY_*_a ^_an ^_can ^_it a_*_of a_SOMEBODY an_*_in and_*_one and_they answe~ at_*_a can_*_please chose_to contributing
0.35: explain failed_in follow has his_own i impro~ in_*_of in_*_the it_*_the it_and more_*_the nobody_*_the none nor not not_*_but not_*_his paid peak plant
0.35: plant~ quiet quiet~ reading reads reads~ reckl~ repea~ said_*_, second_*_was sent_to ship short shut signe~ that_*_, that_*_that the_*_out to_*_at
0.35: to_*_her to_*_his to_do treat~ warned warne~ waved waved~ we_*_the what_*_PERSON when_*_the who_*_it would ~aks ~ary ~day ~iet ~iry ~lers ~nce ~ough
0.35: ~rse ~rter ~sty ~ugh ~use ~wers
0.30: #actor+again #actor+blaming #motive+neglect #stance+mockery ,_*_) ,_*_for ,_*_her ,_*_left ,_who :_*_let :_NUM NAME_*_the NUM_*_NUM NUM_*_a NUM_*_and
0.30: NUM_a PERSON_*_blame PERSON_*_caught PERSON_*_known PERSON_*_one PERSON_accidentally PERSON_broke PERSON_deleted PERSON_did PERSON_has PERSON_screwed
0.30: PERSON_should PERSON_still SOMEBODY_that ^_because ^_not a_*_into among_the and_this as_*_it as_PERSON avoided because_of before_*_the before_PERSON
0.30: below_*_expected below_the big bothered bothered_to competent cost_us could_*_avoided could_have cut deleted_the didn't didn'~ do_you even fat-f~
0.30: follow_the for_the from_NAME has_*_to in_*_to in_its intro~ lacked lacke~ made_a messed messed_up missed neither neith~ networking nobody_in not_*_in
0.30: of_*_we one_*_on open_since panicked panic~ playing playi~ please pleas~ pushed pushe~ put refusal refusal_to remed~ resta~ right~ seriously
0.30: should_*_have signed_off sleep~ still still~ suggest sugge~ surprised tested_nothing than_the the_current they they_*_a to_*_a to_*_production to_ask
0.30: touch~ used_*_the was_*_be was_PERSON we_*_be we_had worth worth~ wrong_*_and you_, zero ~ars ~body ~cked ~ckup ~cuse ~d've ~dard ~dure ~eds ~iday ~ill
0.30: ~inks ~ist ~ked ~lict ~lier ~nted ~ody ~ree ~sic ~ure ~uth
0.25: #excuse+neglect #excuse+you #known+duty #nobody+sanction #omitted+neglect (_*_, ,_*_not ,_*_put ,_*_they ,_*_we ,_to NAME_*_: NAME_*_follow NAME_*_is
0.25: NAME_didn't NAME_had NAME_to NAME_were NUM_seconds PERSON_*_down PERSON_*_has PERSON_*_not PERSON_*_spotted PERSON_*_tested PERSON_*_than PERSON_didn't
0.25: PERSON_doesn't PERSON_in PERSON_let PERSON_not PERSON_on PERSON_put ^_that ^_yes a_*_NUM a_*_at a_*_for a_NAME admit~ amate~ and_*_nothing and_*_wrong
0.25: and_it as_*_and as_*_in at_*_PERSON at_*_when avoid~ aware_*_the aware_of away be_*_at be_*_the been_*_, been_*_to botched botch~ but but_*_PERSON
0.25: but_*_that but_*_to can_*_be can_we carel~ charge closed_*_as competent_*_would competent_PERSON complacency contributing_*_the deman~ disre~ do doing
0.25: doing~ dropped_the due due_*_the everything evide~ explain_to for_which from_*_, get_*_out handl~ have_*_if his_PERSON home i_*_a in_procurement
0.25: in_their inadequate inade~ inadvertently inadv~ inbox~ incom~ incor~ infra integ~ into_a introduced is_*_get is_*_you is_no is_what it_*_, it_*_her
0.25: it_*_of its_*_to judgement judge~ know_what learned_: led_*_the less let_*_near like_*_they liste~ miss mistakenly must_be my_*_, no_*_, no_*_no nobody
0.25: nobod~ not_to obvio~ of_*_by of_*_of of_*_within of_the on_*_NAME on_*_did one_*_and one_*_it only_PERSON optim~ ought ought_to ought~ our_*_could
0.25: our_PERSON pay personal procurement procu~ proper prope~ put_the quest~ reckless refus~ remin~ rests~ screwed screw~ should_*_known should_*_that
0.25: spotted_the storage_PERSON taken taken~ thanks_*_the that_*_NUM the_*_accidentally the_*_deleted the_*_left the_*_missed the_*_this the_*_were
0.25: the_*_would the_second their_*_in their_*_the there_*_no they_*_to thinks this_*_has this_*_not this_*_on three~ to_*_on to_*_was to_*_what to_have
0.25: to_look to_put told told_*_to too_*_to turned turne~ twice_*_to two_PERSON unfor~ unplu~ us warned_*_, was was_*_from was_broken we_lost we_would went
0.25: what_*_get what_it what_you which_*_you with_*_who with_a with_an withh~ without without_to worked_*_PERSON worse worse~ would_*_been would_*_have yes
0.25: you_*_PERSON ~aded ~arge ~back ~ble ~cket ~ders ~dged ~duct ~each ~ease ~eer ~erly ~fix ~fra ~hing ~ict ~ism ~iver ~ket ~kup ~lay ~lent ~lity ~lume
0.25: ~mas ~neer ~ngs ~ord ~out ~ped ~ros ~ster ~tent ~tner ~tre ~tude ~uct ~ught ~ult ~ver ~wall ~word
0.20: #actor+known #asked #bad+competence #bad+you #cost+bad #mockery+blaming #mockery+you #motive+bad #nobody+bad #nobody+blaming #nobody+known
0.20: #nobody+motive #omitted+duty #sanction+blaming #stance+bad ,_*_and ,_*_could ,_*_lost ,_*_tells ,_an ,_this :_*_, :_*_PERSON :_*_not :_do NAME_*_been
0.20: NAME_*_have NAME_*_it NAME_*_was NAME_failed NAME_is NUM_*_for NUM_*_out NUM_*_was PERSON_*_any PERSON_*_forty PERSON_*_looking PERSON_*_our
0.20: PERSON_*_read PERSON_*_slept PERSON_displayed PERSON_dropped PERSON_finally PERSON_ignored PERSON_kept PERSON_merged PERSON_mistakenly PERSON_near
0.20: PERSON_neglected PERSON_panicked PERSON_responsible PERSON_sat PERSON_was PERSON_wrote SOMEBODY_*_and SOMEBODY_, SOMEBODY_on ^_who a_*_accidentally
0.20: a_*_while a_big a_more a_public accidentally_*_by actual adequate adequ~ agree~ alone alone~ always alway~ among among_*_PERSON among~ and_*_are
0.20: and_*_quiet and_*_were and_*_when and_after and_deleted any_of anything apparently appar~ are_*_NUM arriv~ as_*_said as_*_the attentive attributable
0.20: attributable_to avoidable aware basic~ because_*_in been_*_twice been_avoided before_*_, believe_that both both_PERSON but_PERSON but_failed
0.20: by_*_SOMEBODY by_*_on by_SOMEBODY by_an calls~ can't_*_a can_only caused_by checked_*_before chose class~ clear~ closed_NUM commit commi~
0.20: competent_*_have compu~ concluded concluded_that could_*_prevented course cours~ culpa~ current deleted demon~ disabled_the do_*_let does down_the
0.20: earlier earli~ every_*_of every_one executing executing_a exhau~ expect_*_SOMEBODY expect_from expected expec~ expir~ extended external_*_has
0.20: failed_*_its far first_PERSON following_the for_*_while for_NUM formal forty forty~ found_it from_*_did from_*_that frontend gave_the give had_*_as
0.20: had_*_up had_an happe~ has_*_looked have have_*_avoided have_*_more have_known her_*_, his_*_and hoped hoped~ hosting hosti~ how_do i'd i_*_PERSON
0.20: i_*_not i_am in_*_has in_*_on irresponsible irres~ is_*_PERSON is_*_who is_clear is_on it it_*_we it_is it_should it_takes it_took knew_about known
0.20: known_that known~ lacked_the lazy_to leaving leavi~ left_*_with let_PERSON letting letti~ lies lies_*_the lies_with like_*_a lost lost_*_of made_*_in
0.20: management me messe~ missed_*_the misse~ mistakenly_*_the more_*_, much_as neglected_*_the never_*_PERSON no_*_that nobody_at not_*_do not_*_necessary
0.20: not_let not_looked nothing nothi~ obvious occurred_*_the off_with only_*_on optional ought_*_have our_*_the over overf~ own_*_with panicked_and partn~
0.20: performance performing public read_the real reboo~ refused_to remediation resulted run_a rushed rushe~ sales sales~ sat_*_the scann~ shut_down six
0.20: slept slept~ so_*_as so_*_is some_PERSON sorry sorry~ special spoken spoken_to spotted starter stock~ stop storage stora~ stubb~ suggest_*_the super~
0.20: taken_*_the tells_you thank_*_for thanks_to that_*_be that_*_was the_*_are the_*_both the_*_company the_*_his the_*_once the_*_panicked the_*_poor
0.20: the_*_three the_*_who the_*_without the_PERSON the_agreed the_blame the_expected the_external their_own thinking this_*_NUM this_*_a this_one
0.20: thought_to three through_*_, to_*_: to_*_how to_*_why to_cover to_touch too took tried_*_it turned_off two_*_on unrea~ until until~ up_after usual
0.20: waited waite~ was_*_, was_*_SOMEBODY was_*_of was_a was_warned were_cut what_*_when what_PERSON what_was whether whether_the wheth~ which_tells
0.20: while_*_to who_*_to why_*_had why_we without_*_, without_*_it would_*_be would_*_spotted would_not yes_, you_get ~'ve ~ably ~ards ~ason ~base ~blic
0.20: ~ctly ~dle ~dor ~ecks ~elf ~enly ~form ~gard ~ger ~gest ~gory ~hed ~hip ~hout ~ica ~iew ~ing ~ings ~kes ~king ~lic ~lica ~lked ~lves ~mary ~mmit ~ndor
0.20: ~nds ~nic ~oken ~one ~ones ~over ~pect ~pen ~piry ~ppen ~pply ~pse ~rer ~rth ~ship ~site ~sly ~son ~swer ~til ~uced ~urs ~urse ~usly ~vate ~view
0.15: #cost+duty #cost+neglect #duty+blaming #known+blaming #known+neglect #neglect+mockery #omitted+again #omitted+bad #omitted+stance #stance+blaming
0.15: #stance+you ,_*_about ,_*_always ,_*_from ,_*_here ,_*_in ,_*_no ,_for ,_i ,_they ,_without :_*_( :_*_of NAME_*_my NAME_*_no NAME_*_nobody NAME_*_not
0.15: NAME_*_you NAME_did NAME_have NAME_learned NAME_my NUM_*_, NUM_*_acks NUM_*_because NUM_*_by NUM_*_in NUM_*_without NUM_PERSON NUM_as NUM_was
0.15: PERSON_*_all PERSON_*_always PERSON_*_an PERSON_*_been PERSON_*_both PERSON_*_for PERSON_*_ignore PERSON_*_its PERSON_*_less PERSON_*_look
0.15: PERSON_*_more PERSON_*_own PERSON_*_panicked PERSON_*_reminded PERSON_*_take PERSON_*_taken PERSON_*_tell PERSON_*_terraform PERSON_*_too PERSON_acks
0.15: PERSON_do PERSON_for PERSON_item PERSON_knew PERSON_knows PERSON_missed PERSON_must PERSON_taken PERSON_that PERSON_would SOMEBODY_*_NAME SOMEBODY_*_it
0.15: SOMEBODY_*_never SOMEBODY_*_who SOMEBODY_in SOMEBODY_of SOMEBODY_the ^_NAME ^_as ^_i'm ^_my ^_poor ^_remediation ^_some ^_thanks ^_the ^_they a_*_an
0.15: a_*_no a_*_not a_*_one a_*_they a_*_who a_*_without a_competent about_it accidentally_*_the acked acked~ acknowledge acks act actua~ admit admit_it
0.15: again again~ ahead ahead~ all_*_, all_*_the all_*_this all_of alone_with although although_the altho~ always_*_same always_the an_*_PERSON
0.15: an_*_mistakenly an_PERSON an_empty and_*_NAME and_*_everything and_*_failed and_*_his and_*_holiday and_*_in and_*_know and_*_left and_*_nobody
0.15: and_*_over and_*_who and_*_worse and_, and_NUM and_a and_chose and_her and_his and_hoped and_is and_left and_never and_took any_*_the anyone_with
0.15: anyway anywa~ apparently_*_to approving arrived as_*_does asleep_at at at_*_had attributable_*_the avoided_*_the aware~ back_to be_*_against be_*_of
0.15: be_*_with be_bothered be_more be_taken because_*_SOMEBODY because_*_did because_*_never because_nobody been_*_if been_*_not been_spoken believe belie~
0.15: better better_than bette~ bother bother_to bothered_*_the bought bough~ broke_the but_*_had but_*_the but_a by_*_and by_*_as by_*_it by_our can't_be
0.15: caught_*_in charge_of charg~ cheap~ checking chmod chmod~ classic clearly clicking clicking_on codes~ complacency_*_the compl~ considered_it
0.15: contributing_*_: demonstrated demonstrated_a designed did_*_, did_*_his did_*_it did_*_their didn't_*_the disciplinary displayed_a displ~ distracted
0.15: doesn't_know down_by dropped dropped_*_on dropp~ enough enoug~ entirely entirely_avoidable entir~ euros euros~ even_*_at ever evidently execu~ expect
0.15: expected_*_in expected_of explain_*_the failed_*_one false fell_*_of fell_well find_the first_*_that for_*_are for_*_is for_*_on for_, for_me for_two
0.15: for_what forgot_to found_that from_*_of front~ get given given~ gone had_*_twice had_signed handed_out has_*_, has_*_and has_*_his has_*_spoken
0.15: have_*_, have_*_and have_*_nothing have_*_their have_*_this here_*_are here_we him hired hired~ his_*_is hosting_PERSON how_*_PERSON how_*_do how_a
0.15: i_*_in i_blame identified_*_a ignored_*_the improper in_*_since in_a in_charge incorrectly inform inform_the insisted insisted_on insis~
0.15: integration_PERSON investigators is_*_: is_*_understand is_*_with is_attributable is_difficult it_*_that it_*_which it_*_with it_, it_PERSON it_not
0.15: it_out its_*_and keep knows knows~ late late_*_PERSON led_to left_*_on left_a lesso~ let_*_down let_the lies_*_SOMEBODY lifted lifte~ like_a listen
0.15: literally look_*_the looking looki~ lost_*_, lost_the made_by mails~ manag~ mandatory me_*_clear minor minor~ misled misle~ must_*_that my_*_PERSON
0.15: necessary necessary_to neces~ neglected neglected_to negle~ networking_PERSON never_*_to never_have new_*_to next_*_the none_of not_*_be not_*_near
0.15: not_*_them not_*_two not_*_what not_*_with not_be not_even not_find not_hold not_the now now_the occurred of of_*_a of_*_own of_*_was of_*_were of_a
0.15: of_one of_us on-si~ on_*_PERSON on_*_a on_*_shared on_holiday on_that once_, one_*_them one_of only_*_had only_*_that opening openi~ our_*_in our_*_of
0.15: our_*_that outso~ over_*_, overl~ overr~ own_PERSON pass perfo~ plant_PERSON poor_judgement prevented prevented_*_PERSON priva~ prod production_*_NAME
0.15: professionalism professionalism_*_the prolonged prolo~ publi~ pushed_the react~ read_*_, really_*_to red refused reminded_*_the repeated repeatedly
0.15: restored resulted_in revoke rotated scaled senior serious short_of should_not shrug~ silen~ simple skipped_the slept_through sloppy so_PERSON
0.15: solely_*_the sorry_*_was speaks speaks_for steering steering_PERSON steer~ stick~ stock_*_the such support_*_the suppo~ take taken_against takes takes~
0.15: taught taugh~ tells tells~ tested thank_PERSON that_*_PERSON that_*_down that_*_never that_*_of that_*_were that_a the_*_( the_*_arrived
0.15: the_*_attributable the_*_between the_*_broke the_*_broken the_*_charge the_*_cost the_*_could the_*_do the_*_during the_*_every the_*_four the_*_in
0.15: the_*_insisted the_*_involved the_*_like the_*_noticed the_*_operations the_*_production the_*_prolonged the_*_restored the_*_rotated the_*_their
0.15: the_*_through the_*_until the_*_up the_SOMEBODY the_cold the_hosting the_integration the_missing the_networking the_power the_responsible the_steering
0.15: the_theatre their_*_, they_did they_had thinks_*_are this_*_SOMEBODY this_*_is this_in this_is this_on this_was thought_*_was to_*_about to_*_out
0.15: to_*_up to_*_whether to_acknowledge to_admit to_explain to_know to_main to_read to_save to_watch to_write told_*_not told_*_that told_PERSON told_twice
0.15: took_*_the took_*_to touch_*_and treated tried_to tripped tripp~ trust~ turned_*_the turning turni~ twice_not two_*_and two_*_to typing typin~
0.15: underestimated underestimated_the unfortunately unint~ unplugged unpro~ until_*_the until_NAME until_PERSON us_*_a used_*_of usual~ verified waiting
0.15: waiti~ was_*_and was_*_avoidable was_*_because was_*_lazy was_*_out was_*_than was_*_up was_accidentally was_an was_due was_identified was_made
0.15: was_missed was_reckless watching waved_*_through we_*_let we_*_still we_*_this we_can went_*_holiday went_home went_on were_*_and were_*_of were_told
0.15: what_*_doing what_*_expect what_*_is when_we which_*_PERSON who_never who_ran wiped wiped~ with_*_, with_*_SOMEBODY with_*_a with_the within_*_of
0.15: without_the witho~ wonders wonders_*_the wonde~ would_*_noticed would_*_on would_*_that would_never write_a wrong_*_PERSON wrong_*_to wrote_this ~acy
0.15: ~ader ~ands ~ard ~ares ~arly ~arm ~bit ~blem ~cel ~cent ~code ~ddle ~eak ~edly ~eel ~ency ~end ~ern ~fted ~hers ~its ~ken ~kout ~kups ~lem ~let ~lism
0.15: ~llet ~lse ~mand ~mers ~mod ~mple ~nced ~ncy ~ndly ~net ~nior ~nks ~nor ~ntre ~oded ~onal ~ong ~oppy ~ork ~orm ~ote ~oval ~oved ~per ~ping ~ppy ~rect
0.15: ~rely ~rew ~rise ~rly ~rses ~self ~sled ~ssic ~sten ~tect ~ther ~tood ~uded ~uent ~ups ~voke ~ways ~wer ~work ~yway
0.10: #again+you #against+again #competence+neglect #neglect+you #nobody+neglect #nobody+omitted #sanction+neglect ,_*_NUM ,_*_after ,_*_same ,_*_there ,_in
0.10: ,_like ,_was :_because NAME_*_as NAME_*_failed NAME_*_had NAME_*_in NAME_*_let NAME_*_nothing NAME_*_us NAME_: NAME_operations NUM_( NUM_*_after
0.10: NUM_*_on NUM_instead PERSON PERSON_) PERSON_*_careless PERSON_*_charge PERSON_*_confused PERSON_*_debug PERSON_*_explain PERSON_*_left PERSON_*_like
0.10: PERSON_*_listening PERSON_*_other PERSON_*_out PERSON_*_renew PERSON_*_sat PERSON_*_save PERSON_*_short PERSON_*_slow PERSON_*_supposed PERSON_*_their
0.10: PERSON_*_wrong PERSON_could PERSON_gave PERSON_lacked PERSON_only PERSON_refused PERSON_restored PERSON_swore PERSON_wanted SOMEBODY_*_, SOMEBODY_*_in
0.10: SOMEBODY_*_the ^_unfortunately ^_what a_*_by a_senior about_*_on about_to above_the act_surprised all_*_to allowed an_*_, an_*_the and_*_at and_*_it
0.10: and_*_still and_*_surprised and_*_they and_*_we announce any_*_PERSON anyone_*_a apologise_to approved_by appro~ architecture architecture_PERSON
0.10: are_*_from are_*_to arguing argui~ as_*_is as_usual at_*_for at_once attri~ avoidable_*_and avoidable_, basic be_*_careful be_traced be_trusted
0.10: been_removed before_*_merge billing billi~ blame_*_the botched_the both_*_and broke_it can_*_PERSON careful caref~ carry carry~ chatting chatt~
0.10: chose_*_ignore chose_*_it chose_*_the clause cleaner_*_the clear clear_*_the clicked closes close~ common common_*_the common_sense commo~ consider_it
0.10: consideration considered_*_the could_*_a could_*_bothered could_*_find could_be country damag~ decided_that did_*_consider did_*_that
0.10: difficult_*_understand directly_to displayed do_*_to during_peak during_the enough_*_the escalate excee~ exhausted expected_*_SOMEBODY
0.10: experienced_PERSON export_contained follo~ for_*_and for_*_of for_*_that for_them forgotten found_to from_*_and gave get_the grown grown~ had_*_second
0.10: had_to handed_*_the handler has_*_like has_*_not has_*_nothing has_a have_*_by have_*_obvious have_asked her_*_the himself_to i_*_tired i_told
0.10: identified_as ignore in_*_old in_*_with in_*_would inadequate_*_by incompetent incorrect inexcusable inexc~ integration is_*_here is_*_one is_*_the
0.10: is_the is_why it_*_NAME judgement_*_the just known_*_the last_*_, last_*_and late_*_the leaving_the listening look_at lost_*_the made_*_worse million
0.10: milli~ mixed mixed~ more_*_PERSON much my_*_the never never_*_the never~ new_*_not nine nobody_*_SOMEBODY not_*_bothered not_consider noticed_*_the
0.10: noticed_that now_we of_*_be of_*_is of_*_not of_both of_them of_what offshore offshore_PERSON offsh~ on on_*_SOMEBODY on_*_while on_a on_it one_*_eight
0.10: one_*_that one_PERSON only only_*_was operating optio~ out_of performance_*_the perhaps_*_the perhaps_next plain~ power power~ prefe~ programme proud
0.10: proud~ put_it rate_*_NUM rebooting rebooting_*_at reminded removed removed_from reset_*_, responsible_, revok~ rubbe~ run_the same_*_PERSON says_PERSON
0.10: screwed_up secur~ senior_PERSON set_up several shipp~ should_*_PERSON showed_negative shut_*_by simpl~ since_*_, since_been six_*_and so-ca~ so_much
0.10: sorry_, speak~ steering_*_was stock straight_*_main straight_to stubbornness supposed supposed_to surprised_when swore swore~ tell_*_, tested_*_and
0.10: that_*_NAME that_*_a that_*_been that_*_in that_*_makes that_had that_the the_*_entirely the_*_everything the_*_for the_*_i the_*_instead the_*_lies
0.10: the_*_lost the_*_published the_*_pulled the_*_put the_*_resulted the_*_taken the_*_us the_*_went the_*_why the_architecture the_big the_cleaner the_dns
0.10: the_export the_offshore the_plant the_programme the_shared theatre theat~ their_PERSON then_*_surprised then_*_when this_*_PERSON this_*_could
0.10: this_*_have this_*_what this_isn't this_would thought_PERSON tired tired~ to_*_NUM to_*_as to_*_nothing to_*_single to_*_us to_NAME to_him to_listen
0.10: to_production to_ship track track~ trained trusted twice_, until_the up up_*_the up_the us_*_to us_that verif~ wanted wanted_to wante~ was_*_as
0.10: was_available was_caused was_late was_one watch watch~ we_all well_below were_*_, were_*_in what_*_you where_clause which_*_in which_is who_*_for
0.10: who_*_have who_*_read who_approved who_did will_be with_his within_one within_the working_*_the would_*_a would_*_stopped would_still wrote wrote~
0.10: ~aims ~aled ~ally ~amme ~art ~ash ~atre ~bly ~cuum ~dler ~dred ~ests ~eted ~ety ~gers ~gged ~here ~hore ~ims ~inal ~iner ~ish ~itor ~ius ~kets ~lion
0.10: ~lly ~mme ~mmon ~nius ~nore ~omer ~oom ~ore ~ory ~ouse ~oys ~ple ~rees ~rial ~room ~sor ~sted ~ten ~tend ~tton ~ued ~unce ~uum ~val ~vels
-0.10: #again+neglect #again+stance #against+you #bad+excuse #competence+you #cost+sanction #omitted+blaming #stance+competence ,_*_an ,_*_one ,_*_passed
-0.10: ,_*_without ,_because ,_not ,_our ,_then :_*_had :_*_is NAME_) NAME_*_on NAME_anyone NAME_that NUM_*_as NUM_*_were NUM_like NUM_to PERSON_*_looked
-0.10: PERSON_*_lost PERSON_*_of PERSON_*_through PERSON_*_until PERSON_*_when PERSON_moved PERSON_ran PERSON_replaced PERSON_sent SOMEBODY_*_of
-0.10: SOMEBODY_*_so ^_both ^_lol ^_one a_blameless accepted accep~ after_*_had against_*_production against_a and_*_me and_*_never and_*_stayed and_asked
-0.10: answered_*_a answered_within as_always as_the as_well asked_*_to assigned at_*_same automatically automation avail~ back_*_the balancer because_*_were
-0.10: been_*_in blameless_*_we bot but_*_not by_*_at came_from can_*_a carried carri~ charged children chose_the cleared configured conge~ continue
-0.10: correct_*_the correct_, could_*_the covered dange~ decided_*_the decided_*_to decid~ deleted_*_, deployed dimm do_*_look do_with don't_understand
-0.10: done_*_same done_the finished first_*_it five_*_and for_*_, for_*_one for_NAME for_SOMEBODY forward found_*_broken had_*_them hande~ happily happi~
-0.10: heap hear holidays how i_*_understand in_*_, innocent is_*_in is_that it_*_and it_*_bad it_*_clear it_*_it it_*_to kerne~ know_the large~ last lines~
-0.10: linked linke~ local~ logged logge~ made_sense main met midnight midni~ more_, most_of moved_to named named~ nineteen norma~ not_*_, not_*_a
-0.10: not_*_known not_cover nothing_*_do nothing_in noticed_the offered old_*_a on_*_at on_*_could on_this onboarding onboa~ one_*_we one_, open ordered
-0.10: other_PERSON our_*_have pagin~ purge purge~ receive refresh refre~ remem~ required reverted ring rolled rolle~ root_*_was saw_*_, says seen_the sessi~
-0.10: signed_the since_*_had so_*_did stopped telling telli~ that_*_left that_*_started that_PERSON that_all that_nobody the_*_, the_*_accepted
-0.10: the_*_acknowledged the_*_any the_*_as the_*_began the_*_carelessly the_*_decided the_*_dropped the_*_exactly the_*_frozen the_*_him the_*_listed
-0.10: the_*_no the_*_paused the_*_sense the_*_sent the_*_shows the_*_started the_*_them the_*_when the_early the_fire the_forklift the_full the_poor
-0.10: the_previous there there~ this_*_blameless this_*_i thought_*_is thought_that to_*_because to_get together toget~ told_that told_us too_*_for
-0.10: traced_*_a triggered understand_*_the used_a uses valid was_*_stale was_*_to was_known was_traced we've we've~ we_*_have we_*_look we_*_one we_know
-0.10: we_want were_the what_*_, what_we when_an which_*_was which_the whom with_*_old with_*_that with_me without_any would_*_done wrong_*_, wrong_*_both
-0.10: you_to ~'re ~age ~bed ~bels ~cer ~dog ~dren ~eam ~ees ~eive ~ets ~ffic ~hive ~icy ~ies ~ift ~inue ~ire ~kie ~licy ~lief ~lthy ~mise ~ncer ~nded ~nent
-0.10: ~ney ~nue ~okie ~old ~ored ~ort ~rary ~ream ~ren ~res ~resh ~ried ~sfer ~shes ~teen ~tems ~thy ~tics ~try ~uck ~vent
-0.15: #again+bad #nobody+you #omitted+competence #omitted+excuse #omitted+mitigated #stance+mitigated )_, ,_*_: ,_*_are ,_*_didn't ,_*_had ,_*_have ,_*_our
-0.15: ,_*_said ,_*_that ,_*_what ,_*_why :_we NAME_*_an NAME_*_and NAME_*_did NAME_*_who NAME_*_with NAME_of NUM_*_of NUM_*_the PERSON_*_NAME PERSON_*_a
-0.15: PERSON_*_before PERSON_*_carried PERSON_*_closed PERSON_*_during PERSON_*_early PERSON_*_every PERSON_*_first PERSON_*_four PERSON_*_got
-0.15: PERSON_*_identified PERSON_*_in PERSON_*_is PERSON_*_made PERSON_*_only PERSON_*_paged PERSON_*_run PERSON_*_think PERSON_*_twice PERSON_showed
-0.15: PERSON_started PERSON_the PERSON_used PERSON_who PERSON_wishes SOMEBODY_*_that SOMEBODY_*_was SOMEBODY_at ^_tbh a a_*_as a_*_does a_*_is a_*_so a_*_to
-0.15: a_hard about_*_, about_the accountable added added~ affec~ after_*_was agreed agreed_with alerted all_*_PERSON allow~ already alrea~ an_*_was and_*_by
-0.15: and_*_from and_*_him and_*_the and_*_to and_closed and_had and_nobody and_not and_thanks and_we answered any_PERSON anyone_*_the appea~ approved
-0.15: around aroun~ as as_*_by as_its as_soon ask asked_*_second asks_for at_*_of at_*_to at_the attached attacker audit audit~ back bad_*_, be_*_and
-0.15: be_*_in be_able because_*_had because_both been_*_two before_*_was before_, begins behind behin~ being being~ blame_*_this blame_the branch by_two
-0.15: called can_*_the cannot canno~ column colum~ come confirm connect consu~ conti~ could_*_it could_*_to could~ decided decided_to detected determined
-0.15: did_*_a did_*_know did_*_see did_*_wrong dismi~ do_*_for does_*_to don't_*_the dumb each_*_the emergency emerg~ enabl~ entered every_*_and exist~
-0.15: failed_*_load failed_to fails fails_to fails~ fast fine first_*_the for_*_: for_*_NUM for_*_SOMEBODY for_nineteen for_this forgot forgot_its frozen
-0.15: froze~ generated going_to green green~ guilty had_*_of handled has_*_with have_*_second have_done have_made have_the hidden hidde~ i_*_have i_*_why
-0.15: i_would immed~ in_*_PERSON in_*_and in_*_that in_NAME injec~ instances involved invol~ is_*_and is_*_by is_a it_*_his it_*_was its_*_was joined_the
-0.15: kept know_that landed lande~ later_*_the lazy_*_it learned learned_that led_the limited listed load_*_the logic logic~ lol longer longe~ look_for
-0.15: looked_the lost_*_a low made_*_possible make_sense marked match mode moved_the my_*_it new_*_and new_PERSON next next_*_we no no_*_PERSON no_*_to
-0.15: no_*_was no_PERSON nobody_*_be nobody_*_to nobody_had normal not_*_by not_*_up not_*_who not_a not_checked not_his nothing_wrong of_*_, of_*_:
-0.15: of_*_NAME of_*_for of_our offer~ on_*_and on_*_in on_*_it on_*_that on_*_when once once_*_PERSON one_*_not our_*_not our_*_to over_*_SOMEBODY period
-0.15: preve~ probe probe~ quickly ran_*_on rate reach_the received_the recorded replaced_the reported_that reporting respond retried said_*_had same_*_with
-0.15: saw says_that scheduled search searc~ security see_the send sense_*_the sense_to session should should_*_caught should_*_the six_*_the soon soon_as
-0.15: started tbh thanks_*_SOMEBODY that_*_failed that_*_not that_*_on that_*_shows that_is that_was the_*_approved the_*_asks the_*_be the_*_been
-0.15: the_*_counted the_*_happened the_*_how the_*_it the_*_knows the_*_lied the_*_logic the_*_made the_*_moved the_*_or the_*_picked the_*_rate
-0.15: the_*_replaced the_*_still the_*_the the_*_treats the_*_twice the_*_two the_*_we the_*_whose the_*_wishes the_audit the_faulty the_load the_root
-0.15: their_*_to them_at then_*_to they_*_with this_*_for this_*_it this_*_the thous~ through timeline to_*_all to_*_down to_*_its to_*_them to_a to_another
-0.15: to_load to_see to_wait took_NUM twelve twelv~ two_SOMEBODY under_the upstream upstr~ used_to very wait want_to was_*_after was_*_first was_*_only
-0.15: was_in was_no was_unable was_working we we_*_SOMEBODY we_*_why we_*_with we_did we_should went_*_: were_*_a were_*_on were_*_to what_*_knew what_made
-0.15: what_went when_a which_*_it which_was while_*_was who_*_been who_*_on who_could who_had will_*_the wishes wishes_*_its wishes_to wishe~ with_*_NAME
-0.15: with_*_to with_no wrong_*_because ~alog ~als ~anch ~ange ~aph ~arch ~arms ~ases ~bel ~cal ~ced ~cept ~ckly ~days ~dden ~dled ~eady ~eks ~els ~elve
-0.15: ~ema ~ere ~ert ~erts ~esh ~fers ~fied ~firm ~got ~hema ~hind ~hine ~hook ~ice ~iced ~ided ~ider ~iews ~ify ~ike ~ilty ~ily ~ime ~ind ~ins ~iod ~ion
-0.15: ~ious ~irm ~ive ~kens ~lar ~led ~lid ~log ~lter ~lty ~lumn ~nect ~nels ~nged ~nges ~nked ~nnel ~nnot ~not ~nse ~nts ~nual ~obe ~ond ~onds ~ords ~orts
-0.15: ~ould ~ount ~outs ~ove ~oves ~owed ~ozen ~pond ~put ~que ~rate ~read ~rgot ~riod ~rtal ~sent ~shot ~sle ~sole ~tify ~time ~uire ~umes ~umn ~used ~ved
-0.15: ~ving ~ward ~ware ~west ~yed ~ysis ~zen
-0.20: #duty+you #excuse+mitigated #nobody+excuse #stance+excuse (_*_) ,_*_, ,_*_came ,_*_do ,_*_this ,_*_two ,_*_were ,_*_with ,_but ,_there ,_when : :_it
-0.20: NAME_has NAME_this NAME_you NUM_*_NAME NUM_*_PERSON NUM_*_that NUM_of PERSON_*_but PERSON_*_know PERSON_*_within PERSON_NUM PERSON_asked PERSON_at
-0.20: PERSON_decided PERSON_have PERSON_of PERSON_opened ^_NUM ^_we a_*_had a_*_that a_great a_root about_NUM agreed_*_the all_PERSON an_*_is and_*_for
-0.20: and_*_only and_*_was and_PERSON and_has and_nothing apply apply~ approved_the are_*_for as_it ask_*_the asked asked_for asked~ assig~ at_NUM attempted
-0.20: attempted_to automated avoid been_*_for began began~ begin blameless but_*_was but_this by_one called_the came_*_the careless_about catch checked
-0.20: collector_is complete could counted cover cover~ did_a different does_not early early~ engag~ finis~ firmw~ first focus~ forgot_the forwa~ four_*_the
-0.20: free from_*_NAME from_*_PERSON from_*_on had had_asked had_no have_looked hid_*_from his_*_was how_the i_*_that ignor~ in_, in_an informed initi~
-0.20: innoc~ into_*_, is_*_NUM is_*_main is_to it_*_unfair it_would its joined joine~ later later~ lied light like_the lost_*_in lost_in made_*_the
-0.20: make_*_to may_be mentioned moved moved~ no_*_of nobody_was not_*_of of_an of_his on_*_to on_her once_the online onlin~ only_*_of our_own out_*_and
-0.20: paused perio~ postp~ racks~ ran ran_the reach reached rebui~ recommended remai~ reported_*_the retri~ retry retry~ reviewed rules~ said_the
-0.20: second_*_the security_PERSON seen should_be showed showed_*_the showe~ shown shown~ silently since_*_was since_the single_PERSON small~ so_*_could
-0.20: so_that so_the stale stale~ status still_*_the stopp~ that_*_and that_*_to the_*_a the_*_all the_*_did the_*_down the_*_forgot the_*_her the_*_on
-0.20: the_*_said the_*_takes the_*_to the_*_told the_bad the_last the_next the_wrong they_*_the this_*_to throu~ timel~ to_*_branch to_*_new to_*_until
-0.20: to_*_wrong to_NUM to_SOMEBODY to_make to_this to_us told_the twice_*_the twice_and under understand unfair unfair_*_blame unfair_to unfai~ was_*_for
-0.20: was_*_on was_never was_on was_paged was_reported we_*_PERSON we_*_not we_were what_*_: what_*_the when_the which_*_on with_SOMEBODY wrong_*_the ~ady
-0.20: ~akes ~are ~ased ~atus ~ause ~ces ~cial ~cing ~den ~ding ~duce ~ents ~eout ~eway ~fair ~gan ~ged ~ials ~ines ~ipt ~les ~lows ~lude ~lue ~mes ~nity
-0.20: ~noon ~nty ~ock ~oks ~ole ~only ~oon ~oss ~ous ~pose ~rded ~ript ~rked ~rks ~rns ~rous ~sis ~tal ~tand ~ted ~tic ~tus ~uce ~und ~urce ~wed
-0.25: #bad+mitigated #known+excuse #person2 ,_*_NAME ,_*_can ,_*_i ,_*_on ,_*_will ,_it NAME_*_for NAME_, NAME_the PERSON_*_failed PERSON_*_seen
-0.25: PERSON_*_used PERSON_*_working PERSON_NAME PERSON_involved PERSON_left PERSON_stayed PERSON_with PERSON_worked SOMEBODY_*_had SOMEBODY_for a_*_NAME
-0.25: a_*_on after after_the an_*_to and_*_would as_*_was asked_*_a assume at_*_and at_*_the balan~ because_it been_given but_*_it by_*_that changed
-0.25: checked_*_the confirmed do_*_the do_not does_*_have done five for_*_bad from had_ignored has_no have_*_PERSON have_*_it have_*_the have_seen helped_us
-0.25: hid hides hides~ immediately is_*_, its_*_the light~ likely made_it match~ meant mitig~ nobody_is not_*_that notified of_*_have of_*_that on_*_of
-0.25: one_*_SOMEBODY only_one passe~ pause~ permi~ provided pull redis redis~ run_*_the said seconds_*_the since_it small something somet~ statu~ stayed
-0.25: staye~ steps~ succe~ suspe~ the_*_SOMEBODY the_*_because the_*_gave the_*_have the_*_hides the_*_ignored the_*_says the_*_stayed the_*_worked the_main
-0.25: the_one there_was these these~ this_*_, to_*_from to_*_over to_*_this two_*_the unable unable_to unabl~ understand_why under~ up_*_, was_*_checked
-0.25: was_*_the was_*_when was_very we_do we_have when_PERSON which which~ whole_*_, working worki~ would_*_PERSON you ~ade ~ages ~alth ~ans ~cts ~del ~dis
-0.25: ~ects ~ely ~ese ~est ~ete ~ews ~fect ~gger ~gins ~gle ~gnal ~her ~hot ~ich ~ics ~int ~ired ~kely ~late ~lete ~ling ~lth ~lved ~mpts ~nder ~ned ~oid
-0.25: ~rade ~rms ~rst ~sage ~ser ~tore ~uest ~uler ~unts ~ute ~w-up ~wing
-0.30: #neglect+mitigated ) ,_*_its ,_you :_the NUM_NUM PERSON_*_back PERSON_*_given PERSON_*_they PERSON_called ^_PERSON ^_all ^_when again_, all_the
-0.30: and_*_, appli~ as_*_of asks bad because becau~ by_*_, by_*_of collector commu~ diffe~ discussed encou~ every fire for found_the had_*_given
-0.30: happened_to have_*_same healt~ helped helpe~ hid_the how_to ignored in incre~ it_*_not it_had know_*_the menti~ notif~ of_NAME out out_*_of passed
-0.30: planned prese~ quick~ rather rather_than rathe~ refer~ requi~ retur~ same second_PERSON should_*_this stuck stuck~ the_*_NUM the_*_collector
-0.30: the_*_makes the_*_not the_*_one the_*_which the_*_will the_most the_same the_security to_*_SOMEBODY to_blame took_the two used using using~ we_*_to
-0.30: when_*_was why_the worked_through your ~aced ~bage ~che ~een ~eld ~ems ~fer ~ial ~ide ~lped ~ops ~oxy ~rce ~sing ~sts ~sues ~sume
-0.35: #length3 #nobody+mitigated ,_which NAME NAME_*_to PERSON_*_, PERSON_are ^_no ^_this all and blame~ catch~ could_not detec~ did_*_have for_*_the great
-0.35: great~ had_been have_*_to have_a ignored_the is_in load not_*_an not_*_on not_have of_*_and possible possi~ postm~ received replaced repla~
-0.35: responsible_for should_*_a since since~ so_*_PERSON the_*_after the_*_at the_*_came the_*_should the_NAME they_could through_the to_*_to updated utc
-0.35: with would_*_the ~ale ~ate ~ery ~gin ~ity ~ived ~ler ~pts ~reed ~ress ~ring ~rts
-0.40: #person0 ( ,_*_it ,_as NAME_*_NAME NAME_PERSON a_*_this a_second able able_to because_the can discu~ for_*_PERSON for_*_to i_*_the ident~ into other
-0.40: ten that_*_is the_*_: the_*_failed the_*_is used_the versi~ would_*_to ~act ~aged ~cted ~ined ~nned ~oned ~pact ~port ~sue ~tes
-0.45: #actor+mitigated ,_since NAME_*_PERSON SOMEBODY_PERSON a_*_the activ~ after~ also if_you in_our in_the inclu~ made_the new slack slack~ so that
-0.45: that_*_had the_*_that visit~ was_*_a was_*_one were_*_the ~ast ~der ~des ~etes ~mber ~rmed
-0.50: #bad+neglect ,_*_the and_the autom~ conta~ finan~ if not_*_for on_*_the reach~ reported see some start~ the_*_asked to_*_, to_*_and to_*_in use ~ber
-0.50: ~fic ~ges ~med ~sion ~ues
-0.55: creat~ each gener~ most not_*_PERSON recei~ resol~ the_old then when will ~dent ~lve ~ture
-0.60: NAME_NAME PERSON_to are came the_*_had ~ault ~tem
-0.65: NUM NUM_*_: PERSON_PERSON PERSON_and any are_*_the block~ issue~ may to_*_PERSON ~ail
-0.70: ~cess
-0.75: #actor+excuse #mitigated old
-0.80: or
-0.85: #quote ~rted
-0.90: ~eue
-0.95: #excuse
-1.00: #length4
`
