// Main — starts the center's screens, dark: prints are judged better on dark gray.

import { startScreens } from '#kit/web/kit'
import { App } from './app.tsx'

startScreens({ product: 'Loket Pusat', scheme: 'dark', children: <App /> })
