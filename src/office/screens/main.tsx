// Main — starts the office's screens: the residents' portal and the officers' pages.

import { startScreens } from '#kit/web/kit'
import { App } from './app.tsx'

startScreens({ product: 'Loket', scheme: 'light', children: <App /> })
