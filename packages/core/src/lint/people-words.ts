const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Nouns for one person by what she does, and the pronouns that are people. `operator` and `controller` are programs as often. */
export const ROLES: ReadonlySet<string> =
  words(`engineer engineers developer developers dev devs admin admins administrator administrators sysadmin sysadmins sre sres
  dba dbas contractor contractors intern interns manager managers colleague colleagues coworker coworkers teammate teammates employee employees technician technicians reviewer reviewers
  responder responders maintainer maintainers programmer programmers person people human humans guy guys folks commander trainee junior juniors tester testers analyst analysts consultant
  consultants architect architects someone somebody whoever oncall on-call on-caller oncaller staff supervisor approver cto ceo newcomer hire hires individual individuals deployer
  coder coders boss freelancer freelancers apprentice specialist specialists student students author authors woman man worker-on-duty lead leads member members
  personnel staffer staffers electrician clerk executive executives director president founder founders officer officers nurse pilot captain trader traders novice rookie newbie designer designers
  auditor auditors board boards committee council directors bosses chief chiefs head heads superintendent chairman chairwoman chairperson secretary spokesperson foreman buyer buyers planner planners dispatcher dispatchers coder newcomer newcomers owner-on-duty implementer implementers assignee requester approver approvers submitter committer custodian steward stewards supervisors official officials
  cio ciso cfo coo vp svp evp bloke chap lad lads dude guru veteran everybody everyone adults man men woman women handyman signatory signatories registrar secretaries bookkeeper teller cashier gatekeeper deputy deputies
  subcontractor subcontractors rep reps hotshot newbies rookies oncalls responders executives practitioners principal advisor advisors practitioner practitioners expert experts scientist scientists instructor instructors handler-on-duty he she`)

/** Nouns for several people at once, and singular ones that are a program only with another noun behind them. */
export const TEAMS: ReadonlySet<string> = words(
  'desk squads crews departments tribe cab soc pmo noc csirt guild lads gang team teams department management ops operations devops qa crew squad shift support leadership group helpdesk netops secops noc',
)

/** Words that are a person or a program, and people outside of the house. */
export const BOTH: ReadonlySet<string> = words(
  'operator operators user users customer customers agent agents they you vendor vendors organisation organization supplier suppliers outsourcer consultancy owner owners partner partners',
)

/** Words before one of `BOTH` that make it a person. */
export const HUMAN_BEFORE: ReadonlySet<string> = words(
  'service product system process risk change release trained experienced qualified sane on-call duty shift night human support careless responsible junior senior tired new inexperienced competent',
)

/** Words that begin with a capital before a verb and are no person. */
export const SYSTEMS: ReadonlySet<string> =
  words(`kubernetes terraform prometheus grafana kafka redis postgres postgresql mysql jenkins travis github gitlab aws azure google cloudflare heroku fastly
  docker helm nginx traefik envoy istio consul vault nomad ansible puppet chef slack jira pagerduty datadog sentry elasticsearch elastic mongodb cassandra rabbitmq zookeeper etcd linux windows
  java python node react rails django chrome firefox safari android ios api dns cdn tls ssl http cpu the a an this that these those it we our its there here monitoring alerting pod pods node
  nodes server servers server's service services database deployment deployments system systems job jobs build builds script scripts pipeline cluster clusters client clients cron argo flux
  kiam karpenter hub hubs binder prow travisci vpc alb eks gke s3 ec2 lambda route53 certificate certificates replication failover backup backups validation tests test requests request queries
  query everything nothing something anything each every both some many most all what which when where while after before during because if then also however unfortunately finally nobody
  none no one postmortem incident root cause summary impact timeline autoscaler scheduler loadbalancer proxy cache queue workers process processes amazon apollo athena phoenix guardian hudson
  jackson ruby victoria jorge's oracle apple microsoft meta netflix stripe twilio snowflake spark flink airflow hadoop spinnaker backstage opsgenie okta auth0 confluence bitbucket artifactory
  nexus sonar vercel netlify supabase firebase oracle sap workday salesforce zendesk intercom cilium calico linkerd kong haproxy varnish memcached celery sidekiq hystrix eureka zuul apache
  tomcat jetty wildfly logstash kibana loki tempo mimir thanos jaeger zipkin fluentd fluentbit vector velero longhorn ceph rook minio harbor kyverno gatekeeper falco trivy dependabot renovate
  ubuntu debian fedora alpine alertmanager statuspage discord teams zoom mastodon`)

/** Departments that go by the bare name of what they care for: people only where one of them, with a capital, begins a clause. */
export const DEPARTMENTS: ReadonlySet<string> = words(
  'security platform infra infrastructure backend frontend networking payments billing product marketing sales finance legal hr compliance procurement engineering release',
)
