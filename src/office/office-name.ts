// Office name — as the published standard writes it.

import { serviceStandard } from '#standard'

export const officeName = serviceStandard.office.name
