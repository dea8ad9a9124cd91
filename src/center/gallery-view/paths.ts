// Paths — where the page of the gallery asks.

export const galleryPath = '/api/gallery'
