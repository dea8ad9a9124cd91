// Engine parameters — all of them as one value, for whoever names an engine by its digest.

import * as parameters from './parameters.ts'

export const engineParameters: typeof parameters = parameters
