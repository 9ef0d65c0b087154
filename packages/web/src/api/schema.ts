// Generated from the server’s OpenAPI file by `npm run api-types`. Not changed by hand.

export interface paths {
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the process measures of itself, for Prometheus
         * @description With METRICS_TOKEN set, to whoever sends it as a bearer token; without, to this machine only.
         */
        get: operations["readMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process lives */
        get: operations["isAlive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it can work: the database answers */
        get: operations["isReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a password
         * @description The answer sets the session’s cookie.
         */
        post: operations["signIn"];
        /**
         * Sign out
         * @description Texts and streams of events that are open with this session end at once.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one can sign in here */
        get: operations["waysToSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who the request is from */
        get: operations["whoAmI"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change your own name and time zone */
        patch: operations["changeMe"];
        trace?: never;
    };
    "/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Become a member by the link of an invitation, and sign in
         * @description The first administrator, whose link the server prints when it starts, gives an e-mail address too; for everybody else it is the one that was invited.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/sso": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Go to the identity provider */
        get: operations["startSingleSignOn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The browsers in which you are signed in, newest first */
        get: operations["listMySessions"];
        put?: never;
        post?: never;
        /** Sign out everywhere but here */
        delete: operations["endMyOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out in one browser
         * @description What was open there, texts and streams of events, ends at once.
         */
        delete: operations["endMySession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your password
         * @description In a browser only, and with the one that you have. Every other session of yours ends, and what was open there; links for a new password are good no longer. API keys stay.
         */
        put: operations["changeMyPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a link to set a new password sent by mail
         * @description The answer is the same whether or not somebody has this address. Where mail is not set up, an administrator makes the link instead.
         */
        post: operations["askForPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{member}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link by which a member sets a new password
         * @description It is sent to them by mail. Where mail is not set up, the answer has it, to be passed on; it is not shown again, and is good for an hour.
         */
        post: operations["makePasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-resets/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password by a link, and sign in
         * @description Every session that was open ends; API keys stay.
         */
        post: operations["setNewPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every member, by name */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{member}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a member’s role or zone, or disable them
         * @description Disabling ends their sessions and their API keys at once. What they wrote stays theirs.
         */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/v1/members/{member}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign a member out everywhere
         * @description What they have open, texts and streams of events, ends at once. Their API keys stay.
         */
        delete: operations["endMemberSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invitations that nobody has answered yet */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody by e-mail
         * @description Where mail is not set up, the answer has the link to pass on; it is not shown again.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/intakes/{intake}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the reading of a large delivery of yours has come */
        get: operations["getIntake"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incidents, newest first */
        get: operations["listIncidents"];
        put?: never;
        /**
         * Make an incident of the records that it left behind
         * @description As `multipart/form-data`: files of any number and name (those in one folder are one record), pasted records in the field `text`, and the field `options` as JSON. As JSON: one pasted `text`, or only a `title` for an incident without a record. Large deliveries, and those sent with `Prefer: respond-async`, are answered with 202 and read beside the requests: `/v1/intakes/{id}` says how far they are. The same records, or an alert of an incident that is still open, give the incident that is there already.
         */
        post: operations["createIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files that an incident is made of */
        get: operations["listRecords"];
        put?: never;
        /**
         * Add records to an incident
         * @description As `multipart/form-data`: files of any number and name (those in one folder are one record), pasted records in the field `text`, and the field `options` as JSON. As JSON: one pasted `text`. Everything is understood anew; what people said stays.
         */
        post: operations["addRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An incident with all that is known about it
         * @description Every value has its origin. The events are at `/timeline`.
         */
        get: operations["getIncident"];
        put?: never;
        post?: never;
        /** Delete an incident, with its post-mortems, for everybody */
        delete: operations["deleteIncident"];
        options?: never;
        head?: never;
        /**
         * Say what holds of an incident, whatever the record says
         * @description By path: `title`, `summary`, `type`, `severity`, `status`, `services`, `links`, `zone`, `roles.lead`, `timestamps.fixed`, `fields.<id>`. What a person says beats every source and stays when records are added or read again. `null`: there is none. `undo`: the record’s own value again. Needs `If-Match`.
         */
        patch: operations["correctIncident"];
        trace?: never;
    };
    "/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Jobs, newest first
         * @description Administrators see all of them, everybody else those that they asked for. Jobs about a private incident are there for the people named on it.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job: its state, progress and result */
        get: operations["readJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens, as it happens: server-sent events
         * @description Each event is JSON with `id`, `at`, `kind`, `incident`, `postMortem` and `data`: ids only, to be read with your own rights. With `Last-Event-ID` (browsers send it by themselves) it goes on where it was, up to seven days back; an event of the type `reset` says that older ones are gone and everything has to be read anew. An event may come twice after a reconnection, none is left out. The stream ends when you may no longer listen.
         */
        get: operations["hearEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may see an incident */
        get: operations["getAccess"];
        /**
         * Make an incident private, or public again, and name who sees it
         * @description To everybody who is not named, administrators included, a private incident does not exist. Whoever makes it private is named with the others.
         */
        put: operations["setAccess"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}/records/{record}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file as it came, byte for byte */
        get: operations["downloadRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}/records/{record}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a record out of an incident, with the other files of its folder */
        delete: operations["removeRecord"];
        options?: never;
        head?: never;
        /** Read a record again with other options: other channels, another day, another source */
        patch: operations["readRecordWith"];
        trace?: never;
    };
    "/v1/incidents/{incident}/reread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read everything again with the sources as they are now; what people said stays */
        post: operations["rereadIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would be read of records, without keeping anything
         * @description As `multipart/form-data`: files of any number and name (those in one folder are one record), pasted records in the field `text`, and the field `options` as JSON.
         */
        post: operations["previewRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/example": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the example incident that comes along, to look around in */
        post: operations["openExample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The services that incidents name, those with the most incidents first
         * @description Of incidents that you may see; 500 at most.
         */
        get: operations["listServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The views of lists that you have kept */
        get: operations["listSavedViews"];
        put?: never;
        /** Keep a view of a list under a name; one of the same name is replaced */
        post: operations["keepSavedView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views/{view}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a view away */
        delete: operations["deleteSavedView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An incident’s events, oldest first */
        get: operations["listTimeline"];
        put?: never;
        /** Write a line for the timeline */
        post: operations["addEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}/timeline/{event}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a line that you wrote
         * @description Administrators may remove everybody’s. What the record tells cannot be removed; mark it as detail.
         */
        delete: operations["removeEvent"];
        options?: never;
        head?: never;
        /** Change an event’s text, time or level; the original is kept */
        patch: operations["changeEvent"];
        trace?: never;
    };
    "/v1/incidents/{incident}/timeline/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say for many events at once whether they go into the document */
        post: operations["markEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}/timeline/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add pasted lines to the timeline; preview shows how they are understood and adds nothing */
        post: operations["addLines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow-ups of all incidents, the soonest due first */
        get: operations["listFollowUps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An incident’s follow-ups */
        get: operations["listIncidentFollowUps"];
        put?: never;
        /** Make a follow-up */
        post: operations["addFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}/follow-ups/{followUp}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a follow-up away; the record does not bring it back */
        delete: operations["removeFollowUp"];
        options?: never;
        head?: never;
        /**
         * Change a follow-up: owner, day, priority, outcome
         * @description Needs `If-Match`. From then on the record does not change it.
         */
        patch: operations["changeFollowUp"];
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every webhook, by name */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Tell another system what happens here
         * @description With the secret, which is not shown again. Messages are signed as Standard Webhooks has it (`webhook-id`, `webhook-timestamp`, `webhook-signature`), and sent again over about half a day until they are answered with a 2xx.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: operations["readWebhook"];
        put?: never;
        post?: never;
        /** Remove a webhook and its deliveries */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /** Change a webhook, or switch it off and on */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{webhook}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook a new secret
         * @description With the secret, which is not shown again. Messages that are sent from now on are signed with it.
         */
        post: operations["renewWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a webhook a message that says nothing, to try the way */
        post: operations["pingWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent to a webhook, newest first
         * @description For a month. Those about a private incident are there for the people named on it.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/deliveries/{delivery}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message again, with the id that it had */
        post: operations["redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The addresses that other systems hand records to */
        get: operations["listInboundAddresses"];
        put?: never;
        /**
         * Make an address for another system
         * @description With the address and, where we make it, the secret: both are not shown again. GitHub’s deliveries are always checked with its signature, and PagerDuty’s with the secret that PagerDuty shows when it is told the address: set it afterwards. Others send a bearer token or a password where `check` asks for it.
         */
        post: operations["createInboundAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound-addresses/{address}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set what deliveries are checked with */
        put: operations["setInboundSecret"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound-addresses/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an address away; what came stays */
        delete: operations["revokeInboundAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every template, ours first */
        get: operations["listTemplates"];
        put?: never;
        /**
         * Add a template of your own
         * @description Its title, its description and the incidents that it is meant for stand in its front matter. A text with errors is refused with the place of each.
         */
        post: operations["createTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{template}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A template with its text */
        get: operations["readTemplate"];
        /**
         * Give a template of your own a new version
         * @description Documents that were filled from an earlier version keep it. If-Match is the version that you changed.
         */
        put: operations["changeTemplate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Take a template off the list of those offered, or put it back */
        patch: operations["archiveTemplate"];
        trace?: never;
    };
    "/v1/templates/{template}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a template was, newest first */
        get: operations["listTemplateVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{template}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a template of your own from one that is there */
        post: operations["duplicateTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is wrong with a text as a template, with the place of each */
        post: operations["checkTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The templates by how well they fit an incident, best first */
        get: operations["suggestTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}/template-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a template would make of an incident; nothing is kept
         * @description Either a template that is there, or a text. `format=html` answers with the page itself.
         */
        post: operations["previewTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{template}/blank.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A template as an empty, guided document to fill in by hand */
        get: operations["downloadBlankTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}/post-mortems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The post-mortems about an incident */
        get: operations["listPostMortemsOfIncident"];
        put?: never;
        /**
         * Fill a template with an incident
         * @description An incident may have several. Without a template, the one that fits the incident best.
         */
        post: operations["createPostMortem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every post-mortem that you may see, changed last first */
        get: operations["listPostMortems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A post-mortem with its text
         * @description Until it is published, its live blocks show the facts of now. `format`: `json`; `source`, our Markdown with its directives, to edit; `markdown` and `html`, as they are exported, but with guidance.
         */
        get: operations["readPostMortem"];
        /**
         * Replace the whole text
         * @description As our Markdown (`format=source` gives it), or as a tree. What is not given stays. Blocks that are still there, word for word, can still be filled anew.
         */
        put: operations["writePostMortem"];
        post?: never;
        /**
         * Delete a post-mortem
         * @description Its links to share stop working at once.
         */
        delete: operations["deletePostMortem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your API keys; for administrators, everybody’s */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key of your own
         * @description The key is not shown again. It can do what you can, narrowed by its scopes. An API key makes keys only with the scope `admin`.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{apiKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key: yours, or for administrators anybody’s
         * @description It is nobody’s from this moment on; streams that were opened with it end.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, newest first
         * @description The log only grows. What was done to a private incident is there for the people named on it.
         */
        get: operations["readAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the team has set */
        get: operations["readConfiguration"];
        /**
         * Set the configuration
         * @description The keys are those of a configuration file (docs/configuration.md), and are read in the same way. A setting that is left out holds by default. Anything wrong in it is said, all of it at once, and nothing is set.
         */
        put: operations["writeConfiguration"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Incidents, events, post-mortems, follow-ups, findings and people by their words
         * @description `"a phrase"`, `-without`, `this or that`; the last word may be only begun. Best first.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incidents like this one, by words and shared services */
        get: operations["similarIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Contributors, mitigators, learnings and risks of all post-mortems
         * @description As the documents’ sections have them; the document is the truth.
         */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its sections, and which are still to write */
        get: operations["listSections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/sections/{section}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One section as our Markdown, sections below it included */
        get: operations["readSection"];
        /**
         * Replace one section
         * @description Sections below it are part of it. With `If-Match: *` only this section is replaced, whatever became of the others meanwhile.
         */
        put: operations["writeSection"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What could be better: blame, single causes, gaps, times that contradict each other
         * @description Places are those of `format=source`.
         */
        get: operations["lintPostMortem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/refill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fill what a machine wrote with the facts of now
         * @description What people wrote or touched stays: judged by the text as it is at that moment, with what they are typing. `preview=true` says what would change and keeps nothing; without it, If-Match is needed (`*` while people write).
         */
        post: operations["refillPostMortem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was asked to review it, and what they said */
        get: operations["readReview"];
        /**
         * Approve it, or ask for changes
         * @description For those who were asked, viewers too.
         */
        put: operations["answerReview"];
        /**
         * Ask members to review it
         * @description Without reviewers, it only says that it is ready to be read. Who is asked again reviews anew. They are told by mail.
         */
        post: operations["requestReview"];
        /** Take the review back: it is a draft again, and nobody is asked */
        delete: operations["withdrawReview"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish it: from now on it stays as it is
         * @description Its live blocks are kept as they show themselves now. Where reviewers were asked, every one of them has to approve first.
         */
        post: operations["publishPostMortem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen a published post-mortem as a draft
         * @description What was published stays among its versions; why it was reopened stands there and in the log.
         */
        post: operations["reopenPostMortem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its versions, newest first */
        get: operations["listVersions"];
        put?: never;
        /**
         * Keep the text of now as a version with a name
         * @description With everything that people have typed. A version that says the same already gets the name.
         */
        post: operations["nameCurrentVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version with its text */
        get: operations["readVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give a version a name, or take it away */
        patch: operations["nameVersion"];
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/versions/{version}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed between two versions, or since one
         * @description `pieces`: by paragraphs, items and rows, word by word; `difference`: by lines of our Markdown. What people are typing at this moment is in the text of now.
         */
        get: operations["compareVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/versions/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the text of an earlier version the newest
         * @description What stood there until now, with everything that people have typed, stays as a version.
         */
        post: operations["restoreVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a file of it
         * @description Answers with the file; with 202 and where to look where it is large, or `later` is asked for. Every export is in the log.
         */
        post: operations["exportPostMortem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/export.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** It as a file, by a link */
        get: operations["downloadPostMortem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/exports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an export would leave out: what redaction takes, and what the format loses */
        post: operations["previewExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/exports/{artifact}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a file is, and what it lost */
        get: operations["readExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/exports/{artifact}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file, once it is made */
        get: operations["downloadExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The images of an incident, oldest first */
        get: operations["listImages"];
        put?: never;
        /**
         * Add an image: the bytes of a PNG, JPEG, GIF, WebP, AVIF or SVG file as the body
         * @description What it is says its content. Drawings (SVG) that could run something or reach outside are refused. Write `![what it shows](images/<id>)` where it belongs.
         */
        post: operations["addImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident}/images/{image}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An image */
        get: operations["readImage"];
        put?: never;
        post?: never;
        /** Delete an image; documents then show its description */
        delete: operations["deleteImage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which formats have the company’s own look */
        get: operations["listLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/looks/{destination}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of a look */
        get: operations["downloadLook"];
        /**
         * Set the company’s look of a format: a .docx or .dotx, a .typ, a style sheet, as the body
         * @description It is tried at once, and refused in a sentence where it cannot be used.
         */
        put: operations["writeLook"];
        post?: never;
        /** Go back to our own look of a format */
        delete: operations["deleteLook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people said about it, by place */
        get: operations["listThreads"];
        put?: never;
        /**
         * Comment on a passage, on a section, or on all of it
         * @description A passage is marked in the live text, also for those who may only read; 409 `passage-gone` when its words were removed meanwhile. Without anchor and quote it is about the section, or all of it.
         */
        post: operations["openThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/threads/{thread}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reply */
        post: operations["reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/comments/{comment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a comment of your own
         * @description With its last comment a thread is gone.
         */
        delete: operations["deleteComment"];
        options?: never;
        head?: never;
        /**
         * Edit a comment of your own
         * @description Who is mentioned now and was not before is told.
         */
        patch: operations["editComment"];
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/threads/{thread}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a thread with everything that was said in it
         * @description Whoever alone has said something in it may, and administrators.
         */
        delete: operations["deleteThread"];
        options?: never;
        head?: never;
        /** Say that a thread is settled, open it again, or put it on another passage */
        patch: operations["changeThread"];
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/share-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The links that were made, newest first; not the links themselves */
        get: operations["listShareLinks"];
        put?: never;
        /**
         * Make a link by which anybody who has it reads what was published
         * @description The link is shown once. Private incidents are not shared by link, and links to one that becomes private stop working.
         */
        post: operations["share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/share-links/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Make a link stop working */
        delete: operations["revokeShareLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/s/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link leads to: a page that needs no account */
        get: operations["readShared"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of places that a post-mortem can be a page of, and how to connect each */
        get: operations["listDestinations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The connected places, by name
         * @description What was entered is shown to administrators only; secrets to nobody.
         */
        get: operations["listConnections"];
        put?: never;
        /**
         * Connect a place
         * @description Nothing is asked of the place yet: try it with `/check`.
         */
        post: operations["createConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{connection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a connection
         * @description Its pages stay where they are. Where there are any they are forgotten here, which has to be said with `forget=true`: a new connection makes new ones.
         */
        delete: operations["deleteConnection"];
        options?: never;
        head?: never;
        /**
         * Change a connection
         * @description `settings` takes the place of all that was entered; a secret that is left out, or empty, stays.
         */
        patch: operations["changeConnection"];
        trace?: never;
    };
    "/v1/connections/{connection}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a connection: whether it works, what is missing, and who sees the place
         * @description Only reads over there.
         */
        post: operations["checkConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/place-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where post-mortems go when they are published
         * @description The first rule that fits decides. Without one that fits, a post-mortem is published here only.
         */
        get: operations["listPlaceRules"];
        /**
         * Say where post-mortems go when they are published
         * @description In the place of the rules before. For post-mortems that are published from now on.
         */
        put: operations["setPlaceRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the archive of everything is kept, how often, and how that stands */
        get: operations["readArchive"];
        /**
         * Say where the archive is kept, and how often
         * @description The repository is asked who sees it: one that more than named people see is refused. Private incidents are in the archive only where whoever runs the server says so (ARCHIVE_PRIVATE).
         */
        put: operations["setArchive"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/archive/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep the archive now
         * @description It is done beside the requests; how it ended is in `/v1/archive`, and in the job’s result. Where nothing changed there is no new commit.
         */
        post: operations["archiveNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where it is published, and how each page stands
         * @description As of the last look there; `/plan` looks again.
         */
        get: operations["listPages"];
        put?: never;
        /**
         * Publish it to a place
         * @description A job does it; the page says how it goes. Where it is published there already, its page is brought up to date.
         */
        post: operations["publishToPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/pages/{page}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a page up to date
         * @description What was changed there in parts that were not changed here stays. Where the same was changed here and there, or the page is gone, nothing is written until `choice` says whose text stays, or what shall be done.
         */
        post: operations["publishPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/pages/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget a page
         * @description It stays where it is, and is not kept true any more. Published there again, it is found and taken up again.
         */
        delete: operations["forgetPage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/pages/{page}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at a page there, and say what publishing would change
         * @description Writes nothing over there. Shows what stands on the page, so it is for those who may publish.
         */
        get: operations["planPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post-mortems/{postMortem}/pages/{page}/pull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take what was changed there over into the post-mortem
         * @description Block by block, while others may write: what they type stays. What stands in a block that shows facts, or was changed here as well, is left and reported.
         */
        post: operations["pullPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/in/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in a record, as another system, at the address that it was given
         * @description The body is whatever that system sends. When it is answered with a 2xx, it is kept. The answer says nothing of incidents.
         */
        post: operations["receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptInvitationBody: {
            token: string;
            name: string;
            /** Format: email */
            email?: string;
            password: string;
            zone?: string | null;
        };
        Access: {
            private: boolean;
            /** @description Who sees it when it is private. */
            members: {
                id: string;
                name: string;
            }[];
        };
        AddEventBody: {
            /** Format: date-time */
            at: string;
            /** @description Markdown; HTML goes, its words stay. */
            text: string;
            /** @description The name of whoever did it; left out, nobody: that you wrote the line is its origin. */
            actor?: string;
            thread?: string | null;
            /**
             * @default key
             * @enum {string}
             */
            level?: "key" | "detail";
        };
        AddFollowUpBody: {
            text: string;
            /** @description A member’s id, or a name. */
            owner?: string | null;
            due?: string | null;
            priority?: string | null;
            /** @enum {string} */
            outcome?: "open" | "done" | "wont-do";
            /** @description Why it will not be done: needed for wont-do. */
            reason?: string | null;
            ticket?: {
                title: string;
                url: string | null;
            } | null;
        };
        AddImageAnswer: {
            id: string;
            address: string;
            mediaType: string;
        };
        AddLinesAnswer: {
            lines: components["schemas"]["TimelineLine"][];
            problems: components["schemas"]["DataProblem"][];
            /** @description The new events’ ids; empty for a preview. */
            added: string[];
        };
        AddLinesBody: {
            text: string;
            /** @description The IANA zone of times that carry none. */
            zone?: string;
            /**
             * Format: date
             * @description The day of times that carry none.
             */
            date?: string;
            /**
             * @default key
             * @enum {string}
             */
            level?: "key" | "detail";
            /** @default false */
            preview?: boolean;
        };
        AddRecordsBody: {
            /** @description The source that the records are of; left out, each is recognised by its content. */
            source?: string;
            /** @description The same for single records, by name. */
            sources?: {
                [key: string]: string;
            };
            /** @description Conversations to read, by name or id. */
            channels?: string[];
            /** Format: date-time */
            from?: string;
            /**
             * Format: date-time
             * @description Events before this moment.
             */
            to?: string;
            /** @description The IANA zone of times that carry none. */
            zone?: string;
            /**
             * Format: date
             * @description The day of times that carry none.
             */
            date?: string;
            title?: string;
            /** @description Only you can see the incident until you name others. */
            private?: boolean;
            /** @description A pasted record: a conversation, a webhook’s body, an incident file. */
            text?: string;
        };
        AnswerReviewBody: {
            /** @enum {string} */
            state: "approved" | "changes-requested";
            note?: string | null;
        };
        ApiKey: {
            id: string;
            name: string;
            /** @description The beginning of the key, to tell keys apart. */
            prefix: string;
            scopes: ("read" | "write" | "intake" | "admin")[];
            member: string;
            createdAt: string;
            expiresAt: string | null;
            /** @description To the minute. */
            lastUsedAt: string | null;
        };
        ApiKeyList: {
            items: components["schemas"]["ApiKey"][];
        };
        Archive: {
            /** @description Null: kept nowhere. */
            connection: {
                id: string;
                name: string;
            } | null;
            branch: string;
            /** @description Empty: all of the branch. */
            folder: string;
            /** @enum {string} */
            often: "off" | "daily" | "published";
            /** @description Whether private incidents are in it: whoever runs the server says so, by ARCHIVE_PRIVATE. */
            includesPrivate: boolean;
            /** @description Somebody has confirmed that whoever sees that repository may read everything. */
            confirmed: boolean;
            /**
             * @description `none`: not yet. `failed`: `sentence` says why; what was kept before is still there.
             * @enum {string}
             */
            state: "none" | "waiting" | "running" | "kept" | "failed";
            sentence: string | null;
            /** @description What others did with it in the repository. */
            notice: string | null;
            /** @description The commit that it is in. */
            version: string | null;
            /** @description Where people see that commit, as far as the host is known. */
            url: string | null;
            /** @description Where people see all of it. */
            address: string | null;
            /** @description What one clones to have it. */
            origin: string | null;
            /** @description What is in it. */
            counts: {
                incidents: number;
                privateIncidents: number;
                postMortems: number;
                files: number;
                bytes: number;
            } | null;
            triedAt: string | null;
            /** @description When it was last as the workspace was. */
            keptAt: string | null;
            /** @description When something had last changed. */
            madeAt: string | null;
            /** @description Where it lies when nobody says. */
            usual: {
                branch: string;
                folder: string;
            };
            /** @description The connections that can keep it. */
            places: {
                id: string;
                name: string;
            }[];
        };
        ArchiveTemplateBody: {
            archived: boolean;
        };
        Artifact: {
            id: string;
            destination: string;
            options: unknown;
            /** @enum {string} */
            state: "waiting" | "making" | "done" | "failed";
            name: string | null;
            mediaType: string | null;
            losses: {
                construct: string;
                /** @enum {string} */
                what: "simplified" | "dropped";
                count: number;
                message: string;
            }[];
            problems: components["schemas"]["DataProblem"][];
            error: string | null;
            createdAt: string;
            finishedAt: string | null;
        };
        AskForPasswordResetAnswer: {
            /** @enum {boolean} */
            asked: true;
        };
        AskForPasswordResetBody: {
            /** Format: email */
            email: string;
        };
        ChangeConnectionBody: {
            /** @description What people choose by. */
            name?: string;
            /** @description By key, as `/v1/destinations` lists them. */
            settings?: {
                [key: string]: string | boolean;
            };
            /**
             * @description Whom the copies that go there are made for; what is taken out says docs/redaction.md.
             * @enum {string}
             */
            audience?: "internal" | "company" | "customer";
        };
        ChangeEventBody: {
            text?: string;
            /** Format: date-time */
            at?: string;
            /** @description null lets the rules decide again. */
            level?: ("key" | "detail") | null;
            /** @description true: the text and time of the record again. */
            undo?: boolean;
        };
        ChangeFollowUpBody: {
            text?: string;
            /** @description A member’s id, or a name. */
            owner?: string | null;
            due?: string | null;
            priority?: string | null;
            /** @enum {string} */
            outcome?: "open" | "done" | "wont-do";
            /** @description Why it will not be done: needed for wont-do. */
            reason?: string | null;
            ticket?: {
                title: string;
                url: string | null;
            } | null;
        };
        ChangeMeBody: {
            name?: string;
            zone?: string | null;
        };
        ChangeMemberBody: {
            name?: string;
            /** @enum {string} */
            role?: "administrator" | "member" | "viewer";
            zone?: string | null;
            disabled?: boolean;
        };
        ChangeMyPasswordAnswer: {
            /** @description How many other sessions ended. */
            ended: number;
        };
        ChangeTemplateBody: {
            text: string;
            note?: string | null;
        };
        ChangeThreadBody: {
            resolved?: boolean;
            /** @description Where in the live text. Of a text that is saved: what the server has not seen yet, it does not find. */
            anchor?: {
                /** @description As `Y.relativePositionToJSON` gives it. */
                from: unknown;
                /** @description As `Y.relativePositionToJSON` gives it. */
                to: unknown;
            };
            /** @description The words. Enough without an anchor: the first place that says so is taken. */
            quote?: string;
        };
        ChangeWebhookBody: {
            name?: string;
            /** @description https:// or http://. Private networks only where ALLOW_PRIVATE names them. */
            url?: string;
            kinds?: string[];
            includesPrivate?: boolean;
            enabled?: boolean;
        };
        CheckConnectionAnswer: {
            works: boolean;
            /** @description What was tried, in order. */
            findings: {
                ok: boolean;
                sentence: string;
            }[];
            connection: components["schemas"]["Connection"];
        };
        CheckTemplateAnswer: {
            problems: components["schemas"]["DataProblem"][];
            title: string;
            description: string;
        };
        CheckTemplateBody: {
            text: string;
            /** @default template.md */
            name?: string;
        };
        CommentThread: {
            /** @description The `thread` of the marks that it has in the text. */
            id: string;
            /**
             * @description `passage`: it is about words that are in the text; `orphaned`: they were removed; `document`: it is about a section, or all of it.
             * @enum {string}
             */
            place: "passage" | "orphaned" | "document";
            /** @description The words that it is about as they are now. */
            passage: string | null;
            /** @description The words that it was about when it was opened. */
            quote: string | null;
            section: string | null;
            createdAt: string;
            resolvedBy: string | null;
            resolvedAt: string | null;
            comments: {
                id: string;
                text: string;
                mentions: string[];
                by: {
                    id: string;
                    name: string;
                };
                at: string;
                editedAt: string | null;
                deleted: boolean;
            }[];
        };
        CommentThreadList: {
            items: components["schemas"]["CommentThread"][];
        };
        CompareVersionsAnswer: {
            title: {
                before: string;
                after: string;
            };
            pieces: components["schemas"]["PieceDifference"][];
            difference: {
                /** @enum {string} */
                kind: "same" | "removed" | "added";
                lines: string[];
            }[];
        };
        Configuration: {
            /** @description Worst first. */
            severities: {
                id: string;
                name: string;
                aliases: string[];
            }[];
            types: {
                id: string;
                name: string;
                aliases: string[];
            }[];
            roles: {
                id: string;
                name: string;
                aliases: string[];
                many: boolean;
            }[];
            /** @description In the order in which they ought to happen. */
            timestamps: {
                id: string;
                name: string;
                aliases: string[];
            }[];
            /** @description Durations between two of the timestamps. */
            metrics: ({
                id: string;
                name: string;
                from: string;
                to: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Fields of your own on incidents. */
            fields: {
                id: string;
                name: string;
                aliases: string[];
                /** @enum {string} */
                kind: "text" | "number" | "yes-no" | "list";
            }[];
            /** @description Source ids, most believed first, for each kind of fact. */
            precedence: {
                [key: string]: string[];
            };
            keyEvents: {
                [key: string]: {
                    enabled?: boolean;
                    weight?: number;
                };
            };
            lint: {
                [key: string]: "error" | "warning" | "info" | "off";
            };
            /** @description The zone of documents; null to work it out. */
            zone: string | null;
        };
        Connection: {
            id: string;
            destination: {
                id: string;
                title: string;
            };
            name: string;
            /** @enum {string} */
            audience: "internal" | "company" | "customer";
            /** @description Where pages go, as people there call it; null where it was never checked. */
            where: string | null;
            seenBy: {
                /** @enum {string} */
                level: "people" | "company" | "public" | "unknown";
                sentence: string;
            } | null;
            works: boolean | null;
            checkedAt: string | null;
            /** @description Its secrets have to be entered again, as after an import. */
            needsSecrets: boolean;
            /** @description Without secrets; null for those who do not administer. */
            settings: {
                [key: string]: string | boolean;
            } | null;
            createdAt: string;
        };
        ConnectionList: {
            items: components["schemas"]["Connection"][];
        };
        CorrectIncidentBody: {
            set?: {
                [key: string]: unknown;
            };
            undo?: string[];
        };
        Correction: {
            id: string;
            path: string;
            value: unknown;
            before: unknown;
            by: string;
            at: string;
        };
        CreateApiKeyAnswer: {
            apiKey: components["schemas"]["ApiKey"];
            key: string;
        };
        CreateApiKeyBody: {
            name: string;
            /** @description `read`, `write` (and comment, publish, delete), `intake` (hand records in, nothing else), `admin` (all that the member may). */
            scopes: ("read" | "write" | "intake" | "admin")[];
            /** @default null */
            expiresAt?: string | null;
        };
        CreateConnectionBody: {
            /** @description What people choose by. */
            name: string;
            /** @description By key, as `/v1/destinations` lists them. */
            settings: {
                [key: string]: string | boolean;
            };
            /**
             * @description Whom the copies that go there are made for; what is taken out says docs/redaction.md.
             * @default internal
             * @enum {string}
             */
            audience?: "internal" | "company" | "customer";
            destination: string;
        };
        CreateInboundAddressAnswer: {
            inboundAddress: components["schemas"]["InboundAddress"];
            url: string;
            secret: string | null;
        };
        CreateInboundAddressBody: {
            /** @description The id of a source, or `any` to recognise what comes. */
            source: string;
            name: string;
            /** @default false */
            private?: boolean;
            /** @description The id or slug of the incident that everything belongs to. */
            incident?: string;
            /** @description What deliveries are checked with, where you have it already. */
            secret?: string;
            /**
             * @description Make a secret for a source that need not send one (a bearer token or password).
             * @default false
             */
            check?: boolean;
        };
        CreatePostMortemBody: {
            /** @description Its id or slug. */
            template?: string;
            title?: string;
        };
        CreateTemplateBody: {
            text: string;
            note?: string | null;
        };
        CreateWebhookAnswer: {
            webhook: components["schemas"]["Webhook"];
            secret: string;
        };
        CreateWebhookBody: {
            name: string;
            /** @description https:// or http://. Private networks only where ALLOW_PRIVATE names them. */
            url: string;
            /**
             * @description Kinds (`incident.changed`) and things (`incident`); none: all.
             * @default []
             */
            kinds?: string[];
            /**
             * @description Whether it is told of private incidents too: their ids and nothing else.
             * @default false
             */
            includesPrivate?: boolean;
        };
        DataProblem: {
            code: string;
            message: string;
            hint?: string;
            /** @enum {string} */
            weight: "error" | "warning" | "info";
            place?: {
                file?: string;
                line?: number;
                column?: number;
                path?: string;
            };
            /** @description Where sources disagree: what each says, the one that is used first. Correct `path` with one of the values to settle it. */
            choice?: {
                path: string;
                readonly values: {
                    value: unknown;
                    shown: string;
                    says: string;
                }[];
            };
        };
        Deed: {
            id: number;
            at: string;
            /** @description The member; null for other systems and for ourselves. */
            actor: string | null;
            actorName: string | null;
            /** @description session, api-key, inbound or system. */
            via: string;
            /** @description The thing and a verb: `member.change`. */
            action: string;
            incident: string | null;
            subject: string | null;
            before: unknown | null;
            after: unknown | null;
            /** @description The network address that the request came from. */
            address: string | null;
        };
        DeedPage: {
            items: components["schemas"]["Deed"][];
            /** @description Pass it as `after` for the next page; null on the last. */
            next: string | null;
        };
        Document: {
            /** @constant */
            schemaVersion: 1;
            title: string;
            template: string | null;
            zone: string;
            language: string;
            /** @description A restricted mdast tree. */
            tree: unknown;
        };
        Done: {
            /** @constant */
            done: true;
        };
        EditCommentBody: {
            /** @description Plain words; nothing in them is markup. */
            text: string;
            /**
             * @description Members’ ids; they are told by mail.
             * @default []
             */
            mentions?: string[];
        };
        EndMemberSessionsAnswer: {
            ended: number;
        };
        EndMyOtherSessionsAnswer: {
            ended: number;
        };
        Event: {
            id: string;
            at: string;
            /** @description Markdown of one paragraph. */
            text: string;
            /** @description A person’s id. */
            actor: string | null;
            actorName: string | null;
            thread: string | null;
            origin: components["schemas"]["Origin"];
            what: {
                kind: string;
            } & {
                [key: string]: unknown;
            };
            /**
             * @description key: it goes into the document.
             * @enum {string}
             */
            level: "key" | "detail";
            /** @description What chose the level: a rule, or `person`. */
            rule: string | null;
            /** @description What the record has, where somebody edited it. */
            original: {
                text: string;
                at: string;
            } | null;
            editedBy: string | null;
            editedAt: string | null;
            /** @description The member who wrote it. */
            madeBy: string | null;
        };
        EventPage: {
            items: components["schemas"]["Event"][];
            /** @description Pass it as `after` for the next page; null on the last. */
            next: string | null;
        };
        ExportPostMortemBody: {
            /**
             * @description Secrets go for everybody; what else goes says docs/redaction.md.
             * @default internal
             * @enum {string}
             */
            audience?: "internal" | "company" | "customer";
            /** @description Show times in this IANA zone; not for what is published, which stays as it is. */
            zone?: string;
            /**
             * @description With the evidence that the record offers for each section.
             * @default false
             * @enum {string}
             */
            evidence?: "true" | "false";
            /**
             * @description In the company’s own look, where there is one.
             * @default true
             * @enum {string}
             */
            look?: "true" | "false";
            /** @description docx, pdf, html, markdown or json. */
            destination: string;
            /**
             * @description Answer at once, and make the file beside the request, however small it is.
             * @default false
             */
            later?: boolean;
        };
        Fact: {
            value: unknown;
            origin: components["schemas"]["Origin"];
            /** @enum {string} */
            basis: "stated" | "inferred";
            /** @description The rule that inferred it. */
            rule: string | null;
            /** @description The events that the rule looked at. */
            evidence: string[];
        };
        Facts: {
            title: components["schemas"]["Fact"] | null;
            summary: components["schemas"]["Fact"] | null;
            type: components["schemas"]["Fact"] | null;
            severity: components["schemas"]["Fact"] | null;
            status: components["schemas"]["Fact"] | null;
            services: components["schemas"]["Fact"][];
            fields: {
                [key: string]: components["schemas"]["Fact"];
            };
            /** @description By role; the values are ids of people. */
            roles: {
                [key: string]: components["schemas"]["Fact"][];
            };
            links: components["schemas"]["Fact"][];
            timestamps: {
                [key: string]: components["schemas"]["Fact"];
            };
            zone: components["schemas"]["Fact"];
            people: components["schemas"]["Person"][];
            findings: components["schemas"]["Fact"][];
        };
        FindingOfPostMortem: {
            /** @enum {string} */
            kind: "contributor" | "mitigator" | "learning" | "risk";
            category: string | null;
            text: string;
            postMortem: {
                id: string;
                title: string;
                status: string;
            };
            incident: {
                id: string;
                slug: string;
                title: string;
                happenedAt: string;
            };
        };
        FindingOfPostMortemPage: {
            items: components["schemas"]["FindingOfPostMortem"][];
            /** @description Pass it as `after` for the next page; null on the last. */
            next: string | null;
        };
        FollowUp: {
            id: string;
            revision: number;
            incident: {
                id: string;
                slug: string;
                title: string;
            };
            /** @description Markdown of one paragraph. */
            text: string;
            owner: {
                /** @description Null for somebody who is no member. */
                id: string | null;
                name: string;
            } | null;
            due: string | null;
            priority: string | null;
            /** @enum {string} */
            outcome: "open" | "done" | "wont-do";
            reason: string | null;
            ticket: components["schemas"]["Link"] | null;
            /** @description null: a person made or changed it. */
            basis: ("stated" | "inferred") | null;
            overdue: boolean;
            createdAt: string;
            updatedAt: string;
        };
        FollowUpPage: {
            items: components["schemas"]["FollowUp"][];
            /** @description Pass it as `after` for the next page; null on the last. */
            next: string | null;
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        InboundAddress: {
            id: string;
            /** @description The id of the source, or `any`. */
            source: string;
            name: string;
            /** @description Whether deliveries are checked against a secret. */
            hasSecret: boolean;
            /** @description Whether incidents that begin with it are private to whoever made it. */
            private: boolean;
            /** @description The incident that everything belongs to; null: the one it is known to be of, else a new one. */
            incident: string | null;
            createdBy: string;
            createdAt: string;
            lastReceivedAt: string | null;
        };
        InboundAddressList: {
            items: components["schemas"]["InboundAddress"][];
        };
        Incident: {
            id: string;
            slug: string;
            /** @description The ETag, too. */
            revision: number;
            private: boolean;
            createdAt: string;
            updatedAt: string;
            happenedAt: string;
            facts: components["schemas"]["Facts"];
            metrics: components["schemas"]["Metric"][];
            /** @description What people say over the record. */
            corrections: components["schemas"]["Correction"][];
            /** @description What is wrong or uncertain. */
            problems: components["schemas"]["DataProblem"][];
            events: number;
            keyEvents: number;
        };
        IncidentSummary: {
            id: string;
            slug: string;
            revision: number;
            title: string;
            type: string | null;
            severity: string | null;
            status: string | null;
            services: string[];
            private: boolean;
            happenedAt: string;
            fixedAt: string | null;
            closedAt: string | null;
            updatedAt: string;
            postMortem: {
                id: string;
                status: string;
            } | null;
            /** @description Follow-ups that are open after their day. */
            overdue: number;
        };
        IncidentSummaryPage: {
            items: components["schemas"]["IncidentSummary"][];
            /** @description Pass it as `after` for the next page; null on the last. */
            next: string | null;
        };
        Intake: {
            id: string;
            /** @enum {string} */
            state: "waiting" | "reading" | "done" | "failed";
            /** @description `step`, and how many of the records are read. */
            progress: {
                [key: string]: string | number;
            };
            result: {
                incident: {
                    id: string;
                    slug: string;
                    revision: number;
                    title: string;
                };
                /**
                 * @description known: all of it was there already.
                 * @enum {string}
                 */
                outcome: "created" | "updated" | "known";
                readings: components["schemas"]["Reading"][];
            } | null;
            error: {
                code: string;
                message: string;
                hint?: string;
            } | null;
        };
        Invitation: {
            id: string;
            email: string;
            /** @enum {string} */
            role: "administrator" | "member" | "viewer";
            createdAt: string;
            expiresAt: string;
        };
        InvitationList: {
            items: components["schemas"]["Invitation"][];
        };
        InviteAnswer: {
            invitation: components["schemas"]["Invitation"];
            sent: boolean;
            link: string | null;
        };
        InviteBody: {
            /** Format: email */
            email: string;
            /** @enum {string} */
            role: "administrator" | "member" | "viewer";
        };
        Job: {
            id: string;
            /** @description The kind of work. */
            name: string;
            /**
             * @description `waiting` includes waiting to be tried again.
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            attempts: number;
            /** @description The member who asked for it; null for ourselves. */
            by: string | null;
            incident: string | null;
            progress: {
                [key: string]: string | number;
            } | null;
            result: unknown | null;
            error: ({
                code: string;
                message: string;
            } & {
                [key: string]: unknown;
            }) | null;
            createdAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            /** @description When it is tried next, while it waits. */
            nextAt: string | null;
        };
        JobPage: {
            items: components["schemas"]["Job"][];
            /** @description Pass it as `after` for the next page; null on the last. */
            next: string | null;
        };
        KeepSavedViewBody: {
            /** @enum {string} */
            list: "incidents" | "post-mortems" | "follow-ups" | "findings";
            name: string;
            query: string;
        };
        KeptConfiguration: {
            /** @description 0 while nothing is set. */
            revision: number;
            /** @description What holds: what is set, over the defaults. */
            configuration: components["schemas"]["Configuration"];
            /** @description The settings that are your own; every other holds by default. */
            own: string[];
            updatedAt: string | null;
            updatedBy: string | null;
        };
        Link: {
            kind: string;
            title: string;
            url: string | null;
        };
        LintPostMortemAnswer: {
            findings: {
                rule: string;
                message: string;
                hint: string;
                /** @enum {string} */
                weight: "error" | "warning" | "info";
                place: {
                    line?: number;
                    column?: number;
                };
                end: {
                    line?: number;
                    column?: number;
                } | null;
                excerpt: string;
                /** @description What can stand in place of the words, from `place` to `end`. */
                suggestion: string | null;
            }[];
        };
        ListImagesAnswer: {
            items: {
                id: string;
                address: string;
                name: string;
                mediaType: string;
                size: number;
                by: string | null;
                at: string;
            }[];
        };
        ListLooksAnswer: {
            items: {
                destination: string;
                name: string;
                size: number;
                updatedAt: string;
                updatedBy: string | null;
            }[];
        };
        ListTemplateVersionsAnswer: {
            items: {
                version: number;
                text: string;
                note: string | null;
                by: string | null;
                at: string;
            }[];
        };
        ListedPostMortem: {
            id: string;
            incident: {
                id: string;
                slug: string;
                title: string;
                severity: string | null;
                private: boolean;
            };
            template: {
                id: string;
                slug: string;
                title: string;
                version: number;
            } | null;
            title: string;
            /** @enum {string} */
            status: "draft" | "in-review" | "published";
            /** @description Grows with every change; its ETag, and the number of its newest version. */
            revision: number;
            author: {
                id: string;
                name: string;
            } | null;
            createdAt: string;
            updatedAt: string;
            publishedAt: string | null;
            publishedBy: string | null;
            /** @description Sections that nobody has written yet. */
            toWrite: number;
        };
        ListedPostMortemPage: {
            items: components["schemas"]["ListedPostMortem"][];
            /** @description Pass it as `after` for the next page; null on the last. */
            next: string | null;
        };
        MakePasswordResetAnswer: {
            sent: boolean;
            link: string | null;
        };
        MarkEventsAnswer: {
            marked: number;
        };
        MarkEventsBody: {
            events: string[];
            level: ("key" | "detail") | null;
        };
        Me: {
            member: components["schemas"]["Member"];
            via: string;
            scopes: string[];
            /** @description Whether they sign in with a password; false for those who come by the identity provider only. */
            hasPassword: boolean;
        };
        Member: {
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "administrator" | "member" | "viewer";
            zone: string | null;
            disabled: boolean;
            createdAt: string;
        };
        MemberList: {
            items: components["schemas"]["Member"][];
        };
        Metric: {
            id: string;
            name: string;
            from: string;
            to: string;
            /** @enum {string} */
            state: "recorded" | "pending" | "not-applicable" | "invalid";
            millis: number | null;
            sentence: string | null;
        };
        NameCurrentVersionBody: {
            /** @description Such as “Before the review”. */
            name: string;
        };
        NameVersionBody: {
            name: string | null;
        };
        NewIncident: {
            /** @description The source that the records are of; left out, each is recognised by its content. */
            source?: string;
            /** @description The same for single records, by name. */
            sources?: {
                [key: string]: string;
            };
            /** @description Conversations to read, by name or id. */
            channels?: string[];
            /** Format: date-time */
            from?: string;
            /**
             * Format: date-time
             * @description Events before this moment.
             */
            to?: string;
            /** @description The IANA zone of times that carry none. */
            zone?: string;
            /**
             * Format: date
             * @description The day of times that carry none.
             */
            date?: string;
            title?: string;
            /** @description Only you can see the incident until you name others. */
            private?: boolean;
            /** @description A pasted record: a conversation, a webhook’s body, an incident file. */
            text?: string;
            summary?: string;
        };
        NewPassword: {
            current: string;
            password: string;
        };
        OpenThreadBody: {
            /** @description Plain words; nothing in them is markup. */
            text: string;
            /**
             * @description Members’ ids; they are told by mail.
             * @default []
             */
            mentions?: string[];
            /** @description Where in the live text. Of a text that is saved: what the server has not seen yet, it does not find. */
            anchor?: {
                /** @description As `Y.relativePositionToJSON` gives it. */
                from: unknown;
                /** @description As `Y.relativePositionToJSON` gives it. */
                to: unknown;
            };
            /** @description The words. Enough without an anchor: the first place that says so is taken. */
            quote?: string;
            section?: string;
        };
        Origin: {
            source: string;
            ref: string;
            url: string | null;
            label: string;
        };
        Page: {
            id: string;
            connection: {
                id: string;
                name: string;
                destination: {
                    id: string;
                    title: string;
                };
            };
            title: string | null;
            /** @description Where people read it; null before it was first published. */
            url: string | null;
            /**
             * @description `behind`: the text here is newer. `changed`: people have changed it there. `conflict`: the same was changed here and there.
             * @enum {string}
             */
            state: "waiting" | "publishing" | "current" | "behind" | "changed" | "conflict" | "gone" | "failed";
            /** @description The text here is newer, also where the state says something else. */
            behind: boolean;
            /** @description Why it is not current. */
            sentence: string | null;
            /** @description What was changed there. */
            sections: string[];
            /** @description What may be done about a page that is gone. */
            choices: ("create" | "restore")[];
            /** @description What is not as it was; why the last look there failed. */
            notices: string[];
            publishedAt: string | null;
            publishedBy: {
                id: string;
                name: string;
            } | null;
            /** @description The revision of the post-mortem that it shows. */
            revision: number | null;
            /** @description When we last looked at it there. */
            lookedAt: string | null;
        };
        PageDestination: {
            id: string;
            title: string;
            /** @description What a post-mortem is over there. */
            becomes: string;
            /** @description What to do over there, in order, as Markdown. */
            steps: string[];
            settings: components["schemas"]["PlaceSetting"][];
            loses: {
                construct: string;
                /** @enum {string} */
                what: "simplified" | "dropped";
            }[];
        };
        PageDestinationList: {
            items: components["schemas"]["PageDestination"][];
        };
        PageList: {
            items: components["schemas"]["Page"][];
        };
        PagePlan: {
            page: components["schemas"]["Page"];
            /** @enum {string} */
            state: "new" | "current" | "behind" | "changed" | "both" | "gone";
            where: string | null;
            /** @description Who changed it last there, as the place says it. */
            changedBy: string | null;
            changedAt: string | null;
            /** @description What was changed there since we wrote it. */
            theirs: {
                section: string;
                /** @description As Markdown, for people. */
                before: string;
                /** @description As Markdown, for people. */
                after: string;
            }[];
            /** @description What publishing would change there. */
            ours: {
                section: string;
                /** @description As Markdown, for people. */
                before: string;
                /** @description As Markdown, for people. */
                after: string;
            }[];
            /** @description What was changed here and there. */
            conflicts: {
                section: string;
                /** @description As Markdown, for people. */
                before: string;
                /** @description As Markdown, for people. */
                theirs: string;
                /** @description As Markdown, for people. */
                ours: string;
            }[];
            /** @description What that kind of place cannot show. */
            losses: string[];
        };
        Person: {
            id: string;
            name: string;
            handle: string | null;
            email: string | null;
            zone: string | null;
            bot: boolean;
            accounts: string[];
        };
        PieceDifference: {
            /** @enum {string} */
            kind: "same" | "removed" | "added" | "changed";
            /** @enum {string} */
            type: "heading" | "paragraph" | "item" | "row" | "code" | "rule";
            /** @description A heading’s depth; how deep an item lies in lists, from 1; 0 for the rest. */
            level: number;
            /** @description The callout, live block, `quote` or `footnote` that it stands in. */
            within: string | null;
            /** @description The heading that it stands under. */
            section: string | null;
            /** @description Changed, but not in its words: links, bold and the like. */
            formatting: boolean;
            words: {
                /** @enum {string} */
                kind: "same" | "removed" | "added";
                text: string;
            }[];
        };
        PingWebhookAnswer: {
            delivery: string;
        };
        PlaceRule: {
            /** Format: uuid */
            connection: string;
            /**
             * @description None: any.
             * @default []
             */
            severities: string[];
            /**
             * @description None: any.
             * @default []
             */
            types: string[];
            /**
             * @description One of them is enough; none: any.
             * @default []
             */
            services: string[];
        };
        PlaceRuleInput: {
            /** Format: uuid */
            connection: string;
            /**
             * @description None: any.
             * @default []
             */
            severities?: string[];
            /**
             * @description None: any.
             * @default []
             */
            types?: string[];
            /**
             * @description One of them is enough; none: any.
             * @default []
             */
            services?: string[];
        };
        PlaceRuleInputList: {
            items: components["schemas"]["PlaceRuleInput"][];
        };
        PlaceRuleList: {
            items: components["schemas"]["PlaceRule"][];
        };
        PlaceSetting: {
            key: string;
            label: string;
            /** @description Where one finds it, and an example. */
            help: string;
            /** @description Sealed, and never shown again. */
            secret: boolean;
            optional: boolean;
            /** @enum {string} */
            kind: "text" | "lines" | "switch" | "choice";
            /** @description For `choice`. */
            choices: string[];
        };
        PostMortem: {
            id: string;
            incident: {
                id: string;
                slug: string;
                title: string;
                severity: string | null;
                private: boolean;
            };
            template: {
                id: string;
                slug: string;
                title: string;
                version: number;
            } | null;
            title: string;
            /** @enum {string} */
            status: "draft" | "in-review" | "published";
            /** @description Grows with every change; its ETag, and the number of its newest version. */
            revision: number;
            author: {
                id: string;
                name: string;
            } | null;
            createdAt: string;
            updatedAt: string;
            publishedAt: string | null;
            publishedBy: string | null;
            document: components["schemas"]["Document"];
            /** @description Which sections are still to write. */
            progress: {
                toWrite: number;
                written: number;
                sections: components["schemas"]["Section"][];
            };
            /** @description The incident has changed since prose and evidence were filled: a refill would show what is new. */
            factsChanged: boolean;
        };
        PostMortemSummary: {
            id: string;
            incident: {
                id: string;
                slug: string;
                title: string;
                severity: string | null;
                private: boolean;
            };
            template: {
                id: string;
                slug: string;
                title: string;
                version: number;
            } | null;
            title: string;
            /** @enum {string} */
            status: "draft" | "in-review" | "published";
            /** @description Grows with every change; its ETag, and the number of its newest version. */
            revision: number;
            author: {
                id: string;
                name: string;
            } | null;
            createdAt: string;
            updatedAt: string;
            publishedAt: string | null;
            publishedBy: string | null;
        };
        PostMortemVersion: {
            version: number;
            /** @enum {string} */
            status: "draft" | "in-review" | "published";
            title: string;
            /**
             * @description Why it was kept. `pause`: people who wrote together have paused for ten minutes, or written for an hour; `status`: it was sent to review, published, reopened.
             * @enum {string}
             */
            reason: "made" | "written" | "refilled" | "restored" | "status" | "pause" | "named";
            /** @description What somebody called it. */
            name: string | null;
            note: string | null;
            /** @description Who made it one; null for a pause. */
            by: {
                id: string;
                name: string;
            } | null;
            /** @description Whoever wrote something in it since the one before. */
            authors: {
                id: string;
                name: string;
            }[];
            at: string;
        };
        PostMortemVersionPage: {
            items: components["schemas"]["PostMortemVersion"][];
            /** @description Pass it as `after` for the next page; null on the last. */
            next: string | null;
        };
        Preview: {
            readings: components["schemas"]["PreviewedReading"][];
            /** @description That the incident would have. */
            title: string | null;
            /** @description That it would have: one that several records tell counts once. */
            events: number;
            keyEvents: number;
            inferred: {
                path: string;
                value: unknown;
                rule: string;
                evidence: string[];
            }[];
            problems: components["schemas"]["DataProblem"][];
            /** @description All that there are, to say which a record is of. */
            sources: {
                id: string;
                title: string;
            }[];
        };
        PreviewExportAnswer: {
            name: string;
            size: number;
            taken: {
                kind: string;
                count: number;
                places: string[];
            }[];
            losses: {
                construct: string;
                /** @enum {string} */
                what: "simplified" | "dropped";
                count: number;
                message: string;
            }[];
            problems: components["schemas"]["DataProblem"][];
        };
        PreviewExportBody: {
            /**
             * @description Secrets go for everybody; what else goes says docs/redaction.md.
             * @default internal
             * @enum {string}
             */
            audience?: "internal" | "company" | "customer";
            /** @description Show times in this IANA zone; not for what is published, which stays as it is. */
            zone?: string;
            /**
             * @description With the evidence that the record offers for each section.
             * @default false
             * @enum {string}
             */
            evidence?: "true" | "false";
            /**
             * @description In the company’s own look, where there is one.
             * @default true
             * @enum {string}
             */
            look?: "true" | "false";
            /** @description docx, pdf, html, markdown or json. */
            destination: string;
            /**
             * @description Answer at once, and make the file beside the request, however small it is.
             * @default false
             */
            later?: boolean;
        };
        PreviewRecordsBody: {
            /** @description The source that the records are of; left out, each is recognised by its content. */
            source?: string;
            /** @description The same for single records, by name. */
            sources?: {
                [key: string]: string;
            };
            /** @description Conversations to read, by name or id. */
            channels?: string[];
            /** Format: date-time */
            from?: string;
            /**
             * Format: date-time
             * @description Events before this moment.
             */
            to?: string;
            /** @description The IANA zone of times that carry none. */
            zone?: string;
            /**
             * Format: date
             * @description The day of times that carry none.
             */
            date?: string;
            title?: string;
            /** @description Only you can see the incident until you name others. */
            private?: boolean;
            /** @description A pasted record: a conversation, a webhook’s body, an incident file. */
            text?: string;
        };
        PreviewTemplateAnswer: {
            document: components["schemas"]["Document"];
            markdown: string;
            problems: components["schemas"]["DataProblem"][];
        };
        PreviewTemplateBody: {
            template?: string;
            version?: number;
            text?: string;
        };
        PreviewedReading: {
            name: string;
            /** @description `unknown` when nobody could read it; the problems say why. */
            source: string;
            events: number;
            people: number;
            /** @description Conversations that can be chosen with `channels`. */
            parts: {
                id: string;
                name: string;
                messages: number;
                from: string | null;
                to: string | null;
            }[];
            problems: components["schemas"]["DataProblem"][];
            /** @description What its source is called. */
            title: string;
            /** @description How many facts it states besides its events: a title, a severity, a time. */
            facts: number;
            from: string | null;
            /** @description Of its last event. */
            to: string | null;
            /** @description Its first events. */
            beginning: {
                at: string;
                /** @description A name. */
                actor: string | null;
                text: string;
            }[];
        };
        Problem: {
            /** @description urn:blamefree:problem:<code> */
            type: string;
            /** @description The same for every problem of this code. */
            title: string;
            status: number;
            /** @description What is wrong, in a sentence. */
            detail: string;
            code: string;
            /** @description What to do about it. */
            hint?: string;
            /** @description The id that the log has this request under. */
            request?: string;
            /** @description Where the input is wrong. */
            errors?: {
                path: string;
                message: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        PublishPageBody: {
            choice?: {
                /**
                 * @description Whose text stays where the same was changed here and there.
                 * @enum {string}
                 */
                all?: "ours" | "theirs";
                /** @description The same by section, over `all`. */
                sections?: {
                    [key: string]: "ours" | "theirs";
                };
                /**
                 * @description For a page that is gone: make a new one, or bring it back.
                 * @enum {string}
                 */
                gone?: "create" | "restore";
                /**
                 * @description For a page that was renamed there; left out: theirs.
                 * @enum {string}
                 */
                title?: "ours" | "theirs";
                /** @description Overwrite everything that was changed there. */
                overwrite?: boolean;
            };
            /**
             * @description Whoever sees that place may read this: asked for where it is not known who does, and where the whole internet does. A place that is known to be more open than a private incident is refused all the same.
             * @default false
             */
            confirmAudience?: boolean;
        };
        PublishPostMortemBody: {
            note?: string | null;
        };
        PublishToPlaceBody: {
            choice?: {
                /**
                 * @description Whose text stays where the same was changed here and there.
                 * @enum {string}
                 */
                all?: "ours" | "theirs";
                /** @description The same by section, over `all`. */
                sections?: {
                    [key: string]: "ours" | "theirs";
                };
                /**
                 * @description For a page that is gone: make a new one, or bring it back.
                 * @enum {string}
                 */
                gone?: "create" | "restore";
                /**
                 * @description For a page that was renamed there; left out: theirs.
                 * @enum {string}
                 */
                title?: "ours" | "theirs";
                /** @description Overwrite everything that was changed there. */
                overwrite?: boolean;
            };
            /**
             * @description Whoever sees that place may read this: asked for where it is not known who does, and where the whole internet does. A place that is known to be more open than a private incident is refused all the same.
             * @default false
             */
            confirmAudience?: boolean;
            /** Format: uuid */
            connection: string;
        };
        PullPageAnswer: {
            page: components["schemas"]["Page"];
            revision: number;
            sections: string[];
            problems: components["schemas"]["DataProblem"][];
        };
        PullPageBody: {
            /** @description Left out: all that were changed. */
            sections?: string[];
        };
        ReadSectionAnswer: {
            section: components["schemas"]["Section"];
            markdown: string;
            revision: number;
        };
        ReadTemplateAnswer: {
            template: components["schemas"]["Template"];
            text: string;
        };
        ReadVersionAnswer: {
            version: number;
            document: components["schemas"]["Document"];
            markdown: string;
        };
        Reading: {
            name: string;
            /** @description `unknown` when nobody could read it; the problems say why. */
            source: string;
            events: number;
            people: number;
            /** @description Conversations that can be chosen with `channels`. */
            parts: {
                id: string;
                name: string;
                messages: number;
                from: string | null;
                to: string | null;
            }[];
            problems: components["schemas"]["DataProblem"][];
        };
        ReadingOptions: {
            /** @description The source that the records are of; left out, each is recognised by its content. */
            source?: string;
            /** @description The same for single records, by name. */
            sources?: {
                [key: string]: string;
            };
            /** @description Conversations to read, by name or id. */
            channels?: string[];
            /** Format: date-time */
            from?: string;
            /**
             * Format: date-time
             * @description Events before this moment.
             */
            to?: string;
            /** @description The IANA zone of times that carry none. */
            zone?: string;
            /**
             * Format: date
             * @description The day of times that carry none.
             */
            date?: string;
        };
        Receipt: {
            incident: {
                id: string;
                slug: string;
                revision: number;
                title: string;
            };
            /**
             * @description known: all of it was there already.
             * @enum {string}
             */
            outcome: "created" | "updated" | "known";
            readings: components["schemas"]["Reading"][];
            inferred: {
                path: string;
                value: unknown;
                rule: string;
                evidence: string[];
            }[];
            problems: components["schemas"]["DataProblem"][];
            keyEvents: number;
        };
        Record: {
            id: string;
            /** @description Of the payload: a file, or the folder that it was in. */
            name: string;
            path: string;
            source: string;
            /** @description Bytes. */
            size: number;
            /** @description SHA-256, in hex. */
            hash: string;
            receivedAt: string;
            receivedBy: string | null;
            /** @description The version that read it. */
            reader: string;
            /** @description What was read, at the first file of what was handed in together; null at its others. */
            read: {
                events: number;
                people: number;
                /** @description Conversations that can be chosen with `channels`. */
                readonly parts: {
                    id: string;
                    name: string;
                    messages: number;
                    from: string | null;
                    to: string | null;
                }[];
                readonly problems: components["schemas"]["DataProblem"][];
                /** @description How it was read. */
                options: unknown;
            } | null;
        };
        /** @description Records as a form. */
        RecordForm: FormData;
        RecordList: {
            items: components["schemas"]["Record"][];
        };
        RedeliverAnswer: {
            delivery: string;
        };
        RefillBlock: {
            /** @description `timeline`, `generated` … */
            block: string;
            /** @description Which variable or findings, for `generated`. */
            of: string | null;
            section: {
                id: string;
                title: string;
            } | null;
            /** @description Somebody edited it, so it stays as it is. */
            touched: boolean;
            /** @description As our Markdown. */
            before: string;
            /** @description With the facts of now; null: there is nothing to show any more, and it goes. */
            after: string | null;
            pieces: components["schemas"]["PieceDifference"][];
        };
        RefillPostMortemAnswer: {
            changes: {
                block: string;
                of: string | null;
                message: string;
            }[];
            /** @description Every block that the facts of now say otherwise, in reading order. */
            blocks: components["schemas"]["RefillBlock"][];
            problems: components["schemas"]["DataProblem"][];
            before: string;
            after: string;
            difference: {
                /** @enum {string} */
                kind: "same" | "removed" | "added";
                lines: string[];
            }[];
            revision: number;
            applied: boolean;
        };
        RenewWebhookSecretAnswer: {
            webhook: components["schemas"]["Webhook"];
            secret: string;
        };
        ReopenPostMortemBody: {
            /** @description Why. */
            note: string;
        };
        ReplyBody: {
            /** @description Plain words; nothing in them is markup. */
            text: string;
            /**
             * @description Members’ ids; they are told by mail.
             * @default []
             */
            mentions?: string[];
        };
        RequestReviewBody: {
            /** @default [] */
            reviewers?: string[];
            note?: string | null;
        };
        Review: {
            member: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            state: "requested" | "approved" | "changes-requested";
            /** @description What whoever asked them wrote; once they have answered, what they wrote. */
            note: string | null;
            requestedBy: string | null;
            requestedAt: string;
            answeredAt: string | null;
            /** @description The text was changed after they had looked at it. */
            changedSince: boolean;
        };
        ReviewStanding: {
            postMortem: components["schemas"]["PostMortemSummary"];
            reviews: components["schemas"]["Review"][];
        };
        SavedView: {
            id: string;
            /** @enum {string} */
            list: "incidents" | "post-mortems" | "follow-ups" | "findings";
            name: string;
            /** @description What the address of the list says after its `?`. */
            query: string;
        };
        SavedViewList: {
            items: components["schemas"]["SavedView"][];
        };
        SearchAnswer: {
            items: components["schemas"]["SearchHit"][];
            more: boolean;
        };
        SearchHit: {
            /** @enum {string} */
            kind: "incident" | "post-mortem" | "event" | "finding" | "follow-up" | "person";
            /** @description Of the thing; a person’s name; a finding’s place in its post-mortem. */
            id: string;
            incident: {
                id: string;
                slug: string;
                title: string;
            };
            postMortem: string | null;
            at: string;
            score: number;
            /** @description Plain text in parts; `match` marks the words that were looked for. */
            title: {
                text: string;
                match: boolean;
            }[];
            /** @description Plain text in parts; `match` marks the words that were looked for. */
            excerpt: {
                text: string;
                match: boolean;
            }[];
        };
        Section: {
            /** @description From its heading, unique in the document; `start` for what stands before the first. */
            id: string;
            index: number;
            title: string;
            path: string[];
            depth: number;
            /**
             * @description `written`: somebody’s words; `filled`: what a machine filled; `to-write`: only guidance, evidence and placeholders; `parts`: only sections below it.
             * @enum {string}
             */
            state: "written" | "filled" | "to-write" | "parts";
        };
        SectionList: {
            items: components["schemas"]["Section"][];
        };
        Service: {
            name: string;
            incidents: number;
        };
        ServiceList: {
            items: components["schemas"]["Service"][];
        };
        Session: {
            id: string;
            createdAt: string;
            /** @description When it was last asked for anything, to five minutes. */
            seenAt: string;
            address: string | null;
            /** @description What the browser says of itself. */
            browser: string | null;
            /** @description Whether this request came with it. */
            current: boolean;
        };
        SessionList: {
            items: components["schemas"]["Session"][];
        };
        SetAccessBody: {
            private: boolean;
            /** @default [] */
            members?: string[];
        };
        SetArchiveBody: {
            /** @description A connection to a repository; null: the archive is kept nowhere. */
            connection: string | null;
            /**
             * @description Empty: a branch of the archive’s own.
             * @default
             */
            branch?: string;
            /**
             * @description On the branch, for the archive alone. Empty: all of the branch.
             * @default
             */
            folder?: string;
            /**
             * @description `off`: only when somebody asks. `daily`: once a day. `published`: that, and after each publication.
             * @enum {string}
             */
            often: "off" | "daily" | "published";
            /**
             * @description Whoever sees that repository may read everything: asked for where it is not known who does.
             * @default false
             */
            confirmAudience?: boolean;
        };
        SetInboundSecretBody: {
            secret: string;
        };
        SetNewPasswordAnswer: {
            /** @enum {boolean} */
            done: true;
        };
        SetNewPasswordBody: {
            token: string;
            password: string;
        };
        ShareAnswer: {
            link: components["schemas"]["ShareLink"];
            url: string;
        };
        ShareBody: {
            /** @enum {string} */
            audience: "internal" | "company" | "customer";
            /**
             * @description How long it works.
             * @default 30
             */
            days?: number;
        };
        ShareLink: {
            id: string;
            /** @enum {string} */
            audience: "internal" | "company" | "customer";
            createdBy: string;
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
        };
        ShareLinkList: {
            items: components["schemas"]["ShareLink"][];
        };
        SignInBody: {
            /** Format: email */
            email: string;
            password: string;
        };
        SimilarIncident: {
            id: string;
            slug: string;
            title: string;
            severity: string | null;
            happenedAt: string;
            services: string[];
            score: number;
        };
        SimilarIncidentList: {
            items: components["schemas"]["SimilarIncident"][];
        };
        SuggestTemplatesAnswer: {
            items: {
                template: components["schemas"]["Template"];
                fits: boolean;
                reason: string;
            }[];
        };
        Taken: {
            /**
             * @description `nothing`: there was nothing in it that belongs on a timeline.
             * @enum {string}
             */
            outcome: "received" | "nothing";
        };
        Template: {
            id: string;
            slug: string;
            title: string;
            description: string;
            /** @description Ours: it is never changed, but can be duplicated. */
            builtIn: boolean;
            /** @description Which incidents it is meant for; an empty list means any. From its front matter. */
            conditions: {
                severity: string[];
                type: string[];
                service: string[];
            };
            /** @description The newest version. */
            version: number;
            archived: boolean;
            createdAt: string;
        };
        TemplateList: {
            items: components["schemas"]["Template"][];
        };
        TimelineLine: {
            at: string;
            actor: string | null;
            text: string;
        };
        UploadOptions: {
            /** @description The source that the records are of; left out, each is recognised by its content. */
            source?: string;
            /** @description The same for single records, by name. */
            sources?: {
                [key: string]: string;
            };
            /** @description Conversations to read, by name or id. */
            channels?: string[];
            /** Format: date-time */
            from?: string;
            /**
             * Format: date-time
             * @description Events before this moment.
             */
            to?: string;
            /** @description The IANA zone of times that carry none. */
            zone?: string;
            /**
             * Format: date
             * @description The day of times that carry none.
             */
            date?: string;
            title?: string;
            /** @description Only you can see the incident until you name others. */
            private?: boolean;
        };
        WaysToSignIn: {
            /** @description What its button says; null where there is none. */
            singleSignOn: string | null;
            /** @description Whether a link for a new password can be sent by mail. */
            mail: boolean;
        };
        Webhook: {
            id: string;
            name: string;
            url: string;
            kinds: string[];
            enabled: boolean;
            /** @description Why it was switched off by itself. */
            disabledBecause: string | null;
            includesPrivate: boolean;
            createdBy: string;
            createdAt: string;
            updatedAt: string;
        };
        WebhookDelivery: {
            /** @description The `webhook-id` that it is sent with, each time. */
            id: string;
            kind: string;
            incident: string | null;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed";
            attempts: number;
            lastStatus: number | null;
            lastError: string | null;
            body: string;
            createdAt: string;
            lastAttemptAt: string | null;
            deliveredAt: string | null;
            /** @description When it is sent next, while it waits. */
            nextAttemptAt: string | null;
        };
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            /** @description Pass it as `after` for the next page; null on the last. */
            next: string | null;
        };
        WebhookList: {
            items: components["schemas"]["Webhook"][];
        };
        WriteConfigurationBody: {
            [key: string]: unknown;
        };
        WriteLookAnswer: {
            destination: string;
            name: string;
            problems: string[];
        };
        WritePostMortemAnswer: {
            postMortem: components["schemas"]["PostMortem"];
            problems: components["schemas"]["DataProblem"][];
        };
        WritePostMortemBody: {
            markdown?: string;
            tree?: {
                /** @enum {string} */
                type: "root";
                children: unknown[];
            } & {
                [key: string]: unknown;
            };
            title?: string;
            zone?: string;
            language?: string;
            /** @description A remark for the list of versions. */
            note?: string | null;
        };
        WriteSectionAnswer: {
            section: components["schemas"]["Section"];
            markdown: string;
            revision: number;
            problems: components["schemas"]["DataProblem"][];
        };
        WriteSectionBody: {
            markdown: string;
            title?: string;
            /** @description A remark for the list of versions. */
            note?: string | null;
        };
    };
    responses: {
        /** @description What is wrong, and what to do. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    isAlive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    isReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    waysToSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaysToSignIn"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    changeMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMeBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitationBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    startSingleSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Go there. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listMySessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    endMyOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndMyOtherSessionsAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    endMySession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    changeMyPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeMyPasswordAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    askForPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskForPasswordResetBody"];
            };
        };
        responses: {
            /** @description Taken; it goes on beside the requests. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskForPasswordResetAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    makePasswordReset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                member: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MakePasswordResetAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setNewPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetNewPasswordBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetNewPasswordAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMemberBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    endMemberSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndMemberSessionsAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InviteAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getIntake: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                intake: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Intake"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listIncidents: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description One value, or several with commas between them. */
                severity?: string;
                /** @description One value, or several with commas between them. */
                type?: string;
                /** @description One value, or several with commas between them. */
                status?: string;
                /** @description One value, or several with commas between them. */
                service?: string;
                /** @description A part of the name of somebody who took part. */
                person?: string;
                /** @description Happened at or after. */
                from?: string;
                /** @description Happened before. */
                to?: string;
                /** @description Words of the title or summary. */
                text?: string;
                /** @description yes: only those that nobody has written about. */
                withoutPostMortem?: "yes" | "no" | "true" | "false";
                /** @description yes: only those with follow-ups that are open after their day. */
                overdue?: "yes" | "no" | "true" | "false";
                /** @description Only these fields, separated by commas; a dot goes inside: `id,title,facts.severity`. On a list, the fields of its items. */
                fields?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentSummaryPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    createIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewIncident"];
                "multipart/form-data": components["schemas"]["RecordForm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Taken; it goes on beside the requests. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Intake"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listRecords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    addRecords: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AddRecordsBody"];
                "multipart/form-data": components["schemas"]["RecordForm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Taken; it goes on beside the requests. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Intake"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getIncident: {
        parameters: {
            query?: {
                /** @description Only these fields, separated by commas; a dot goes inside: `id,title,facts.severity`. On a list, the fields of its items. */
                fields?: string;
            };
            header?: {
                /** @description The ETag that you have. When it is still the same: 304. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description You have it already. */
            304: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    deleteIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands. */
                "If-Match"?: string;
            };
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    correctIncident: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands. */
                "If-Match": string;
            };
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectIncidentBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                state?: "waiting" | "running" | "done" | "failed" | "cancelled";
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    hearEvents: {
        parameters: {
            query?: {
                /** @description Only of this incident, by its id or slug. */
                incident?: string;
                /** @description Only these kinds (`incident.changed`) or things (`post-mortem`), separated by commas. */
                kinds?: string;
                /** @description As `Last-Event-ID`, for clients that cannot send it. */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Access"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setAccess: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands. */
                "If-Match"?: string;
            };
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAccessBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Access"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    downloadRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id or slug. */
                incident: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    removeRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id or slug. */
                incident: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readRecordWith: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id or slug. */
                incident: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingOptions"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    rereadIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    previewRecords: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PreviewRecordsBody"];
                "multipart/form-data": components["schemas"]["RecordForm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    openExample: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listServices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listSavedViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    keepSavedView: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepSavedViewBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    deleteSavedView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listTimeline: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description A person’s id, or a part of the name. */
                person?: string;
                /** @description One value, or several with commas between them. */
                kind?: string;
                /** @description One value, or several with commas between them. */
                source?: string;
                text?: string;
                level?: "key" | "detail";
                /** @description An event: it and its answers. */
                thread?: string;
                from?: string;
                to?: string;
                /** @description Only these fields, separated by commas; a dot goes inside: `id,title,facts.severity`. On a list, the fields of its items. */
                fields?: string;
            };
            header?: never;
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    addEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddEventBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    removeEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id or slug. */
                incident: string;
                event: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    changeEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id or slug. */
                incident: string;
                event: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeEventBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    markEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkEventsBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkEventsAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    addLines: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddLinesBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddLinesAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listFollowUps: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description A member’s id, a part of a name, or `me`. */
                owner?: string;
                unowned?: "yes" | "no" | "true" | "false";
                /** @description One value, or several with commas between them. */
                outcome?: string;
                /** @description One value, or several with commas between them. */
                priority?: string;
                overdue?: "yes" | "no" | "true" | "false";
                /** @description Due before this day. */
                before?: string;
                text?: string;
                /** @description Only these fields, separated by commas; a dot goes inside: `id,title,facts.severity`. On a list, the fields of its items. */
                fields?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listIncidentFollowUps: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description A member’s id, a part of a name, or `me`. */
                owner?: string;
                unowned?: "yes" | "no" | "true" | "false";
                /** @description One value, or several with commas between them. */
                outcome?: string;
                /** @description One value, or several with commas between them. */
                priority?: string;
                overdue?: "yes" | "no" | "true" | "false";
                /** @description Due before this day. */
                before?: string;
                text?: string;
                /** @description Only these fields, separated by commas; a dot goes inside: `id,title,facts.severity`. On a list, the fields of its items. */
                fields?: string;
            };
            header?: never;
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    addFollowUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddFollowUpBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUp"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    removeFollowUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands. */
                "If-Match"?: string;
            };
            path: {
                /** @description Its id or slug. */
                incident: string;
                followUp: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    changeFollowUp: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands. */
                "If-Match": string;
            };
            path: {
                /** @description Its id or slug. */
                incident: string;
                followUp: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeFollowUpBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUp"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateWebhookAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeWebhookBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    renewWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenewWebhookSecretAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    pingWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken; it goes on beside the requests. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingWebhookAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    redeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                webhook: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken; it goes on beside the requests. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedeliverAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listInboundAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundAddressList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    createInboundAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInboundAddressBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateInboundAddressAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setInboundSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetInboundSecretBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundAddress"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    revokeInboundAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listTemplates: {
        parameters: {
            query?: {
                /** @description Archived ones too. */
                archived?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    createTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTemplateBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readTemplate: {
        parameters: {
            query?: {
                /** @description Left out: the newest. */
                version?: number;
            };
            header?: never;
            path: {
                /** @description Its id or slug. */
                template: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadTemplateAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    changeTemplate: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands. */
                "If-Match": string;
            };
            path: {
                /** @description Its id or slug. */
                template: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTemplateBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    archiveTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id or slug. */
                template: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchiveTemplateBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listTemplateVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id or slug. */
                template: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTemplateVersionsAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    duplicateTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id or slug. */
                template: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    checkTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckTemplateBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckTemplateAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    suggestTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestTemplatesAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    previewTemplate: {
        parameters: {
            query?: {
                format?: "json" | "html";
            };
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                incident: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewTemplateBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewTemplateAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    downloadBlankTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template: string;
                /** @description docx, md, html, pdf or json. */
                format: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listPostMortemsOfIncident: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description One value, or several with commas between them. */
                status?: string;
                /** @description A member’s id. */
                author?: string;
                /** @description One value, or several with commas between them. */
                severity?: string;
                /** @description One value, or several with commas between them. */
                type?: string;
                /** @description One value, or several with commas between them. */
                service?: string;
                /** @description Of incidents that happened then or later. */
                from?: string;
                /** @description Of incidents that happened before. */
                to?: string;
                /** @description Words to find in title and text. */
                text?: string;
            };
            header?: never;
            path: {
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedPostMortemPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    createPostMortem: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                incident: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePostMortemBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortem"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listPostMortems: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description One value, or several with commas between them. */
                status?: string;
                /** @description A member’s id. */
                author?: string;
                /** @description One value, or several with commas between them. */
                severity?: string;
                /** @description One value, or several with commas between them. */
                type?: string;
                /** @description One value, or several with commas between them. */
                service?: string;
                /** @description Of incidents that happened then or later. */
                from?: string;
                /** @description Of incidents that happened before. */
                to?: string;
                /** @description Words to find in title and text. */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedPostMortemPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readPostMortem: {
        parameters: {
            query?: {
                format?: "json" | "source" | "markdown" | "html";
            };
            header?: {
                /** @description The ETag that you have. When it is still the same: 304. */
                "If-None-Match"?: string;
            };
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortem"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    writePostMortem: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands. */
                "If-Match": string;
            };
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WritePostMortemBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WritePostMortemAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    deletePostMortem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateApiKeyAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                apiKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readAudit: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description A member’s id. */
                actor?: string;
                /** @description An action (`member.change`), or the thing that it was done to (`member`). */
                action?: string;
                incident?: string;
                since?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeedPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readConfiguration: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have. When it is still the same: 304. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptConfiguration"];
                };
            };
            /** @description You have it already. */
            304: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    writeConfiguration: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteConfigurationBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptConfiguration"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    search: {
        parameters: {
            query: {
                q: string;
                /** @description Only these, with commas between them: incident, post-mortem, event, finding, follow-up, person. */
                kind?: string;
                limit?: number;
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    similarIncidents: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarIncidentList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listFindings: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description One value, or several with commas between them. */
                kind?: string;
                /** @description One value, or several with commas between them. */
                category?: string;
                /** @description One value, or several with commas between them. */
                service?: string;
                incident?: string;
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingOfPostMortemPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listSections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
                /** @description Its id or index. */
                section: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadSectionAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    writeSection: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands. */
                "If-Match": string;
            };
            path: {
                postMortem: string;
                /** @description Its id or index. */
                section: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteSectionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WriteSectionAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    lintPostMortem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LintPostMortemAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    refillPostMortem: {
        parameters: {
            query?: {
                preview?: "true" | "false";
            };
            header?: {
                /** @description The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands. */
                "If-Match"?: string;
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefillPostMortemAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewStanding"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    answerReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerReviewBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewStanding"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    requestReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands. */
                "If-Match"?: string;
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestReviewBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewStanding"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    withdrawReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands. */
                "If-Match"?: string;
            };
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewStanding"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    publishPostMortem: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands. */
                "If-Match": string;
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PublishPostMortemBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewStanding"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    reopenPostMortem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands. */
                "If-Match"?: string;
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenPostMortemBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewStanding"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listVersions: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Only those that somebody gave a name. */
                named?: "yes" | "no" | "true" | "false";
            };
            header?: never;
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortemVersionPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    nameCurrentVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameCurrentVersionBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortemVersion"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadVersionAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    nameVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameVersionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortemVersion"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    compareVersions: {
        parameters: {
            query?: {
                /** @description Left out: the text of now. */
                to?: number;
            };
            header?: never;
            path: {
                postMortem: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompareVersionsAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    restoreVersion: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the thing was read with, or `*` for whatever there is. When it has changed since: 412, with how it stands. */
                "If-Match": string;
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                postMortem: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version, to be said with a change of it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortem"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    exportPostMortem: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportPostMortemBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description Taken; it goes on beside the requests. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artifact"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    downloadPostMortem: {
        parameters: {
            query?: {
                /** @description Secrets go for everybody; what else goes says docs/redaction.md. */
                audience?: "internal" | "company" | "customer";
                /** @description Show times in this IANA zone; not for what is published, which stays as it is. */
                zone?: string;
                /** @description With the evidence that the record offers for each section. */
                evidence?: "true" | "false";
                /** @description In the company’s own look, where there is one. */
                look?: "true" | "false";
            };
            header?: never;
            path: {
                postMortem: string;
                /** @description docx, pdf, html, md or json. */
                format: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    previewExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewExportBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewExportAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
                artifact: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artifact"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    downloadExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
                artifact: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listImages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListImagesAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    addImage: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id or slug. */
                incident: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": Blob;
                "image/png": Blob;
                "image/jpeg": Blob;
                "image/gif": Blob;
                "image/webp": Blob;
                "image/avif": Blob;
                "image/svg+xml": Blob;
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddImageAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id or slug. */
                incident: string;
                image: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    deleteImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id or slug. */
                incident: string;
                image: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listLooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListLooksAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    downloadLook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination: "docx" | "pdf" | "html";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    writeLook: {
        parameters: {
            query: {
                /** @description The file’s name. */
                name: string;
            };
            header?: never;
            path: {
                destination: "docx" | "pdf" | "html";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": Blob;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WriteLookAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    deleteLook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination: "docx" | "pdf" | "html";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listThreads: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentThreadList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    openThread: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenThreadBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentThreadList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    reply: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                postMortem: string;
                thread: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentThreadList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    deleteComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
                comment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentThreadList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    editComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
                comment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditCommentBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentThreadList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    deleteThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
                thread: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentThreadList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    changeThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
                thread: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeThreadBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentThreadList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listShareLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareLinkList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    share: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    revokeShareLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readShared: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listDestinations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageDestinationList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    createConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateConnectionBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    deleteConnection: {
        parameters: {
            query?: {
                forget?: "true" | "false";
            };
            header?: never;
            path: {
                connection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    changeConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeConnectionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    checkConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                connection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckConnectionAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listPlaceRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceRuleList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setPlaceRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceRuleInputList"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceRuleList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readArchive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Archive"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setArchive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetArchiveBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Archive"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    archiveNow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken; it goes on beside the requests. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Archive"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listPages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    publishToPlace: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                postMortem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishToPlaceBody"];
            };
        };
        responses: {
            /** @description Taken; it goes on beside the requests. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    publishPage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                postMortem: string;
                page: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishPageBody"];
            };
        };
        responses: {
            /** @description Taken; it goes on beside the requests. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    forgetPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    planPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postMortem: string;
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PagePlan"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    pullPage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours to choose, a UUID for instance: sent again with it within a day, the request is done once and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                postMortem: string;
                page: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PullPageBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PullPageAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    receive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Blob;
                "application/x-www-form-urlencoded": Blob;
                "text/plain": Blob;
                "application/octet-stream": Blob;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
}
