// HTTP screens — the built pages: files as they are, and one page for every address a person opens.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { HttpApp } from './http-app.ts'

// The build puts a hash of the content into the names of these files.
const hashedFolder = '/assets/'

/** Serves the folder's files, if there is a built page in it; answers whether there is. */
export async function serveScreens(app: HttpApp, folder: string): Promise<boolean> {
  if (!existsSync(join(folder, 'index.html'))) return false
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const forever = path.slice(folder.length).startsWith(hashedFolder)
      const value = forever ? 'public, max-age=31536000, immutable' : 'no-cache'
      reply.setHeader('cache-control', value)
    },
  })
  return true
}

/** Whether a person opened this address in a browser, as opposed to a script or an image tag. */
export function isNavigation(request: FastifyRequest): boolean {
  const { method, url, headers } = request
  if (method !== 'GET' || url.startsWith('/api/') || url.startsWith(hashedFolder)) return false
  return headers.accept?.includes('text/html') ?? false
}

export function sendFirstPage(reply: FastifyReply): FastifyReply {
  return reply.code(200).sendFile('index.html')
}
