// Brand — a plain value that has passed a check, told apart from one that has not.

declare const brand: unique symbol

export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
