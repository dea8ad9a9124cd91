// Widgets — the whole style sheet of the widget library, for the screens of those who work here.
//
// Public pages load the styles of the few widgets they use, with the fields themselves.

import '@mantine/core/styles.layer.css'

export { Menu, SegmentedControl, Tabs, Tooltip } from '@mantine/core'
