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

/** Maps of before named partitions by two digits; what was left of a copy is loaded anew by its new name. */
export const threePartitionDigits = `
update gallery_maps set partitions = (
  select jsonb_agg(
    it || jsonb_build_object('first', (it->>'first')::int * 16, 'last', (it->>'last')::int * 16 + 15)
    order by nth
  )
  from jsonb_array_elements(partitions) with ordinality as each (it, nth)
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
