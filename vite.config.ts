// Vite — builds the screens of the two programs, each into its own folder under dist/screens.
//
// `vite` alone serves the office's screens for work on them, `vite --mode center` the center's; the
// server of the program must run beside it (LOKET_SERVER, http://127.0.0.1:8080 unless told).

import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import {
  defineConfig,
  type EnvironmentOptions,
  type Plugin,
  type Rolldown,
  type UserConfig,
} from 'vite'

const programs = ['office', 'center'] as const
type Program = (typeof programs)[number]

const house = fileURLToPath(new URL('.', import.meta.url))
const screensOf = (program: Program) => `${house}src/${program}/screens`

export default defineConfig(({ command, mode }) =>
  command === 'serve' ? serving(mode === 'center' ? 'center' : 'office') : building(),
)

function serving(program: Program): UserConfig {
  const server = process.env.LOKET_SERVER ?? 'http://127.0.0.1:8080'
  return {
    root: screensOf(program),
    plugins: [react()],
    server: { fs: { allow: [house] }, proxy: { '/api': { target: server, changeOrigin: false } } },
  }
}

function building(): UserConfig {
  return {
    root: house,
    plugins: [iconsOneByOne(), react(), firstPageWeighed(), pageAtRoot()],
    // The server's policy takes nothing from a data: address but pictures: every asset is a file.
    build: {
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
    environments: Object.fromEntries(programs.map((it) => [it, environmentOf(it)])),
    builder: {
      async buildApp(builder) {
        for (const program of programs) {
          const environment = builder.environments[program]
          if (environment !== undefined) await builder.build(environment)
        }
      },
    },
  }
}

function environmentOf(program: Program): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir: `${house}dist/screens/${program}`,
      emptyOutDir: true,
      rolldownOptions: { input: `${screensOf(program)}/index.html` },
    },
  }
}

/** Vite puts a page where its source lies; the server looks for it at the folder's root. */
function pageAtRoot(): Plugin {
  return {
    name: 'page-at-root',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.fileName.endsWith('/index.html')) file.fileName = 'index.html'
      }
    },
  }
}

/** The icons come in one list of six thousand modules; read one by one, a build takes a third. */
function iconsOneByOne(): Plugin {
  const list = /^import \{([^}]+)\} from '@tabler\/icons-react'$/gm
  const one = (name: string) =>
    `import ${name} from '@tabler/icons-react/dist/esm/icons/${name}.mjs'`
  return {
    name: 'icons-one-by-one',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.tsx$/, code: /@tabler\/icons-react/ },
      handler(code) {
        const named = (_: string, names: string) =>
          names
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== '')
            .map(one)
            .join(';')
        return { code: code.replace(list, named), map: null }
      },
    },
  }
}

/** A resident's phone on a weak line pays for every byte before the first word. */
const firstPageBytesMax = 150_000

/** Where a resident may come in: by the front page, a link to the form, the QR of a ticket. */
const firstPages = ['office/portal/page.tsx', 'office/form/page.tsx', 'office/status/page.tsx']

/** Sums up the script that each of these pages needs, gzipped; too much fails the build. */
function firstPageWeighed(): Plugin {
  return {
    name: 'first-page-weighed',
    generateBundle(_, bundle) {
      if (this.environment.name !== 'office') return
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      for (const page of firstPages) {
        const needed = ['office/screens/index.html', page]
        const entries = chunks.filter(({ facadeModuleId }) =>
          needed.some((it) => facadeModuleId?.endsWith(it)),
        )
        if (entries.length !== needed.length) this.error(`${page} is not where it was`)
        const bytes = [...withImports(entries, bundle)]
          .map(({ code }) => gzipSync(code).length)
          .reduce((sum, length) => sum + length, 0)
        this.info(`${page} loads ${(bytes / 1000).toFixed(1)} kB of script, gzipped`)
        if (bytes > firstPageBytesMax) this.error(`at most ${firstPageBytesMax} bytes are allowed`)
      }
    },
  }
}

function withImports(
  entries: readonly Rolldown.OutputChunk[],
  bundle: Rolldown.OutputBundle,
): ReadonlySet<Rolldown.OutputChunk> {
  const found = new Set(entries)
  for (const chunk of found) {
    for (const name of chunk.imports) {
      const file = bundle[name]
      if (file?.type === 'chunk') found.add(file)
    }
  }
  return found
}
