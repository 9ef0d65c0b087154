/** What speaks for blame when nothing does. */
export const BASE = -1.76

/** How much each trait of a sentence speaks for blame, or against it: a weight, then the traits that have it. Written by `bench/learn-weights.ts`, never by hand. */
export const WEIGHTS = `
1.60: care
1.45: PERSON_failed
1.35: sat
1.30: manager slopp~
1.25: PERSON_does
1.20: failure_to idea
1.15: #sanction #stance but_failed data_PERSON have_been next_time
1.10: PERSON_ignored do_you
1.05: #bad #trifle NAME_failed PERSON_neglected because_PERSON duty inatt~ let me run_a sat_on the_blame we_lost
1.00: #against+known NUM_a ^_because bothe~ lies mr my quiet quiet~ screw~
0.95: PERSON_broke PERSON_not follow_the negligence not_to put rushed rushe~ senio~ serio~ surpr~ the_customers this_PERSON warni~ waved waved~
0.90: PERSON_kept PERSON_makes PERSON_put admit~ and_did attitude attit~ broke carelessness compe~ condu~ couldn't explain found_it genius geniu~ her
0.90: inadequate inade~ irresponsible irres~ lack lack_of new_build paid prope~ vendor_PERSON we_would were_told
0.85: #motive PERSON_made PERSON_should causal causa~ conflict every_one forgot_to incident_was lies_with nobody_in they_had this_was took_down what_was
0.85: withh~
0.80: #cost #duty NAME_didn't NAME_is PERSON_that a_lack and_then any_of ball control did_nothing even everything guess~ if_PERSON integrator it_not
0.80: lied_about mistakenly mista~ neglected_to night_PERSON occurred off_the one_of playing playi~ sleep~ the_door the_project the_review this_one who_did
0.75: #against #stance+bad ,_this :_PERSON PERSON_accidentally PERSON_did PERSON_only ^_root accus~ anyway anywa~ bears bears~ brain~ checked_, chose_to
0.75: didn't didn'~ distracted excuse excus~ frien~ has_been inadvertently inadv~ integ~ led_to looking looki~ messed messed_up mr_PERSON must_be negli~
0.75: of_these overs~ power_supply shut stubb~ tested_nothing the_cluster two_PERSON
0.70: ,_who NAME_should PERSON_had PERSON_let PERSON_mistakenly PERSON_refused ^_contributing acked acked~ among_the answe~ carel~ confl~ cost derel~
0.70: discipline field_PERSON follow fragile fragi~ gone hosting_PERSON investigators is_on judgement judge~ made_by maintenance mind procedure proper real
0.70: refused_to remiss remis~ ship silence typo_in unpro~ warned warne~ warnings was_PERSON was_identified was_to which_is would_have zeros zeros~
0.65: #cost+bad #cost+duty #known+bad ,_they PERSON_was PERSON_would ^_my a_NAME accid~ admit an_alert assumed bothered bothered_to broke_the can't_be
0.65: cause_of compu~ conce~ developer error_on evidently far frontend frontend_PERSON have_asked identified_as intro~ it_takes known_that lost neglected
0.65: negle~ negligence_of overl~ plant plant~ rack read_the recklessly regre~ rests rests~ right same_name signed than_the thank thank_PERSON the_alerts
0.65: the_data the_developer the_part the_platform the_responsible to_read to_write with_a
0.60: #omitted #omitted+stance PERSON_didn't PERSON_do PERSON_knew PERSON_missed a_spreadsheet accidentally always alway~ and_no attention avoidable away
0.60: be_more better_than blame_for brains can't can't~ cared cared~ certificates communicate competent corners corne~ cost_us delay deploys duty_to escal~
0.60: expla~ failed_in forget forgotten gave_the home hosting hosti~ hostname hostn~ inattention incor~ introduced it_and lacked lacke~ lapse lapse~ maint~
0.60: must needs needs~ networking no_one not_test noted noted~ our_PERSON peer personal profe~ read repeated repea~ responsible responsible_PERSON
0.60: second-line self seniority shame shame~ signe~ silen~ surprise the_agent the_missing the_outage to_admit to_look to_open to_test unint~ up_the
0.55: #again #known #omitted+again #omitted+duty NUM_on PERSON_have PERSON_never PERSON_screwed ^_i ^_poor a_backup a_day a_m an_PERSON and_is and_went
0.55: announce apparently appar~ approving bother break~ but_PERSON checkout conduct deadl~ documentation_is error_was excee~ executing_a exercised front~
0.55: half him hurry~ ill-judged ill-j~ improper is_hard it_, let_in like load_test logging loggi~ lunch lunch~ m mistake my_PERSON nearly nearl~ neither
0.55: neith~ netwo~ night_, nobody nobod~ obvio~ one_job ought ought_to ought~ outage_was paying payin~ peak press~ pushed read_out reads reads~ reckl~
0.55: restored right~ schoo~ screwed simple skipped_the stands stubbornness supply taken_against task taught taugh~ testing the_ball the_customer
0.55: the_deployment the_primary the_table this_would three three~ to_have too towards towar~ turned turne~ typo understood unintentionally waked waked~
0.55: without worse worse~
0.50: PERSON_error PERSON_forgot PERSON_gave PERSON_restored PERSON_sat PERSON_signed PERSON_told and_her anyone_with assessment backups because_of beginners
0.50: below_the blew bob botched botch~ bother_to by_PERSON calendar calen~ capable consideration decision_to decis~ diligence dilig~ earlier earli~ entirely
0.50: evide~ executing exhau~ fine_, forgo~ git handling handl~ head_of her_laptop his his_own in_question inattentiveness installation lazy_to level~ lied
0.50: lift like_a mixed mixed~ no_idea none_of nor on_a panicked panic~ pay prevented primary pushe~ put_the reason refused root rounded run_the serious
0.50: should've shrugged shrug~ spoken spoken_to squarely steering steering_PERSON steer~ tell teste~ the_database the_integration the_payments the_rack
0.50: the_release the_steering the_warehouse their_own thoug~ to_ask to_check too_much unfor~ verify warehouse wareh~ warning water water~ what_a who witho~
0.50: years years~
0.45: #actor #against+again ,_an PERSON_has PERSON_lied PERSON_responsible ^_our a_migration a_runbook and_his at_fault atten~ backu~ be_bothered
0.45: before_PERSON brilliant brill~ cavalier caval~ class~ concluded copy_the current daniel danie~ deadlines deliv~ denied denie~ exam exerc~ fat-fingered
0.45: fat-f~ feet for_two from_NAME hired hired~ his_PERSON ignore ignoring inexp~ instructions_and is_what job_and laziness lazin~ leaving leavi~ less
0.45: mandatory mess milestones missed misse~ misun~ month not_be of_laziness of_one optional outage_is overruled overr~ oversight palle~ payme~ plug
0.45: poor_judgement pushed_the readi~ really reall~ rebooting refus~ release_PERSON serving several shipp~ site_PERSON sloppy speci~ spotted spott~ stock~
0.45: storage_PERSON supplier_PERSON the_end the_failure the_hosting the_maintenance the_plug the_supplier the_two think~ this_isn't to_follow to_put
0.45: to_touch told_twice turn turned_off twice_not was_a was_the we_are went what_can work_by would_not
0.40: #motive+bad NAME_did NAME_to PERSON_botched PERSON_couldn't PERSON_lacked PERSON_mistake PERSON_wrote ^_as ^_her and_in appropriate asleep_at attack
0.40: autho~ been botched_the capab~ careful caref~ carry carry~ cause_: chall~ change_without charge competence complacency complacent computed concl~
0.40: could_have cruci~ customers_in delivered deploying depot depot~ devel~ duties dutie~ entir~ exacerbated exace~ explanation factor faili~ failure_of
0.40: flag_was frank~ guess how_do hugo hurry hurry_, in_its incorrectly insisted insis~ is_NUM is_no levels line listening merge~ miles~ misunderstood much
0.40: much_as network_PERSON nobody_at not_do off only_the opening openi~ operator optimistic optim~ outage outag~ owing owing_to owing~ paying_attention
0.40: payments_PERSON perso~ picker prima~ pump reboo~ removed_from room routers runbook_was senior senior_PERSON shut_down squar~ statements suite~
0.40: surprised talked talke~ the_PERSON the_cable the_channel the_checklist the_delay the_external the_loss the_password the_pump the_ticket thing
0.40: third_time through tired tired~ told_PERSON tried_to truck~ trunc~ understand_how unplu~ upon verif~ was_accidentally was_an were_given wheel~
0.40: within_minutes without_reading without_the would would~ write_a
0.35: #again+trifle #against+stance #known+duty #omitted+cost NAME_were PERSON_cut PERSON_doesn't PERSON_merged PERSON_ought PERSON_pushed
0.35: PERSON_rubber-stamped ^_responsibility ^_what accordance accuracy act alert_and alone_with and_caused and_deleted and_i answer apolo~ asses~ at_the
0.35: avoided avoid~ because_nobody below below~ build_to business busin~ by_an cause_was certi~ chatting chatt~ child~ clearly contractor couldn't_find cut
0.35: cutover cutov~ deter~ disre~ double-check dump each_other embar~ engineer error_of escalate expiry fault film find_the finger fix_was following_the
0.35: forge~ freezer from_an hands hands~ hasn't hasn'~ hotel hotel~ hours_of impro~ in_time incom~ instructions is_clear is_regrettable key lacked_the left
0.35: looking_at loss merge mistook misto~ month~ near negligent negligent_in never never_have never~ not_in notes notes~ obvious of_a of_engineering
0.35: offshore offsh~ opera~ persi~ phone_, plain plain~ points pressed price~ prod quali~ reading reaso~ regret regrettable regrettable_that release_was
0.35: releasing replacement repository respect resulted_in retired rubber-stamped rubbe~ sent_the server_room shipped shortcut showed_negative sincerely
0.35: sleeping smarter some_PERSON spreadsheet stock subsequent substitute subst~ take_the team testi~ that_it the_agency the_backups the_client
0.35: the_contractor the_control the_dashboard the_reconciliation the_shop the_warnings though to_go to_notify tripped tripp~ typed typed~ unacceptable
0.35: unacc~ underestimated was_broken was_negligent was_sleeping worth worth~ wrong_address
0.30: #trifle+bad ,_like PERSON PERSON_PERSON PERSON_concerned PERSON_could PERSON_for PERSON_is PERSON_on PERSON_still PERSON_three ^_it ^_some a_brain
0.30: accur~ acknowledge addresses_, adequ~ against_the agree~ alert_, although altho~ among among~ an_old answered answers anymore anymo~ arrog~ as_PERSON
0.30: ashamed asham~ attentive basic basic~ bed blame brain broke_it broke~ by_a by_mr call category categ~ charg~ childish coffee coffe~ concerned
0.30: connecting contract contributing copy course cours~ crash~ dark database_PERSON decision delay~ deleted did_the disk displayed_a do_it doing doing~
0.30: done_his down_the drill~ during_the enough enoug~ error_, error_and experienced_PERSON failure fault_of fault~ finge~ forty forty~ guilt~ had_two
0.30: half_a handed_out have_checked henrik henri~ hones~ hour i_am iban impatience impat~ in_their incompetent incorrect indifference indif~ interlock
0.30: into_the is_a it_up judgement_by known known~ literally many material migration minor minor~ money money~ more not_understand operating out_the
0.30: overlooked pallet payments performed perfo~ picke~ platform pool problem proceeded procurement procu~ professionals prolonged prolo~ promised_a
0.30: properly proto~ question reason_, reconciliation record refunds restarting resulted row screens screens_, secur~ selected shop situation situa~ six
0.30: skipped skipp~ slept slept~ so_we spoke~ still straight straight_to strai~ suppl~ synchronisation tape test_it the_chaos the_checkout the_code
0.30: the_disruption the_explanation the_finding the_monitoring the_negligence the_procedure the_provider the_rollback the_tape the_team think third~
0.30: to_correct to_update took tried tried~ troub~ turning turni~ turns_out two_hours volume was_lost watching whatever whate~ wheel wiped wiped~ with_half
0.30: word worked workers would_never wrong_volume
0.25: #against+trifle #known+again #stance+cost #stance+motive ,_however PERSON_clearly PERSON_else PERSON_from PERSON_handed PERSON_must PERSON_who a_NUM
0.25: a_PERSON about about~ accepting accor~ again and_made anybody anybo~ apologise arguing argui~ arm arrogance attributable authorisation be_traced became
0.25: becam~ behind behin~ believe big billing billi~ blind~ boxes boxes~ calls calls~ careless caused_by centre centr~ certification checklist checks clear~
0.25: closes communications company concentrated confused count~ disappeared disregarded don't don't~ drilled driver eyes failu~ firewall firew~ forgot_about
0.25: four_hours goes grant~ guilty hard_to have_known ignor~ in_another incompetence inven~ it_to job laid letting letti~ liter~ locked locke~ look_at
0.25: looked looke~ loss_of manag~ ms ms_PERSON mute none norma~ not_follow not_know notify of_the outsourcing outsourcing_partner outso~ pass patients
0.25: payment platform_PERSON platf~ pointed prefix prefi~ prices pricing prici~ product_PERSON products programme project_PERSON proved public reception
0.25: reconcile red remed~ removed repos~ routine run scann~ set_the short~ so_PERSON so_much standard still~ store_PERSON stubborn stupid stupi~ subse~
0.25: switc~ takes takes~ tested the_connection the_credentials the_duty the_file the_firewall the_linter the_migration the_network the_outsourcing
0.25: the_programme the_risk the_store their_homework they_do third throttle turns turns~ underlying unfortunately unprofessional unrea~ us verified waiting
0.25: waiti~ wanted_to wasted waste~ what_PERSON whether_the window wrong_because wrote wrote_this wrote~ year zero
0.20: #again+stance #cost+motive #known+stance #motive+duty #stance+duty ,_PERSON ,_in ,_that ,_we NAME_a NAME_had PERSON_, PERSON_: PERSON_deployed
0.20: PERSON_done ^_PERSON ^_ms ^_tl accident advice advic~ agency agenc~ alone alone~ asleep aslee~ at_noon backe~ badge~ been_a been_removed behav~ blip
0.20: bonus bonus~ booked booke~ break bring but button butto~ by_the cable~ changes_in choice choic~ classification clear codes codes~ common commo~ config
0.20: correctly cron customers data_loss database debug design dns documentation dropped dropp~ due duty_PERSON else exercise expected faster faste~ fibre
0.20: fibre~ for_three handi~ has_not himself himse~ his_job hitting hitti~ homework homew~ however howev~ hundred hurrying i instr~ insuf~ intentions
0.20: interested into_a invoi~ is_the it_is it_wasn't itself itsel~ knows knows~ last level lol made_a mailroom mailr~ mark meetings messe~ min minutes_to
0.20: misled misle~ more_careful needs_to network noon_, notice_the occur~ of_attention of_it on_duty on_holiday one operator_error outages panicked_and
0.20: part_of password patch performing polarity polar~ poor position production promised promi~ promo protection prove~ qualified readiness recep~ region
0.20: release reminded remov~ renewal restart_the retir~ right_to root_cause searching searc~ second_line sever~ speaks support synch~ tells tells~ thanks_to
0.20: the_bug the_command the_incorrect the_instructions the_investigation the_operator the_root the_route thinks this_is throu~ to_delete to_fix touch
0.20: trucks up update_the violated was_caused was_that went_on while while~ windo~ within_the without_looking work worked_on written writt~ wrong~
0.15: #again+motive #sanction+excuse NUM_hours NUM_minutes PERSON_ran PERSON_set PERSON_typed ^_a ^_an ^_mr a_technical a_whole account address addresses
0.15: adequate again~ agent and_every and_has and_they anyone anyon~ as_designed authorised aware~ badges be both_nodes breach breac~ brief by cable campaign
0.15: campa~ cance~ chaos chaos~ check~ chose chose~ clean~ code comma~ compa~ complaints compl~ count courier couri~ crate crate~ customer_was deadline
0.15: did_not didn't_bother didn't_even each emergency emerg~ entered_the entrance entra~ error error~ established estab~ event execu~ expec~ export expor~
0.15: eye facilities failed_to failing fault_was feature featu~ finds finds~ fine flashed for_NUM got grown grown~ handlers happen has having havin~ here
0.15: his_duty hundr~ ignored_by insufficient intended invoices isn't isn't~ it_took led level_of listened make_the maria maria~ marke~ migration_,
0.15: missed_the no_longer of_them of_this of_us on_call one_PERSON only open output outpu~ paid_for parked parke~ part partitions pasted paste~ performance
0.15: pharm~ point~ porter porte~ probl~ promo~ publi~ relea~ replica_was resul~ risk roste~ route~ running runni~ server server_was servers serve~ share~
0.15: six_hours slipped slipp~ sorry sorry~ spring sprin~ sufficient suffi~ supplier supposed supposed_to suppo~ technical_failure than that_PERSON that_this
0.15: the_brief the_campaign the_cause the_checks the_deadline the_deploy the_dns the_incident the_phone the_porter the_problem the_storage the_traffic
0.15: the_volume the_whole therefore three_weeks threw threw~ ticket_for tl tl_dr to_get to_main to_respond told_to tooling track track~ trailer trail~
0.15: trained truncate trusted tug turned_a typed_the typing typin~ unclear uncle~ until_the utili~ viola~ visitors wanted wante~ we_had webinar webin~ week
0.15: weekend weeke~ worke~ wrong yet
0.10: #against+excuse #omitted+trifle PERSON_changed PERSON_checked PERSON_entered PERSON_found PERSON_tested ^_NAME ^_thanks ^_the ^_training ^_while
0.10: a_customer a_more a_name a_very alert_had alerts altimeter altim~ ambulances and_a anything anyth~ applications apply architecture array array~ arrived
0.10: as_they at_his attempt authority backlog backl~ backup before before_the befor~ between betwe~ beyond beyon~ blamed blind branch_PERSON bring~ bug_,
0.10: busy callers careless_with cash cause caused certain certa~ changed_the check_the checking closing closi~ conductor confu~ consi~ contributing_factor
0.10: contr~ cooling cooli~ copied_the correct_the crashed data_centre decided decisions deleted_the deleting depth depth~ disap~ disch~ disregard disruption
0.10: downtime downt~ draft drill driver_had drive~ dropped_the editing editi~ eight eight~ emplo~ error_in errors escalated executed exist experienced
0.10: extend extended failing_to false fast_and flash~ for_all for_an forgot frequ~ gave good grade~ guard_let handed handing have_prevented head hold
0.10: holiday if_it in_his included inevitable inevi~ instances integration interruption interviews is_why it lazy leaves listen lost_, maintain management
0.10: map memory memor~ merged migration_failed missing_index misunderstanding monitor months necessary neces~ newest newes~ not_read nothing_to occas~
0.10: offline offli~ on_shift opened_the opinion opposite oppos~ others out_of over_the own partn~ passw~ published recipient recon~ recovered remove renew
0.10: renew_the reset respe~ restart resta~ rollback rollb~ rollout rollo~ samples scanned sets shipping should_be sits slow_to smart~ smoke smoke~ source
0.10: spare~ stand~ stockroom stopping storage stora~ successive swore swore~ talking talki~ techn~ temp terraform terra~ test_the the_address the_contract
0.10: the_licence the_line the_monitor the_plan the_reason the_rule the_warning those those~ throt~ tickets ticke~ to_be to_one to_renew to_watch too_lazy
0.10: tooli~ twenty twent~ twice twice~ two_days unplugged unread vendor vendo~ wait_for ward ward_PERSON was_off was_restored we_don't were_in while_the
0.10: who_was whole whole~ withd~
0.05: ,_NUM NAME_do PERSON_closed PERSON_removed PERSON_rights ^_all ^_during a_careless a_system a_test account_PERSON addre~ alarms alarm~ and_its
0.05: and_nobody api apply~ as_a asking askin~ aware backups_was badge banner banne~ become becom~ belon~ blame~ blunder blund~ breaker brief~ broken_for
0.05: build bypassed bypas~ cert channels claus~ cleaner client cms commands complain completely configuration configuration_of connect connection could~
0.05: cover culture cut-o~ did_exactly diff disci~ displayed doubl~ down dr_PERSON drawings ensure escalation established_that euros euros~ evening eveni~
0.05: exit expect facilities_PERSON failover failo~ fall faulty find findings following further furth~ grades had_not had_the hande~ handler handover hando~
0.05: has_a have honestly in_a inboxes inbox~ incidents innocent instead_of instruction is it_in jenny jenny~ labels late license licen~ linter linte~ logo
0.05: looked_at main million mobile mobil~ name nine not_been noticed notices oblig~ of of_PERSON omitted omitt~ on on_it operator_that opt-outs opt-o~
0.05: optio~ panel partner persons phone phone~ pilot~ policy posit~ product production_database produ~ progr~ project publish pull_request push reaching
0.05: reasonable recur~ regio~ repeatedly reply reply~ reset~ result round~ safety safet~ section seriously shared signature silenced silenced_the silent
0.05: so_the speed speed~ stage stopp~ store switch switched table taken taken~ tap tested_the that_had the the_account the_alert the_amount the_backup
0.05: the_bad the_certificate the_config the_diff the_engineer the_escalation the_facilities the_installer the_last the_launch the_mail the_night the_process
0.05: the_request the_result the_right the_server the_wiki thinking thought ticket tier times to_do to_use tower tower~ trouble untested untes~ us_with
0.05: validate validation volum~ waited waite~ was was_asleep was_careless was_left watch where_it who_has who_wrote whom wiki will_be with_its within withi~
0.05: workforce would_be wrist~
-0.05: #again+bad #duty+bad #known+omitted #omitted+bad ,_so PERSON_copied PERSON_dropped PERSON_followed PERSON_left PERSON_said ^_there a_key a_new acted
-0.05: acted~ alert am amount an and_PERSON and_it and_to annou~ answered_within back badly badly~ better bette~ budget budge~ bus cannot canno~ capacity
-0.05: capac~ changing chef circuit cold_room command completed copied correct credentials critical criti~ custo~ cut-off daily daily~ dashboard dashb~
-0.05: did_it disk_was doesn't doesn~ duplicates editor edito~ emails ensur~ evidence fact failed faile~ feed filter filte~ finds_that five-minute five-~
-0.05: folder folde~ form_, forma~ group group~ happe~ have_avoided have_happened held hosted hoste~ how i'm initi~ is_now it_back keep laptop lapto~ leave~
-0.05: left_the link load_balancer machine make manda~ mater~ matte~ measures milli~ minute missing negative negat~ new_PERSON not_check not_the nothing
-0.05: nothi~ notice notic~ nowhere nowhe~ number_that observed one_who out patch~ patient picked port power power~ procedure_, procedures processed prote~
-0.05: provided quarter quart~ reading_the reckless refun~ remediation renew~ replication request required responsibility_for respo~ retention reten~ return
-0.05: review rights runbook runbo~ runs saw_the say_it scan search security seen sending sendi~ sense sense~ service_PERSON set set_to seven seven~ simpl~
-0.05: single sourc~ spill spill~ sprea~ step_NUM steps steps~ stopped suite swap the_branch the_budget the_bus the_change the_circuit the_cold the_console
-0.05: the_editor the_gateway the_payment the_renewal the_rollout the_translation their their~ thing~ this threa~ to to_say to_the to_understand took_a
-0.05: training translation trans~ triggered under~ using using~ usual~ vulnerability vulne~ warehouse_PERSON was_empty was_found weakest weake~ whether
-0.05: wheth~ withdrawn works wrote_the
-0.10: #against+bad ,_the :_it NAME NAME_of NAME_the PERSON_in PERSON_just PERSON_sent PERSON_the ^_for a_bug a_product a_single a_week a_wrong about_the
-0.10: acknowledged_the action amoun~ an_error and_not and_took appre~ approval approved_the attempted attempted_to attempting bad believing borough borou~
-0.10: bridge bridg~ briefing call_and callb~ can_be card carelessly caught_this caused_the circulated clicked close~ comment commit concerned_has condi~
-0.10: content controller corre~ cultu~ customs dates dates~ day days delete delete_the deletion deplo~ despite despi~ disciplinary dispensed dispe~ disru~
-0.10: distr~ during durin~ empty~ env external exter~ facto~ fell files files~ five_minutes follo~ for_help for_the found gateway gatew~ gauge gauge~ given
-0.10: given~ goes_to graph~ had_never hand_, have_caught hidden hidde~ index instructed inten~ inves~ invok~ invol~ kind knowledge knowl~ lab leading leadi~
-0.10: leave let_the lette~ lib live local~ long lost_the lot mailbox mailb~ marked mfa migra~ misco~ missi~ monit~ no nodes nodes~ not_checked not_see once
-0.10: open_the opini~ opportunity oppor~ other~ our over_as paging pagin~ patie~ pharmacy pm practice prepa~ prescribed printed protocol provider quest~
-0.10: ran_the rang records redis redis~ release_notes relie~ reports reverted reviews route sale secre~ see_which sent sheet sheet~ shift~ short should_have
-0.10: side signi~ signs signs~ sites sites~ software softw~ soon sorts sorts~ spare spoiled spoil~ state~ station such tenant tenan~ that_the the_batch
-0.10: the_configuration the_feature the_field the_lab the_most the_router the_site the_switch the_train the_vendor the_wrong they time to_all to_find
-0.10: to_reboot to_restart to_wait token took_the traced train transfer trust understand undertaking unit was_made was_set was_too was_unable went_to
-0.10: what_happened what_the whenever whene~ who_had write
-0.15: #again+duty #again+excuse #duty+excuse , ,_and ,_or ,_was NAME_again PERSON_clicked PERSON_involved PERSON_noticed PERSON_saw PERSON_used PERSON_went
-0.15: PERSON_were ^_if a_failure added added~ agent~ alert_fired all_PERSON all_of and_told and_we appro~ archi~ ask assess at_once attri~ bank batch
-0.15: because becau~ both branch branc~ bucket bucke~ build~ but_the by_its case catalogue catal~ cause_is changes checked_the close closed coding codin~
-0.15: commi~ configured conse~ crede~ curre~ damag~ dead delayed deployment designed dialog do documented drop dry e-mail e-mai~ enabled exactly experience
-0.15: expir~ fast findi~ fixed fixed~ flag for for_one forecast forec~ forum forum~ freez~ give half_of happened hard hosts hosts~ implement in incid~
-0.15: index~ infrastructure innoc~ installer it_has july later_, launch ledger ledge~ library libra~ likely limit_, limited line_was lists lists~ lives
-0.15: lives~ may_be midnight midni~ morning_, not_think now obligations of_our on_this other outside outsi~ paged paged~ pages pages~ place~ presc~ preve~
-0.15: previ~ pull pulled pulle~ questions radio radio~ raise~ regulator removed_the replica restarted_the result_of reverting revie~ robot robot~ role
-0.15: rollback_plan rotated rotat~ routed router routi~ save second second_site sensor senso~ should should_not show_the sidec~ since~ singl~ size small~
-0.15: snapshot socke~ stage~ state strength stren~ tapes tapes~ terminal that_an the_NAME the_environment the_first the_graph the_guard the_ledger the_logs
-0.15: the_other the_parser the_regulator the_replication the_restart the_scheduler the_second the_third the_training there there~ think_about titles to_NUM
-0.15: to_run tolerance trigger unreviewed unrev~ until until~ us_, us_about valid~ very wall was_late was_wrong way webhook webho~ were which_had why
-0.15: wilfully wilfu~ wristband writing writi~
-0.20: #stance+excuse ,_but NAME_PERSON PERSON_acknowledged PERSON_moved a_slow about_it acknowledged agreed all and app approved asked asked~ attributed_to
-0.20: audit_log based based~ batch~ been_tested behaviour being being~ belie~ best broken brought broug~ built built~ cabinet cabin~ chann~ check clock
-0.20: clock~ cold confirmed_that console conso~ cookie could crane crane~ customer_PERSON damaged date defect devices disabled disab~ done elevated eleva~
-0.20: enabl~ error_is estimate exact~ executed_the exists exper~ fails fails_to fails~ failures feeds feeds~ fewer fewer~ file finding first_, fix flaky
-0.20: flaky~ flapping flapp~ for_PERSON for_it for_their forgets forwa~ from from_NUM from_a go going going~ graph has_made have_tested how_the if improve
-0.20: incident incident_PERSON indep~ indic~ infin~ infra~ inside into inventory is_that job_that kafka kafka~ kept killed kille~ label~ later later~ leade~
-0.20: likel~ longer longe~ look looks looks~ manually merged_the metric minutes_, mistakes monthly no_way nobody_was not_on not_reach not_say obser~
-0.20: on_leave one_was organ~ outgoing outgo~ over overloaded override period pick pr prompt pulled_the racks racks~ raised reachable read-only read-~
-0.20: reasonably reboot recip~ recommend recorded_in remained removes report restarted resto~ risk_was scheduler script_that send setting settings show
-0.20: spike status_page subnet subne~ tbh tested_it the_call the_default the_form the_label the_map the_one the_runbook the_spreadsheet the_standby there_is
-0.20: there_was through_the to_a to_take toler~ touched traced_to twice_because two_minutes type unaware unaware_of unawa~ upgrade upstream was_one
-0.20: we_recommend what_they when_an which_the why_the with workf~ wrong_day you zones zones~
-0.25: #against+omitted ,_because ,_it ,_when PERSON_fixed PERSON_thought PERSON_turned PERSON_will ^_nobody ^_we a_gap a_second actio~ alert_was alert~
-0.25: an_hour are are_sorry asks_for assigned attributed audit audit~ available avoid balancer begin~ believed believed_that blame_the came_at catch
-0.25: certificate channel click~ consent considered consu~ cooki~ cut_the cycle cycle~ debug~ deployed described directory drew duplicate dupli~ employee
-0.25: encountered engin~ exist~ explained facil~ fail_over file_was first~ forklift forkl~ format found~ four from_PERSON gained gaine~ github gives gives~
-0.25: guide had_been had_no have_looked i_have i_would identified images importance in_the input input~ insid~ interval issued its jenkins jenki~ label lag
-0.25: larger latency load_the login low mention mention_the message met moved_the names~ no_access not_mention not_tell notif~ offers online onlin~ opened
-0.25: opene~ our_customers overw~ pager point polic~ pract~ privileges privi~ proce~ prompts quickly rate rebooted recorded refresh refre~ register relief
-0.25: repai~ rerou~ resolved responsible_for ring roll rolled_back sched~ schema secon~ services servi~ showing showi~ something somet~ start strategy
-0.25: strat~ success swerved swerv~ sync system technical ten-minute ten-m~ terminals that that_night that_you the_attacker the_directory the_forklift
-0.25: the_master the_number the_previous the_production the_restore the_service the_status the_step the_upgrade the_ward this_failure thres~ timeout
-0.25: to_start told_us trace~ traffic traff~ unused unuse~ upgra~ upstr~ visit~ we within_a zone
-0.30: #bad+excuse 'human : PERSON_executed PERSON_led PERSON_reported accounts advis~ announced anybody_to applied as automatic automatically battery batte~
-0.30: calle~ came_from clean closed_the colour colou~ come commu~ confirmation conge~ conne~ corrected custom delivery deploy determined device dialo~
-0.30: direc~ disco~ drawi~ due_to election elect~ ended ended~ engine engineering eu fired fired~ five free full githu~ guide~ had handbook handb~ have_seen
-0.30: heartbeat her_phone holid~ identical immed~ imple~ information instead inste~ internal it_went known_better language langu~ large~ launc~ lines lines~
-0.30: log_in looked_the malicious malic~ maps meant meant~ measu~ metri~ migrations named_the new not_cover number_of operator_, paper paper~ passe~ per
-0.30: plan plans plans~ prematurely prema~ previous query query~ raised_the recipients recor~ regis~ regul~ released remin~ renewed repli~ requested
-0.30: requests reque~ resolution respond saved saved~ scanner seconds showed_that shows shows~ since slow small so spike~ status submission test_that
-0.30: that_no that_our the_audit the_date the_failover the_lack the_message the_new the_scanner the_submission the_user the_worker these these~ timeo~ title
-0.30: to_another took_over took_two unable unable_to unabl~ users users~ vpn wait want was_no was_stuck watch~ well which which~ with_PERSON working worki~
-0.35: #omitted+excuse ,_which :_the NUM_NUM NUM_of PERSON_chose PERSON_confirmed PERSON_decided a_failed accepted access acces~ alias alias~ allowed another
-0.35: anoth~ approve as_it as_the at_six attacker automation avera~ brakes brake~ c can caught caugh~ chang~ community complete compr~ consumer conte~
-0.35: cover_this covered covers defec~ different distribution docum~ does_not double drain early early~ ends enter~ event~ exten~ fan finished first
-0.35: followed followed_the for_NAME hand has_no health_check immediately impact important in_NUM in_this independent injection injec~ involved is_not
-0.35: issues keys leak learned_that lengthened login~ major~ needed neede~ number of_an on_NUM page panel~ parser patience perio~ portal porta~ probe probe~
-0.35: proud proud~ provi~ reach recovery recov~ refund relat~ remember remem~ reminder repor~ resource returned revea~ rever~ rule service_was setti~ site
-0.35: sound sound~ started stay staying stayi~ stop stopped_the succe~ syste~ telling telli~ term that_was the_bank the_build the_cache the_consumer
-0.35: the_delivery the_disk the_freeze the_handover the_job the_mistake the_node the_system things to_an unknown unkno~ use used_to version was_down
-0.35: was_missing was_out way_to when_the will worker write~
-0.40: ( ) ,_there ,_with NAME_was NUM NUM_PERSON NUM_the PERSON_acted PERSON_informed PERSON_looked PERSON_replaced PERSON_with PERSON_worked affected
-0.40: affec~ all_night allows allow~ attem~ avail~ balan~ because_the been_given bug by_two call_, called catch~ change contained cover~ deployments diffe~
-0.40: dimm drained error_rate evacuation evacu~ expired fail field field~ finish for_ten gap given_the health help hid ignored image install inter~ invit~
-0.40: its_own know limit link_was loop minutes minut~ names need night night~ nineteen ninet~ note numbe~ offered once_and order~ pair post prevent print~
-0.40: proxy proxy~ requi~ retur~ routing rules rules~ saw shown shown~ signed_the since_it slack slack~ so_that speak~ start~ stati~ stops stops~ sugge~
-0.40: template thanks that_his that_we the_company the_evacuation the_flag the_health the_image the_replica them_to title~ to_blame to_fail to_finish
-0.40: to_make to_notice to_prevent token~ trigg~ twelve twelv~ versi~ was_at was_on was_reported weeks weeks~ where which_was works~
-0.45: NAME_, NAME_NAME NAME_NUM NUM_and PERSON_are ^_NUM a_change a_date a_root accepts actions alerted already alrea~ also appli~ asked_the attempts cache
-0.45: changed comme~ confirm confi~ connections conti~ currency devic~ diagnose diagn~ easy for_a four_minutes freeze frozen froze~ generated great~ header
-0.45: heade~ heart~ holidays issue issue~ learn~ led_the lets logs machi~ made_it marks marks~ meeti~ messages moved_to named named~ notified of_NAME
-0.45: onboarding onboa~ pager~ passed path possible possi~ ran recom~ rolled rolle~ rota rounds say schem~ screen scree~ see_the sense_to session sessi~
-0.45: since_the stuck stuck~ systems test_environment the_error the_fix the_load the_next the_proxy the_queue the_rota the_screen the_script the_staging
-0.45: to_see transactions under_the updat~ used value we_did we_were where~ your
-0.50: PERSON_and PERSON_to access_to arriv~ asks attac~ begin broker by_hand cache~ circu~ colum~ compromise creat~ debugging decided_to do_not document
-0.50: effec~ engaged estim~ focus great guard have_the healt~ hid_the in_NAME incre~ infor~ insta~ laten~ leap limit~ load machines major manual means
-0.50: means~ module modul~ monitoring most on_NAME parse~ parti~ prese~ pressure prior~ remai~ reported_that script scrip~ second_PERSON secondary service
-0.50: snaps~ standby statu~ submi~ termi~ the_limit the_lock the_secondary the_tests to_load two used_the user valid value~ when
-0.55: #excuse PERSON_at PERSON_restarted across acros~ admin~ and_had and_was any assig~ engag~ environment envir~ factors forgot_the handled ident~ image~
-0.55: impac~ inclu~ it_had learned manua~ messa~ offer~ often often~ owner~ planned quick~ rather_than reached received_the reduc~ rejec~ replaced_the
-0.55: resou~ same signa~ simply some switch_, templ~ the_host the_same the_time then updated was_told we_have
-0.60: #known+excuse ,_not NAME_could PERSON_called ^_no activ~ after afternoon because_both because_it blameless carried const~ conta~ disagreed disag~
-0.60: email~ every firmware firmw~ follow-up for_this guard~ had_a lengt~ linked linke~ list match match~ meeting nobody_had on_her only_one or order owner
-0.60: permission pipeline pipel~ plann~ rather rathe~ reported response retry ten_minutes that_a the_only the_report the_room the_test unfair unfair_to
-0.60: unfai~ we_do
-0.65: NAME_not able able_to ackno~ and_asked automated began began~ ci detected discu~ form heap hides hides~ is_in it_would leader lease~ log operator_did
-0.65: permi~ pod process promp~ queue receive repla~ resol~ showed showe~ stale stale~ the_list the_page under was_paged
-0.70: ,_as after~ assume communication confirmed default defau~ descr~ detec~ drain~ finis~ focus~ joined_the menti~ mistake_in model model~ morning morni~
-0.70: moved moved~ node restore see stayed staye~ step ten the_failed the_faulty the_old told_that
-0.75: NAME_and PERSON_opened PERSON_stayed ^_nothing after_the and_the encou~ excep~ fire found_the helped helped_us helpe~ host impor~ informed joined
-0.75: joine~ lock old retried retri~ retry~ said signal suspe~ they_could view was_never
-0.80: came could_not gener~ ignored_the mail may not_a reach~ reviewed the_information were_not
-0.85: not_have the_tool
-0.90: ,_since carri~ have_a jobs paused pause~ received was_in
-0.95: at_NUM her_PERSON no_PERSON replaced tests tests~
-1.00: asked_for queue~
-1.05: tool
-1.10: made_the
-1.15: autom~ recei~
-1.20: PERSON_asked
`
