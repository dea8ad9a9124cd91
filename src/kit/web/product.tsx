// Product — the program's name, which the kit itself does not know.

import { createContext, use } from 'react'

const ProductContext = createContext('')

export const ProductProvider = ProductContext

export function useProduct(): string {
  return use(ProductContext)
}
