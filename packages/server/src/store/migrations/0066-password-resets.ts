/** Links by which somebody sets a new password, each for once and for an hour. */
export const PASSWORD_RESETS = `
create table password_reset (
  id uuid primary key,
  member_id text not null references member (id) on delete cascade,
  token_hash bytea not null unique,
  -- The administrator who made it; null: whoever asked for it at the door.
  made_by text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_reset_member on password_reset (member_id);
`
