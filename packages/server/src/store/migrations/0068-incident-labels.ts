/**
 * What an incident is filed under together: each two of severity, type and a service, and all three, as one word each. The words of a combination that no incident has are in no index, so that
 * a list of it is empty at once; and PostgreSQL counts how common each combination is, where it would multiply how common its parts are.
 */
export const INCIDENT_LABELS = `
create function incident_labels(severity text, type text, services text[]) returns text[] language sql immutable parallel safe cost 20 as $$
  select coalesce(array_agg(coalesce(s, '') || e'\\x1f' || coalesce(t, '') || e'\\x1f' || coalesce(x, '')), '{}')
  from unnest(array[null, severity]) as s, unnest(array[null, type]) as t, unnest(array[null]::text[] || services) as x
  where num_nonnulls(s, t, x) >= 2
$$;
grant execute on function incident_labels(text, text, text[]) to blamefree_app;
create index incident_labelled on incident using gin (incident_labels(severity, type, services)) where deleted_at is null;
`
