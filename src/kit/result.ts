// Result — an answer that is either a value or a named issue. People's slips travel this way.

export type Result<Value, Issue> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issue: Issue }

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function fail<Issue>(issue: Issue): { readonly ok: false; readonly issue: Issue } {
  return { ok: false, issue }
}
