// Office words — the office's name and decree, as short as a phone's bar wants them.

/** `Kecamatan Tungkal Jaya` → `Kec. Tungkal Jaya` */
export function shortOfficeName(name: string): string {
  return name.replace(/^Kecamatan /, 'Kec. ')
}

/** `56 Tahun 2024` → `56/2024` */
export function shortDecree(number: string): string {
  return number.replace(/ tahun /i, '/')
}
