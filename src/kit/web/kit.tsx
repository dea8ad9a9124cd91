// Kit — starts the screens of a program: its letter, its colors, its line to the server.

import '@mantine/core/styles/baseline.layer.css'
import '@mantine/core/styles/default-css-variables.layer.css'
import '@mantine/core/styles/global.layer.css'
import '@fontsource-variable/plus-jakarta-sans/index.css'
import './base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClientOf } from './api.tsx'
import { currentLanguage } from './language.tsx'
import { ProductProvider } from './product.tsx'
import { Router } from './router.tsx'
import { cssVariables, theme } from './theme.ts'

export interface Screens {
  /** The program's name, in the bar and in the tab. */
  readonly product: string
  /** Dark where pictures are judged by eye. */
  readonly scheme: 'light' | 'dark'
  readonly children: ReactNode
}

/** Shows the screens in the page's `#screens`. */
export function startScreens({ product, scheme, children }: Screens): void {
  const place = document.getElementById('screens')
  if (place === null) throw new Error('Assertion failed: the page has no #screens')
  document.documentElement.lang = currentLanguage()
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={scheme}>
        <QueryClientProvider client={queryClientOf()}>
          <ProductProvider value={product}>
            <Router>{children}</Router>
          </ProductProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}
