// Door tables — what was refused before it came in, counted by who sent it and why; and which offices'
// keys are good no more.

export const doorTables = `
alter table offices add column revoked_at timestamptz;

-- One row for each sender and reason, so that whoever knocks a million times fills no disk.
create table door_refusals (
  -- The office in whose name it came; empty where no office here is named.
  sender text not null,
  code text not null,
  count bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (sender, code)
);
`

export interface DoorTables {
  door_refusals: {
    sender: string
    code: string
    count: number
    first_at: Date
    last_at: Date
  }
}
