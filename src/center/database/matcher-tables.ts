// Matcher tables — which process holds which part of the gallery, and what each says of itself.

export const matcherTables = `
-- Every map there ever was. The latest that is ready is searched by; what it and the later ones name
-- is held.
create table gallery_maps (
  version integer primary key,
  partitions jsonb not null,
  made_at timestamptz not null default now(),
  -- When all that is new in it was held at the latest state.
  ready_at timestamptz
);
create table gallery_matchers (
  matcher text primary key,
  seen_at timestamptz not null,
  report jsonb not null
);
`

export interface MatcherTables {
  gallery_maps: {
    version: number
    partitions: unknown
    made_at: Date
    ready_at: Date | null
  }
  gallery_matchers: { matcher: string; seen_at: Date; report: unknown }
}
