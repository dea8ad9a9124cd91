// Template tables — templates of several versions of the engine beside one another.

/** A template's fourth byte says which version made it. */
export const templateVersions = `
create unique index templates_by_version on templates (case_id, position, get_byte(template, 3));
alter table templates drop constraint templates_pkey;

-- Whose fingers a version could not read at all, though another one could.
create table template_blanks (
  case_id uuid not null references enrollments,
  version integer not null,
  primary key (case_id, version)
);

-- How far the gallery has templates of a version: of every visit up to this number.
create table template_progress (
  version integer primary key,
  through_seq bigint not null
);

-- Who waits for an expert may have been read by another version.
create index adjudications_open on adjudications (case_id) where decided_at is null;
`

export interface TemplateTables {
  template_blanks: { case_id: string; version: number }
  template_progress: { version: number; through_seq: number }
}
