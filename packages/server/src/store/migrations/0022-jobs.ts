/** How far a job has come, for those who wait for it. The jobs themselves are in the schema `jobs`, which the queue's library makes. */
export const JOBS = `
create table job_progress (
  job_id uuid primary key,
  progress jsonb not null,
  updated_at timestamptz not null default now()
);
`
