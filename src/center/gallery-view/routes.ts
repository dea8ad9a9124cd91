// Routes — how the gallery stands, for those who keep its machines running; nobody's name is in it.

import type { HttpApp } from '#kit/node/http-app'
import { allow } from '#staff/guard'
import { GalleryReply } from './wire.ts'

const readers = { onRequest: allow('supervisor', 'administrator') }

export function galleryRoutes(app: HttpApp, read: () => Promise<GalleryReply>): void {
  app.get(
    '/api/gallery',
    {
      ...readers,
      schema: {
        summary: 'Who holds which part of the gallery, how far, and with what to do',
        response: { 200: GalleryReply },
      },
    },
    read,
  )
}
