// Paths — where the page of the pipeline asks.

export const pipelinePath = '/api/pipeline'
