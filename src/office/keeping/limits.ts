// Limits — how much is looked at in one go when old cases are cleared.

export const oldCasesPage = 200
