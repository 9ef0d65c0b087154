const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Nouns for one person by what she does. `operator` and `controller` are programs as often, and stand in `BOTH`. */
export const ROLES: ReadonlySet<string> =
  words(`engineer engineers developer developers dev devs admin admins administrator administrators sysadmin sysadmins sre sres dba dbas
  contractor contractors intern interns manager managers colleague colleagues coworker coworkers teammate teammates employee employees technician technicians reviewer reviewers
  responder responders maintainer maintainers programmer programmers person people human humans guy guys commander trainee junior juniors tester testers analyst analysts consultant
  consultants architect architects someone somebody oncall on-call on-caller oncaller staff supervisor member members approver cto ceo lead leads newcomer hire hires individual individuals
  coder coders boss freelancer freelancers apprentice specialist specialists student students author authors owner owners woman man`)

/** Nouns for several people at once: what they as a whole did not do is weaker blame. */
export const TEAMS: ReadonlySet<string> = words('team teams department management ops devops qa crew squad shift vendor support leadership organisation group')

/** Words that are a person or a program. */
export const BOTH: ReadonlySet<string> = words('operator operators user users customer customers agent they who client')

/** Pronouns that are people. */
export const PRONOUNS: ReadonlySet<string> = words('he she i you')

/** Given names that are common somewhere, so that `Maria broke production` has a person in it and `Kafka broke` has none. */
export const NAMES: ReadonlySet<string> =
  words(`alice bob carol dave eve frank grace heidi ivan judy mallory oscar peggy trent victor walter james john robert michael mike william david richard
  joseph thomas tom charles christopher chris daniel dan matthew matt anthony tony mark donald steven steve paul andrew andy joshua josh kenneth ken kevin brian george edward ed ronald timothy
  tim jason jeffrey jeff ryan jacob gary nicholas nick eric jonathan stephen larry justin scott brandon benjamin ben samuel sam gregory greg alexander alex patrick pat jack dennis jerry tyler
  aaron jose adam nathan henry zachary douglas peter pete kyle noah ethan jeremy mary patricia jennifer linda elizabeth liz barbara susan jessica sarah karen lisa nancy betty sandra margaret
  ashley kimberly emily donna michelle dorothy melissa deborah stephanie rebecca sharon laura cynthia amy kathleen angela shirley emma anna ana brenda pamela nicole samantha katherine kate helen
  rachel christine maria diana julia julie joyce victoria kelly christina joan evelyn lauren olivia martha sofia sophie priya raj ravi amit anil sanjay deepak rahul vijay suresh arjun neha
  anjali pooja kavita wei li ming chen yuki hiroshi kenji takashi akira sakura haruto min-jun ji-woo ahmed mohammed muhammad ali omar fatima aisha hassan ibrahim youssef khalid layla carlos
  juan luis miguel jorge pedro diego pablo javier sergio fernando lucia carmen elena marta paulo joao pierre jean jacques marie claire antoine lucas hugo hans klaus jürgen juergen stefan
  lars sven erik anders bjorn björn ingrid astrid olga dmitri dmitry igor sergei sergey natasha tatiana yuri vladimir piotr pawel jan katarzyna agnieszka marek tomasz giovanni marco luca
  giulia francesca matteo kwame kofi chidi ngozi amara thabo sipho minh linh nguyen mei jin hye leo max felix jonas lena mia nina tanya bruno rosa fred ted jim joe bill will kim lee dana
  jordan robin morgan taylor casey jamie drew quinn rafael gabriel mateo ines noor zoe ivy ruth ian neil sean liam oliver harry rosie megan beth jo fiona gavin stuart craig derek`)

/** Words that begin with a capital before a verb and are no person. */
export const SYSTEMS: ReadonlySet<string> =
  words(`kubernetes terraform prometheus grafana kafka redis postgres postgresql mysql jenkins travis github gitlab aws azure google cloudflare heroku fastly
  docker helm nginx traefik envoy istio consul vault nomad ansible puppet chef slack jira pagerduty datadog sentry elasticsearch mongodb cassandra rabbitmq zookeeper etcd linux windows
  java python node react rails django chrome firefox safari android ios api dns cdn tls ssl http cpu the a an this that these those it we our its there here monitoring alerting pod pods node
  nodes server servers service services database deployment deployments system systems job jobs build builds script scripts pipeline cluster clusters client clients cron argo flux kiam karpenter
  hub hubs binder prow travisci vpc alb eks gke s3 ec2 lambda route53 certificate certificates replication failover backup backups validation tests test requests request queries query
  everything nothing something anything each every both some many most all what which when where while after before during because if then also however unfortunately finally nobody
  none no one postmortem incident root cause summary impact timeline users customers autoscaler scheduler loadbalancer proxy cache queue worker workers process processes`)
