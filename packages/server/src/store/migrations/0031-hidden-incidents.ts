/** The few incidents that most people do not see, so that a search over what belongs to incidents need not look at all of the others. */
export const HIDDEN_INCIDENTS = `
create index incident_hidden on incident (id) where private or deleted_at is not null;
`
