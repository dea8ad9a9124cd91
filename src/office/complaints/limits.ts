// Limits — how much a complaint may say.

export const complaintTextMin = 5
export const complaintTextMax = 4_000
export const concernsNameMax = 100
export const contactMax = 40
export const ticketMax = 40
export const numberMax = 40
